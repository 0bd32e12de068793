"""Match on the screen: choices under letters, and a row of letters for each line; the same as on paper."""

from __future__ import annotations

import streamlit as st
from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import Match, ShownItem, ShownMatch
from quizgen.scoring import Score
from quizgen.ui import feedback, stimulus
from quizgen.ui.html import heading, items, label, paragraph, tag, text
from quizgen.ui.interactions.presenter import Explained, expect
from quizgen.wording import Wording

WIDTHS = (460, 560)
MISSING = "ui.question.finish-first"
MISFIT = "ui.question.once-only"


def given(w: Wording, shown: ShownItem) -> str:
    """Return the choices under their letters, after whatever else is given."""
    body = expect(shown.body, ShownMatch)
    rows = [f"<strong>{text(c.id.upper())}</strong> <div>{text(c.text)}{_note(c.note)}</div>" for c in body.choices]
    return stimulus.material(w, shown) + heading(w.text("ui.match.choices")) + items(rows, "pack lettered")


def _note(words: str | None) -> str:
    return f'<br><span class="small">{text(words)}</span>' if words else ""


def intro(w: Wording, shown: ShownItem) -> str:
    """Return whether a letter may be used again."""
    body = expect(shown.body, ShownMatch)
    return paragraph(w.text("ui.match.reuse" if body.reuse else "ui.match.once"), "small")


def ask(w: Wording, shown: ShownItem, saved: JsonValue) -> None:
    """Draw a row of letters for each line; a saved answer is filled in."""
    body = expect(shown.body, ShownMatch)
    before = saved if isinstance(saved, dict) else {}
    for prompt in body.prompts:
        key = _key(shown, prompt.id)
        if prompt.id in before and key not in st.session_state:
            st.session_state[key] = before[prompt.id]
        st.segmented_control(
            label(prompt.text), [c.id for c in body.choices], format_func=str.upper, default=None, key=key
        )


def typed(shown: ShownItem) -> JsonValue:
    """Return the letter given to each line, or None as long as a line has none."""
    body = expect(shown.body, ShownMatch)
    pairs: dict[str, JsonValue] = {p.id: st.session_state.get(_key(shown, p.id)) for p in body.prompts}
    return None if None in pairs.values() else pairs


def _key(shown: ShownItem, prompt: str) -> str:
    return f"{shown.id}/{prompt}"


def explained(w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
    """Return each line with the choice that belongs to it, the one that was given, and the reason."""
    body = expect(entry.item.body, Match)
    choices = {c.id: f"{c.id.upper()} · {c.text}" for c in body.choices}
    given_to = response if isinstance(response, dict) else {}
    rows = []
    for prompt in body.prompts:
        mine = given_to.get(prompt.id)
        right = mine == prompt.key
        answers = [_answer(w, choices[prompt.key], best=True, mine=right)]
        if not right and isinstance(mine, str) and mine in choices:
            answers.append(_answer(w, choices[mine], best=False, mine=True))
        sign = "right" if right else "wrong" if mine else "open"
        rows.append(feedback.reason(sign, prompt.text, prompt.why, below="".join(answers)))
    listed = feedback.sources(w, entry.item)
    left = feedback.claim_and_sources(w, entry.item) if entry.item.stimulus.claim or listed else ""
    return Explained(feedback.reasons(w, "ui.feedback.why-match", rows), left)


def _answer(w: Wording, words: str, *, best: bool, mine: bool) -> str:
    tags = [tag(w.text("ui.feedback.best"), filled=True)] if best else []
    return f"<p>{text(words)} {' '.join([*tags, *feedback.yours(w, when=mine)])}</p>"
