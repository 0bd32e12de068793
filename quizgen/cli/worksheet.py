"""`quizgen worksheet`: a quiz on paper, with its key."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.banks import load_named, refuse_beside, tell_of
from quizgen.errors import FileShapeError
from quizgen.exchange import write_whole
from quizgen.forms import Form, build_versions

if TYPE_CHECKING:
    from quizgen.worksheets import File

FORMATS = ("pdf", "html", "docx")


class Paper(StrEnum):
    """The size of the paper."""

    A4 = "a4"
    LETTER = "letter"


def _formats(given: str) -> str:
    named = [name.strip().lower() for name in given.split(",")]
    if unknown := [name for name in named if name not in FORMATS]:
        raise typer.BadParameter(f"`{unknown[0]}` is no format; name one or more of {', '.join(FORMATS)}")
    return ",".join(dict.fromkeys(named))


def worksheet(  # noqa: PLR0917  (typer makes an option of each)
    context: typer.Context,
    bank: Annotated[Path | None, typer.Argument(help="A bank file, or the id of a bank in question_banks.")] = None,
    form: Annotated[
        list[Path] | None,
        typer.Option(help="A quiz that `quizgen generate` wrote, instead of a bank; one for each version."),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same sheet.")] = 0,
    items: Annotated[
        int | None, typer.Option(min=1, max=200, help="How many questions; else the blueprint says.")
    ] = None,
    blueprint: Annotated[str, typer.Option(help="The name of one of the bank's blueprints.")] = "default",
    versions: Annotated[int, typer.Option(min=1, max=6, help="How many parallel versions: A, B, C …")] = 1,
    formats: Annotated[
        str, typer.Option("--format", callback=_formats, help="One or more of pdf, html, docx, with commas.")
    ] = "pdf",
    key: Annotated[bool, typer.Option("--key/--no-key", help="Whether to write teachers' keys, too.")] = True,
    bubble_sheet: Annotated[bool, typer.Option("--bubble-sheet", help="Add a page of bubbles to fill in.")] = False,
    glossary: Annotated[bool, typer.Option("--glossary", help="Add what the names of issues mean.")] = False,
    large_print: Annotated[bool, typer.Option("--large-print", help="18 point type, for weak sight.")] = False,
    readable: Annotated[
        bool, typer.Option("--readable", help="Lexend, wide lines and no italics, for readers with dyslexia.")
    ] = False,
    paper: Annotated[Paper, typer.Option(help="The size of the paper.")] = Paper.A4,
    compact: Annotated[bool, typer.Option("--compact", help="Save paper; a question may go on overleaf.")] = False,
    font_dir: Annotated[
        Path | None, typer.Option(help="A folder of fonts for scripts that the shipped fonts lack.")
    ] = None,
    base_url: Annotated[str | None, typer.Option(help="The address of the app, for a QR code to the quiz.")] = None,
    out: Annotated[Path, typer.Option(file_okay=False, help="The folder to write to; made if need be.")] = Path(),
) -> None:
    """Print a quiz: a sheet for each version, with its key."""
    if large_print and readable:
        raise typer.BadParameter("choose --large-print or --readable; a sheet cannot be both")
    from quizgen.worksheets import Look, count_of_files, files  # noqa: PLC0415  (fonts and typst take a while to load)

    if form:
        refuse_beside(context, "--form takes a quiz as it was made", "seed", "items", "blueprint", "versions")
    forms = _read(bank, form) if form else _made(bank, versions, blueprint=blueprint, length=items, seed=seed)
    look = Look(
        paper=paper.value,
        size="large" if large_print else "readable" if readable else "normal",
        compact=compact,
        bubbles=bubble_sheet,
        glossary=glossary,
        base_url=base_url,
        font_folder=font_dir,
    )
    endings = formats.split(",")
    made = files(forms, look, endings, key=key)
    _write(made, count_of_files(forms, look, endings, key=key), out)


def _read(bank: Path | None, files: Sequence[Path]) -> list[Form]:
    if bank is not None:
        raise typer.BadParameter("name a bank or a --form, not both")
    return [Form.read(file) for file in files]


def _made(bank: Path | None, versions: int, **options: object) -> list[Form]:
    if bank is None:
        raise typer.BadParameter("name a bank such as kim-putin-summit, or a quiz made before with --form")
    loaded = load_named(bank)
    forms = build_versions(loaded, versions, **options)
    tell_of(loaded, forms)
    return forms


def _write(files: Iterable[File], count: int, folder: Path) -> None:
    """Write the files as they are made; a bar tells how far it is."""
    written: list[Path] = []
    with typer.progressbar(
        files, length=count, label="Writing", file=sys.stderr, show_eta=False, hidden=not sys.stderr.isatty()
    ) as made:
        for file in made:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise FileShapeError(str(folder), f"cannot be made: {error.strerror}; choose another --out") from None
            write_whole(folder / file.name, file.content)
            written.append(folder / file.name)
    typer.echo("\n".join(f"wrote {path}" for path in written), err=True)
