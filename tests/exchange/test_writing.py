"""A file is written as a whole or left as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from quizgen.errors import FileShapeError
from quizgen.exchange import write_whole


def test_what_the_file_held_is_replaced_and_its_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "form.json"
    file.write_text("something longer than the new text")
    file.chmod(0o640)

    write_whole(file, "new – text")

    assert file.read_text(encoding="utf-8") == "new – text"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "form.json", tmp_path / "link.json"
    link.symlink_to(file)

    write_whole(link, "text")

    assert link.is_symlink()
    assert file.read_text() == "text"


def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "form.json"
    file.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileShapeError, match="cannot be written: No space left on device; choose another place"):
        write_whole(file, "new")

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no devices here")
def test_a_device_is_written_and_not_replaced() -> None:
    write_whole(Path("/dev/null"), "text")

    assert Path("/dev/null").is_char_device()
