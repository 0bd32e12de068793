"""Options that are numbers or ranges of numbers, and how they are written."""

from __future__ import annotations

import re
from math import inf
from typing import NamedTuple

from quizgen.material.cover import NUMBER_WORDS

_DIGITS = re.compile(r"(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w,.])-?\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_PER_CENT = re.compile(r"per ?cent|%")
_RANGES = (
    (re.compile(r"^(?:from |between )?(?P<low>N) ?(?:–|—|-|to|and) ?(?P<high>N)\b"), True, True),
    (re.compile(r"^(?:fewer|less|under|below)(?: than)? (?P<high>N)"), True, False),
    (re.compile(r"^(?:up to|at most|no more than) (?P<high>N)|^(?P<high2>N) or (?:fewer|less)\b"), True, True),
    (re.compile(r"^(?:more than|over|above) (?P<low>N)"), False, True),
    (re.compile(r"^(?:at least|no fewer than|from) (?P<low>N)|^(?P<low2>N) (?:or|and) more\b"), True, True),
)


class Amount(NamedTuple):
    """A number and the words around it, in lower case."""

    value: float
    what: str


class Span(NamedTuple):
    """A range of numbers and the words around it; whether the ends belong to it is told for each."""

    low: float
    high: float
    closed: tuple[bool, bool]
    what: str

    def meets(self, other: Span) -> bool:
        """Whether a number lies in both."""
        first, last = (self, other) if self.low <= other.low else (other, self)
        if first.low == last.low:
            return first.closed[0] and last.closed[0]
        return first.high > last.low or (first.high == last.low and first.closed[1] and last.closed[0])


def amount(text: str) -> Amount | None:
    """Return the number of a text that holds one only, in digits or as a word, with the words around it."""
    digits = _DIGITS.findall(text)
    if len(digits) == 1:
        return Amount(float(digits[0].replace(",", "")), _around(_DIGITS.sub(" ", text)))
    found = [] if digits else [word for word in _WORD.findall(text.lower()) if word in NUMBER_WORDS]
    if len(found) == 1:
        return Amount(NUMBER_WORDS[found[0]], _around(re.sub(rf"\b{found[0]}\b", " ", text.lower())))
    return None


def _around(text: str) -> str:
    return " ".join(_PER_CENT.sub("%", text.lower()).split())


def number_style(text: str) -> tuple[str, ...]:
    """Return how the number of a text is written: in digits or words, with or without decimals and signs."""
    found = _DIGITS.search(text)
    digits = found[0] if found else ""
    size = abs(float(digits.replace(",", "") or 0))
    return (
        "digits" if digits else "words",
        "decimals" if "." in digits else "no decimals",
        "a % sign" if "%" in text else "the words per cent" if _PER_CENT.search(text.lower()) else "no per cent",
        "commas between thousands" if "," in digits or size < 1000 else "no commas between thousands",
    )


def span(text: str) -> Span | None:
    """Return the range of numbers that a text gives, or None if it gives none."""
    digits = [float(found.replace(",", "").lstrip("-")) for found in _DIGITS.findall(text.replace("–", " – "))]
    plain = _DIGITS.sub("N", re.sub(r"(?<=\d)-(?=\d)", " - ", text.lower()))
    for pattern, low_closed, high_closed in _RANGES:
        found = pattern.match(plain)
        if found and digits:
            return _span(found, digits, (low_closed, high_closed), _around(plain[found.end() :]))
    return None


def _span(found: re.Match[str], digits: list[float], closed: tuple[bool, bool], what: str) -> Span | None:
    names = {name.rstrip("2") for name, value in found.groupdict().items() if value}
    if names == {"low", "high"}:
        return Span(digits[0], digits[1], closed, what) if len(digits) > 1 else None
    return Span(digits[0], inf, closed, what) if names == {"low"} else Span(-inf, digits[0], closed, what)
