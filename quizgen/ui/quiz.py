"""Taking a quiz: which of its pages is to be drawn follows from the address and from the attempt."""

from __future__ import annotations

import streamlit as st

from quizgen.errors import RecordsError, UnknownAttemptError
from quizgen.ui import answered, question, review, shell, start, state, troubles

BANK = "bank"
"""The parameter of the address that names the bank of a quiz to be started."""


def draw() -> None:
    """Draw the start of a quiz, its question, the feedback on it, or the list of answers."""
    token = state.token_in_address()
    w = shell.interface()
    if token is None:
        bank = st.query_params.get(BANK)
        if bank is None:
            shell.go("quizzes")
        else:
            start.draw(w, bank)
        return
    try:
        sitting = state.open_sitting(token)
    except UnknownAttemptError:
        troubles.unknown_attempt(w)
        return
    except RecordsError as error:
        troubles.unusable_store(w, error)
        return
    if sitting.attempt.handed_in:
        shell.go("results", token=token)
    entry = sitting.current
    if entry is None:
        review.draw(sitting)
    elif sitting.attempt.mode == "practice" and entry.id in sitting.attempt.answers:
        answered.draw(sitting, entry)
    else:
        question.draw(sitting, entry)
