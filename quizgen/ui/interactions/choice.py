"""Choice on the screen: a row to press for each option."""

from __future__ import annotations

import streamlit as st
from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import Choice, ShownChoice, ShownItem
from quizgen.scoring import Score
from quizgen.ui import feedback, stimulus
from quizgen.ui.html import label, tag
from quizgen.ui.interactions.presenter import Explained, expect, no_intro
from quizgen.wording import Wording

WIDTHS = (560, 460)
MISSING = "ui.question.choose-first"
MISFIT = "ui.question.junk"
given = stimulus.material
intro = no_intro


def ask(w: Wording, shown: ShownItem, saved: JsonValue) -> None:
    """Draw one radio group; a saved answer is filled in."""
    body = expect(shown.body, ShownChoice)
    key = _key(shown)
    if saved is not None and key not in st.session_state:
        st.session_state[key] = saved
    options = {option.id: option for option in body.options}
    notes = [label(option.note or "") for option in body.options]
    st.radio(
        w.text("ui.question.answer"),
        list(options),
        format_func=lambda name: label(options[name].text),
        captions=notes if any(notes) else None,
        index=None,
        key=key,
        label_visibility="collapsed",
        width="stretch",
    )


def typed(shown: ShownItem) -> JsonValue:
    """Return the option that is chosen, or None."""
    value: JsonValue = st.session_state.get(_key(shown))
    return value


def _key(shown: ShownItem) -> str:
    return f"{shown.id}/choice"


def explained(w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
    """Return the claim with its sources, and every option with its reason."""
    body = expect(entry.item.body, Choice)
    rows = []
    for option in body.options:
        mine = option.id == response
        best, fits = option.id == body.key[0], option.id in body.key
        tags = [tag(w.text("ui.feedback.best"), filled=True)] if best else []
        tags += [tag(w.text("ui.feedback.accepted"))] if fits and not best else []
        sign = "right" if fits else "wrong" if mine else "open"
        rows.append(feedback.reason(sign, option.text, option.why, tags=[*tags, *feedback.yours(w, when=mine)]))
    return Explained(feedback.claim_and_sources(w, entry.item), feedback.reasons(w, "ui.feedback.why", rows))
