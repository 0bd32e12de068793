"""`quizgen explain`: what a code means that stands in brackets behind a problem, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.checks.explaining import as_list, as_markdown, as_text, nearest_code
from quizgen.checks.explaining import explain as explained
from quizgen.exchange import write_whole


def explain(
    code: Annotated[str | None, typer.Argument(help="A code, such as `judging-words`; all, if left out.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Everything on one page, as Markdown.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="A file to write to.")] = None,
) -> None:
    """Tell what a problem means and how to mend it, with examples; without a code, list all of them."""
    if code is not None and markdown:
        raise typer.BadParameter("--markdown tells of all codes, so name none")
    told = as_markdown() if markdown else as_list() + "\n" if code is None else _told(code)
    if output is None:
        typer.echo(told, nl=False)
    else:
        write_whole(output, told)


def _told(code: str) -> str:
    explanation = explained(code.strip("[]"))
    if explanation is None:
        near = nearest_code(code)
        hint = f"did you mean `{near}`?" if near else "`quizgen explain` lists all of them"
        raise typer.BadParameter(f"there is no code `{code}`; {hint}")
    return as_text(explanation) + "\n"
