"""The two pieces of the app that need JavaScript: marking phrases, and moving the focus."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st
from pydantic import JsonValue

from quizgen.items import ShownHighlight
from quizgen.wording import Wording

__all__ = ["highlight_phrases", "move_focus"]


def _script(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


_highlight = st.components.v2.component("quizgen.highlight", js=_script("highlight.js"), isolate_styles=False)
_focus = st.components.v2.component("quizgen.focus", js=_script("focus.js"), isolate_styles=False)


def highlight_phrases(w: Wording, body: ShownHighlight, *, saved: JsonValue, key: str) -> None:
    """Draw phrases to mark; `st.session_state[key]["answer"]` holds what the browser sends back, whatever that is."""
    words = {
        "hint": w.text("ui.highlight.hint"),
        "group": w.text("ui.highlight.group"),
        "count": w.text("ui.highlight.count"),
        "nothing": w.text("ui.highlight.nothing"),
        "list": w.text("ui.highlight.list"),
        "listLabel": w.text("ui.highlight.list-label"),
    }
    _highlight(
        key=key,
        data={"id": key, "phrases": [p.model_dump() for p in body.phrases], "words": words, "value": saved},
        default={"answer": saved},
        on_answer_change=_ignore,
    )


def move_focus(language: str, token: str) -> None:
    """Name the language of the page and where reading goes on: the heading that was drawn with this `focus`."""
    _focus(key="focus", data={"lang": language, "token": token}, height="content")


def _ignore() -> None:
    """Nothing is to be done when a mark changes; Streamlit keeps a state only where a callback is named."""
