"""What a session holds of an attempt: a copy of what the database holds, which is read again after every change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NamedTuple

import streamlit as st

from quizgen.errors import AlreadyAnsweredError, AttemptClosedError, RecordsError, UnknownAttemptError
from quizgen.forms import FormItem
from quizgen.records import Attempt
from quizgen.scoring import Answer
from quizgen.ui import library
from quizgen.wording import Wording, load_wording

TOKEN = "a"  # noqa: S105  (the name of a parameter in the address)
"""The parameter of the address that holds the token."""
_SITTING = "sitting"
_NOTICE = "notice"


class Remark(NamedTuple):
    """What an action has to tell, and whether it is good news."""

    words: str
    well: bool


@dataclass(frozen=True)
class Sitting:
    """An attempt with the token that leads to it, as it was when last read."""

    token: str
    attempt: Attempt

    @property
    def language(self) -> Wording:
        """The wording of the quiz's language."""
        return load_wording(self.attempt.form.language)

    @property
    def length(self) -> int:
        """How many questions the quiz has."""
        return len(self.attempt.form.items)

    @property
    def current(self) -> FormItem | None:
        """The question at the reader's place; None after the last one."""
        place = self.attempt.position - 1
        return self.attempt.form.items[place] if place < self.length else None


def token_in_address() -> str | None:
    """Return the token that stands in the address of the page."""
    return st.query_params.get(TOKEN) or None


def held(token: str) -> Sitting | None:
    """Return the attempt of a token if this session holds it."""
    sitting: Sitting | None = st.session_state.get(_SITTING)
    return sitting if sitting is not None and sitting.token == token else None


def open_sitting(token: str) -> Sitting:
    """Return the attempt of a token, read from the database if this session does not hold it yet.

    Raises:
        UnknownAttemptError: if the token leads to no attempt.
        RecordsError: if the database cannot be used.
    """
    return held(token) or refresh(token)


def refresh(token: str, *, at: int | None = None) -> Sitting:
    """Read an attempt from the database; raises as `open_sitting`.

    `at` is the question that this window shows, whatever another window has moved on to since.
    """
    attempt = library.store().attempt(token)
    if at is not None:
        attempt = replace(attempt, position=at)
    sitting = st.session_state[_SITTING] = Sitting(token, attempt)
    return sitting


def forget() -> None:
    """Drop what this session holds of an attempt."""
    st.session_state.pop(_SITTING, None)


def say(words: str, *, well: bool = False) -> None:
    """Keep a remark for the page that is drawn next: a warning, or that something went `well`."""
    st.session_state[_NOTICE] = Remark(words, well)


def said() -> Remark | None:
    """Return the remark that was kept, once."""
    remark: Remark | None = st.session_state.pop(_NOTICE, None)
    return remark


@contextmanager
def told(sitting: Sitting) -> Iterator[None]:
    """Tell the reader of whatever keeps a change from being made, and show what stands in the database instead."""
    w = sitting.language
    try:
        yield
    except AlreadyAnsweredError:
        _show_what_stands(sitting, w.text("ui.question.elsewhere"))
    except AttemptClosedError:
        _show_what_stands(sitting, w.text("ui.question.handed-in-elsewhere"))
    except UnknownAttemptError:
        forget()  # the page will find that out for itself, and say so
    except RecordsError as error:
        say(w.text("ui.question.not-saved", problem=error))


def _show_what_stands(sitting: Sitting, words: str) -> None:
    say(words)
    try:
        refresh(sitting.token, at=sitting.attempt.position)
    except (RecordsError, UnknownAttemptError):
        forget()


def answers(attempt: Attempt) -> dict[str, Answer]:
    """Return the answers of an attempt as a report takes them."""
    return {
        name: Answer(response=answer.response, confidence=answer.confidence) for name, answer in attempt.answers.items()
    }
