"""`quizgen draft`: an article as a bank to finish."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from quizgen.articles import read_article
from quizgen.authoring.from_article import CLAIMS, PASSAGES, bank_of
from quizgen.bank.fields import is_file_beside
from quizgen.bank.short_names import as_id
from quizgen.cli.banks import SUFFIXES
from quizgen.cli.schema import modeline, schema_beside
from quizgen.exchange import write_whole


def draft(
    article: Annotated[Path, typer.Argument(help="An article: a file in .txt, .md, .html or .pdf.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="The bank to write.")] = None,
    claims: Annotated[int, typer.Option(min=0, max=500, help="At most so many claims.")] = CLAIMS,
    passages: Annotated[int, typer.Option(min=0, max=500, help="At most so many passages.")] = PASSAGES,
) -> None:
    """Draft a bank from an article: claims worth checking and possible issues, for you to judge and to finish."""
    if output is not None:
        _refuse_unfit(output)
    read = read_article(article)
    bank_id = output.stem if output is not None else as_id(article.stem) or "my-article"
    text = None if output is None else _beside(article, output)
    made = bank_of(read, bank_id=bank_id, claims=claims, passages=passages, today=date.today(), text=text)
    for note in made.notes:
        typer.echo(f"{article}: {note}", err=True)
    if output is None:
        typer.echo(made.text, nl=False)
        return
    write_whole(output, f"{modeline(schema_beside(output.parent))}\n#\n{made.text}")
    counts = f"{_count(made.claims, 'claim')} and {_count(made.passages, 'passage')}"
    typer.echo(f"wrote {output}: {counts} to judge, all marked as draft; its first lines tell how to go on", err=True)


def _beside(article: Path, bank: Path) -> str | None:
    """Return the path of the article as the bank may name it, or None if it does not lie beside the bank or below."""
    folder, file = bank.resolve().parent, article.resolve()
    if not file.is_relative_to(folder):
        return None
    path = file.relative_to(folder).as_posix()
    return path if is_file_beside(path) else None


def _refuse_unfit(output: Path) -> None:
    if output.suffix not in SUFFIXES:
        raise typer.BadParameter(f"`{output}` does not end in .yaml, as a bank does")
    if as_id(output.stem) != output.stem:
        fit = f"{as_id(output.stem) or 'my-article'}.yaml"
        raise typer.BadParameter(
            f"`{output.name}` cannot be the name of a bank: write lower-case letters and digits, in words joined by "
            f"hyphens, such as {fit}"
        )
    if output.exists():
        raise typer.BadParameter(f"there is a file `{output}` already, and it is not overwritten; choose another name")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing if number == 1 else f'{thing}s'}"
