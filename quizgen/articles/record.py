"""What an article tells of itself, made fit for a bank: from the file's own data, and else from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.articles.article import Paragraph, Record
from quizgen.written_dates import MONTHS, day, when

LONGEST = 300

_BYLINE = re.compile(r"(?:written\s+)?by\s+(?=[A-Z\[])(.{2,100})", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[|·•,]|\s[–—-]\s)\s*")
_URL = re.compile(r"https?://[^\s<>\"]+")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}))?")
_ENDS = re.compile(r"[.:;][\"”’')\]»*_]*$")
_WEEKDAY = re.compile(r"(?:^|\s+)(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_HEAD = 8
"""Title, author and date stand among so many first paragraphs."""
_SHORT = 14
"""A line of the head has at most so many words, and a title at most twice as many."""


def told_by(record: Record, paragraphs: Sequence[Paragraph]) -> Record:
    """Return the record with what it lacks taken from the first lines, and without what a bank could not hold."""
    title = _line(record.title) or _title(paragraphs)
    head = [p.text for p in paragraphs[:_HEAD] if len(p.text.split()) <= _SHORT and p.text != title]
    dated = next((line for line in head if day(line)), None)
    language = _LANGUAGE.fullmatch(record.language or "")
    return Record(
        title=title,
        author=_line(record.author) or _author(head),
        publisher=_line(record.publisher) or _publisher(head),
        published=when(record.published) or (day(dated) if dated else None),
        url=record.url if record.url and len(record.url) <= 2000 and _URL.fullmatch(record.url) else None,
        language=language[1].lower() if language else None,
    )


def _title(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the first line of the head that is short, ends in no full stop, and is neither byline nor date.

    A line in capitals, such as the name of the paper or of its section, is the title only if there is no other.
    """
    found = [
        text
        for text, role in (paragraphs[:_HEAD] if len(paragraphs) > 1 else ())
        if role == "heading" or (len(text.split()) <= 2 * _SHORT and not _ENDS.search(text))
        if not (is_note(text) or _BYLINE.fullmatch(text) or day(text))
    ]
    return _line(next((text for text in found if not text.isupper()), found[0] if found else None))


def is_note(text: str) -> bool:
    """Whether a paragraph is a note on the article, wholly in square brackets, and no part of it."""
    return text.startswith("[") and text.endswith("]")


def _author(head: Sequence[str]) -> str | None:
    found = next(filter(None, map(_BYLINE.fullmatch, head)), None)
    if found is None:
        return None
    parts = [part for part in _PARTS.split(found[1]) if part and not day(part) and not re.search(r"\d", part)]
    return _line(parts[0]) if parts else None


def _publisher(head: Sequence[str]) -> str | None:
    """Return who stands before the date, as in "Elmsford Mirror, 2 May 2024", or in capitals on the line above it."""
    place = next((i for i, line in enumerate(head) if day(line)), None)
    if place is None:
        return None
    parts = _PARTS.split(head[place])
    first = _WEEKDAY.sub("", parts[0]).strip() if len(parts) > 1 else ""
    if _is_name(first):
        return _line(first)
    return _line(head[place - 1]) if place and head[place - 1].isupper() else None


def _is_name(text: str) -> bool:
    """Whether what stands before a date may be a paper's name, and does not belong to the date."""
    words = text.lower().split()
    of_the_date = set(words) & {"published", "updated", "posted", "last"} or (
        len(words) == 1 and words[0][:3] in MONTHS
    )
    named = text[:1].isupper() and not re.search(r"\d", text) and not _BYLINE.match(text)
    return named and not of_the_date and len(words) <= 6


def _line(text: str | None) -> str | None:
    line = " ".join((text or "").split())
    return line if 0 < len(line) <= LONGEST else None
