"""The result of a quiz: points, discernment in words and counts, squares, each question again, and what to do next."""

from __future__ import annotations

import json
from dataclasses import dataclass

import streamlit as st

from quizgen.errors import QuizgenError, RecordsError, UnknownAttemptError
from quizgen.forms import Form, practice_form
from quizgen.scoring import Report, make_report
from quizgen.ui import library, result_pieces, sheet, shell, state, troubles
from quizgen.ui.components import move_focus
from quizgen.ui.html import alert, heading, note, paragraph, piece
from quizgen.ui.library import Shelved
from quizgen.ui.state import Sitting
from quizgen.wording import Wording

WIDTH = 936
_ASKED = "asked-to-delete"


@dataclass(frozen=True)
class Result:
    """What the page shows of one attempt; made once a session, since nothing in it changes any more."""

    token: str
    report: Report


def draw() -> None:
    """Draw the page, or send the reader where they belong."""
    w = shell.interface()
    token = state.token_in_address()
    if token is None:
        shell.go("quizzes")
        return
    try:
        sitting = state.open_sitting(token)
    except UnknownAttemptError:
        troubles.unknown_attempt(w)
        return
    except RecordsError as error:
        troubles.unusable_store(w, error)
        return
    if not sitting.attempt.handed_in:
        shell.go("quiz", token=token)
    _page(sitting, _report(sitting))


def _report(sitting: Sitting) -> Report:
    kept: Result | None = st.session_state.get("result")
    if kept is None or kept.token != sitting.token:
        report = make_report(sitting.attempt.form, state.answers(sitting.attempt))
        kept = st.session_state["result"] = Result(sitting.token, report)
    return kept.report


def _page(sitting: Sitting, report: Report) -> None:
    w = sitting.language
    attempt = sitting.attempt
    spoken = result_pieces.sentences(w, report)
    with shell.frame(WIDTH):
        shell.remark()
        named = paragraph(w.text("ui.results.nickname", nickname=attempt.nickname)) if attempt.nickname else ""
        st.html(piece(heading(spoken.heading, 1, focus="result"), named, paragraph(sheet.about(sitting), "small")))
        words, tables = result_pieces.judgement(w, report, spoken)
        _side_by_side(500, words, tables)
        if spoken.confidence:
            with st.expander(w.text("ui.results.sure")):
                st.html(piece(result_pieces.told(spoken.confidence), result_pieces.sureness_table(w, report)))
        _side_by_side(450, *result_pieces.pictures(w, report))
        st.html(result_pieces.legend(w))
        for title, some in (("again", result_pieces.missed(report)), ("had-right", result_pieces.had_right(report))):
            if some:
                shown = result_pieces.again(w, attempt.form, some)
                st.html(piece(heading(w.text(f"ui.results.{title}")), shown))
        _what_next(w, sitting, report)
        _delete(w, sitting)
        move_focus(w.language, _ASKED if _asked(sitting) else "result")


def _side_by_side(left_width: int, left_html: str, right_html: str) -> None:
    left, right = shell.columns(left_width, WIDTH - 36 - left_width)
    with left:
        st.html(piece(left_html))
    if right_html:
        with right:
            st.html(piece(right_html))


def _what_next(w: Wording, sitting: Sitting, report: Report) -> None:
    form = sitting.attempt.form
    shelved = library.find(form.bank)
    missed = [told.id for told in result_pieces.missed(report)]
    if shelved is None:
        st.html(note(w.text("ui.results.gone")))
    with st.container(horizontal=True):
        if shelved and missed and st.button(w.text("ui.results.practise"), key="practise", type="primary"):
            _begin_again(w, sitting, shelved, missed)
        if shelved and st.button(
            w.text("ui.results.another"), key="another", type="secondary" if missed else "primary"
        ):
            _begin_again(w, sitting, shelved, [])
        st.download_button(
            w.text("ui.results.save-html"),
            lambda: sheet.result_sheet(sitting),
            f"{w.text('ui.results.file')}-{form.id}.html",
            "text/html",
            key="save-html",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            w.text("ui.results.save-json"),
            lambda: _exported(sitting.token),
            f"{w.text('ui.results.file')}-{form.id}.json",
            "application/json",
            key="save-json",
            icon=":material/download:",
            on_click="ignore",
        )
        if st.button(w.text("ui.unavailable.all"), key="all-quizzes", type="tertiary"):
            shell.go("quizzes")


def _exported(token: str) -> str:
    return json.dumps(library.store().export(token), ensure_ascii=False, indent=2)


def _begin_again(w: Wording, sitting: Sitting, shelved: Shelved, missed: list[str]) -> None:
    attempt = sitting.attempt
    try:
        form = _next_form(shelved, attempt.form, missed)
        token = library.store().start(
            form,
            mode="practice" if missed else attempt.mode,
            ask_confidence=attempt.ask_confidence,
            nickname=attempt.nickname,
        )
    except RecordsError as error:
        troubles.remark(w, error)
    except QuizgenError as error:
        st.html(alert(w.text("ui.unavailable.bank", problem=error)))
    else:
        shell.go("quiz", token=token)


def _next_form(shelved: Shelved, form: Form, missed: list[str]) -> Form:
    if missed:
        return practice_form(shelved.loaded, form, missed, library.new_seed())
    offers = library.lengths(shelved.offers)
    return library.new_form(shelved, len(form.items) if len(form.items) in offers else max(offers))


def _asked(sitting: Sitting) -> bool:
    return bool(st.session_state.get(_ASKED) == sitting.token)


def _delete(w: Wording, sitting: Sitting) -> None:
    """Ask before the attempt is deleted: there is no way back."""
    if not _asked(sitting):
        asks = st.button(w.text("ui.results.delete"), key="delete", type="tertiary", icon=":material/delete:")
        if asks:
            st.session_state[_ASKED] = sitting.token
            st.rerun()
        return
    st.html(alert(w.text("ui.results.delete-ask"), focus=_ASKED))
    with st.container(horizontal=True):
        if st.button(w.text("ui.results.delete-yes"), key="delete-yes"):
            _deleted(w, sitting)
        if st.button(w.text("ui.results.delete-no"), key="delete-no", type="primary"):
            del st.session_state[_ASKED]
            st.rerun()


def _deleted(w: Wording, sitting: Sitting) -> None:
    try:
        library.store().delete(sitting.token)
    except RecordsError as error:
        troubles.remark(w, error)
        return
    except UnknownAttemptError:
        pass  # another window has done it already
    state.forget()
    state.say(w.text("ui.results.deleted"), well=True)
    shell.go("quizzes")
