"""The page after the last question of a test: what is answered, open or flagged, and the way to hand in."""

from __future__ import annotations

import streamlit as st

from quizgen.forms import FormItem
from quizgen.ui import actions, shell
from quizgen.ui.components import move_focus
from quizgen.ui.html import heading, note, paragraph, piece
from quizgen.ui.question import progress
from quizgen.ui.state import Sitting
from quizgen.wording import Wording

WIDTH = 640


def draw(sitting: Sitting) -> None:
    """Draw the page."""
    w = sitting.language
    answered = len(sitting.attempt.answers)
    with shell.frame(WIDTH):
        if st.button(w.text("ui.question.leave"), key="leave", type="tertiary", icon=":material/logout:"):
            shell.go("quizzes", token=sitting.token)
        words = "ui.review.lead-all" if answered == sitting.length else "ui.review.lead"
        lead = paragraph(w.text(words, answered=answered, of=sitting.length))
        st.html(piece(progress(w, sitting), heading(w.text("ui.review.title"), 1, focus="review"), lead))
        shell.remark()
        st.html(piece(heading(w.text("ui.review.go"))))
        with st.container(horizontal=True, gap="small", key="numbers"):
            for entry in sitting.attempt.form.items:
                _number(w, sitting, entry)
        if answered:
            st.html(note(w.text("ui.review.hand-in-note", open=sitting.length - answered)))
            st.button(
                w.text("ui.review.hand-in", answered=answered),
                key="hand-in",
                type="primary",
                width="stretch",
                on_click=actions.hand_in,
                args=(sitting.token,),
            )
        else:
            st.html(note(w.text("ui.review.none")))
        move_focus(w.language, "review")


def _number(w: Wording, sitting: Sitting, entry: FormItem) -> None:
    open_ = entry.id not in sitting.attempt.answers
    state = w.text("ui.review.open" if open_ else "ui.review.answered")
    if entry.id in sitting.attempt.flags:
        state = f"{state}, {w.text('ui.review.flagged')}"
    st.button(
        w.text("ui.review.question-label", number=entry.number, state=state),
        key=f"go-{entry.number}",
        icon=":material/flag:" if entry.id in sitting.attempt.flags else None,
        type="secondary",
        on_click=actions.go_to,
        args=(sitting.token, entry.number),
    )
