"""`quizgen preview`: the questions of one bank in the browser, anew at each save, until it is stopped."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.banks import named
from quizgen.errors import LAST_PORT


def preview(
    bank: Annotated[Path, typer.Argument(help="A bank file, or the id of one in question_banks.")],
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="The port to listen on.")] = 8502,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open it in a browser.")] = True,
) -> None:
    """Show a bank's questions, with their keys if wanted, and its problems; every save of the file shows at once."""
    path = named(bank)
    if not path.is_file():
        raise typer.BadParameter(f"`{path}` is not a file; name one bank")
    from quizgen.ui.serving import serve  # noqa: PLC0415  (Streamlit takes a second to import)

    with tempfile.TemporaryDirectory(prefix="quizgen-", ignore_cleanup_errors=True) as answers:
        # Who tries a quiz on its own bank leaves no answers among those of learners.
        database = f"sqlite:///{Path(answers).as_posix()}/answers.db"
        serve(banks=path.parent, port=port, database=database, preview=path, browser=browser)
