"""Highlight on the screen: phrases to press, the same phrases as a list, and "nothing to flag"."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import Highlight, Phrase, ShownHighlight, ShownItem
from quizgen.scoring import Score
from quizgen.ui import feedback, stimulus
from quizgen.ui.components import highlight_phrases
from quizgen.ui.html import heading, paragraph, tag, text
from quizgen.ui.interactions.presenter import Explained, expect
from quizgen.wording import Wording

WIDTHS = (440, 580)
MISSING = "ui.question.mark-first"
MISFIT = "ui.question.junk"


def given(w: Wording, shown: ShownItem) -> str:
    """Return the record; the passage itself stands beside the button, where it is marked."""
    return stimulus.material(w, shown, with_passage=False)


def intro(w: Wording, shown: ShownItem) -> str:
    """Return the issue that is looked for."""
    return stimulus.definition(w, shown.stimulus)


def ask(w: Wording, shown: ShownItem, saved: JsonValue) -> None:
    """Draw the passage as phrases to mark; a saved answer is filled in."""
    body = expect(shown.body, ShownHighlight)
    highlight_phrases(w, body, saved=saved, key=_key(shown))


def typed(shown: ShownItem) -> JsonValue:
    """Return the ids of the marked phrases, an empty list for "nothing to flag", or None."""
    state = st.session_state.get(_key(shown))
    value: JsonValue = state.get("answer") if isinstance(state, Mapping) else None
    return value


def _key(shown: ShownItem) -> str:
    return f"{shown.id}/highlight"


def explained(w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
    """Return the passage with numbered underlines and the reason for each, and the sources beside it."""
    body = expect(entry.item.body, Highlight)
    mine = feedback.chosen(response)
    told = [p for p in body.phrases if p.id in mine or p.role == "key"]
    numbers = {p.id: n for n, p in enumerate(told, 1)}
    drawn = "".join(_drawn(p, mine, numbers.get(p.id)) for p in body.phrases)
    missed = "accepted" if score.right else "missed"
    rows = [_reason(w, phrase, mine, numbers[phrase.id], missed) for phrase in told]
    shown = entry.item.stimulus.passage
    left = [heading(w.text("ui.feedback.passage")), f'<p class="claim phrases">{drawn}</p>']
    left.append(stimulus.elsewhere(w, shown) if shown else "")
    if not mine and score.outcome != "skipped":
        left.append(paragraph(w.text("ui.feedback.none-marked")))
    if not body.key:
        left.append(paragraph(w.text("ui.feedback.nothing")))
    if rows:
        left.append(feedback.reasons(w, "ui.feedback.why-highlight", rows))
    listed = feedback.sources(w, entry.item)
    right = heading(w.text("ui.feedback.sources")) + listed if listed else ""
    return Explained("".join(left), right + feedback.rewrite(w, entry.item))


def _drawn(phrase: Phrase, mine: tuple[str, ...], number: int | None) -> str:
    if number is None:
        return text(phrase.gap + phrase.text)
    kind = "missed" if phrase.id not in mine else {"key": "hit", "plain": "extra", "neutral": "hit"}[phrase.role]
    return f'{text(phrase.gap)}<span class="{kind}">{text(phrase.text)}</span><sup>{number}</sup>'


def _reason(w: Wording, phrase: Phrase, mine: tuple[str, ...], number: int, missed: str) -> str:
    marked = phrase.id in mine
    tags = [tag(w.text("ui.feedback.marked"))] if marked else [tag(w.text(f"ui.feedback.{missed}"), filled=True)]
    if phrase.role != "key":
        tags.append(tag(w.text(f"ui.feedback.{phrase.role}")))
    sign = {"key": "right" if marked else "plus", "plain": "wrong", "neutral": "open"}[phrase.role]
    return feedback.reason(sign, f"{number} · {phrase.text.strip()}", phrase.why, tags=tags)
