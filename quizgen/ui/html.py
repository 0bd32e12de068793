"""Small pieces of HTML; every value is escaped here, and nothing else in the app writes a tag around a value.

Text of a bank is put through `text`, an author's inline Markdown through `inline`, and what Streamlit reads as Markdown
(the labels of its widgets) through `label`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as text

from quizgen.inline import to_html as inline

__all__ = [
    "alert",
    "attributes",
    "heading",
    "icon",
    "inline",
    "items",
    "label",
    "note",
    "paragraph",
    "piece",
    "status",
    "tag",
    "text",
]

_MARKS = re.compile(r"([\\`*_\[\]<>~$]|&(?=#?\w+;)|^[#+\-=](?=\s|$|[#\-=]))")
"""What Markdown reads as a mark; no more than that, since screen readers are told some labels as they are written."""
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_DECODED = re.compile(r"(?<=[:@])(?=[A-Za-z+/_-])|(?<=[wW]{3})(?=\.)|(?<=[-<>=~])(?=[-<>=~])")
"""Places where Streamlit's Markdown makes icons, emoji, links and arrows of what it has already unescaped."""
WORD_JOINER = "\u2060"


def label(plain: str) -> str:
    """Return plain text for a widget's label, which Streamlit reads as Markdown, so that it reads the same."""
    kept_apart = _DECODED.sub(WORD_JOINER, " ".join(plain.split()))
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\1", kept_apart))


def attributes(**values: str | int | bool | None) -> str:
    """Return attributes with a space before each; None and False leave one out, `_` in a name stands for `-`."""
    given = ((name.strip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(
        f" {name}" if value is True else f' {name}="{text(str(value))}"'
        for name, value in given
        if value not in (None, False)
    )


def piece(*parts: str, **values: str | int | bool | None) -> str:
    """Return parts that are HTML in one block that the style sheet of the app holds for."""
    kind = values.pop("class_", None)
    return f"<div{attributes(class_=f'qg {kind}' if kind else 'qg', **values)}>{''.join(parts)}</div>"


def heading(words: str, level: int = 2, *, focus: str | None = None) -> str:
    """Return a heading of plain text; `focus` names it as the place where reading goes on after a change."""
    return f"<h{level}{attributes(data_focus=focus, tabindex=-1 if focus else None)}>{text(words)}</h{level}>"


def paragraph(words: str, kind: str | None = None) -> str:
    """Return a paragraph of plain text."""
    return f"<p{attributes(class_=kind)}>{text(words)}</p>"


def icon(name: str) -> str:
    """Return a sign that says nothing the words beside it do not say; the style sheet draws it."""
    return f'<span class="i i-{name}" aria-hidden="true"></span>'


def tag(words: str, *, filled: bool = False) -> str:
    """Return a short remark in a frame."""
    return f'<span class="tag{" full" if filled else ""}">{text(words)}</span>'


def items(rows: Iterable[str], kind: str, *, ordered: bool = False) -> str:
    """Return a list of rows that are HTML."""
    name = "ol" if ordered else "ul"
    return f'<{name} class="{kind}">{"".join(f"<li>{row}</li>" for row in rows)}</{name}>'


def note(words: str) -> str:
    """Return a quiet remark."""
    return piece(paragraph(words, "small"))


def alert(words: str, *, focus: str | None = None) -> str:
    """Return a warning that is read out at once; `focus` as in `heading`."""
    told = f"<span{attributes(data_focus=focus, tabindex=-1 if focus else None)}>{text(words)}</span>"
    return piece(icon("alert"), told, class_="alert", role="alert")


def status(words: str) -> str:
    """Return good news that is read out when there is a pause."""
    return piece(icon("right"), f"<span>{text(words)}</span>", class_="alert calm", role="status")
