"""Content words: what is left of a text without the words that carry its grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from quizgen.material.stretches import Stretches

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_GRAMMAR = frozenset(
    """
    a about also an and any are as at be became become been being both but by can could did do does during either even
    for from had has have he her him his how i if in into is it its itself made make may me might my of off on or other
    our out over own said say says shall she should since so some such that the their then there they this those
    through to too upon was we were what when where which while who whom whose why will with within would yet you your
    """.split()  # noqa: SIM905  (a list of seventy literals would be harder to read)
)
"""Words that carry only grammar; those that turn the sense (not, only, before) are content."""


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Return the words and numbers of a text in lower case, without grammar words, possessive and plural endings."""
    return frozenset(chain.from_iterable(_CONTENT.of(text.lower())))


def _content(stretch: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in _WORD.findall(stretch) if word not in _GRAMMAR)


_CONTENT = Stretches(_content)


def _stem(word: str) -> str:
    bare = without_possessive(word)
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def without_possessive(word: str) -> str:
    """Return a word without the apostrophe at its end, or the apostrophe and s."""
    bare = word[:-1] if word.endswith("s") else word
    return bare[:-1] if bare.endswith(("'", "’")) else word
