"""Where words stand in an article, however spaces, dashes and quotation marks are set; and what is nearest to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from quizgen.articles.article import Article, clean
from quizgen.bank.verbatim import ALIKE

_UNIT = re.compile(r"\s+|\.\.\.|-{2,}|''|[\s\S]")
_UNITS = {"...": "…", "''": '"'}
_OMISSION = re.compile(r"\[(?:…|\.\.\.)\]")
_MARK = re.compile(r"(?:^|(?<= ))[-*•●▪] ")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|[^\w\s]")
_FREQUENT = 60  # places of one word in the article: more tell nothing of where words stand
_STARTS = 4  # places that are looked at closely
_LEAST_LIKE = 0.45  # of SequenceMatcher's likeness, by words: below it, another sentence is meant
_CLOSE_WORD = 0.75


class Span(NamedTuple):
    """A stretch of an article's text: half-open character offsets."""

    start: int
    end: int


class Near(NamedTuple):
    """The words of an article that are nearest to some words, and in what the two differ: pairs of theirs and ours."""

    text: str
    differences: tuple[tuple[str, str], ...]


def plain(text: str) -> str:
    """Return a text with its spaces, dashes and quotation marks set alike."""
    return _plain(clean(text))[0].strip()


def _plain(text: str) -> tuple[str, list[int]]:
    """Return a text set alike, and for each of its characters the place of the character it stands for."""
    signs: list[str] = []
    places: list[int] = []
    for unit in _UNIT.finditer(text.translate(ALIKE)):
        found = unit[0]
        signs.append(" " if found.isspace() else "-" if found[0] == "-" else _UNITS.get(found, found))
        places.append(unit.start())
    return "".join(signs), places


