"""The list of quizzes: a card for each bank, with the way back into a quiz that was begun."""

from __future__ import annotations

import streamlit as st

from quizgen.bank import Bank
from quizgen.errors import RecordsError, UnknownAttemptError
from quizgen.ui import library, offered, shell, state, troubles
from quizgen.ui.components import move_focus
from quizgen.ui.html import heading, icon, items, label, note, paragraph, piece, text
from quizgen.ui.library import Shelved
from quizgen.ui.state import Sitting
from quizgen.wording import Wording

WIDTH = 760


def draw() -> None:
    """Draw the page."""
    w = shell.interface()
    with shell.frame(WIDTH):
        shell.remark()
        title = heading(w.text("ui.quizzes.title"), 1, focus="quizzes")
        st.html(piece(title, paragraph(w.text("ui.quizzes.lead"))))
        begun = _begun(w)
        shelved = list(library.shelf())
        for one in shelved:
            _card(w, one, begun)
        if not shelved:
            st.html(note(w.text("ui.quizzes.none", folder=library.folder())))
        if offered.worksheets() and any(one.offers for one in shelved):
            _to_worksheets(w)
        if offered.author():
            _to_author(w)
        st.html(note(w.text("ui.quizzes.privacy")))
        move_focus(w.language, "quizzes")


def _to_worksheets(w: Wording) -> None:
    if st.button(w.text("ui.quizzes.worksheets"), key="worksheets", type="tertiary", icon=":material/print:"):
        shell.go("worksheets")


def _to_author(w: Wording) -> None:
    if st.button(w.text("ui.quizzes.author"), key="author", type="tertiary", icon=":material/edit_note:"):
        shell.go("author")


def _begun(w: Wording) -> Sitting | None:
    """Return the quiz that the address leads to, if it was not handed in."""
    token = state.token_in_address()
    if token is None:
        return None
    try:
        sitting = state.open_sitting(token)
    except UnknownAttemptError:
        del st.query_params[state.TOKEN]
        return None
    except RecordsError as error:
        troubles.remark(w, error)
        return None
    return None if sitting.attempt.handed_in else sitting


def _card(w: Wording, shelved: Shelved, begun: Sitting | None) -> None:
    with st.container(border=True):
        if shelved.bank is None:
            _broken(w, shelved)
        elif shelved.namesake:
            _same_id(w, shelved.path.name, shelved.namesake, shelved.bank.id)
        elif not shelved.offers:
            title = w.text("ui.quizzes.too-small", title=shelved.bank.title)
            _for_the_author(w, shelved, title, w.text("ui.quizzes.too-small-text"))
        else:
            _whole(w, shelved, shelved.bank, begun if begun and begun.attempt.form.bank == shelved.bank.id else None)


def _whole(w: Wording, shelved: Shelved, bank: Bank, begun: Sitting | None) -> None:
    article = bank.article
    about = paragraph(bank.description) if bank.description else ""
    cited = w.text("ui.quizzes.article", **article.model_dump(include={"author", "title", "publisher", "published"}))
    st.html(piece(heading(bank.title), about, paragraph(cited, "small")))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html(piece(items(_facts(w, shelved, bank), "facts")), width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            if begun is None:
                if st.button(w.text("ui.quizzes.open"), key=f"open-{shelved.path.name}", help=_help(w, bank)):
                    shell.go("quiz", bank=bank.id)
                return
            if st.button(_go_on(w, begun), key=f"continue-{shelved.path.name}", type="primary"):
                shell.go("quiz", token=begun.token)
            if st.button(w.text("ui.quizzes.afresh"), key=f"afresh-{shelved.path.name}", type="tertiary"):
                shell.go("quiz", bank=bank.id)


def _help(w: Wording, bank: Bank) -> str:
    return label(w.text("ui.quizzes.open-help", title=bank.title))


def _go_on(w: Wording, begun: Sitting) -> str:
    entry = begun.current
    return w.text("ui.quizzes.continue", number=entry.number) if entry else w.text("ui.quizzes.continue-review")


def _facts(w: Wording, shelved: Shelved, bank: Bank) -> list[str]:
    least, most = shelved.offers[0], shelved.offers[-1]
    if least == most:
        questions = w.text("ui.quizzes.question-count", count=most.length)
        minutes = w.text("ui.quizzes.minutes", minutes=most.minutes)
    else:
        questions = w.text("ui.quizzes.questions", count=most.length)
        minutes = w.text("ui.quizzes.minutes-range", least=least.minutes, most=most.minutes)
    told = {"level": w.text(f"ui.level.{bank.level}"), "list": questions, "clock": minutes}
    return [f"{icon(sign)} {text(words)}" for sign, words in told.items()]


def _broken(w: Wording, shelved: Shelved) -> None:
    title = w.text("ui.quizzes.broken.title", file=shelved.path.name)
    _for_the_author(w, shelved, title, w.text("ui.quizzes.broken.text", count=shelved.errors))


def _same_id(w: Wording, file: str, other: str, bank_id: str) -> None:
    words = w.text("ui.quizzes.same-id-text", file=file, id=bank_id)
    st.html(piece(heading(w.text("ui.quizzes.same-id", file=file, other=other)), paragraph(words)))


def _for_the_author(w: Wording, shelved: Shelved, title: str, words: str) -> None:
    command = w.text("ui.quizzes.broken.command", file=shelved.path.name)
    st.html(piece(heading(title), f"<p>{text(words)} <code>{text(command)}</code></p>"))
