"""What every page of the app has around it: its style, its width, and where reading goes on."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import files
from pathlib import Path

import streamlit as st

from quizgen.ui.html import alert, status
from quizgen.ui.state import TOKEN, said
from quizgen.wording import Wording, load_wording

PAGES = Path(__file__).parent / "pages"
FAVICON = Path(__file__).with_name("favicon.png")
PIECES_CSS = (files("quizgen.ui") / "pieces.css").read_text(encoding="utf-8")
"""The style of what quizgen draws itself; a saved result carries it too."""
_STYLE = f"<style>{PIECES_CSS}{(files('quizgen.ui') / 'streamlit.css').read_text(encoding='utf-8')}</style>"


def interface() -> Wording:
    """Return the wording of pages that belong to no quiz."""
    return load_wording("en")


def pages() -> list[st.Page]:
    """Return the pages of the app, the list of quizzes first; nobody chooses among them but by its buttons."""
    w = interface()
    app = w.text("ui.app")
    return [
        st.Page(PAGES / "quizzes.py", title=f"{w.text('ui.quizzes.page')} · {app}", url_path="quizzes", default=True),
        st.Page(PAGES / "quiz.py", title=f"{w.text('ui.question.page')} · {app}", url_path="quiz"),
        st.Page(PAGES / "worksheets.py", title=f"{w.text('ui.worksheets.page')} · {app}", url_path="worksheets"),
        st.Page(PAGES / "results.py", title=f"{w.text('ui.results.page')} · {app}", url_path="results"),
    ]


def run() -> None:
    """Configure the page and run the one that the address names."""
    st.set_page_config(page_icon=str(FAVICON), layout="wide")
    st.navigation(pages(), position="hidden").run()


def go(page: str, *, token: str | None = None, **parameters: str) -> None:
    """Go to a page; an attempt goes along by its token in the address."""
    st.switch_page(PAGES / f"{page}.py", query_params={**parameters, **({TOKEN: token} if token else {})})


def frame(width: int) -> AbstractContextManager[object]:
    """Return the middle of a page, `width` pixels wide where there is room; the style sheet comes with it."""
    st.html(_STYLE)
    return st.container(horizontal_alignment="center").container(width=width)


def columns(left: int, right: int) -> tuple[AbstractContextManager[object], AbstractContextManager[object]]:
    """Return two columns of these widths in pixels; without room for both they stack in this order."""
    row = st.container(horizontal=True, gap="medium")
    return row.container(width=left), row.container(width=right)


def remark() -> None:
    """Show what an action had to tell, if it had."""
    if told := said():
        st.html(status(told.words) if told.well else alert(told.words))
