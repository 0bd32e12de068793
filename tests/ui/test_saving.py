"""Saving a bank: only into the folder, only under its id, and never over what somebody else wrote."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.ui.author.opened import OnDisk, Opened
from quizgen.ui.author.saving import NotSavedError, bank_id, save

TEXT = "format: 1\nid: bread\ntitle: Bread – in Elmsford\n"


def opened(text: str, disk: OnDisk | None = None) -> Opened:
    return Opened("new bank", text, text, "1", disk=disk)


def from_disk(path: Path, text: str | None = None) -> Opened:
    """A file that was opened, and perhaps changed in the editor since."""
    content = path.read_bytes()
    return opened(text if text is not None else content.decode(), OnDisk(path, content))


def refusal(text: Opened, folder: Path) -> str:
    with pytest.raises(NotSavedError) as refused:
        save(text, folder)
    return refused.value.why


def test_a_new_bank_gets_its_id_as_name(tmp_path: Path) -> None:
    disk = save(opened(TEXT), tmp_path)

    assert disk.path == tmp_path / "bread.yaml"
    assert disk.path.read_text(encoding="utf-8") == TEXT
    assert [p.name for p in tmp_path.iterdir()] == ["bread.yaml"]


def test_what_was_opened_or_saved_here_is_saved_again(tmp_path: Path) -> None:
    disk = save(opened(TEXT), tmp_path)
    again = save(opened(TEXT + "level: adult\n", disk), tmp_path)

    assert again.path == disk.path
    assert again.path.read_text(encoding="utf-8").endswith("level: adult\n")


@pytest.mark.parametrize(
    "named",
    [
        "../bread",
        "/etc/bread",
        "a/b",
        "..",
        ".",
        "",
        "Bread",
        "bread.yaml",
        "con\\bread",
        "~",
        "[a]",
        "x" * 65,
        "br\u00e9ad",
    ],
)
def test_only_an_id_names_a_file(named: str, tmp_path: Path) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()

    assert refusal(opened(f"format: 1\nid: {named}\n"), folder) == "no-id"
    assert [p.name for p in tmp_path.rglob("*")] == ["banks"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("id: bread\n", "bread"),
        ("id: 'bread' # mine\ntitle: [\n", "bread"),
        ('title: "\nid: "bread"\n', "bread"),
        ("  id: bread\ntitle: [\n", None),
        ("claims:\n  - id: bread\n    quote: [\n", None),
        ("title: none\n", None),
        ("- id: bread\n", None),
        ("", None),
    ],
)
def test_the_id_is_read_although_the_rest_is_broken(text: str, named: str | None) -> None:
    assert bank_id(text) == named


def test_a_broken_text_is_saved_to_the_file_it_was_opened_from(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path

    save(from_disk(path, "id: [\n"), tmp_path)

    assert path.read_text(encoding="utf-8") == "id: [\n"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path
    mine = from_disk(path, TEXT + "# mine\n")
    path.write_text(TEXT + "# theirs\n", encoding="utf-8")

    assert refusal(mine, tmp_path) == "changed"
    assert path.read_text(encoding="utf-8") == TEXT + "# theirs\n"


def test_a_file_that_changed_and_has_the_same_size_and_time_is_left_alone(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path
    mine = from_disk(path)
    theirs, then = TEXT.replace("Bread", "Broad"), path.stat()
    path.write_text(theirs, encoding="utf-8")
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))

    assert refusal(mine, tmp_path) == "changed"
    assert path.read_text(encoding="utf-8") == theirs


def test_a_file_that_was_deleted_meanwhile_is_written_anew(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path
    mine = from_disk(path)
    path.unlink()

    assert save(mine, tmp_path).path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("there", ["bread.yaml", "bread.yml"])
def test_a_bank_that_is_there_already_is_left_alone(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("theirs", encoding="utf-8")

    assert refusal(opened(TEXT), tmp_path) == "taken"
    assert (tmp_path / there).read_text(encoding="utf-8") == "theirs"
    assert len(list(tmp_path.iterdir())) == 1


def test_another_id_makes_another_file_and_leaves_the_first(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path

    other = save(from_disk(path, TEXT.replace("id: bread", "id: rolls")), tmp_path)

    assert other.path.name == "rolls.yaml"
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_bank_that_ends_in_yml_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, encoding="utf-8")

    assert save(from_disk(path, TEXT + "level: adult\n"), tmp_path).path == path
    assert [p.name for p in tmp_path.iterdir()] == ["bread.yml"]


@pytest.mark.parametrize("outside", ["file", "folder", "nothing"])
def test_a_link_is_not_followed(outside: str, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "banks", tmp_path / "elsewhere"
    folder.mkdir()
    if outside == "file":
        elsewhere.write_text(TEXT, encoding="utf-8")
    elif outside == "folder":
        elsewhere.mkdir()
    (folder / "bread.yaml").symlink_to(elsewhere)
    before = OnDisk(folder / "bread.yaml", TEXT.encode())

    assert refusal(opened(TEXT + "# mine\n", before), folder) == "elsewhere"
    assert not elsewhere.is_file() or elsewhere.read_text(encoding="utf-8") == TEXT


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "bread.yaml").mkdir()

    assert refusal(opened(TEXT), tmp_path) == "elsewhere"


def test_a_file_of_another_folder_is_no_place_to_save_to(tmp_path: Path) -> None:
    banks, other = tmp_path / "banks", tmp_path / "other"
    banks.mkdir()
    other.mkdir()
    path = other / "bread.yaml"
    path.write_text(TEXT, encoding="utf-8")

    assert save(from_disk(path, TEXT + "# mine\n"), banks).path == banks / "bread.yaml"
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(opened(TEXT), tmp_path / "none") == "disk"


def test_line_ends_stay_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "bread.yaml"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    disk = OnDisk(path, path.read_bytes())

    save(opened(TEXT + "level: adult\n", disk), tmp_path)

    assert path.read_bytes() == (TEXT + "level: adult\n").replace("\n", "\r\n").encode()


def test_of_many_windows_that_save_at_once_one_has_saved(tmp_path: Path) -> None:
    path = save(opened(TEXT), tmp_path).path
    first = from_disk(path)
    told: list[str] = []

    def saves(number: int) -> None:
        try:
            save(replace(first, text=f"{TEXT}# {number}\n"), tmp_path)
            told.append("saved")
        except NotSavedError as error:
            told.append(error.why)

    threads = [threading.Thread(target=saves, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["changed"] * 11 + ["saved"]
