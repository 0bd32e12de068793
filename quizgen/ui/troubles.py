"""Pages and remarks for what went wrong outside the reader's power: each says what happened and what to do."""

from __future__ import annotations

import streamlit as st

from quizgen.errors import RecordsError, UnreadableFormError
from quizgen.ui import shell, state
from quizgen.ui.components import move_focus
from quizgen.ui.html import alert, heading, paragraph, piece
from quizgen.wording import Wording

WIDTH = 640


def remark(w: Wording, error: RecordsError) -> None:
    """Say on a page that can be used all the same that the store of answers, or the quiz that it holds, cannot."""
    st.html(alert(_told(w, error)))


def unknown_attempt(w: Wording) -> None:
    """Draw the page for an address that leads to no attempt."""
    state.forget()
    _page(w, w.text("ui.unknown.title"), w.text("ui.unknown.text"))


def unknown_bank(w: Wording, bank: str) -> None:
    """Draw the page for an address that leads to no quiz."""
    _page(w, w.text("ui.start.unknown-title"), w.text("ui.start.unknown", bank=bank))


def unusable_store(w: Wording, error: RecordsError) -> None:
    """Draw the page for a database that cannot be used just now, or for a quiz that this version cannot read."""
    passing = not isinstance(error, UnreadableFormError)
    _page(w, w.text("ui.unavailable.title"), _told(w, error), again=passing)


def _told(w: Wording, error: RecordsError) -> str:
    if isinstance(error, UnreadableFormError):
        return w.text("ui.unavailable.form")
    return w.text("ui.unavailable.store", problem=error)


def _page(w: Wording, title: str, words: str, *, again: bool = False) -> None:
    with shell.frame(WIDTH):
        st.html(piece(heading(title, 1, focus=title), paragraph(words)))
        if again:
            st.button(w.text("ui.unavailable.again"), key="again", type="primary")
        if st.button(w.text("ui.unavailable.all"), key="all-quizzes", type="secondary" if again else "primary"):
            shell.go("quizzes")
        move_focus(w.language, title)
