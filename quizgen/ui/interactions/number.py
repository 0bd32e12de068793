"""Number on the screen: a field to type in, with its unit."""

from __future__ import annotations

import streamlit as st
from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import Number, ShownItem, ShownNumber
from quizgen.scoring import Score
from quizgen.ui import feedback, stimulus
from quizgen.ui.html import label, tag
from quizgen.ui.interactions.presenter import Explained, expect, no_intro
from quizgen.wording import Wording

WIDTHS = (560, 460)
MISSING = "ui.question.number-first"
MISFIT = "ui.question.junk"
given = stimulus.material
intro = no_intro


def ask(w: Wording, shown: ShownItem, saved: JsonValue) -> None:
    """Draw a field for a number, which phones answer with their keyboard for numbers; a saved answer is filled in."""
    body = expect(shown.body, ShownNumber)
    key = _key(shown)
    if isinstance(saved, int | float) and key not in st.session_state:
        st.session_state[key] = int(saved) if body.whole else float(saved)
    st.number_input(
        label(w.text("ui.number.label", unit=body.unit)),
        value=None,
        step=1 if body.whole else 0.1,
        format="%d" if body.whole else "%g",
        placeholder=w.text("ui.number.whole" if body.whole else "ui.number.any"),
        key=key,
    )


def typed(shown: ShownItem) -> JsonValue:
    """Return the number that is typed, or None."""
    value: JsonValue = st.session_state.get(_key(shown))
    return value


def _key(shown: ShownItem) -> str:
    return f"{shown.id}/number"


def explained(w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
    """Return what the number is, and what the typed one stands for where the findings hold it."""
    body = expect(entry.item.body, Number)
    right = score.outcome == "right"
    tags = [tag(w.text("ui.feedback.best"), filled=True), *feedback.yours(w, when=right)]
    rows = [feedback.reason("right", _measured(w, body.value, body.unit), body.why, tags=tags)]
    if not right and isinstance(response, int | float):
        other = w.text("ui.feedback.other", what=score.other.what) if score.other else ""
        mine = _measured(w, response, body.unit)
        rows.append(feedback.reason("wrong", mine, feedback.plain(other), tags=feedback.yours(w, when=True)))
    return Explained(feedback.claim_and_sources(w, entry.item), feedback.reasons(w, "ui.feedback.why-number", rows))


def _measured(w: Wording, value: float, unit: str) -> str:
    return w.text("number.measured", value=value, unit=unit)
