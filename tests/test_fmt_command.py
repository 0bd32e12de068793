"""`quizgen fmt`: what it writes, what it tells, and with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quizgen.bank import load_bank
from quizgen.cli import app

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "question_banks" / "_template.yaml"


def fmt(*arguments: str | Path) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["fmt", *map(str, arguments)])
    return told.exit_code, told.output


@pytest.fixture
def laid_out(tmp_path: Path) -> Path:
    return Path(shutil.copy(TEMPLATE, tmp_path / "laid-out.yaml"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return a bank whose 23rd line is the first that is not as it should be."""
    text = TEMPLATE.read_text(encoding="utf-8")
    lines = text.split("\n")
    assert lines[22].startswith("  title: ")
    lines[22] = lines[22].replace("title: ", "title:   ")
    file = tmp_path / "other.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_what_differs_is_written_anew_and_the_rest_is_not_touched(laid_out: Path, other: Path) -> None:
    before = load_bank(other).revision
    untouched = laid_out.stat().st_mtime_ns

    assert fmt(laid_out, other) == (0, f"laid out {other}\n")

    assert other.read_text(encoding="utf-8") == TEMPLATE.read_text(encoding="utf-8")
    assert laid_out.stat().st_mtime_ns == untouched
    assert load_bank(other).revision == before
    assert fmt(laid_out, other) == (0, "2 banks: laid out as they should be\n")


def test_check_tells_which_files_differ_from_which_line_on_and_writes_nothing(laid_out: Path, other: Path) -> None:
    before = other.read_text(encoding="utf-8")

    code, told = fmt("--check", laid_out, other)

    assert code == 1
    assert told == (
        f"{other}:23:1: error: the layout differs from here on from the one that `quizgen fmt` writes [unformatted]\n"
        f"  help: run `quizgen fmt {other}`\n"
    )
    assert other.read_text(encoding="utf-8") == before
    assert fmt("--check", laid_out) == (0, "1 bank: laid out as it should be\n")


def test_check_tells_github_and_programs(laid_out: Path, other: Path) -> None:
    assert fmt("--check", "--format", "github", other)[1].startswith(f"::error file={other},line=23,")
    assert [row["code"] for row in json.loads(fmt("--check", "--format", "json", other)[1])] == ["unformatted"]
    assert fmt("--check", "--format", "json", laid_out) == (0, "[]\n")


def test_diff_prints_what_would_change_and_writes_nothing(laid_out: Path, other: Path) -> None:
    before = other.read_text(encoding="utf-8")

    code, told = fmt("--diff", laid_out, other)

    assert code == 1
    assert [line.removesuffix(" feeds the town") for line in told.splitlines() if line[0] in "-+"][2:] == [
        "-  title:   Our garden",
        "+  title: Our garden",
    ]
    assert other.read_text(encoding="utf-8") == before
    assert fmt("--diff", laid_out)[0] == 0


def test_a_bank_that_cannot_be_read_is_told_of_and_left_while_the_others_are_laid_out(
    other: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: Bread: a test\nid: x\n", encoding="utf-8")

    code, told = fmt(broken, other)

    assert code == 1
    assert f"{broken}:1:13: error: there is a second `:` on this line [colon-in-text]" in told
    assert f"laid out {other}" in told
    assert broken.read_text(encoding="utf-8") == "title: Bread: a test\nid: x\n"


def test_a_folder_means_its_banks(laid_out: Path, other: Path) -> None:
    assert fmt(laid_out.parent)[1] == f"laid out {other}\n"


@pytest.mark.parametrize("arguments", [["nowhere"], ["--format", "xml"]])
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    assert fmt(*arguments)[0] == 2
