"""Dates as people write them, such as 8 February 2025, read as a bank has them: 2025-02-08."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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


def day(text: str) -> str | None:
    """Return the first full date in a text as YYYY-MM-DD, if there is one and the calendar has it."""
    for pattern, (year, month, number) in _DATES:
        if found := pattern.search(text):
            named = found[month][:3].lower()
            return _iso(
                int(found[year]), MONTHS.index(named) + 1 if named in MONTHS else int(named), int(found[number])
            )
    return None


def _iso(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def when(text: str | None) -> str | None:
    """Return the date of a text as far as it is told: a day, a month or a year; None if there is none."""
    text = (text or "").strip()
    if found := day(text):
        return found
    if found_month := _MONTH_ALONE.search(text):
        return f"{found_month[2]}-{MONTHS.index(found_month[1][:3].lower()) + 1:02}"
    if not _ISO.fullmatch(text):
        return None
    year, month, number = (int(part) for part in (*text.split("-"), "1", "1")[:3])
    return text if _iso(year, month, number) else None
