"""Worksheets that teachers asked for: the same choices are made into sheets, pictures and files once for all sessions.

Nothing here is anybody's secret: a sheet follows from a bank and from what was chosen, and no learner's quiz is drawn
with a seed of this page.
"""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

import streamlit as st

from quizgen.bank import LoadedBank
from quizgen.forms import Form, build_versions
from quizgen.model import Frozen
from quizgen.worksheets import FORMATS, Document, Look, bubble_file, documents, pictures
from quizgen.worksheets.fonts import fonts_for

DPI = 110
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of each file in a zip: the same sheets give the same bytes."""


class Choices(Frozen):
    """What a teacher chose; the same choices always give the same sheets. `revision` is that of the bank."""

    bank: str
    revision: str
    blueprint: str
    length: int
    versions: int
    seed: int
    look: Look
    key: bool


class Made(NamedTuple):
    """What the choices gave: the versions, and a sheet and perhaps a key for each of them."""

    forms: tuple[Form, ...]
    documents: tuple[Document, ...]

    @property
    def gave_way(self) -> tuple[str, ...]:
        """The rules of the blueprint that could not be met."""
        return tuple(dict.fromkeys(rule for form in self.forms for rule in form.gave_way))


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Choices: Choices.model_dump_json})
def make(choices: Choices, _loaded: LoadedBank) -> Made:
    """Return what the choices give; raises a `QuizgenError` where a sheet cannot be made or printed."""
    forms = build_versions(
        _loaded, choices.versions, blueprint=choices.blueprint, length=choices.length, seed=choices.seed
    )
    return Made(tuple(forms), tuple(documents(forms, choices.look, key=choices.key)))


@st.cache_resource(show_spinner=False, max_entries=24, hash_funcs={Choices: Choices.model_dump_json})
def pages(choices: Choices, name: str, _document: Document) -> list[bytes]:
    """Return the pages of a sheet or key as PNG pictures; the choices and its name say which it is."""
    return pictures(_document.content, fonts_for(choices.look), DPI)


@st.cache_resource(show_spinner=False, max_entries=48, hash_funcs={Choices: Choices.model_dump_json})
def file(choices: Choices, name: str, ending: str, _document: Document) -> bytes:
    """Return a sheet or key in one of the formats; the choices, its name and the ending say which it is."""
    return FORMATS[ending](_document.content, fonts_for(choices.look))


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Choices: Choices.model_dump_json})
def archive(choices: Choices, _made: Made) -> bytes:
    """Return every file that `quizgen worksheet` would write for these choices, in all formats, as one zip."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for document in _made.documents:
            for ending in FORMATS:
                _pack(packed, f"{document.name}.{ending}", file(choices, document.name, ending, document))
            if bubbles := bubble_file(document):
                _pack(packed, *bubbles)
    return whole.getvalue()


def _pack(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(info, content)
