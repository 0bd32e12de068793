"""The page on which a bank is written: its text on the left, and what it gives beside it."""

from __future__ import annotations

import streamlit as st

from quizgen.ui import library, offered, shell, state
from quizgen.ui.author import covered, problems, questions, saving, starting
from quizgen.ui.author.examined import LONGEST, Examined, examine_text, last_good
from quizgen.ui.author.opened import EDITOR, HELD, Opened, keep, open_held, opened
from quizgen.ui.author.saving import NotSavedError, bank_id
from quizgen.ui.components import ask_for_held_text, edit_yaml, move_focus
from quizgen.ui.html import alert, heading, note, paragraph, piece
from quizgen.wording import Wording

LEFT, RIGHT = 580, 500
VIEWS = ("problems", "questions", "coverage")
VIEW = "author-view"
_DOWNLOADS = "author-downloads"


def draw() -> None:
    """Draw the page."""
    w = shell.interface()
    if not offered.author():
        with shell.frame(starting.WIDTH):
            _off(w)
        return
    current = opened()
    if current is None:
        if open_held(library.folder() if offered.local() else None):
            st.rerun()
        ask_for_held_text(HELD)
    if current is None or st.session_state.get(starting.CHOOSING):
        starting.draw(w, current)
        return
    # Excerpts are sought in the article that lies beside a bank; a text that came from elsewhere has no such place.
    folder = current.disk.path.parent if current.disk and offered.local() else None
    examined = examine_text(current.text, current.name, folder) if len(current.text) <= LONGEST else None
    with shell.frame(LEFT + RIGHT + 36):
        _top(w, current)
        left, right = shell.columns(LEFT, RIGHT)
        with left, st.container(key="author-text"):
            edit_yaml(
                w,
                text=current.text,
                revision=current.revision,
                version=current.version,
                kept=current.is_kept,
                marks=problems.marks(w, examined.diagnostics) if examined else [],
                file=f"{bank_id(current.text) or 'bank'}.yaml",
                origin=current.origin,
                downloads=st.session_state.get(_DOWNLOADS, 0),
                on_save=_save if offered.local() else None,
                key=EDITOR,
            )
        with right:
            if examined is None:
                st.html(alert(w.text("ui.author.too-long", most=LONGEST)))
            else:
                _beside(w, examined, current.revision)
        move_focus(w.language, "author")


def _off(w: Wording) -> None:
    if st.button(w.text("ui.start.back"), key="back-to-quizzes", type="tertiary", icon=":material/arrow_back:"):
        shell.go("quizzes")
    st.html(piece(heading(w.text("ui.author.off-title"), 1), paragraph(w.text("ui.author.off"))))
    st.code(w.text("ui.author.command"), language=None)


def _top(w: Wording, current: Opened) -> None:
    if st.button(w.text("ui.start.back"), key="back-to-quizzes", type="tertiary", icon=":material/arrow_back:"):
        shell.go("quizzes")
    told = w.text(
        "ui.author.kept" if current.is_kept else "ui.author.changed", file=current.name or w.text("ui.author.new-name")
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.html(piece(heading(w.text("ui.author.title"), 1, focus="author"), paragraph(told, "soft")), width="content")
        with st.container(horizontal=True, width="content"):
            if offered.local():
                st.button(
                    w.text("ui.author.save"),
                    key="author-save",
                    type="primary",
                    icon=":material/save:",
                    help=w.text("ui.author.save-help", folder=library.folder()),
                    on_click=_save,
                )
            st.button(
                w.text("ui.author.download"),
                key="author-download",
                icon=":material/download:",
                type="secondary" if offered.local() else "primary",
                on_click=_download,
            )
            st.button(w.text("ui.author.else"), key="author-else", type="tertiary", on_click=_choose)
    with st.container():  # always there: the editor must stay at its place among the elements, else it is made anew
        shell.remark()


def _download() -> None:
    """Have the editor hand out its text: what the browser holds is what was typed up to this moment."""
    keep()
    st.session_state[_DOWNLOADS] = st.session_state.get(_DOWNLOADS, 0) + 1


def _choose() -> None:
    st.session_state[starting.CHOOSING] = True


def _save() -> None:
    """Save what is open, and say what became of it."""
    w = shell.interface()
    current = opened()
    if current is None or not offered.local():
        return
    try:
        disk = saving.save(current, library.folder())
    except NotSavedError as error:
        state.say(w.text(f"ui.author.not-saved.{error.why}", file=error.file))
        return
    keep(disk)
    state.say(w.text("ui.author.saved", file=disk.path.name), well=True)


def _beside(w: Wording, examined: Examined, revision: str) -> None:
    """Draw one of three views on what the text gives."""
    good = last_good(examined, revision)
    labels = {
        "problems": problems.counts(w, examined.diagnostics),
        "questions": w.text("ui.author.question-count", count=len(good.questions)),
        "coverage": w.text("ui.author.coverage"),
    }
    view = st.segmented_control(
        w.text("ui.author.view"),
        VIEWS,
        default="problems",
        required=True,
        format_func=labels.__getitem__,
        key=VIEW,
        label_visibility="collapsed",
    )
    if view == "problems":
        st.html(problems.drafts(w, examined.loaded) + problems.listed(w, examined.diagnostics))
        return
    if good is not examined:
        st.html(note(w.text("ui.author.last-good")))
    if good.coverage is None:
        st.html(note(w.text("ui.author.mend-first")))
    elif view == "questions":
        _questions(w, good)
    else:
        st.html(covered.drawn(w, good.coverage, good.loaded.drafts, to_press=good is examined))


@st.fragment
def _questions(w: Wording, examined: Examined) -> None:
    """Draw the questions in a part of its own, so that trying one does not draw the page again."""
    questions.draw(w, examined.loaded, examined.questions, wide=False)
