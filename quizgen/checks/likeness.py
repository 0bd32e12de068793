"""Whether two texts say the same: word by word, less small words, and heedful of what turns the sense."""

from __future__ import annotations

from functools import lru_cache

from quizgen.checks.texts import NEGATIONS, words

_SMALL = frozenset({"a", "an", "the", "that", "this", "then", "year"})
NEAR = 0.8
"""Texts that have so large a part of their words in common are nearly the same."""
LEAST = 3
"""Texts with fewer words in common are too short to be told apart by this."""
ANTONYMS = (
    ("more", "fewer"), ("more", "less"), ("most", "fewest"), ("most", "least"), ("rose", "fell"), ("rise", "fall"),
    ("rises", "falls"), ("increased", "decreased"), ("increase", "decrease"), ("increases", "decreases"),
    ("grew", "shrank"), ("larger", "smaller"), ("bigger", "smaller"), ("higher", "lower"), ("longer", "shorter"),
    ("older", "younger"), ("older", "newer"), ("earlier", "later"), ("before", "after"), ("up", "down"),
    ("won", "lost"),
    ("gained", "lost"), ("all", "none"), ("always", "never"), ("everybody", "nobody"), ("everyone", "nobody"),
    ("true", "false"), ("right", "wrong"), ("for", "against"), ("supports", "opposes"), ("supported", "opposed"),
    ("better", "worse"), ("first", "last"), ("open", "closed"), ("public", "private"), ("above", "below"),
    ("over", "under"), ("within", "outside"), ("with", "without"), ("strengthened", "weakened"), ("began", "ended"),
)  # fmt: skip
"""Pairs of words that say the opposite of each other."""
_OPPOSITE = frozenset(frozenset(pair) for pair in ANTONYMS)
_TURNING = NEGATIONS | {word for pair in ANTONYMS for word in pair}


@lru_cache(maxsize=65536)
def told_words(text: str) -> frozenset[str]:
    """Return the words of a text less those that say nothing."""
    return frozenset(words(text)) - _SMALL


@lru_cache(maxsize=65536)
def _in_order(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _SMALL)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for small words, signs and capitals."""
    return _in_order(one) == _in_order(other)


def near(one: str, other: str) -> bool:
    """Whether two texts have four fifths of their words in common, and what differs is no number, name or turn.

    The words that they share stand in one order in both, or a phrase of it has been moved to the front; else who does
    what to whom may differ.
    """
    a, b = told_words(one), told_words(other)
    shared, differing = a & b, a ^ b
    if len(shared) < max(LEAST, NEAR * len(a | b)):
        return False
    if any(word in _TURNING or any(c.isdigit() for c in word) for word in differing):
        return False
    if any(f" {word.capitalize()}" in text or word.upper() in text for word in differing for text in (one, other)):
        return False
    first, second = (tuple(word for word in _in_order(text) if word in shared) for text in (one, other))
    return any(first[i:] + first[:i] == second for i in range(len(first)))


def opposite(one: str, other: str) -> bool:
    """Whether one text is the other with a negation, or with a word that says the opposite."""
    a, b = told_words(one), told_words(other)
    only_a, only_b = a - b, b - a
    if len(only_a) == len(only_b) == 1 and len(a) > 1:
        return only_a | only_b in _OPPOSITE
    more, less = (only_a, only_b) if len(only_a) > len(only_b) else (only_b, only_a)
    return bool(more & NEGATIONS) and len(more - NEGATIONS - _HELPING) <= 1 and len(less) <= 1 and bool(a & b)


_HELPING = frozenset({"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "any", "will", "can"})
