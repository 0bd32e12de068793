"""`quizgen schema`: the JSON Schema of the bank file, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.bank.schema import schema_text
from quizgen.exchange import write_whole


def schema(
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="A file to write to.")] = None,
) -> None:
    """Print the JSON Schema of banks: with it, an editor completes and explains every field."""
    if output is None:
        typer.echo(schema_text(), nl=False)
        return
    write_whole(output, schema_text())
    typer.echo(
        f"wrote {output}; begin a bank with this line: # yaml-language-server: $schema={output.as_posix()}", err=True
    )
