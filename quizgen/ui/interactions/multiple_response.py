"""Multiple response on the screen: a box to tick for each option."""

from __future__ import annotations

import streamlit as st
from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import MultipleResponse, ShownItem, ShownMultipleResponse
from quizgen.scoring import Score
from quizgen.ui import feedback, stimulus
from quizgen.ui.html import label, paragraph, tag
from quizgen.ui.interactions.presenter import Explained, expect
from quizgen.wording import Wording

WIDTHS = (560, 460)
MISSING = "ui.question.choose-first"
MISFIT = "ui.question.junk"
given = stimulus.material


def intro(w: Wording, shown: ShownItem) -> str:
    """Return that several answers may be taken."""
    return paragraph(w.text("ui.question.several"), "small")


def ask(w: Wording, shown: ShownItem, saved: JsonValue) -> None:
    """Draw a checkbox an option; a saved answer is filled in."""
    body = expect(shown.body, ShownMultipleResponse)
    with st.container(key=f"rows-{shown.id}", gap="xsmall"):
        for option in body.options:
            key = _key(shown, option.id)
            if saved is not None and key not in st.session_state:
                st.session_state[key] = option.id in feedback.chosen(saved)
            words = f"{option.text}: {option.note}" if option.note else option.text
            st.checkbox(label(words), key=key, width="stretch")


def typed(shown: ShownItem) -> JsonValue:
    """Return the options that are ticked, or None."""
    body = expect(shown.body, ShownMultipleResponse)
    ticked: list[JsonValue] = [o.id for o in body.options if st.session_state.get(_key(shown, o.id)) is True]
    return ticked or None


def _key(shown: ShownItem, option: str) -> str:
    return f"{shown.id}/{option}"


def explained(w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
    """Return the claim with its sources, and every option with its reason."""
    body = expect(entry.item.body, MultipleResponse)
    mine = feedback.chosen(response)
    rows = []
    for option in body.options:
        fits = option.id in body.key
        sign = "right" if fits else "wrong" if option.id in mine else "open"
        tags = [tag(w.text("ui.feedback.best"), filled=True)] if fits else []
        tags += feedback.yours(w, when=option.id in mine)
        rows.append(feedback.reason(sign, option.text, option.why, tags=tags))
    return Explained(feedback.claim_and_sources(w, entry.item), feedback.reasons(w, "ui.feedback.why", rows))
