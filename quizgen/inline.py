"""Inline Markdown as authors may use it: emphasis, code and http(s) links, and nothing else.

What is not allowed (images, HTML, links of other schemes) stays the text that was typed, so that hostile text can never
become markup; `problems` tells an author of it. Whatever `problems` lets pass reads the same to any CommonMark reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape as escape_html

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKS = re.compile(r"([\\`*_\[\]<>&])")
_HAS_MARKS = re.compile(r"[\\`*_\[<&]")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_ALLOWED = ("escape", "backticks", "emphasis", "link", "autolink")
_TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "link_close": "</a>",
}


@dataclass(frozen=True)
class Segment:
    """A run of text of one look; `href` is the address if it is a link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


def escape(text: str) -> str:
    """Return plain text as inline Markdown that reads the same."""
    # Most texts have no marks, and to look for them is quicker than to be ready to replace them.
    return _MARKS.sub(r"\\\1", text) if _MARKS.search(text) else text


def to_html(text: str) -> str:
    """Return inline Markdown as HTML of strong, em, code and a; everything else is escaped."""
    return "".join(_html(token) for token in _tokens(text))


def to_plain(text: str) -> str:
    """Return inline Markdown as the text that a reader sees."""
    return "".join(segment.text for segment in segments(text)) if _HAS_MARKS.search(text) else text


def segments(text: str) -> tuple[Segment, ...]:
    """Return inline Markdown as runs of text, each with its look, for outputs that are not HTML."""
    runs: list[Segment] = []
    strong = emphasis = 0
    href: str | None = None
    for token in _tokens(text):
        name = token.type
        strong += token.nesting if name.startswith("strong") else 0
        emphasis += token.nesting if name.startswith("em_") else 0
        if name.startswith("link"):
            href = _href(token) if token.nesting > 0 else None
        if not token.nesting and (content := _content(token)):
            look = Segment("", strong > 0, emphasis > 0, name == "code_inline", href)
            if runs and look == Segment("", *_look(runs[-1])):
                content = runs.pop().text + content
            runs.append(Segment(content, *_look(look)))
    return tuple(runs)


def problems(text: str) -> tuple[str, ...]:
    """Return what is not allowed in an author's inline Markdown, each in a phrase such as "an image"."""
    if not _HAS_MARKS.search(text):
        return ()
    return tuple(dict.fromkeys(_problems(_tokens(text, everything=True))))


def _problems(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield "an image"
        elif token.type == "html_inline":
            yield "HTML"
        elif token.type == "link_open" and not _WEB.match(_href(token)):
            yield "a link that does not begin with http:// or https://"
        elif token.type == "link_open" and token.attrGet("title") is not None:
            yield "a link with a title"
        elif token.type == "text_special" and token.info == "entity":
            yield "a character reference such as `&amp;`"


class _AnyLink(MarkdownIt):
    """Sees links of every scheme, so that they can be told of."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  (markdown-it's name)
        return True


class _WebLink(MarkdownIt):
    """Sees links to the web only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  (markdown-it's name)
        return _WEB.match(url) is not None


@lru_cache(maxsize=2)
def _parser(everything: bool) -> MarkdownIt:
    if everything:
        return _AnyLink("commonmark")
    return _WebLink("zero").enable(list(_ALLOWED))


def _tokens(text: str, *, everything: bool = False) -> list[Token]:
    if not _HAS_MARKS.search(text):
        return [Token("text", "", 0, content=text)] if text else []
    parser = _parser(everything)
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {}, tokens)
    return tokens


def _html(token: Token) -> str:
    if token.type == "link_open":
        return f'<a href="{escape_html(_href(token))}" rel="noopener noreferrer" target="_blank">'
    if token.nesting:
        return _TAGS[token.type]
    content = escape_html(_content(token))
    return f"<code>{content}</code>" if token.type == "code_inline" else content


def _href(token: Token) -> str:
    return str(token.attrGet("href") or "")


def _content(token: Token) -> str:
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content


def _look(segment: Segment) -> tuple[bool, bool, bool, str | None]:
    return segment.strong, segment.emphasis, segment.code, segment.href
