"""The pieces of the app that need JavaScript: marking phrases, moving the focus, editing YAML, keeping a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files

import streamlit as st
from pydantic import JsonValue

from quizgen.items import ShownHighlight
from quizgen.wording import Wording

__all__ = ["ask_for_held_text", "edit_yaml", "highlight_phrases", "keep_place", "move_focus", "name_uploads"]


def _read(*names: str) -> str:
    return "\n".join((files(__name__) / name).read_text(encoding="utf-8") for name in names)


_highlight = st.components.v2.component("quizgen.highlight", js=_read("highlight.js"), isolate_styles=False)
_focus = st.components.v2.component("quizgen.focus", js=_read("focus.js"), isolate_styles=False)
_place = st.components.v2.component("quizgen.place", js=_read("place.js"), isolate_styles=False)
_editor = st.components.v2.component(
    "quizgen.editor", js=_read("window_store.js", "yaml_lines.js", "editor.js"), isolate_styles=False
)
_uploads = st.components.v2.component("quizgen.uploads", js=_read("uploads.js"), isolate_styles=False)
_held = st.components.v2.component("quizgen.held", js=_read("window_store.js", "held_text.js"), isolate_styles=False)


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


def keep_place(first: str, turned: int) -> None:
    """Keep the question that is looked at in its place; `first` begins the page, which was `turned` so many times."""
    _place(key="place", data={"first": first, "turned": turned}, height="content")


def edit_yaml(
    w: Wording,
    *,
    text: str,
    revision: str,
    version: int,
    kept: bool,
    marks: Sequence[Mapping[str, JsonValue]],
    file: str,
    origin: Mapping[str, JsonValue],
    downloads: int,
    on_save: Callable[[], None] | None,
    key: str,
) -> None:
    """Draw an editor; `st.session_state[key]["typed"]` holds what the browser sends back, whatever that is.

    As long as the text is not `kept` the window holds it together with its `origin`, for `ask_for_held_text`.

    What is typed comes as `revision`, `version` and `text`. The `text` given here is put into the editor only with a
    new `revision`; `marks` (line, severity, message) are drawn if they belong to the latest `version`. Ctrl+S calls
    `on_save`, if there is one. Whenever `downloads` grows the browser downloads its text as a `file` of this name.
    """
    _editor(
        key=key,
        data={
            "text": text,
            "revision": revision,
            "seen": version,
            "kept": kept,
            "marks": [dict(mark) for mark in marks],
            "file": file,
            "origin": dict(origin),
            "downloads": downloads,
            "saves": on_save is not None,
            "words": {
                "label": w.text("ui.author.editor"),
                "hint": w.text("ui.author.editor-hint"),
                "line": w.text("ui.author.editor-line"),
            },
        },
        default={"typed": None},
        on_typed_change=_ignore,
        on_save_change=on_save or _ignore,
    )


def name_uploads() -> None:
    """Have a screen reader told of the places for files on this page."""
    _uploads(key="uploads", height="content")


def ask_for_held_text(key: str) -> None:
    """Ask the window for a text that an editor held; `st.session_state[key]["held"]` is what it sends, if anything.

    It is the `origin` that the editor was given, with `text` beside.
    """
    _held(key=key, default={"held": None}, on_held_change=_ignore, height="content")


def _ignore() -> None:
    """Nothing is to be done when a state changes; Streamlit keeps one only where a callback is named."""
