"""`quizgen generate`: quizzes made from a bank, as JSON or Markdown."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.banks import load_named, refuse_beside, tell_of
from quizgen.errors import UnknownTemplateError
from quizgen.exchange import form_markdown, write_whole
from quizgen.forms import Form, build_versions, everything
from quizgen.generators import GENERATORS


class FormFormat(StrEnum):
    """How forms are written."""

    JSON = "json"
    MARKDOWN = "markdown"


class Reader(StrEnum):
    """Whom a form is written for."""

    TEACHER = "teacher"
    LEARNER = "learner"


def generate(  # noqa: PLR0917  (typer makes an option of each)
    context: typer.Context,
    bank: Annotated[Path, typer.Argument(help="A bank file, or the id of a bank in question_banks.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same quiz.")] = 0,
    items: Annotated[
        int | None, typer.Option(min=1, max=200, help="How many questions; else the blueprint says.")
    ] = None,
    blueprint: Annotated[str, typer.Option(help="The name of one of the bank's blueprints.")] = "default",
    template: Annotated[list[str] | None, typer.Option(help="Use this template only; may be repeated.")] = None,
    versions: Annotated[int, typer.Option(min=1, max=6, help="How many parallel versions: A, B, C …")] = 1,
    everything_: Annotated[bool, typer.Option("--all", help="Every question that the bank yields.")] = False,
    reader: Annotated[Reader, typer.Option("--for", help="A learner's form holds no key or reasons.")] = Reader.TEACHER,
    form_format: Annotated[FormFormat, typer.Option("--format", help="How the quiz is written.")] = FormFormat.JSON,
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="A file to write to.")] = None,
) -> None:
    """Make a quiz from a bank: chosen by a blueprint, ordered, ready to be presented and graded."""
    for name in template or []:
        if name not in GENERATORS:
            raise UnknownTemplateError(name, GENERATORS)
    loaded = load_named(bank)
    if everything_:
        refuse_beside(context, "--all takes every question once", "items", "versions", "blueprint")
        forms = [everything(loaded, seed=seed, templates=template)]
    else:
        forms = build_versions(loaded, versions, blueprint=blueprint, length=items, seed=seed, templates=template)
    tell_of(loaded, forms)
    _write(forms, form_format, reader, output)


def _write(forms: list[Form], form_format: FormFormat, reader: Reader, output: Path | None) -> None:
    texts = {form.version: _rendered(form, form_format, reader) for form in forms}
    if output is None:
        if form_format is FormFormat.JSON and len(texts) > 1:
            typer.echo("[\n" + ",\n".join(text.rstrip() for text in texts.values()) + "\n]")
        else:
            typer.echo("\n".join(texts.values()), nl=False)
        return
    for version, text in texts.items():
        file = output if len(texts) == 1 else output.with_stem(f"{output.stem}-{version}")
        write_whole(file, text)
        typer.echo(f"wrote {file}", err=True)


def _rendered(form: Form, form_format: FormFormat, reader: Reader) -> str:
    if form_format is FormFormat.MARKDOWN:
        return form_markdown(form, reader.value)
    if reader is Reader.LEARNER:
        return form.shown().model_dump_json(indent=2, exclude_none=True) + "\n"
    return form.to_json()
