"""A paragraph as sentences: English rules for stops that end one, and stops that do not.

A quotation or a bracket stays in the sentence that holds it, unless it is long. Nothing is left out but white space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from quizgen.yaml_source import read_packaged

LONGEST_WHOLE = 300
"""A quotation or bracket of so many characters is kept in one piece."""

_STOP = re.compile(r"(?<![.!?…])([.!?…]+)([\"”’'»)\]]*)((?:\[\d{1,3}\])*)(?=\s)")
_NEXT = re.compile(r"\s+[\"“„‘'«(\[¿¡–—-]*\s*(?P<word>\w[\w'’.-]*)")
_LONGEST_WORD = 40
_IN_BRACKETS = re.compile(r"\s+[(\[]")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'«–—/]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")

_PAIRS = {"“": "”", "„": "”“", "«": "»", "(": ")", "[": "]"}
_CLOSED_BY_SELF = '"'


class Sentence(NamedTuple):
    """A sentence of a paragraph and where it begins there."""

    text: str
    start: int


def sentences(paragraph: str) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph in order."""
    whole = _whole(paragraph)
    start = 0
    for stop in _STOP.finditer(paragraph):
        end = stop.end()
        around = bisect_left(whole, (stop.start(), 0)) - 1
        if around >= 0 and end <= whole[around][1]:
            continue
        if _ends(paragraph, stop, start):
            yield from _cut(paragraph, start, end)
            start = end
    yield from _cut(paragraph, start, len(paragraph))


def _cut(paragraph: str, start: int, end: int) -> Iterator[Sentence]:
    text = paragraph[start:end]
    if text.strip():
        yield Sentence(text.strip(), start + len(text) - len(text.lstrip()))


def _whole(paragraph: str) -> list[tuple[int, int]]:
    """Return the stretches within which no sentence ends: quotations and brackets that close and are not long.

    They come in order; what lies within another one is left out.
    """
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for i, sign in enumerate(paragraph):
        if opened and (sign in _PAIRS.get(opened[-1][0], "") or (sign == opened[-1][0] == _CLOSED_BY_SELF)):
            _, start = opened.pop()
            if i - start <= LONGEST_WHOLE:
                found.append((start, i))
        elif sign in _PAIRS or sign == _CLOSED_BY_SELF:
            opened.append((sign, i))
    outer: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not outer or end > outer[-1][1]:
            outer.append((start, end))
    return outer


def _ends(paragraph: str, stop: re.Match[str], start: int) -> bool:
    """Whether the sentence that began at `start` ends at a stop, by the word before it and the word after it."""
    following = _NEXT.match(paragraph, stop.end())
    after = following["word"] if following else ""
    if after[:1].islower() or (stop[2] and _IN_BRACKETS.match(paragraph, stop.end())):
        return False  # who is quoted may stand in brackets behind the quotation
    if stop[1] != "." or stop[2]:
        return ("…" not in stop[1] and ".." not in stop[1]) or bool(stop[2]) or after[:1].isupper()
    return _ends_after(_word_before(paragraph, stop.start()), after, is_first=not _before(paragraph, start, stop))


def _word_before(paragraph: str, place: int) -> str:
    found = _LAST_WORD.search(paragraph, max(0, place - _LONGEST_WORD), place)
    return found[0].lower() if found else ""


def _before(paragraph: str, start: int, stop: re.Match[str]) -> str:
    """Return what the sentence has before the word in front of the stop."""
    return paragraph[start : stop.start() - len(_word_before(paragraph, stop.start()))].strip()


def _ends_after(word: str, after: str, *, is_first: bool) -> bool:
    """Whether a full stop behind a word ends a sentence, if another word comes after it."""
    words = _words()
    if word in words["goes_on"] or (is_first and word.isdigit()):
        return False  # an abbreviation, or the number of an item or chapter
    if word in words["may_end"] or _INITIALS.fullmatch(word):
        is_initial = len(word) == 1 and word != "i" and after == after.upper()
        return after.lower() in words["begins"] and not is_initial
    return True


@lru_cache
def _words() -> dict[str, frozenset[str]]:
    lists = read_packaged(files("quizgen.articles") / "sentences.yaml")
    return {name: frozenset(words) for name, words in lists.items()}
