"""The page that shows a bank's questions while another program writes its file: each save shows at once."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from quizgen.bank import Bank
from quizgen.ui import library, offered, shell
from quizgen.ui.author import covered, problems, questions
from quizgen.ui.author.examined import Examined, Stamp, examine_file, last_good, stamp
from quizgen.ui.components import move_focus
from quizgen.ui.html import heading, note, paragraph, piece
from quizgen.wording import Wording

WIDTH = 1096
"""As wide as a question and the frame around it."""
SECONDS = 0.25
"""How often the file is looked at."""
VIEW = "preview-view"


def draw() -> None:
    """Draw the page."""
    w = shell.interface()
    path = offered.preview()
    if path is None:
        shell.go("quizzes")
        return
    seen = stamp(path)
    examined = examine_file(path, seen)
    good = last_good(examined, str(path))
    bank = good.loaded.bank
    with shell.frame(WIDTH):
        title = bank.title if bank else path.name
        told = w.text("ui.preview.lead", file=path.name)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
            st.html(piece(heading(title, 1, focus="preview"), paragraph(told, "soft")), width="content")
            _take(w, bank)
        _watch(str(path), seen)
        st.html(
            problems.drafts(w, examined.loaded) + problems.listed(w, examined.diagnostics, to_press=False, titled=True)
        )
        if bank is not None:
            _yields(w, good, sound=good is examined)
        move_focus(w.language, "preview")


def _take(w: Wording, bank: Bank | None) -> None:
    if (
        bank is not None
        and library.find(bank.id)
        and st.button(w.text("ui.preview.take"), key="take", icon=":material/quiz:")
    ):
        shell.go("quiz", bank=bank.id)


def _yields(w: Wording, good: Examined, *, sound: bool) -> None:
    names = ("questions", "coverage")
    labels = {
        "questions": w.text("ui.author.question-count", count=len(good.questions)),
        "coverage": w.text("ui.author.coverage"),
    }
    view = st.segmented_control(
        w.text("ui.author.view"),
        names,
        default="questions",
        required=True,
        format_func=labels.__getitem__,
        key=VIEW,
        label_visibility="collapsed",
    )
    if not sound:
        st.html(note(w.text("ui.author.last-good")))
    if view == "questions":
        questions.draw(w, good.loaded, good.questions, wide=True)
    elif good.coverage is not None:
        st.html(covered.drawn(w, good.coverage, good.loaded.drafts, to_press=False))


@st.fragment(run_every=SECONDS)
def _watch(path: str, seen: Stamp | None) -> None:
    """Draw the page again once the file is another than the one that was drawn."""
    if stamp(Path(path)) != seen:
        st.rerun()
