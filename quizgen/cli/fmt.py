"""`quizgen fmt`: banks put in their one layout, or told of where they are not."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from quizgen.authoring.formatting import Formatted, format_bank
from quizgen.cli.banks import BANKS, bank_files
from quizgen.cli.diagnostics import DiagnosticFormat, print_diagnostics
from quizgen.diagnostics import Diagnostic, Location
from quizgen.exchange import write_whole
from quizgen.yaml_source import read_yaml


def fmt(
    paths: Annotated[list[Path] | None, typer.Argument(help="Bank files, or folders of them.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 where a layout differs.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
    form: Annotated[
        DiagnosticFormat, typer.Option("--format", help="How to print what is wrong.")
    ] = DiagnosticFormat.TEXT,
) -> None:
    """Lay banks out: fields in one order, lines of one length, comments kept, the meaning unchanged."""
    files = {file.resolve(): file for path in paths or [BANKS] for file in bank_files(path)}
    formatted = {file: format_bank(read_yaml(file)) for file in files.values()}
    found = [d for one in formatted.values() for d in one.diagnostics if one.after is None]
    differing = {file: one for file, one in formatted.items() if one.changed}
    for file, one in differing.items():
        if diff:
            typer.echo("".join(_difference(file, one)), nl=False)
        elif check:
            found.append(unformatted(file, one))
        else:
            write_whole(file, one.after or "")
            typer.echo(f"laid out {file}", err=True)
    print_diagnostics(found, form)
    if not found and not differing and form is DiagnosticFormat.TEXT:
        typer.echo(
            "1 bank: laid out as it should be" if len(files) == 1 else f"{len(files)} banks: laid out as they should be"
        )
    raise typer.Exit(1 if found or (diff and differing) else 0)


def _difference(file: Path, one: Formatted) -> Iterator[str]:
    before, after = one.before.splitlines(keepends=True), (one.after or "").splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, str(file), f"{file} (laid out)"):
        yield line if line.endswith("\n") else f"{line}\n"


def unformatted(file: Path, one: Formatted) -> Diagnostic:
    """Tell that a file is laid out otherwise, at the first line that differs."""
    before, after = one.before.split("\n"), (one.after or "").split("\n")
    line = next((i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before) - 1)
    message = "the layout differs from here on from the one that `quizgen fmt` writes"
    return Diagnostic(Location(str(file), line + 1), "unformatted", message, f"run `quizgen fmt {file}`")
