"""An article as read from a file: its paragraphs, its text, and what it tells of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quizgen.source_text import without_hidden

Role = Literal["heading", "text", "item"]

LINE_END_HYPHEN = "\x1a"
"""Stands in a paragraph where a line ended in a hyphen, so that it is unclear whether the word has one."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_PREFIXES = frozenset(
    re.findall(r"\w+", "all anti co cross ex far half high ill long low mid non post pre pro self short so well")
)


class Paragraph(NamedTuple):
    """A paragraph on one line, and whether it is a heading, running text or an item of a list."""

    text: str
    role: Role = "text"


class Record(NamedTuple):
    """What an article tells of itself; what it does not tell is None. `published` is a day, a month or a year."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, eq=False)
class Article:
    """An article; its text is its paragraphs with an empty line between them.

    `guessed` names the fields of the record that are taken from the first lines. `breaks` are the places of the text
    where a line ended in a hyphen, whether the word was joined there or not. `beside` is what else a web page shows,
    such as captions. `notes` are sentences on what could not be read as it should.
    """

    file: str
    paragraphs: tuple[Paragraph, ...]
    record: Record = field(default_factory=Record)
    guessed: frozenset[str] = frozenset()
    breaks: frozenset[int] = frozenset()
    beside: str = ""
    notes: tuple[str, ...] = ()
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n\n".join(p.text for p in self.paragraphs))


def clean(text: str) -> str:
    """Return a text with its accents and ligatures in one form, and without characters that cannot be seen."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return without_hidden(unicodedata.normalize("NFC", text), but=LINE_END_HYPHEN)


def without_line_ends(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Paragraph, ...], frozenset[int]]:
    """Return paragraphs with the words joined that a line's end divides, and the places where that was decided.

    A word keeps its hyphen where the text has it with one elsewhere, or where it begins as words with one do.
    """
    raw = list(paragraphs)
    known = {word for p in raw for word in _words(p.text)}
    told: list[Paragraph] = []
    breaks: set[int] = set()
    start = 0
    for text, role in raw:
        parts = text.split(LINE_END_HYPHEN)
        joined = parts[0]
        for part in parts[1:]:
            before, after = joined.rpartition(" ")[2].lower(), part.partition(" ")[0].lower()
            keep = f"{before}-{after}" in known or (before + after not in known and before in _PREFIXES)
            breaks.add(start + len(joined))
            joined += f"-{part}" if keep else part
        told.append(Paragraph(joined, role))
        start += len(joined) + 2
    return tuple(told), frozenset(breaks)


def _words(text: str) -> Iterable[str]:
    return (word.strip(".,;:!?()[]“”\"'’") for word in text.lower().split() if LINE_END_HYPHEN not in word)
