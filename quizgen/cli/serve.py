"""`quizgen serve`: the app, until it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.errors import LAST_PORT


def serve(  # noqa: PLR0917  (typer makes an option of each)
    banks: Annotated[Path | None, typer.Option(help="The folder of banks to offer.")] = None,
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="The port to listen on.")] = 8501,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    database: Annotated[str | None, typer.Option(help="Where answers are kept: a SQLAlchemy URL.")] = None,
    worksheets: Annotated[
        bool | None,
        typer.Option(
            "--worksheets/--no-worksheets",
            help="Offer the page of worksheets, which shows keys; else only where the address is this machine's own.",
        ),
    ] = None,
    author: Annotated[
        bool | None,
        typer.Option(
            "--author/--no-author",
            help="Offer the page on which banks are written; else as --worksheets. It saves on this machine alone.",
        ),
    ] = None,
) -> None:
    """Serve the quizzes to browsers until stopped."""
    if banks is not None and not banks.is_dir():
        raise typer.BadParameter(f"there is no folder `{banks}`")
    from quizgen.ui.serving import serve as start  # noqa: PLC0415  (Streamlit takes a second to import)

    start(banks=banks, port=port, host=host, database=database, worksheets=worksheets, author=author)
