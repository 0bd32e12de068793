"""The feedback on a question in practice mode: the record first, then the sources and the reasons."""

from __future__ import annotations

import streamlit as st

from quizgen.forms import FormItem
from quizgen.scoring import grade
from quizgen.ui import actions, feedback, shell
from quizgen.ui.components import move_focus
from quizgen.ui.html import heading, piece
from quizgen.ui.interactions import PRESENTERS
from quizgen.ui.question import WIDTH, progress, top
from quizgen.ui.state import Sitting
from quizgen.wording import Wording

COLUMNS = (560, 460)


def draw(sitting: Sitting, entry: FormItem) -> None:
    """Draw the feedback on the answer that stands."""
    w = sitting.language
    answer = sitting.attempt.answers[entry.id]
    score = grade(entry.item, answer.response)
    presenter = PRESENTERS[entry.item.interaction]
    told = presenter.explained(w, entry, answer.response, score)
    focus = f"{entry.id}-answered"
    verdict = feedback.banner(w, entry.item, score, answer.confidence, focus=focus)
    with shell.frame(WIDTH):
        top(w, sitting, entry)
        shell.remark()
        stem = heading(entry.item.stem, 1)
        st.html(piece(progress(w, sitting), stem, verdict, feedback.record(w, entry.item)))
        left, right = shell.columns(*COLUMNS)
        with left:
            st.html(piece(told.left))
        with right:
            if told.right:
                st.html(piece(told.right))
            _next(w, sitting, entry)
        move_focus(w.language, focus)


def _next(w: Wording, sitting: Sitting, entry: FormItem) -> None:
    last = entry.number == sitting.length
    st.button(
        w.text("ui.feedback.result" if last else "ui.feedback.next"),
        key=f"next-{entry.id}",
        type="primary",
        width="stretch",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=actions.go_on,
        args=(sitting.token, entry.id),
    )
    with st.expander(w.text("ui.feedback.report"), icon=":material/flag:", type="compact"):
        st.write(w.text("ui.feedback.report-text"))
        form = sitting.attempt.form
        st.code(f"{entry.item.id}\n{form.id} {entry.number} {entry.revision}\n{form.bank_revision}", language=None)
