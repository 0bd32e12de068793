"""What commands share about banks: which files the words of a command line mean, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from quizgen.bank import LoadedBank, load_bank
from quizgen.forms import Form

BANKS = Path("question_banks")
SUFFIXES = (".yaml", ".yml")


def bank_files(path: Path) -> list[Path]:
    """Return the banks that a path means: the file itself, or those of the folder."""
    if not path.exists():
        raise typer.BadParameter(f"there is no file or folder `{path}`")
    if not path.is_dir():
        return [path]
    found = banks_in(path)
    if not found:
        raise typer.BadParameter(f"the folder `{path}` holds no bank: a bank is a file that ends in .yaml")
    return found


def banks_in(folder: Path) -> list[Path]:
    """Return the bank files of a folder, by name."""
    return sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES and file.is_file())


def load_named(bank: Path) -> LoadedBank:
    """Load a bank by its path, or by its id in the banks folder."""
    return load_bank(named(bank))


def named(bank: Path) -> Path:
    """Return the path of a bank that is named by it, or by its id in the banks folder."""
    by_id = BANKS / f"{bank}.yaml"
    path = by_id if not bank.exists() and by_id.exists() else bank
    if not path.exists():
        raise typer.BadParameter(f"there is no bank `{bank}`; name a file such as question_banks/kim-putin-summit.yaml")
    return path


def tell_of(loaded: LoadedBank, forms: Sequence[Form]) -> None:
    """Tell on standard error what is not an error: warnings of a bank, and which rules of a blueprint gave way."""
    for warning in loaded.diagnostics:
        typer.echo(str(warning), err=True)
    for form in forms:
        for rule in form.gave_way:
            typer.echo(f"version {form.version}: {rule}", err=True)


def refuse_beside(context: typer.Context, reason: str, *options: str) -> None:
    """Refuse options that were given although they cannot be met."""
    for name in options:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise typer.BadParameter(f"{reason}, so --{name} cannot be met; leave one out")
