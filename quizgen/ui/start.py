"""The start of a quiz: how long, in which mode, and whether certainty is asked for."""

from __future__ import annotations

import streamlit as st

from quizgen.errors import NicknameError, NothingToAskError, RecordsError
from quizgen.records import Mode
from quizgen.ui import library, shell, troubles
from quizgen.ui.components import move_focus
from quizgen.ui.html import alert, heading, label, note, paragraph, piece
from quizgen.ui.library import Shelved
from quizgen.wording import Wording

WIDTH = 640
USUAL = 12
MODES: tuple[Mode, ...] = ("practice", "test")


def draw(w: Wording, bank_id: str) -> None:
    """Draw the page."""
    shelved = library.find(bank_id)
    if shelved is None or shelved.bank is None:
        troubles.unknown_bank(w, bank_id)
        return
    bank = shelved.bank
    with shell.frame(WIDTH):
        if st.button(w.text("ui.start.back"), key="back-to-quizzes", type="tertiary", icon=":material/arrow_back:"):
            shell.go("quizzes")
        lead = w.text("ui.start.lead", published=bank.article.published)
        if shelved.about_half:
            lead = f"{lead} {w.text('ui.start.half')}"
        st.html(piece(heading(bank.title, 1, focus=bank.id), paragraph(lead)))
        length = _length(w, shelved)
        mode = _mode(w, bank_id)
        sure = st.checkbox(w.text("ui.start.sure"), value=True, key=f"sure-{bank_id}")
        st.html(note(w.text("ui.start.sure-note")))
        nickname = st.text_input(
            w.text("ui.start.nickname"),
            max_chars=40,
            key=f"nickname-{bank_id}",
            placeholder=w.text("ui.start.nickname-note"),
        )
        if st.button(w.text("ui.start.go"), key=f"start-{bank_id}", type="primary", width="stretch"):
            _begin(w, shelved, length, mode, sure=sure, nickname=nickname)
        move_focus(bank.language, bank.id)


def _length(w: Wording, shelved: Shelved) -> int:
    offers = library.lengths(shelved.offers)
    usual = USUAL if USUAL in offers else max(offers)
    if len(offers) == 1:
        st.html(piece(paragraph(w.text("ui.start.length-one", length=usual, minutes=offers[usual]))))
        return usual
    key = f"length-{shelved.path.name}"
    chosen = st.session_state.get(key) or usual
    words = w.text("ui.start.length", length=chosen, minutes=offers.get(chosen, 0))
    picked = st.segmented_control(label(words), list(offers), default=usual, required=True, key=key)
    return picked or usual


def _mode(w: Wording, bank_id: str) -> Mode:
    return st.radio(
        w.text("ui.start.mode"),
        MODES,
        format_func=lambda mode: w.text(f"ui.start.{mode}"),
        captions=[w.text(f"ui.start.{mode}-note") for mode in MODES],
        key=f"mode-{bank_id}",
        width="stretch",
    )


def _begin(w: Wording, shelved: Shelved, length: int, mode: Mode, *, sure: bool, nickname: str) -> None:
    try:
        form = library.new_form(shelved, length)
        token = library.store().start(form, mode=mode, ask_confidence=sure, nickname=nickname.strip() or None)
    except RecordsError as error:
        troubles.remark(w, error)
    except (NicknameError, NothingToAskError) as error:
        st.html(alert(w.text("ui.unavailable.bank", problem=error)))
    else:
        shell.go("quiz", token=token)
