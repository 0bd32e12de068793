"""The numbers that findings give: counts and shares, without years, dates and the numbers in names."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from quizgen.material.cover import NUMBER_WORDS, is_year
from quizgen.material.stretches import Stretches

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_MONTHS = re.compile(_MONTH)
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|\b{_MONTH} \d{{1,2}}\b(?!,\d)")
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?%|\s(?:per ?cent)\b)?(?![\w/])")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_MEASURE = re.compile(
    r"%|\b(per ?cent|percentage|km|kilomet\w+|met(re|er)s?|m|cm|miles?|kg|kilograms?|grams?|tons?|tonnes?|lit(re|er)s?|"
    r"barrels?|hours?|minutes?|degrees?|dollars?|euros?|pounds?|yen|won|roubles?|thousands?|millions?|billions?|"
    r"trillions?|points?|GW|MW|kWh|TWh)\b",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number and whether it is a share in per cent."""

    value: float
    percent: bool


@lru_cache(maxsize=65536)
def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the counts and shares in a text, in digits or words; "one" is no count here."""
    # No name of a month is a number word, and a date needs a digit.
    words = [Number(NUMBER_WORDS[word], percent=False) for word in chain.from_iterable(_NUMBER_WORDS.of(text))]
    if not _DIGIT.search(text):
        return tuple(words)
    digits = [
        Number(float(found.replace(",", "")), bool(percent))
        for found, percent in _NUMBER.findall(_DATE.sub(" ", text) if _MONTHS.search(text) else text)
        if percent or "," in found or not is_year(float(found))
    ]
    return (*digits, *words)


def _number_words(stretch: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(stretch.lower()) if word in NUMBER_WORDS)


_NUMBER_WORDS = Stretches(_number_words)


@lru_cache(maxsize=4096)
def in_percent(unit: str) -> bool:
    """Whether a unit is a share in per cent."""
    return re.search(r"%|\bper ?cent", unit, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def counts_whole_things(unit: str) -> bool:
    """Whether a unit is of things that are counted one by one ("countries"), not measured ("km", "% of output")."""
    return _MEASURE.search(unit) is None


def half_a_unit(value: float) -> float:
    """Return half a unit of the last digit given: 0.5 for 28, 0.05 for 39.7."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(Decimal("0.5").scaleb(min(int(exponent), 0)))
