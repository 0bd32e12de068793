"""`quizgen new`: a bank to begin with."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from quizgen.authoring.starting import Beginning, starter
from quizgen.bank import load_bank_text
from quizgen.cli.banks import BANKS
from quizgen.cli.schema import SCHEMA, schema_beside
from quizgen.diagnostics import Diagnostic, Severity
from quizgen.exchange import write_whole

QUESTIONS = {
    "title": "What is the quiz called, such as “Reading an article on a school garden”?",
    "author": "Who writes the bank?",
    "level": "For whom is it: lower-secondary, upper-secondary or adult?",
    "article": "What is the article called, as printed?",
    "publisher": "Who published it?",
    "published": "When, as 2024-05-10, 2024-05 or 2024?",
    "url": "Where can it be read? Its address, if it has one.",
    "genre": "What is it: news, opinion, analysis, press-release, social, advertisement or fiction?",
}
"""What is asked of a person, by what it tells; nothing need be answered."""


def new(  # noqa: PLR0917  (typer makes an option of each)
    bank_id: Annotated[str, typer.Argument(metavar="ID", help="Its id, which names its file: my-article.")],
    title: Annotated[str | None, typer.Option(help="What learners see as the quiz's title.")] = None,
    author: Annotated[str | None, typer.Option(help="Who writes the bank.")] = None,
    level: Annotated[str | None, typer.Option(help="lower-secondary, upper-secondary or adult.")] = None,
    article: Annotated[str | None, typer.Option(help="The article's title, as printed.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the article.")] = None,
    published: Annotated[str | None, typer.Option(help="When: 2024-05-10, 2024-05 or 2024.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the article can be read.")] = None,
    genre: Annotated[str | None, typer.Option(help="news, opinion, analysis, press-release, …")] = None,
    license_: Annotated[str | None, typer.Option("--license", help="How others may use the bank.")] = None,
    text: Annotated[
        str | None, typer.Option(help="A file with the article's text, named from the bank's folder.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(file_okay=False, help="Where to put it; else question_banks, or here.")
    ] = None,
) -> None:
    """Write a commented bank to begin with; asks what it is not told, where somebody is there to be asked."""
    place = folder or (BANKS if BANKS.is_dir() else Path())
    file = place / f"{bank_id}.yaml"
    given = {
        "title": title,
        "author": author,
        "level": level,
        "article": article,
        "publisher": publisher,
        "published": published,
        "url": url,
        "genre": genre,
        "license": license_,
        "text": text,
    }
    told = {name: value for name, value in given.items() if value is not None}
    beginning = Beginning(bank_id, **told)
    if problem := _problem(beginning):
        raise typer.BadParameter(f"{problem.message}: {problem.help}")
    if file.exists():
        raise typer.BadParameter(f"there is a file `{file}` already, and it is not overwritten; choose another id")
    if sys.stdin.isatty():
        beginning = _asked(beginning, told)
    place.mkdir(parents=True, exist_ok=True)
    schema = schema_beside(place)
    write_whole(file, _text(beginning, file.as_posix(), schema))
    typer.echo(f"wrote {file}; write what stands there as TODO, and run: quizgen check {file.as_posix()}", err=True)


def _text(beginning: Beginning, file: str, schema: str) -> str:
    return starter(beginning, file=file, schema=schema, as_of=date.today().isoformat())


def _problem(beginning: Beginning) -> Diagnostic | None:
    """Return what is wrong with what was told, as a check of the bank would tell it."""
    found = load_bank_text(_text(beginning, f"{beginning.bank_id}.yaml", SCHEMA)).diagnostics
    return next((d for d in found if d.severity is Severity.ERROR), None)


def _asked(beginning: Beginning, told: dict[str, str]) -> Beginning:
    """Ask what was not told, each until the answer fits; an empty answer leaves it to be written in the file."""
    typer.echo("Press Enter to leave an answer for later.", err=True)
    for name, question in QUESTIONS.items():
        while name not in told:
            answer = typer.prompt(question, default="", show_default=False, err=True).strip()
            tried = replace(beginning, **{name: answer}) if answer else beginning
            problem = _problem(tried)
            if problem is None:
                beginning = tried
                break
            typer.echo(f"{problem.message}: {problem.help}", err=True)
    return beginning
