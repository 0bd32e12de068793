"""Which bank files the words of a command line mean."""

from __future__ import annotations

from pathlib import Path

import typer

from quizgen.bank import LoadedBank, load_bank

BANKS = Path("question_banks")
SUFFIXES = (".yaml", ".yml")


def bank_files(path: Path) -> list[Path]:
    """Return the banks that a path means: the file itself, or those of the folder."""
    if not path.exists():
        raise typer.BadParameter(f"there is no file or folder `{path}`")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
    if not found:
        raise typer.BadParameter(f"the folder `{path}` holds no bank: a bank is a file that ends in .yaml")
    return found


def load_named(bank: Path) -> LoadedBank:
    """Load a bank by its path, or by its id in the banks folder."""
    by_id = BANKS / f"{bank}.yaml"
    path = by_id if not bank.exists() and by_id.exists() else bank
    if not path.exists():
        raise typer.BadParameter(f"there is no bank `{bank}`; name a file such as question_banks/kim-putin-summit.yaml")
    return load_bank(path)
