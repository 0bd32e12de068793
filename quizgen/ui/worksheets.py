"""The page on which teachers print a quiz: choose, make, look, download."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

import streamlit as st

from quizgen.bank import Bank
from quizgen.errors import QuizgenError
from quizgen.forms.assembly import DEFAULT
from quizgen.ui import library, offered, printed, shell
from quizgen.ui.components import move_focus
from quizgen.ui.html import alert, heading, label, note, paragraph, piece
from quizgen.ui.library import Shelved
from quizgen.ui.printed import Choices, Made
from quizgen.wording import Wording
from quizgen.worksheets import FORMATS, Document, Look
from quizgen.worksheets.look import Paper, Size

Offer = TypeVar("Offer", int, Paper, Size)

LEFT, RIGHT = 400, 640
SIZES: list[Size] = ["normal", "large", "readable"]
PAPERS: list[Paper] = ["a4", "letter"]
MOST_VERSIONS = 6
MADE = "worksheets-made"
SEED = "worksheets-seed"
PAGE = "worksheets-page"
LAST_SEED = 2**31 - 1
MIME = {
    "pdf": "application/pdf",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def draw() -> None:
    """Draw the page."""
    w = shell.interface()
    with shell.frame(LEFT + RIGHT + 36):
        if st.button(w.text("ui.start.back"), key="back-to-quizzes", type="tertiary", icon=":material/arrow_back:"):
            shell.go("quizzes")
        if not offered.worksheets():
            st.html(piece(heading(w.text("ui.worksheets.off-title"), 1), paragraph(w.text("ui.worksheets.off"))))
            st.code(w.text("ui.worksheets.command"), language=None)
            return
        title = heading(w.text("ui.worksheets.title"), 1, focus="worksheets")
        st.html(piece(title, paragraph(w.text("ui.worksheets.lead"))))
        shelves = {one.bank.id: one for one in library.shelf() if one.bank and one.offers}
        if not shelves:
            st.html(note(w.text("ui.worksheets.none")))
            return
        left, right = shell.columns(LEFT, RIGHT)
        with left:
            choices, shelved = _choose(w, shelves)
            if st.button(w.text("ui.worksheets.make"), key="make", type="primary", width="stretch"):
                st.session_state[MADE], st.session_state[PAGE] = choices, 1
        with right:
            _show(w, choices, shelved)
        move_focus(w.language, "worksheets")


def _choose(w: Wording, shelves: dict[str, Shelved]) -> tuple[Choices, Shelved]:
    """Draw what can be chosen and return it; nothing is made of it yet."""
    names = {bank_id: label(shelved.loaded.usable().title) for bank_id, shelved in shelves.items()}
    bank_id = st.selectbox(w.text("ui.worksheets.quiz"), list(names), format_func=names.__getitem__, key="sheet-bank")
    shelved = shelves[bank_id]
    bank = shelved.loaded.usable()
    blueprint = _blueprint(w, bank)
    length = _segments(
        w, "questions", [offer.length for offer in shelved.offers], usual=min(1, len(shelved.offers) - 1)
    )
    versions = _segments(w, "versions", list(range(1, MOST_VERSIONS + 1)))
    size = _segments(w, "size", SIZES, of="sizes")
    paper = _segments(w, "paper", PAPERS, of="papers")
    key = st.checkbox(w.text("ui.worksheets.key"), value=True, key="sheet-key")
    bubbles, glossary, compact = (
        st.checkbox(w.text(f"ui.worksheets.{name}"), key=f"sheet-{name}") for name in ("bubbles", "glossary", "compact")
    )
    address = st.text_input(w.text("ui.worksheets.base-url"), key="sheet-address", placeholder="https://").strip()
    st.session_state.setdefault(SEED, library.new_seed())
    seed = st.number_input(w.text("ui.worksheets.seed"), min_value=0, max_value=LAST_SEED, step=1, key=SEED)
    st.html(note(w.text("ui.worksheets.seed-note")))
    st.button(w.text("ui.worksheets.redraw"), key="redraw", type="tertiary", on_click=_redraw)
    look = Look(paper=paper, size=size, compact=compact, bubbles=bubbles, glossary=glossary, base_url=address or None)
    choices = Choices(
        bank=bank_id,
        revision=shelved.loaded.revision,
        blueprint=blueprint,
        length=length,
        versions=versions,
        seed=int(seed),
        look=look,
        key=key,
    )
    return choices, shelved


def _redraw() -> None:
    st.session_state[SEED] = library.new_seed()


def _blueprint(w: Wording, bank: Bank) -> str:
    names = list(dict.fromkeys((DEFAULT, *bank.blueprints)))
    if len(names) == 1:
        return DEFAULT
    return st.selectbox(w.text("ui.worksheets.blueprint"), names, format_func=label, key=f"sheet-blueprint-{bank.id}")


def _segments(w: Wording, name: str, offers: list[Offer], *, of: str | None = None, usual: int = 0) -> Offer:
    """Draw a row of choices; `of` names the wording of each."""
    chosen = st.segmented_control(
        w.text(f"ui.worksheets.{name}"),
        offers,
        default=offers[usual],
        required=True,
        format_func=lambda offer: w.text(f"ui.worksheets.{of}.{offer}") if of else str(offer),
        key=f"sheet-{name}-{len(offers)}",
    )
    return offers[usual] if chosen is None else chosen


def _show(w: Wording, chosen: Choices, shelved: Shelved) -> None:
    """Draw the sheets that were made last, if any were."""
    choices: Choices | None = st.session_state.get(MADE)
    if choices is None or choices.bank != chosen.bank:
        return
    if choices != chosen:
        st.html(note(w.text("ui.worksheets.changed")))
    try:
        made = printed.make(choices, shelved.loaded)
    except QuizgenError as error:
        st.html(alert(w.text("ui.worksheets.refused", problem=error)))
        return
    for rule in made.gave_way:
        st.html(note(w.text("ui.worksheets.gave-way", rule=rule)))
    st.html(piece(heading(w.text("ui.worksheets.preview"))))
    document = _which(w, made)
    _preview(w, choices, document)
    _downloads(w, choices, made, document)


def _which(w: Wording, made: Made) -> Document:
    names = {document.name: _name(w, document) for document in made.documents}
    chosen = st.segmented_control(
        w.text("ui.worksheets.which"),
        list(names),
        default=made.documents[0].name,
        required=True,
        format_func=names.__getitem__,
        key=f"sheet-which-{made.documents[0].name}",
        on_change=_first_page,
    )
    return next((d for d in made.documents if d.name == chosen), made.documents[0])


def _name(w: Wording, document: Document) -> str:
    kind = "sheet-key" if document.content.kind == "key" else "sheet"
    return w.text(f"ui.worksheets.{kind}", version=document.version)


def _first_page() -> None:
    st.session_state[PAGE] = 1


def _turn(by: int) -> None:
    st.session_state[PAGE] += by


def _preview(w: Wording, choices: Choices, document: Document) -> None:
    drawn = printed.pages(choices, document.name, document)
    of = len(drawn)
    number = min(st.session_state.setdefault(PAGE, 1), of)
    first, last = number == 1, number == of
    with st.container(horizontal=True, vertical_alignment="center"):
        previous, following = w.text("ui.worksheets.previous"), w.text("ui.worksheets.next")
        st.button(previous, key="previous", icon=":material/chevron_left:", on_click=_turn, args=(-1,), disabled=first)
        st.html(piece(paragraph(w.text("ui.worksheets.page-number", number=number, of=of))), width="content")
        st.button(following, key="next", icon=":material/chevron_right:", on_click=_turn, args=(1,), disabled=last)
    words = w.text("ui.worksheets.alt", title=document.content.title, number=number, of=of)
    with st.container(border=True):
        st.image(drawn[number - 1], width="stretch", caption=None, alt=words)


def _downloads(w: Wording, choices: Choices, made: Made, document: Document) -> None:
    """Draw the downloads: each file is made when its button is pressed."""
    with st.container(horizontal=True):
        for ending in FORMATS:
            words = w.text(
                "ui.worksheets.download", sheet=_name(w, document), format=w.text(f"ui.worksheets.formats.{ending}")
            )
            st.download_button(
                label(words),
                partial(printed.file, choices, document.name, ending, document),
                file_name=f"{document.name}.{ending}",
                mime=MIME[ending],
                key=f"download-{ending}",
                type="primary" if ending == "pdf" else "secondary",
                on_click="ignore",
            )
        st.download_button(
            w.text("ui.worksheets.all"),
            partial(printed.archive, choices, made),
            file_name=f"{choices.bank}-{choices.seed}.zip",
            mime="application/zip",
            key="download-all",
            on_click="ignore",
        )
