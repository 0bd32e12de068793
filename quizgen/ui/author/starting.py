"""What an author starts from: the template, an article, a bank that is here, or a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePath

import streamlit as st

from quizgen.articles import READERS
from quizgen.articles.reading import MAX_CHARACTERS
from quizgen.authoring.apart import MOST_MEGABYTES, draft_apart
from quizgen.authoring.template import template_text
from quizgen.errors import ArticleNotReadableError
from quizgen.ui import library, offered, shell, state
from quizgen.ui.author.examined import LONGEST
from quizgen.ui.author.opened import OnDisk, Opened, open_text
from quizgen.ui.components import move_focus, name_uploads
from quizgen.ui.html import alert, heading, label, paragraph, piece
from quizgen.wording import Wording

WIDTH = 640
CHOOSING = "author-choosing"
"""Says that another start is looked for while a text is open."""
_HOW = "author-start"


def draw(w: Wording, current: Opened | None) -> None:
    """Draw the choice; `current` is the text that is open now and would be thrown away."""
    with shell.frame(WIDTH):
        if st.button(w.text("ui.start.back"), key="back-to-quizzes", type="tertiary", icon=":material/arrow_back:"):
            shell.go("quizzes")
        title = heading(w.text("ui.author.title"), 1, focus="author-start")
        st.html(piece(title, paragraph(w.text("ui.author.lead" if offered.local() else "ui.author.lead-shared"))))
        if current is not None:
            if not current.is_kept:
                st.html(alert(w.text("ui.author.would-be-lost", file=current.name or w.text("ui.author.new-name"))))
            if st.button(w.text("ui.author.go-back"), key="author-go-back", type="primary"):
                st.session_state.pop(CHOOSING, None)
                st.rerun()
        ways = {name: way for name, way in _WAYS.items() if name != "bank" or _banks()}
        how = st.radio(
            w.text("ui.author.how"),
            list(ways),
            format_func=lambda name: w.text(f"ui.author.ways.{name}"),
            captions=[w.text(f"ui.author.ways.{name}-note") for name in ways],
            key=_HOW,
            width="stretch",
        )
        ways[how](w, current is not None and not current.is_kept)
        name_uploads()
        move_focus(w.language, "author-start")


def _start(w: Wording, *, loses: bool) -> bool:
    """Draw the button that starts; where something is thrown away by it, it says so."""
    words = w.text("ui.author.start-anyway" if loses else "ui.author.start")
    return st.button(words, key="author-start-go", type="secondary" if loses else "primary", width="stretch")


def _begin(name: str, text: str, disk: OnDisk | None = None, *, kept: bool = True) -> None:
    open_text(name, text, disk, kept=kept)
    st.session_state.pop(CHOOSING, None)
    st.rerun()


def _template(w: Wording, loses: bool) -> None:
    if _start(w, loses=loses):
        _begin("", template_text())


def _article(w: Wording, loses: bool) -> None:
    file = st.file_uploader(
        w.text("ui.author.article.file"),
        type=[ending.removeprefix(".") for ending in READERS],
        key="author-article",
        max_upload_size=MOST_MEGABYTES,
        help=w.text("ui.author.article.file-help"),
    )
    pasted = st.text_area(
        w.text("ui.author.article.text"), key="author-article-text", max_chars=MAX_CHARACTERS, height=160
    )
    is_pasted = bool(pasted and pasted.strip())
    if not _start(w, loses=loses):
        return
    if bool(file) == is_pasted:
        st.html(alert(w.text(f"ui.author.article.{'both' if file else 'missing'}")))
    elif file is not None:
        _draft(w, file.getvalue(), PurePath(file.name).name)
    else:
        _draft(w, pasted.encode("utf-8", "replace"), None)


def _draft(w: Wording, content: bytes, file: str | None) -> None:
    """Open what an article gives as a bank, or tell why it gives none."""
    name = file or w.text("ui.author.article.pasted")
    try:
        with st.spinner(w.text("ui.author.article.reading")):
            made = draft_apart(content, file, today=date.today())
    except ArticleNotReadableError as error:
        st.html(alert(w.text("ui.author.article.refused", file=name, problem=error.problem, help=error.help)))
        return
    notes = [note.replace("`", "") for note in made.notes]
    if not made.claims + made.passages:
        st.html(alert(w.text("ui.author.article.nothing", file=name, notes=notes)))
        return
    told = w.text("ui.author.article.drafted", claims=made.claims, passages=made.passages, notes=notes)
    state.say(told, well=not notes)
    _begin("", made.text, kept=False)  # it stands nowhere else, so that the window holds it


def _banks() -> dict[str, Path]:
    """Return the banks that may be opened: they hold keys, so none where keys may not be seen."""
    return {one.path.name: one.path for one in library.shelf()} if offered.worksheets() else {}


def _bank(w: Wording, loses: bool) -> None:
    banks = _banks()
    name = st.selectbox(w.text("ui.author.bank"), list(banks), format_func=label, key="author-bank")
    if _start(w, loses=loses):
        try:
            content = banks[name].read_bytes()
        except OSError as error:
            st.html(alert(w.text("ui.author.unreadable.disk", file=name, problem=error.strerror)))
            return
        _open_file(w, name, content, OnDisk(banks[name], content))


def _upload(w: Wording, loses: bool) -> None:
    file = st.file_uploader(w.text("ui.author.upload"), type=["yaml", "yml"], key="author-upload", max_upload_size=1)
    if file is not None and _start(w, loses=loses):
        _open_file(w, file.name, file.getvalue())


def _open_file(w: Wording, name: str, content: bytes, disk: OnDisk | None = None) -> None:
    """Open a file, or tell why it cannot be shown as text."""
    why = None
    text = ""
    if len(content) > LONGEST:
        why = "too-long"
    elif b"\0" in content:
        why = "binary"
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            why = "not-utf-8"
    if why:
        st.html(alert(w.text(f"ui.author.unreadable.{why}", file=name)))
    else:
        _begin(name, text, disk)


_WAYS: dict[str, Callable[[Wording, bool], None]] = {
    "template": _template,
    "article": _article,
    "bank": _bank,
    "file": _upload,
}