@dataclass(frozen=True, eq=False)
class Matcher:
    """Finds words in one article; what is needed for it is worked out once."""

    article: Article

    @cached_property
    def _alike(self) -> tuple[str, list[int]]:
        return _plain(self.article.text)

    def find(self, words: str) -> tuple[Span, ...]:
        """Return every place where the words stand in the article, letter for letter but for how they are set.

        Where the words mark with `[…]` that some are left out, their parts must stand in the article in this order; the
        place reaches from the first to the last.
        """
        return self._unbroken(words) or self._across_omissions(words)

    def stands(self, words: str) -> bool:
        """Whether the words stand in the article, or in what else its page shows."""
        return bool(self.find(words)) or plain(words) in self._beside

    @cached_property
    def _beside(self) -> str:
        return plain(self.article.beside)

    def missing_piece(self, words: str) -> str | None:
        """Return the first part of some words between marks of omission that does not stand in the article, if any."""
        return next((piece for piece in _pieces(words) if not self._unbroken(piece)), None)

    def _unbroken(self, words: str) -> tuple[Span, ...]:
        wanted = plain(words)
        if not wanted:
            return ()
        text, _ = self._alike
        found = tuple(self._span(at, at + len(wanted)) for at in _places(wanted, text))
        return found or tuple(self._across_line_ends(wanted)) or tuple(self._across_items(wanted))

    def _across_omissions(self, words: str) -> tuple[Span, ...]:
        """Return the one stretch in which the parts stand in order, each as early as it can."""
        pieces = _pieces(words) if _OMISSION.search(words) else []
        start, end = None, 0
        for piece in pieces:
            span = next((span for span in self._unbroken(piece) if span.start >= end), None)
            if span is None:
                return ()
            start, end = span.start if start is None else start, span.end
        return () if start is None else (Span(start, end),)

    def _span(self, start: int, end: int) -> Span:
        """Return the stretch of the article for a stretch of its text set alike."""
        places = self._alike[1]
        return Span(places[start], places[end] if end < len(places) else len(self.article.text))

    @cached_property
    def _unhyphenated(self) -> tuple[str, list[int]]:
        text, _ = self._alike
        kept = [i for i in range(len(text)) if not _HYPHEN.match(text, i)]
        return "".join(text[i] for i in kept), kept

    def _across_line_ends(self, wanted: str) -> Iterator[Span]:
        """Yield where the words stand if a hyphen may be there or not where a line of the article ended in one."""
        if not self.article.breaks:
            return
        text, places = self._unhyphenated
        bare = _HYPHEN.sub("", wanted)
        for at in _places(bare, text):
            start, last = places[at], places[at + len(bare) - 1]
            if self._agrees(wanted, start, last + 1):
                yield self._span(start, last + 1)

    def _agrees(self, wanted: str, start: int, end: int) -> bool:
        """Whether words and a stretch of the text set alike differ in hyphens at the ends of lines only."""
        text, places = self._alike
        i = 0
        for at in range(start, end):
            unsure = places[at] in self.article.breaks
            if wanted[i : i + 1] == text[at]:
                i += 1
            elif unsure and wanted[i : i + 2] == f"-{text[at]}":
                i += 2
            elif not (unsure and text[at] == "-"):
                return False
        return i == len(wanted)

    def _across_items(self, wanted: str) -> Iterator[Span]:
        """Yield where the words stand if the marks before the items of a list are left out."""
        pieces = [piece.strip() for piece in _MARK.split(wanted)]
        if len(pieces) < 2 or not any(pieces):
            return
        text, places = self._alike
        bare = " ".join(piece for piece in pieces if piece)
        marked = [len(" ".join(piece for piece in pieces[:i] if piece)) for i in range(1, len(pieces))]
        for at in _places(bare, text):
            starts = (places[at + length + (length > 0)] for length in marked)
            if all(start in self._items for start in starts):
                yield self._span(at, at + len(bare))

    @cached_property
    def _items(self) -> frozenset[int]:
        starts = accumulate((len(p.text) + 2 for p in self.article.paragraphs), initial=0)
        return frozenset(at for p, at in zip(self.article.paragraphs, starts, strict=False) if p.role == "item")

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self._alike[0]))

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self._words):
            where[word[0].lower()].append(i)
        return dict(where)

    def nearest(self, words: str) -> Near | None:
        """Return the words of the article that are nearest to these, or None if none are near."""
        text = plain(words)
        ours = list(_WORD.finditer(text))
        best, likeness = None, _LEAST_LIKE
        for start in self._starts([word[0] for word in ours]):
            found = self._compare(text, ours, start)
            if found is not None and found[0] > likeness:
                likeness, best = found
        return best

    def _starts(self, ours: Sequence[str]) -> list[int]:
        """Return where words begin in the article that share most with ours, the rarer ones counting for more."""
        votes: Counter[int] = Counter()
        for i, word in enumerate(ours):
            places = self._where.get(word.lower()) or self._like(word)
            if len(places) <= _FREQUENT:
                for place in places:
                    votes[(place - i) // 3] += 120 // len(places)
        return [3 * third for third, _ in votes.most_common(_STARTS)]

    def _like(self, word: str) -> list[int]:
        if len(word) < 4:
            return []
        near = get_close_matches(word.lower(), self._vocabulary.get(word[0].lower(), ()), n=1, cutoff=_CLOSE_WORD)
        return self._where[near[0]] if near else []

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._where:
            by_letter[word[0]].append(word)
        return dict(by_letter)

    def _compare(self, text: str, words: Sequence[re.Match[str]], start: int) -> tuple[float, Near] | None:
        """Return how like ours the words around a place are, and these words without what only stands beside them."""
        ours = [word[0] for word in words]
        slack = 2 + len(ours) // 3
        first = max(0, start - slack)
        theirs = [word[0] for word in self._words[first : start + len(ours) + slack + 3]]
        blocks = [b for b in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        begin = max(0, blocks[0].b - blocks[0].a)
        end = min(len(theirs), blocks[-1].b + len(ours) - blocks[-1].a)
        matcher = SequenceMatcher(None, ours, theirs[begin:end], autojunk=False)
        differences = tuple(
            (
                self._slice(first + begin + b1, first + begin + b2),
                text[words[a1].start() : words[a2 - 1].end()] if a1 < a2 else "",
            )
            for tag, a1, a2, b1, b2 in matcher.get_opcodes()
            if tag != "equal"
        )
        return matcher.ratio(), Near(self._slice(first + begin, first + end), differences)

    def _slice(self, first: int, last: int) -> str:
        """Return the article's text from one of its words to before another."""
        if first >= last:
            return ""
        span = self._span(self._words[first].start(), self._words[last - 1].end())
        return " ".join(self.article.text[span.start : span.end].split())


def _pieces(words: str) -> list[str]:
    return [piece for piece in _OMISSION.split(words) if piece.strip()]


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
