"""Cover: whether findings hold the names and numbers of a text, so that a reader could have it from them.

Necessary, not sufficient: an author confirms the rest. A text is covered when at least half of its proper names and
every one of its numbers (in digits or words, within 5 %; years exactly) stand in the findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quizgen.material.stretches import Stretches
from quizgen.material.words import without_possessive

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w,])\d+(?:\.\d+)?")
_FIRST_WORD = re.compile(r"[\"“'‘(]*([^\W_]+(?:[-'’][^\W_]+)*)")
_LATER_START = re.compile(r"[.!?:;][\"”'’)]*\s+[\"“'‘(]*([^\W_]+(?:[-'’][^\W_]+)*)")
NUMBER_WORDS = {
    word: float(value)
    for value, word in enumerate(
        [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ],
        start=2,
    )
} | {
    "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
    "hundred": 100.0, "thousand": 1000.0,
}  # fmt: skip
"""Number words; "one" is left out, since it is more often a pronoun than a count."""

TOLERANCE = 0.05


class Facts(NamedTuple):
    """The proper names (lower case, without 's) and numbers of a text."""

    names: frozenset[str]
    numbers: tuple[float, ...]

    def cover(self, wanted: Facts) -> bool:
        """Whether these facts hold at least half of the wanted names and all of the wanted numbers."""
        found = len(wanted.names & self.names)
        return 2 * found >= len(wanted.names) and all(self.holds_number(n) for n in wanted.numbers)

    def holds_number(self, number: float) -> bool:
        """Whether one of the numbers is this one: years exactly, others within 5 %."""
        if is_year(number):
            return number in self.numbers
        return any(abs(n - number) <= TOLERANCE * abs(number) for n in self.numbers if not is_year(n))


def is_year(number: float) -> bool:
    """Whether a number is taken for a year."""
    return 1500 <= number <= 2100 and number == int(number)


@lru_cache(maxsize=65536)
def facts(text: str) -> Facts:
    """Return the proper names and numbers of a text; the first word of a sentence counts as a name to be found by."""
    found = [some for some in _FACTS.of(text) if some]
    return Facts(
        names=frozenset([name for some in found for name in some.names]),
        numbers=tuple([number for some in found for number in some.numbers]),
    )


def _facts(stretch: str) -> Facts | None:
    """Return the names and numbers of a stretch without white space; None if it has none, as most have."""
    tokens = _TOKEN.findall(stretch)
    names = frozenset([_bare(token) for token in tokens if token != token.lower()])
    digits = [float(number.replace(",", "")) for number in _NUMBER.findall(stretch)] if _DIGIT.search(stretch) else []
    words = [NUMBER_WORDS[low] for token in tokens if (low := token.lower()) in NUMBER_WORDS]
    return Facts(names, (*digits, *words)) if names or digits or words else None


_FACTS = Stretches(_facts)


@lru_cache(maxsize=65536)
def wanted(text: str) -> Facts:
    """Return the facts that a text needs covered: the first word of a sentence is no name, whatever its case."""
    found = facts(text)
    first = _FIRST_WORD.match(text)
    starts = {_bare(word) for word in (*(first.groups() if first else ()), *_LATER_START.findall(text))}
    return Facts(names=found.names - starts, numbers=found.numbers)


def together(parts: Iterable[Facts]) -> Facts:
    """Return what several findings hold between them."""
    many = list(parts)
    names = frozenset[str]().union(*[part.names for part in many])
    return Facts(names, tuple([number for part in many for number in part.numbers]))


def covers(findings: str, text: str) -> bool:
    """Whether the findings hold the names and numbers of the text."""
    return facts(findings).cover(wanted(text))


def lacking(held: Facts, text: str) -> str:
    """Return what keeps facts from covering a text: numbers that are missing, and names if most of them are."""
    needed = wanted(text)
    numbers = [number for number in needed.numbers if not held.holds_number(number)]
    told = [f"{number:.10g}" if is_year(number) else f"{number:,.10g}" for number in numbers]
    if not Facts(held.names, ()).cover(Facts(needed.names, ())):
        told += [token for token in _TOKEN.findall(text) if _bare(token) in needed.names - held.names]
    return ", ".join(dict.fromkeys(told))


def _bare(token: str) -> str:
    return without_possessive(token).lower()
