"""Phrases that an author can read and write, found in a text whatever its case and however its signs are set.

`experts/analysts say*` is one of two words and then one that begins with "say"; `as? many as <number>` may lack the
first word; `either ... or` leaves a gap of a few words. In angle brackets stands a kind of words: one of those
below, or a list of words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from quizgen.bank.verbatim import ALIKE
from quizgen.yaml_source import read_packaged

_COUNT = (
    "four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|scores"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DIGITS = r"\d[\d,.]{0,20}(?<![,.])"
_PERCENT = rf"(?:{_DIGITS})\s?(?:%|per\s?cent|percentage\spoints?)"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = f"{_MONTH}|jan|feb|aug|sept|oct|nov|dec"
_DAY = r"\d[\d-]*(?:st|nd|rd|th)?"
_TIME = r"(?:[01]?\d|2[0-3])\.[0-5]\d\b"
_PART = r"(?:a|one|two|three)[\s-](?:third|quarter|fifth|tenth)s?"
_MONEY = (
    "(?:(?:thousand|million|billion|trillion)\\s)?"
    "(?:dollars?|euros?|pounds?|cents?|pence|francs?|crowns?|kron(?:a|e|er|or)|rupees?|yen|yuan|roubles?|rubles?|pesos?)"
)
_NO_NAME = (
    "It|The|An|This|That|These|Those|He|She|They|We|You|There|What|Which|Who|If|But|And|So|As|In|On|At|For|All|Every|No"
    "|Not"
)
_NAME = rf"(?-i:(?!(?:{_NO_NAME})\b)[A-Z][\w'-]+(?:\s(?:(?:of|de|van|von|der|al)\s)?[A-Z][\w'-]+){{0,8}})"
_SIGNS_AND_NAMES = {
    "<percent>": _PERCENT,
    "<year>": rf"{_YEAR}s?",
    "<day>": rf"(?:(?:{_MONTHS})\.?\s\(?{_DAY}|{_DAY}\s(?:{_MONTHS}))(?:\)?,?\s{_YEAR})?",
    "<month>": rf"(?-i:(?:{_MONTH})),?\s{_YEAR}",
    "<money>": rf"(?:[$£€¥]\s?{_DIGITS}|{_DIGITS}\s(?:{_MONEY})|(?:USD|EUR|GBP)\s?{_DIGITS})",
    "<number>": rf"(?:{_DIGITS}|{_COUNT})",
    "<count>": rf"(?!{_YEAR}\b(?!\s?%))(?:{_DIGITS}|{_COUNT})(?!\s?%|\sper\s?cent)",
    "<exact>": rf"(?!{_TIME})(?:[1-9]\d?,\d\d[1-9]|[1-9]\d{{2}},\d\d[1-9]|[1-9]\d?,\d{{3}},\d\d[1-9]|\d+\.\d{{2,}})",
    "<fraction>": rf"(?:half|one\sin\s\w+|{_PART}|double|twice|tripled?)",
    "<name>": _NAME,
    "<list>": rf"{_NAME},\s(?:the\s)?{_NAME}(?:,\s(?:the\s)?{_NAME})*,?\s(?:(?:and|or)\s)?(?:the\s)?{_NAME}",
    "<dated>": rf"{_NAME}\s\((?:[\w.]+,?\s){{0,2}}{_YEAR}\)",
    "<quotation>": r"\"[^\"\s]+(?:\s[^\"\s]+){3,}\"",
    "<signed>": rf"\"[^\"]{{4,}}\"\s?\((?:by\s)?{_NAME}",
    "<snippet>": r"\"[^\"\s]+(?:\s[^\"\s]+){0,2}\"",
    "<words>": r"\"[^\"]{2,}\"",
}
"""What stands in angle brackets in a phrase and is no list of words, as an expression; signs are set alike by then."""

_BETWEEN = r"[^\w.!?;\"]{1,3}"
_GAP = rf"(?:[\w'.-]+{_BETWEEN}){{0,6}}?"
_BEFORE, _AFTER = r"(?<![\w'-])", r"(?!-?\w)"
_SIGNS: dict[int, str | int | None] = {**ALIKE, ord("—"): " "}


def alike(text: str) -> str:
    """Return a text with its signs set alike, each at its place."""
    return text.translate(_SIGNS)


@lru_cache(maxsize=4096)
def expression(phrase: str) -> str:
    """Return a phrase as a regular expression, to be searched in a text whose signs are set alike."""
    *tokens, last = phrase.split()
    return _BEFORE + "".join(map(_with_gap, tokens)) + _word(last) + _AFTER


def _with_gap(token: str) -> str:
    if token == "...":  # noqa: S105  (no password, but a word of a phrase)
        return _GAP
    return f"(?:{_word(token[:-1])}{_BETWEEN})?" if token.endswith("?") else _word(token) + _BETWEEN


def _word(token: str) -> str:
    words = [kinds()[word] if word in kinds() else _letters(word) for word in token.split("/")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def _letters(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w'-]*")


@lru_cache
def kinds() -> dict[str, str]:
    """Return what each kind of words in angle brackets is, as an expression."""
    lists = read_packaged(files("quizgen.drafting") / "words.yaml")
    return _SIGNS_AND_NAMES | {f"<{name}>": f"(?:{'|'.join(map(_letters, words))})" for name, words in lists.items()}


def searcher(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases; where several begin at one place, the one that is named first."""
    return re.compile("|".join(map(expression, phrases)), re.IGNORECASE)
