"""No two banks that are checked together may share an id."""

from __future__ import annotations

from pathlib import Path

from quizgen.bank import BankName, load_bank, same_ids
from quizgen.diagnostics import Severity
from tests.bank.checking import CLAIM, whole


def shelf(folder: Path, **texts: str) -> list[Path]:
    """Write files of these texts and return their paths."""
    files = [folder / f"{name}.yaml" for name in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_the_later_of_two_banks_with_one_id_is_told_with_the_earlier_file(tmp_path: Path) -> None:
    bank = whole("id: elm\n" + CLAIM)
    files = shelf(tmp_path, elm=bank, oak=bank.replace("id: elm\n", "id: oak\n"), ash="# a copy\n" + bank)

    (found,) = same_ids(BankName.of(load_bank(file)) for file in files)

    assert (found.location.file, found.location.line, found.location.column) == (str(files[2]), 2, 5)
    assert (found.code, found.severity) == ("duplicate-bank-id", Severity.ERROR)
    assert f"`elm`, is that of the bank in {files[0]}" in found.message


def test_a_bank_that_is_not_for_readers_takes_no_id(tmp_path: Path) -> None:
    files = shelf(tmp_path, _template=whole(CLAIM), copy=whole(CLAIM))

    assert same_ids(BankName.of(load_bank(file)) for file in files) == []
