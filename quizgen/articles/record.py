"""What an article tells of itself, made fit for a bank: from the file's own data, and else from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from quizgen.articles.article import Paragraph, Record

LONGEST = 300

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = (
    (re.compile(r"\b(\d{4})-(\d{2})-(\d{2})"), (1, 2, 3)),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE), (3, 2, 1)),
    (re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE), (3, 1, 2)),
)
_MONTH_ALONE = re.compile(rf"\b{_MONTH}\s+(\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}")
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
        published=_when(record.published) or (day(dated) if dated else None),
        url=record.url if record.url and len(record.url) <= 2000 and _URL.fullmatch(record.url) else None,
        language=language[1].lower() if language else None,
    )


def day(text: str) -> str | None:
    """Return the first full date in a text as YYYY-MM-DD, if there is one and the calendar has it."""
    for pattern, (year, month, number) in _DATES:
        if found := pattern.search(text):
            named = found[month][:3].lower()
            return _iso(
                int(found[year]), _MONTHS.index(named) + 1 if named in _MONTHS else int(named), int(found[number])
            )
    return None


def _iso(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _when(text: str | None) -> str | None:
    """Return a date from the file's own data as far as it is told: a day, a month or a year."""
    text = (text or "").strip()
    if found := day(text):
        return found
    if found_month := _MONTH_ALONE.search(text):
        return f"{found_month[2]}-{_MONTHS.index(found_month[1][:3].lower()) + 1:02}"
    if not _ISO.fullmatch(text):
        return None
    year, month, number = (int(part) for part in (*text.split("-"), "1", "1")[:3])
    return text if _iso(year, month, number) else None


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
        len(words) == 1 and words[0][:3] in _MONTHS
    )
    named = text[:1].isupper() and not re.search(r"\d", text) and not _BYLINE.match(text)
    return named and not of_the_date and len(words) <= 6


def _line(text: str | None) -> str | None:
    line = " ".join((text or "").split())
    return line if 0 < len(line) <= LONGEST else None
