"""Every question that a bank yields, as a learner sees it, ten to a page; its key and reasons can be shown below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from quizgen.bank import LoadedBank
from quizgen.forms import FormItem
from quizgen.scoring import grade
from quizgen.ui import feedback, shell
from quizgen.ui.author import entries, problems
from quizgen.ui.author.entries import kind_and_name
from quizgen.ui.components import keep_place
from quizgen.ui.html import heading, label, note, paragraph, piece, text
from quizgen.ui.interactions import PRESENTERS
from quizgen.wording import Wording

PER_PAGE = 10
KEY_WIDTHS = (560, 460)
ENTRY, TEMPLATE, KEYS = "author-entry", "author-template", "author-keys"
_FIRST = "author-first"
"""Names the question at the top of the page, so that the page stays with it when others come or go before it."""
_TURNED = "author-turned"


def draw(w: Wording, loaded: LoadedBank, questions: Sequence[FormItem], *, wide: bool) -> None:
    """Draw the questions of a bank; `wide` where there is room for what is given beside what is asked.

    `loaded` tells the lines of the entries; where the page has no editor to go to, none are told.
    """
    if not questions:
        words = w.text("ui.author.only-drafts" if loaded.drafts else "ui.author.no-questions")
        st.html(piece(f'<p class="small">{problems.coded(words)}</p>'))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _filtered(w, questions)
        keys = st.toggle(w.text("ui.author.keys"), key=KEYS)
    if not chosen:
        st.html(note(w.text("ui.author.none-fit")))
        return
    first = _first_on_page(chosen)
    _turning(w, chosen, first, "above")
    for entry in chosen[first : first + PER_PAGE]:
        _question(w, entry, loaded, wide=wide, keys=keys)
    if len(chosen) > PER_PAGE:
        _turning(w, chosen, first, "below")
    keep_place(chosen[first].item.id, st.session_state.get(_TURNED, 0))


def _filtered(w: Wording, questions: Sequence[FormItem]) -> list[FormItem]:
    by_entry = _counted(name for q in questions for name in dict.fromkeys(q.item.provenance.entries))
    by_template = _counted(q.item.template for q in questions)
    entry = _choice(w, "entry", by_entry, ENTRY)
    template = _choice(w, "template", by_template, TEMPLATE)
    return [
        q
        for q in questions
        if (not entry or entry in q.item.provenance.entries) and (not template or template == q.item.template)
    ]


def _counted(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


def _choice(w: Wording, name: str, counts: dict[str, int], key: str) -> str:
    """Draw a choice of one name, or of all; a name that is gone meanwhile is all."""
    if st.session_state.get(key) not in counts:
        st.session_state[key] = ""
    return st.selectbox(
        w.text(f"ui.author.{name}"),
        ["", *counts],
        format_func=lambda one: (
            w.text("ui.author.all") if not one else label(f"{kind_and_name(w, one)} ({counts[one]})")
        ),
        key=key,
        width=225,
    )


def _first_on_page(chosen: Sequence[FormItem]) -> int:
    """Return the place of the first question of the page that was looked at."""
    name = st.session_state.get(_FIRST)
    place = next((i for i, q in enumerate(chosen) if q.item.id == name), 0)
    return place - place % PER_PAGE


def _turning(w: Wording, chosen: Sequence[FormItem], first: int, where: str) -> None:
    last = min(first + PER_PAGE, len(chosen))
    with st.container(horizontal=True, vertical_alignment="center"):
        told = w.text("ui.author.which", first=first + 1, last=last, of=len(chosen))
        st.html(piece(paragraph(told)), width="content")
        if len(chosen) > PER_PAGE:
            before, after = max(first - PER_PAGE, 0), min(first + PER_PAGE, len(chosen) - 1)
            _turn(w, "previous", chosen[before], where, off=first == 0)
            _turn(w, "next", chosen[after], where, off=last == len(chosen))


def _turn(w: Wording, name: str, to: FormItem, where: str, *, off: bool) -> None:
    sign = ":material/chevron_left:" if name == "previous" else ":material/chevron_right:"
    st.button(
        w.text(f"ui.author.{name}"), key=f"{name}-{where}", icon=sign, disabled=off, on_click=_go, args=(to.item.id,)
    )


def _go(name: str) -> None:
    st.session_state[_FIRST] = name
    st.session_state[_TURNED] = st.session_state.get(_TURNED, 0) + 1


def _question(w: Wording, entry: FormItem, loaded: LoadedBank, *, wide: bool, keys: bool) -> None:
    shown = entry.shown()
    presenter = PRESENTERS[entry.item.interaction]
    with st.container(border=True, key=f"question-{entry.id}"):
        st.html(_head(w, entry, loaded, to_press=not wide))
        if wide:
            left, right = shell.columns(*presenter.WIDTHS)
        else:
            left = right = st.container()
        with left:
            st.html(piece(presenter.given(w, shown)))
        with right:
            st.html(piece(heading(w.text("ui.question.answer")), presenter.intro(w, shown), class_="intro"))
            presenter.ask(w, shown, None)
        if keys:
            _key(w, entry, wide=wide)


def _head(w: Wording, entry: FormItem, loaded: LoadedBank, *, to_press: bool) -> str:
    item = entry.item
    names = ", ".join(kind_and_name(w, name) for name in item.provenance.entries)
    told = text(w.text("ui.author.origin", number=entry.number, template=item.template, entries=names))
    if to_press:
        line = entries.line(loaded, item.provenance.entries[0])
        told += f" · {problems.to_line(w, line)}" if line else ""
    return piece(f'<p class="soft">{told}</p>', heading(item.stem), data_question=item.id)


def _key(w: Wording, entry: FormItem, *, wide: bool) -> None:
    """Draw what a learner is told who skips the question: nothing in it is marked as an answer of theirs."""
    item = entry.item
    told = PRESENTERS[item.interaction].explained(w, entry, None, grade(item, None))
    st.html(piece(paragraph(w.text("ui.author.told-after"), "over"), feedback.record(w, item), class_="told"))
    if wide:
        left, right = shell.columns(*KEY_WIDTHS)
        left.html(piece(told.left))
        right.html(piece(told.right))
    else:
        # With one column the reasons come first: an author looks for the key.
        parts = sorted((part for part in told if part), key=lambda part: 'class="reasons"' not in part)
        st.html(piece(*parts))
    more = w.text("ui.author.more", family=item.family, move=item.move, level=item.difficulty)
    st.html(piece(paragraph(more, "small")))
