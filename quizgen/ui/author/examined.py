"""What a text of a bank gives, as its author wants to see it: problems, questions as a quiz has them, and coverage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from quizgen.authoring.coverage import Coverage, coverage_of
from quizgen.authoring.examination import Examination, examine
from quizgen.bank import LoadedBank, load_bank, load_bank_text
from quizgen.diagnostics import Diagnostic
from quizgen.forms import FormItem
from quizgen.forms.arrangement import arranged
from quizgen.items import Item

LONGEST = 1_000_000
"""Characters of a text that is examined as it is typed; a bank of two hundred claims has a third of them."""
_DRAW = "author"
"""What options are arranged by: always alike, so that they stay where they are while the text is changed."""
_LAST_GOOD = "author-last-good"


@dataclass(frozen=True)
class Examined:
    """A bank that was examined; without `coverage` and questions where it has errors."""

    loaded: LoadedBank
    diagnostics: tuple[Diagnostic, ...]
    questions: tuple[FormItem, ...]
    coverage: Coverage | None

    @classmethod
    def of(cls, examination: Examination) -> Examined:
        """Return what was examined, its questions with their options arranged as in a quiz."""
        loaded = examination.loaded
        items = arranged(examination.questions, _DRAW)
        return cls(
            loaded,
            examination.diagnostics,
            tuple(_question(number, item) for number, item in enumerate(items, 1)),
            coverage_of(loaded, examination.outcomes) if loaded.bank else None,
        )


def _question(number: int, item: Item) -> FormItem:
    """Return an item as a quiz holds it; its name changes with it, so that no answer given to another stays."""
    revision = item.revision
    return FormItem(id=f"{item.id}-{revision}", number=number, revision=revision, item=item)


@st.cache_resource(show_spinner=False, max_entries=16)
def examine_text(text: str, file: str, folder: Path | None = None) -> Examined:
    """Examine a text, under the name that its problems are told with; `folder` is that of its file, if it has one."""
    return Examined.of(examine(replace(load_bank_text(text, file), folder=folder)))


Stamp = tuple[int, int, int]


def stamp(path: Path) -> Stamp | None:
    """Return what changes whenever a file is written or replaced; None if it is not there now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def examine_file(path: Path, seen: Stamp | None) -> Examined:
    """Examine a file as it is while it has this stamp; one that cannot be read has a problem that says so."""
    return _examine_file(str(path), seen)


@st.cache_resource(show_spinner=False, max_entries=4)
def _examine_file(path: str, seen: Stamp | None) -> Examined:
    return Examined.of(examine(load_bank(Path(path))))


def last_good(examined: Examined, of: str) -> Examined:
    """Return what is examined, or where it has errors what this session saw last, of the same thing, and had none."""
    held: tuple[str, Examined] | None = st.session_state.get(_LAST_GOOD)
    if examined.loaded.bank is None and held is not None and held[0] == of:
        return held[1]
    if examined.loaded.bank is not None:
        st.session_state[_LAST_GOOD] = (of, examined)
    return examined
