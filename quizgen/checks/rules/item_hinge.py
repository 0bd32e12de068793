"""item-hinge: a question gives the answer to another one away.

Two questions that hang together measure one thing, and the second of them measures attention. Questions on one claim,
finding or sentence never meet in a quiz; but the same words, or the same figure of the same thing, may stand elsewhere
in a bank. Told of is a right option whose words stand in what another question shows or tells, and a figure that stands
there in one sentence with most words of its question. What a question shows beside itself, for the answer to be taken
from, cannot be given away. This is a warning.

Pass:

    items:
      - {id: a, interaction: number, stem: How many books did the library lend in 2021?, value: 3000, why: So it is.,
         sources: [daily]}
      - {id: b, interaction: number, stem: How many books did the library lend in 2022?, value: 4000,
         why: "In 2021, books were lent by the van.", sources: [daily]}
      - {id: c, interaction: number, stem: How many chairs has the hall?, value: 20,
         why: There were 3000 visitors in 2021., sources: [daily]}

Fail:

    items:
      - {id: a, interaction: number, stem: How many books did the library lend in 2021?, value: 3000,  # told
         why: So it is., sources: [daily]}
      - {id: b, interaction: number, stem: How many books did the library lend in 2022?, value: 4000,
         why: "After 3000 books in 2021, the library could lend 4000.", sources: [daily]}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgen.bank.findings import Path
from quizgen.checks.paper import Paper
from quizgen.checks.question import question_of
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.checks.texts import sentences, words
from quizgen.inline import to_plain
from quizgen.items import Item, Number
from quizgen.material import content_words

CODE = "item-hinge"
MOST_WORDS = 0.8
"""How large a part of a question's telling words has to stand beside its figure."""
_ASKING = content_words("many much long far high large often share part number")
LEAST_WORDS = 3
"""Right options with fewer telling words are words that may stand anywhere."""


class _Key(NamedTuple):
    """What would answer an item: a run of words, or a figure with the telling words of its question.

    `longest` is a word, or the figure, that every text has which gives it.
    """

    item: Item
    place: Path
    longest: str
    run: tuple[str, ...] = ()
    figure: str = ""
    asked: frozenset[str] = frozenset()

    def may_stand_in(self, small: str) -> bool:
        """Whether a text in small letters has every word of it."""
        return all(word in small for word in self.run)

    def stands_in(self, sentence: str) -> bool:
        """Whether a sentence gives it."""
        said = words(sentence)
        if self.run:
            return any(said[i : i + len(self.run)] == self.run for i in range(len(said) - len(self.run) + 1))
        return self.figure in said and len(self.asked & content_words(sentence)) >= MOST_WORDS * len(self.asked)


def of_items(subject: Subject, items: Sequence[Item]) -> Iterator[Fault]:
    """Yield the keys that another question of the bank gives away, in a quiz that may hold both."""
    waiting = [key for item in items if (key := _key(subject, item)) is not None]
    for text in dict.fromkeys(text for item in items for text in _pieces(item)) if waiting else ():
        small = text.lower().replace(",", "")
        for key in [key for key in waiting if key.longest in small and key.may_stand_in(small)]:
            giver = _giver(key, text, items) if any(map(key.stands_in, sentences(_plain(text)))) else None
            if giver is not None:
                waiting.remove(key)
                name = giver.provenance.entries[0].replace(":", " `") + "`"
                message = f"a question on {name} gives this answer away"
                yield Fault(key.place, message, "word one of the two otherwise, or keep one out by `not_as`")


def _giver(key: _Key, text: str, items: Sequence[Item]) -> Item | None:
    """Return an item with this text that may stand in one quiz with that of the key."""
    marks = set(key.item.exclusive)
    return next((item for item in items if marks.isdisjoint(item.exclusive) and text in _pieces(item)), None)


def of_form(paper: Paper) -> Iterator[Fault]:
    """Yield the keys that another question of the quiz gives away."""
    return of_items(paper.subject, paper.items)


def _key(subject: Subject, item: Item) -> _Key | None:
    path = subject.places[item.provenance.entries[0]]
    if isinstance(item.body, Number):
        figure = f"{item.body.value:.15g}"
        if any(figure in finding.text.replace(",", "") for finding in item.stimulus.findings):
            return None
        question, place = _asked(subject, item, path)
        asked = content_words(question) - _ASKING
        return _Key(item, place, figure, figure=figure, asked=asked) if len(asked) >= LEAST_WORDS else None
    offered = question_of(subject, item)
    key = offered.only_key if offered else None
    if key is None or len(content_words(key.own)) < LEAST_WORDS:
        return None
    run = words(key.own)
    return _Key(item, key.place, max(run, key=len), run=run)


def _asked(subject: Subject, item: Item, path: Path) -> tuple[str, Path]:
    """Return the author's question for a number, and its place."""
    if path[0] == "claims":
        figure = subject.bank.claims[int(path[1])].figure
        if figure is not None:
            return figure.question, (*path, "figure", "question")
    return item.stem, (*path, "stem")


def _pieces(item: Item) -> Iterator[str]:
    shown = item.stimulus
    yield from (finding.text for finding in shown.findings)
    if shown.claim is not None:
        yield from (shown.claim.says, shown.claim.quote)
    yield from (note.text for note in shown.notes)
    yield item.rationale.record
    if item.provenance.entries[0].startswith("item:"):
        yield item.stem


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    """Return a text as it is read, its numbers without commas."""
    return to_plain(text).replace(",", "")
