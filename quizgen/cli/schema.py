"""`quizgen schema`: the JSON Schema of the bank file, for editors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from quizgen.bank.schema import schema_text
from quizgen.exchange import write_whole

SCHEMA = "bank.schema.json"


def schema(
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="A file to write to.")] = None,
) -> None:
    """Print the JSON Schema of banks: with it, an editor completes and explains every field."""
    if output is None:
        typer.echo(schema_text(), nl=False)
        return
    write_whole(output, schema_text())
    typer.echo(f"wrote {output}; begin a bank with this line: {modeline(output.as_posix())}", err=True)


def modeline(path: str) -> str:
    """Return the first line of a bank that names its schema to an editor, by the path from the bank's folder."""
    return f"# yaml-language-server: $schema={path}"


def schema_beside(folder: Path) -> str:
    """Return the path of the JSON Schema from a folder: that of a project around it, else one that is written there."""
    for around in (folder, *folder.resolve().parents):
        for known in (around / SCHEMA, around / "schema" / SCHEMA):
            if known.is_file():
                return Path(os.path.relpath(known.resolve(), folder.resolve())).as_posix()
    write_whole(folder / SCHEMA, schema_text())
    return SCHEMA
