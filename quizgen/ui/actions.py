"""What the buttons of a quiz do: each changes the database first, and what the session holds after that.

Every action names the question that it was pressed for, so that a second click, or a click in a window that lags
behind, changes nothing.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st
from pydantic import JsonValue

from quizgen.errors import ResponseShapeError
from quizgen.forms import FormItem
from quizgen.scoring import LEVELS, Confidence, grade
from quizgen.ui import library, state
from quizgen.ui.interactions import PRESENTERS
from quizgen.ui.state import Sitting


class Place(NamedTuple):
    """An attempt and the question that it stands at."""

    sitting: Sitting
    entry: FormItem


def check(token: str, item: str) -> None:
    """Practice: commit the answer for good, so that its feedback can be shown."""
    if (place := _place(token, item)) and item not in place.sitting.attempt.answers:
        typed = _typed(place)
        if typed is not None:
            _commit(place, typed, final=True)


def skip(token: str, item: str) -> None:
    """Practice: commit that there is no answer, so that the feedback can be shown."""
    if (place := _place(token, item)) and item not in place.sitting.attempt.answers:
        _commit(place, None, final=True)


def go_on(token: str, item: str) -> None:
    """Practice: go to the next question, or hand in after the last one."""
    if place := _place(token, item):
        if place.entry.number < place.sitting.length:
            _move(place.sitting, place.entry.number + 1)
        else:
            hand_in(token)


def save(token: str, item: str) -> None:
    """Test: keep the answer, which can still be changed, and go to the next question."""
    if place := _place(token, item):
        typed = _typed(place)
        if typed is not None:
            _commit(place, typed, final=False, then=place.entry.number + 1)


def leave_for(token: str, item: str, number: int) -> None:
    """Test: go to another question, and keep the answer if one was chosen."""
    if place := _place(token, item):
        if PRESENTERS[place.entry.item.interaction].typed(place.entry.shown()) is None:
            _move(place.sitting, number)
        elif (typed := _typed(place)) is not None:
            _commit(place, typed, final=False, then=number)


def pass_over(token: str, item: str) -> None:
    """Test: go to the next question without keeping what was chosen here since the last save."""
    if place := _place(token, item):
        _move(place.sitting, place.entry.number + 1)


def go_to(token: str, number: int) -> None:
    """Test: go from the list of answers to a question."""
    if sitting := state.held(token):
        _move(sitting, number)


def flag(token: str, item: str, *, on: bool) -> None:
    """Mark a question for another look, or take the mark away."""
    if place := _place(token, item):
        with state.told(place.sitting):
            library.store().flag(token, item, on)
            state.refresh(token, at=place.entry.number)


def hand_in(token: str) -> None:
    """Close the attempt."""
    if sitting := state.held(token):
        with state.told(sitting):
            library.store().hand_in(token)
            state.refresh(token)


def sureness_key(entry: FormItem) -> str:
    """Return the key of the widget that asks how sure the reader is."""
    return f"{entry.id}/sure"


def _place(token: str, item: str) -> Place | None:
    """Return where the reader is, or None if the button belongs to a question that was left since."""
    sitting = state.held(token)
    entry = sitting.current if sitting else None
    return Place(sitting, entry) if sitting and entry and entry.id == item else None


def _typed(place: Place) -> JsonValue:
    """Return the answer in the widgets if it fits the question; else tell the reader and return None."""
    entry = place.entry
    presenter = PRESENTERS[entry.item.interaction]
    typed = presenter.typed(entry.shown())
    if typed is None:
        state.say(place.sitting.language.text(presenter.MISSING))
        return None
    try:
        entry.item.body.read(entry.id, typed)
    except ResponseShapeError:
        state.say(place.sitting.language.text(presenter.MISFIT))
        return None
    return typed


def _move(sitting: Sitting, number: int) -> None:
    with state.told(sitting):
        library.store().move_to(sitting.token, number)
        state.refresh(sitting.token, at=number)


def _commit(place: Place, response: JsonValue, *, final: bool, then: int | None = None) -> None:
    sitting, entry = place
    before = sitting.attempt.answers.get(entry.id)
    with state.told(sitting):
        store = library.store()
        kept = store.answer(
            sitting.token,
            entry.id,
            response,
            None if response is None else _sureness(entry),
            grade(entry.item, response).points,
            final=final,
        )
        if then is not None:
            store.move_to(sitting.token, then)
        state.refresh(sitting.token, at=then or entry.number)
        if kept.revision > (before.revision if before else 0) + 1:
            state.say(sitting.language.text("ui.question.also-open"))


def _sureness(entry: FormItem) -> Confidence | None:
    said = st.session_state.get(sureness_key(entry))
    return next((level for level in LEVELS if level == said), None)
