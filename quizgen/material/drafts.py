"""Four drafts of a sentence, two by two: at each of two places it has the right words or wrong ones.

The places are not written down by an author but found by comparing the wordings word by word, so that exactly the words
that differ are marked, and the same places in all four drafts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.bank.model import Rewrite
from quizgen.items import Mark, ShownPassage
from quizgen.material.fairness import Obstacle
from quizgen.material.phrases import Stretch

_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*%?")


class _Wording(NamedTuple):
    """A text with its words and where each stands."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    @classmethod
    def read(cls, text: str) -> _Wording:
        spans = [match.span() for match in _WORD.finditer(text)]
        return cls(text, [text[start:end] for start, end in spans], spans)

    def stretch(self, head: int, tail: int) -> Stretch:
        """Return where the words stand that remain when so many are left out at both ends."""
        return Stretch(self.spans[head][0], self.spans[-1 - tail][1])


class Place(NamedTuple):
    """A place of a sentence: where it stands in the right wording, its words there, and the words of one shift."""

    stretch: Stretch
    right: str
    wrong: Rewrite
    wrong_words: str

    def words(self, *, shifted: bool) -> str:
        """Return the words of a draft in this place."""
        return self.wrong_words if shifted else self.right


@dataclass(frozen=True)
class Drafts:
    """A right wording with its two places, in the order of the sentence, and the wording that is wrong in both."""

    right: str
    places: tuple[Place, Place]
    both: Rewrite

    def draft(self, shifted: Collection[int]) -> ShownPassage:
        """Return the draft that is wrong in these places (0, 1, both or none), with the words of both marked."""
        head, one, between, other, tail = self.pieces(shifted)
        first, second = len(head), len(head) + len(one) + len(between)
        marks = (Mark(start=first, end=first + len(one)), Mark(start=second, end=second + len(other)))
        return ShownPassage(text=f"{head}{one}{between}{other}{tail}", marks=marks)

    def pieces(self, shifted: Collection[int]) -> tuple[str, str, str, str, str]:
        """Return the text of a draft: what stands before, between and behind its two places, and their words."""
        first, second = self.places
        return (
            self.right[: first.stretch.start],
            first.words(shifted=0 in shifted),
            self.right[first.stretch.end : second.stretch.start],
            second.words(shifted=1 in shifted),
            self.right[second.stretch.end :],
        )


def drafts(right: str, wrong: Sequence[Rewrite]) -> Drafts | Obstacle:
    """Return the drafts that a right wording makes with three wrong ones, or why they are not two by two."""
    single = [rewrite for rewrite in wrong if rewrite.shift != "both"]
    both = [rewrite for rewrite in wrong if rewrite.shift == "both"]
    if (len(single), len(both)) != (2, 1):
        return _not_two_by_two("it needs two wrong wordings with one change each and a third with both changes")
    wording = _Wording.read(right)
    found = [_place(wording, rewrite) for rewrite in single]
    if None in found:
        return _not_two_by_two(
            "a wording with one change differs in no word of the better wording, or in its marks too"
        )
    first, second = sorted((place for place in found if place is not None), key=lambda place: place.stretch)
    if not _WORD.search(right, first.stretch.end, max(second.stretch.start, first.stretch.end)):
        return _not_two_by_two("no word stands between the two changes, so that they cannot be marked one by one")
    made = Drafts(right, (first, second), both[0])
    if "".join(made.pieces((0, 1))) != both[0].text:
        return _not_two_by_two("the third wording is not the better one with the words of the other two put in")
    return made


def _not_two_by_two(reason: str) -> Obstacle:
    return Obstacle(reason, "rewrites_wrong")


def _place(right: _Wording, rewrite: Rewrite) -> Place | None:
    """Return the smallest stretch of words in which a wording differs; None if none does, or more than words.

    Where words are only put in or left out, the word on each side belongs to it, so that there are words to be marked.
    """
    wrong = _Wording.read(rewrite.text)
    before, after = right.words, wrong.words
    if before == after or not before or not after:
        return None
    shortest = min(len(before), len(after))
    head = _shared(before, after)
    tail = min(_shared(before[::-1], after[::-1]), shortest - head)
    if head + tail == shortest:
        head, tail = max(head - 1, 0), max(tail - 1, 0)
    here, there = right.stretch(head, tail), wrong.stretch(head, tail)
    if right.text[: here.start] != wrong.text[: there.start] or right.text[here.end :] != wrong.text[there.end :]:
        return None
    return Place(here, right.text[here.start : here.end], rewrite, wrong.text[there.start : there.end])


def _shared(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many words the two begin with in common."""
    for i, (one, other) in enumerate(zip(some, others, strict=False)):
        if one != other:
            return i
    return min(len(some), len(others))
