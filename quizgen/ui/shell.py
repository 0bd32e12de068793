"""What every page of the app has around it: its style, its width, and where reading goes on."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import files
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from quizgen.ui import offered
from quizgen.ui.html import alert, status
from quizgen.ui.state import TOKEN, said
from quizgen.wording import Wording, load_wording

PAGES = Path(__file__).parent / "pages"
FAVICON = Path(__file__).with_name("favicon.png")
PIECES_CSS = (files("quizgen.ui") / "pieces.css").read_text(encoding="utf-8")
"""The style of what quizgen draws itself; a saved result carries it too."""
_OTHERS_CSS = ((files("quizgen.ui") / name).read_text(encoding="utf-8") for name in ("streamlit.css", "author.css"))
_STYLE = f"<style>{PIECES_CSS}{''.join(_OTHERS_CSS)}</style>"


def interface() -> Wording:
    """Return the wording of pages that belong to no quiz."""
    return load_wording("en")


def pages() -> list[st.Page]:
    """Return the pages of the app; nobody chooses among them but by its buttons.

    An address without a page leads to the list of quizzes, or where a bank is previewed to its preview.
    """
    w = interface()
    app = w.text("ui.app")
    first = "quizzes" if offered.preview() is None else "preview"
    titles = {
        "quizzes": "quizzes",
        "quiz": "question",
        "worksheets": "worksheets",
        "author": "author",
        "preview": "preview",
        "results": "results",
    }
    return [
        st.Page(
            PAGES / f"{name}.py", title=f"{w.text(f'ui.{part}.page')} · {app}", url_path=name, default=name == first
        )
        for name, part in titles.items()
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


def columns(left: int, right: int) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two columns of these widths in pixels; without room for both they stack in this order."""
    row = st.container(horizontal=True, gap="medium")
    return row.container(width=left), row.container(width=right)


def remark() -> None:
    """Show what an action had to tell, if it had."""
    if told := said():
        st.html(status(told.words) if told.well else alert(told.words))
