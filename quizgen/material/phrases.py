"""A passage as phrases, and the marked words in it: where they stand and which phrases carry them.

The rule that splits a passage looks at the text alone, never at what is marked, since borders drawn around the key
would betray it. An author may write a split of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quizgen.bank.model import Issue, Passage
from quizgen.material.words import content_words

MOST_WORDS = 7
"""A phrase that has grown so long is closed."""
LEAST_WORDS = 3
"""A phrase is closed before a joining word only once it has so many words."""
JOINING = re.compile(
    r"and|but|because|which|that|who|to|in|of|due|as|for|with|by|will|is|are|was|has|may|if|from|at|on", re.IGNORECASE
)
"""Words before which a new phrase may begin."""

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Jr|Sr|No|vs|cf|etc|approx)\.")
_CLOSING = "\"”’')]»"
_OPENING = "\"“‘'([«"


class Stretch(NamedTuple):
    """A stretch of a text: half-open character offsets."""

    start: int
    end: int

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Phrases:
    """A text cut into stretches that leave out nothing but white space."""

    text: str
    stretches: tuple[Stretch, ...]

    def __len__(self) -> int:
        return len(self.stretches)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The white space before each phrase."""
        ends = (0, *(s.end for s in self.stretches))
        return tuple(self.text[end : s.start] for end, s in zip(ends, self.stretches, strict=False))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each phrase."""
        return tuple(self.text[s.start : s.end] for s in self.stretches)

    @cached_property
    def _words(self) -> tuple[Stretch, ...]:
        return tuple(Stretch(*m.span()) for m in _WORD.finditer(self.text))

    def touching(self, span: Stretch) -> frozenset[int]:
        """Return the places of the phrases that share a character with the span."""
        return frozenset(i for i, s in enumerate(self.stretches) if s.meets(span))

    def carrying(self, span: Stretch) -> frozenset[int]:
        """Return the places of the phrases that carry the span.

        A phrase carries it if it holds the span's first content word, at least half of the span's words, or words of
        which at least half belong to the span.
        """
        inside = [w for w in self._words if w.meets(span)]
        telling = next((w for w in inside if content_words(self.text[w.start : w.end])), span)
        carriers = set()
        for i in self.touching(span):
            phrase = self.stretches[i]
            shared = sum(w.meets(phrase) for w in inside)
            size = sum(w.meets(phrase) for w in self._words)
            if telling.meets(phrase) or (shared and 2 * shared >= min(len(inside), size)):
                carriers.add(i)
        return frozenset(carriers)


def find(text: str, words: str, occurrence: int | None = None) -> Stretch | None:
    """Return where the words stand; None if they do not, or stand more than once and it is not said which is meant."""
    start = text.find(words)
    if occurrence is None:
        return Stretch(start, start + len(words)) if start >= 0 > text.find(words, start + 1) else None
    for _ in range(occurrence - 1):
        start = text.find(words, start + 1) if start >= 0 else -1
    return Stretch(start, start + len(words)) if start >= 0 else None


def marked(text: str, issue: Issue) -> tuple[Stretch, ...]:
    """Return where an issue's words stand, in the text's order; nothing if one of them cannot be placed.

    Where an issue has several spans, `occurrence` is that of those which stand in the text more than once.
    """
    stretches: list[Stretch] = []
    for words in issue.words:
        place = find(text, words)
        if place is None and issue.occurrence is not None:
            place = find(text, words, issue.occurrence)
        if place is None:
            return ()
        stretches.append(place)
    return tuple(sorted(stretches))


def phrases_of(passage: Passage) -> Phrases | None:
    """Return the passage as phrases: the author's own, else by the rule; None if the author's leave out some of it."""
    return _authored(passage.text, passage.phrases) if passage.phrases else split(passage.text)


def _authored(text: str, phrases: Iterable[str]) -> Phrases | None:
    stretches: list[Stretch] = []
    at = 0
    for phrase in phrases:
        start = _after_space(text, at)
        if not text.startswith(phrase, start):
            return None
        at = start + len(phrase)
        stretches.append(Stretch(start, at))
    return Phrases(text, tuple(stretches)) if _after_space(text, at) == len(text) else None


def _after_space(text: str, at: int) -> int:
    """Return where the white space at `at` ends."""
    return next((i for i in range(at, len(text)) if not text[i].isspace()), len(text))


def split(text: str) -> Phrases:
    """Return the text as phrases of about three to seven words.

    A phrase ends after `. ? !` before a capital, after `, ; :` unless a digit follows, before a joining word once it
    has three words, and at seven words; never inside brackets or after an abbreviation.
    """
    tokens = [Stretch(*m.span()) for m in _TOKEN.finditer(text)]
    brackets = [Stretch(*m.span()) for m in _BRACKETED.finditer(text)]
    stretches: list[Stretch] = []
    first = words = 0
    for i, token in enumerate(tokens):
        words += _WORD.search(text, *token) is not None
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or (_ends(text, token, following, words) and not _within(brackets, token, following)):
            stretches.append(Stretch(tokens[first].start, token.end))
            first, words = i + 1, 0
    return Phrases(text, tuple(stretches))


def _ends(text: str, token: Stretch, following: Stretch, words: int) -> bool:
    """Whether a phrase of so many words ends with `token`."""
    closed = text[token.start : token.end].rstrip(_CLOSING)
    opened = text[following.start : following.end].lstrip(_OPENING)
    if (
        closed.endswith((".", "?", "!"))
        and opened[:1].isupper()
        and not _ABBREVIATION.fullmatch(closed.lstrip(_OPENING))
    ):
        return True
    if closed.endswith((",", ";", ":")) and not opened[:1].isdigit():
        return True
    return words >= MOST_WORDS or (words >= LEAST_WORDS and JOINING.fullmatch(opened) is not None)


def _within(brackets: Sequence[Stretch], token: Stretch, following: Stretch) -> bool:
    """Whether the white space between the two tokens stands inside brackets."""
    return any(b.start < token.end and following.start < b.end for b in brackets)
