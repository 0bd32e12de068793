"""One question before its answer is told; all that is drawn here comes from `ShownItem`, which holds no key."""

from __future__ import annotations

import streamlit as st

from quizgen.forms import FormItem
from quizgen.records import Answer
from quizgen.scoring import LEVELS
from quizgen.ui import actions, shell
from quizgen.ui.components import move_focus
from quizgen.ui.html import attributes, heading, note, piece, text
from quizgen.ui.interactions import PRESENTERS
from quizgen.ui.state import Sitting
from quizgen.wording import Wording

WIDTH = 1056


def draw(sitting: Sitting, entry: FormItem) -> None:
    """Draw the question with what it is answered with."""
    w = sitting.language
    shown = entry.shown()
    presenter = PRESENTERS[entry.item.interaction]
    saved = sitting.attempt.answers.get(entry.id)
    with shell.frame(WIDTH):
        top(w, sitting, entry)
        st.html(piece(progress(w, sitting), heading(shown.stem, 1, focus=shown.id)))
        given = presenter.given(w, shown)
        left, right = shell.columns(*presenter.WIDTHS)
        with left:
            st.html(piece(given))
        with right, st.form(f"form-{shown.id}", border=False):
            st.html(piece(heading(w.text("ui.question.answer")), presenter.intro(w, shown), class_="intro"))
            presenter.ask(w, shown, saved.response if saved else None)
            if sitting.attempt.ask_confidence:
                _ask_sureness(w, entry, saved)
            shell.remark()
            if sitting.attempt.mode == "practice":
                _practice_buttons(w, sitting, entry)
            else:
                _test_buttons(w, sitting, entry, saved)
        move_focus(w.language, shown.id)


def top(w: Wording, sitting: Sitting, entry: FormItem) -> None:
    """Draw where the reader is, and the way out."""
    mode = w.text(f"ui.mode.{sitting.attempt.mode}")
    where = w.text("ui.question.where", number=entry.number, of=sitting.length, mode=mode)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html(piece(f'<p class="soft">{text(where)}</p>'), width="content")
        out = st.button(
            w.text("ui.question.leave"),
            key="leave",
            type="tertiary",
            icon=":material/logout:",
            help=w.text("ui.question.leave-help"),
        )
    if out:
        shell.go("quizzes", token=sitting.token)


def progress(w: Wording, sitting: Sitting) -> str:
    """Return a bar that tells how many questions are done."""
    done = len(sitting.attempt.answers)
    told = attributes(
        role="progressbar",
        aria_label=w.text("ui.question.progress"),
        aria_valuemin="0",
        aria_valuemax=sitting.length,
        aria_valuenow=str(done),
        aria_valuetext=w.text("ui.question.progress-value", done=done, of=sitting.length),
    )
    return f'<div class="bar"{told}><div style="width:{100 * done / sitting.length:.4g}%"></div></div>'


def _ask_sureness(w: Wording, entry: FormItem, saved: Answer | None) -> None:
    key = actions.sureness_key(entry)
    if saved and key not in st.session_state:
        st.session_state[key] = saved.confidence
    st.segmented_control(
        w.text("ui.question.sure"), LEVELS, format_func=lambda level: w.text(f"ui.sureness.{level}"), key=key
    )


def _practice_buttons(w: Wording, sitting: Sitting, entry: FormItem) -> None:
    this = (sitting.token, entry.id)
    st.form_submit_button(
        w.text("ui.question.check"), key="check", type="primary", width="stretch", on_click=actions.check, args=this
    )
    st.form_submit_button(w.text("ui.question.skip"), key="skip", type="tertiary", on_click=actions.skip, args=this)


def _test_buttons(w: Wording, sitting: Sitting, entry: FormItem, saved: Answer | None) -> None:
    this = (sitting.token, entry.id)
    flagged = entry.id in sitting.attempt.flags
    if saved:
        st.html(note(w.text("ui.question.last-saved")))
    st.form_submit_button(
        w.text("ui.question.save"), key="save", type="primary", width="stretch", on_click=actions.save, args=this
    )
    with st.container(horizontal=True):
        if entry.number > 1:
            st.form_submit_button(
                w.text("ui.question.back"),
                key="back",
                type="tertiary",
                icon=":material/arrow_back:",
                on_click=actions.leave_for,
                args=(*this, entry.number - 1),
            )
        st.form_submit_button(
            w.text("ui.question.skip-test"), key="skip", type="tertiary", on_click=actions.pass_over, args=this
        )
        st.form_submit_button(
            w.text("ui.question.unflag" if flagged else "ui.question.flag"),
            key="flag",
            type="tertiary",
            icon=":material/flag:",
            on_click=actions.flag,
            args=this,
            kwargs={"on": not flagged},
        )
        st.form_submit_button(
            w.text("ui.question.list"),
            key="list",
            type="tertiary",
            icon=":material/list:",
            on_click=actions.leave_for,
            args=(*this, sitting.length + 1),
        )
