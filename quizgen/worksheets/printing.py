"""From forms to files: each version's sheet and key, in each format that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from quizgen.errors import TooManyQuestionsError
from quizgen.forms import Form
from quizgen.worksheets.bubbles import coordinates
from quizgen.worksheets.docx import docx
from quizgen.worksheets.fonts import FontSet, fonts_for
from quizgen.worksheets.html import html
from quizgen.worksheets.look import Look
from quizgen.worksheets.making import student_sheet, teacher_key
from quizgen.worksheets.pdf import pdf
from quizgen.worksheets.sheet import Key, Sheet

FORMATS: dict[str, Callable[[Sheet | Key, FontSet], bytes]] = {"pdf": pdf, "html": html, "docx": docx}
"""Every format by the ending of its files: what lays a sheet or key out in it."""

MOST_QUESTIONS = 200
"""A sheet of more would take much memory to lay out, and nobody would hand it out."""


class Document(NamedTuple):
    """A sheet or key with the name of its files, without an ending, and the id and version of its form."""

    name: str
    content: Sheet | Key
    form: str
    version: str


class File(NamedTuple):
    """A file that is ready to be written."""

    name: str
    content: bytes


def documents(forms: Sequence[Form], look: Look, *, key: bool = True) -> Iterator[Document]:
    """Yield the sheet of each form, each with its key after it if wanted.

    Args:
        forms: the versions that are handed out together.
        look: how they are to look.
        key: whether teachers' keys are made, too.

    Raises:
        TooManyQuestionsError: if a form has more than 200 questions.
        MissingGlyphError, UnprintableCharacterError: if a text cannot be printed; it names the question.
        FontFolderError, BaseUrlError, UnknownLanguageError: if the look or the form cannot be followed.
    """
    fonts = fonts_for(look)
    for form in forms:
        if len(form.items) > MOST_QUESTIONS:
            raise TooManyQuestionsError(len(form.items), MOST_QUESTIONS)
        name = f"{form.bank}-{form.version}-{form.id}"
        sheet = student_sheet(form, look)
        _require_glyphs(form, sheet, sheet.questions, fonts)
        yield Document(name, sheet, form.id, form.version)
        if key:
            told = teacher_key(form, forms, look)
            _require_glyphs(form, told, told.answers, fonts)
            yield Document(f"{name}-key", told, form.id, form.version)


def files(forms: Sequence[Form], look: Look, formats: Collection[str], *, key: bool = True) -> Iterator[File]:
    """Yield every file: each document in each format, and the places of the bubbles as JSON; raises as `documents`."""
    fonts = fonts_for(look)
    for document in documents(forms, look, key=key):
        for ending in formats:
            yield File(f"{document.name}.{ending}", FORMATS[ending](document.content, fonts))
        if bubbles := bubble_file(document):
            yield bubbles


def bubble_file(document: Document) -> File | None:
    """Return the places of the bubbles of a sheet as JSON; None where it has none."""
    content = document.content
    if not isinstance(content, Sheet) or not content.bubbles:
        return None
    places = coordinates(content.bubbles, document.form, document.version)
    return File(f"{document.name}-bubbles.json", (json.dumps(places, indent=1) + "\n").encode())


def count_of_files(forms: Sequence[Form], look: Look, formats: Collection[str], *, key: bool = True) -> int:
    """Return how many files `files` will yield."""
    return len(forms) * (len(formats) * (1 + key) + look.bubbles)


def _require_glyphs(form: Form, whole: Sheet | Key, numbered: Sequence[BaseModel], fonts: FontSet) -> None:
    """Raise where a text of a document cannot be printed, naming the question and the entry that it comes from."""
    for entry, part in zip(form.items, numbered, strict=True):
        fonts.require("".join(_strings(part.model_dump())), f"question {entry.number} (`{entry.item.id}`)")
    rest = whole.model_dump(exclude={"questions": True, "answers": True, "bubbles": True, "look": True})
    fonts.require("".join(_strings(rest)), "the title or the list of sources")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _strings(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _strings(part))
