"""Markdown as paragraphs: what a reader sees, without its marks, its pictures and its code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizgen.articles.article import Paragraph, Record, Role
from quizgen.articles.plain import mended, role_of
from quizgen.yaml_source import parse_yaml

# Not indented code: an indented paragraph of an article is a paragraph.
_PARSER = MarkdownIt("commonmark").enable("table").disable("code")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_MARKS = re.compile(r"\*\*[^\s*][^*\n]*\*\*|\[[^\[\]\n]+\]\((?:https?:|#|/)[^()\n]*\)|(?m:^#{1,4} \S)")
_FIELDS = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "site", "sitename", "source"),
    "published": ("published", "date"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
}
_COUNTED = 100
"""From here on a number at the beginning of a line is a year or the like, and no count of a list's items."""


def has_marks(text: str) -> bool:
    """Whether a plain text holds Markdown: bold words, links, or headings with `#`."""
    return _MARKS.search(text) is not None


def read_markdown(text: str) -> tuple[list[Paragraph], Record]:
    """Return the paragraphs of a Markdown text, and what its front matter tells."""
    record = Record()
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
        record = _record(parse_yaml(front[1], "front matter").data)
    tokens = _PARSER.parse(text)
    if record.title is None:
        record = record._replace(title=_first_heading(tokens))
    return mended(list(_paragraphs(tokens))), record


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """Return the first heading of the first rank, else none: the headings below it are those of parts."""
    first = next((i for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"), None)
    return None if first is None else _seen(tokens[first + 1].children or ())


def _record(data: Any) -> Record:
    if not isinstance(data, Mapping):
        return Record()
    told = {name: _first(data, keys) for name, keys in _FIELDS.items()}
    return Record(**told)


def _first(data: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    for key in keys:
        value = data.get(key)
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and value.strip():
            return value
    return None


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    prefix = ""
    items = 0
    heading = False
    for token in tokens:
        if token.type == "list_item_open":
            items += 1
            counted = token.info.isdigit() and int(token.info) < _COUNTED
            prefix = f"{token.info}{token.markup} " if token.info and not counted else ""
        elif token.type == "list_item_close":
            items -= 1
        elif token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            text = " ".join((prefix + _seen(token.children or ())).split())
            role: Role = "heading" if heading else "item" if items and not prefix else role_of(text)
            prefix, heading = "", False
            if text:
                yield Paragraph(text, role)


def _seen(children: Sequence[Token]) -> str:
    told = []
    for token in children:
        if token.type in ("text", "code_inline"):
            told.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            told.append(" ")
    return "".join(told)
