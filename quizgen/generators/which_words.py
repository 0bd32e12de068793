"""which-words: which words of the article do the sources shown not back?

It teaches that a wrong part does not refute the rest. Blind readers picked the odd one out, so all words offered are of
one kind (figures, dates, names or plain words) and much of one length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from quizgen.bank.model import Claim, Parts
from quizgen.items import Choice, Item, MultipleResponse, Option, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Line, Material, Obstacle, Pack, content_words, entry_name
from quizgen.material.cover import facts

ID = "which-words"
FEWEST_SPANS = 3

Kind = Literal["date", "figure", "name", "words"]
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(rf"(?:(?:{_MONTH}|1[5-9]\d\d|20\d\d|[0-3]?\d(?=\W+(?:{_MONTH})))\b\W*)+", re.IGNORECASE)


class Span(NamedTuple):
    """Words of the article, where they start, and the line that has them; None for words that fail."""

    start: int
    text: str
    backed_by: Line | None


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim of which some words fail and others like them hold, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _outcome(material, claim)


def _outcome(material: Material, claim: Claim) -> Item | Declined:
    pack = material.pack(claim)
    if claim.verdict not in ("misleading", "contradicted"):
        found: list[Span] | Obstacle = Obstacle("no words of the claim fail", "verdict")
    elif claim.parts is None:
        found = Obstacle("the words that fail and those that hold are not told apart", "parts")
    elif not pack.with_stance("refutes"):
        found = Obstacle("no finding that refutes the claim can be shown", "evidence")
    else:
        found = _spans(claim, claim.parts, pack)
    return (
        Declined(ID, entry_name(claim), *found) if isinstance(found, Obstacle) else _item(material, claim, pack, found)
    )


def _spans(claim: Claim, parts: Parts, pack: Pack) -> list[Span] | Obstacle:
    """Return the words to offer, in the order of the text, or why there are too few."""
    if len({kind(words) for words in parts.fails}) != 1:
        return Obstacle("the words that fail are not of one kind: figures, dates, names or plain words", "parts.fails")
    holding = {
        words: line for words in parts.holds if _alike(words, parts.fails) and (line := _line_with(words, pack.lines))
    }
    offered: dict[str, Line | None] = {**dict.fromkeys(parts.fails), **holding}
    found = [_locate(claim, words, line) for words, line in offered.items()]
    spans = sorted((span for span in found if span), key=lambda span: span.start)
    if len(spans) < len(found) or any(one.start + len(one.text) > other.start for one, other in pairwise(spans)):
        return Obstacle("each span must stand in the text once, and apart from the others", "parts")
    if len(spans) < FEWEST_SPANS or not holding:
        count = f"{len(spans)} spans of one kind and length can be offered"
        return Obstacle(f"{count}, and {FEWEST_SPANS} are needed", "parts.holds")
    return spans


def _alike(words: str, fails: list[str]) -> bool:
    """Whether words that hold are of one kind with those that fail, and at most a word longer or shorter."""
    lengths = [len(other.split()) for other in fails]
    return kind(words) == kind(fails[0]) and min(lengths) - 1 <= len(words.split()) <= max(lengths) + 1


def kind(words: str) -> Kind:
    """Return what sort of words these are; an odd one out would be found without reading."""
    if _DATE.fullmatch(words):
        return "date"
    if facts(words).numbers:
        return "figure"
    content = [word for word in words.split() if content_words(word)]
    return "name" if content and all(word[0].isupper() for word in content) else "words"


def _line_with(words: str, lines: tuple[Line, ...]) -> Line | None:
    """Return the first line that has these words, and their numbers within 5 %."""
    numbers = facts(words).numbers
    others = frozenset(word for word in content_words(words) if not facts(word).numbers)
    for line in lines:
        if others <= content_words(line.evidence.finding) and all(
            line.facts.holds_number(number) for number in numbers
        ):
            return line
    return None


def _text(claim: Claim) -> str:
    return claim.context if claim.context and claim.quote in claim.context else claim.quote


def _locate(claim: Claim, words: str, line: Line | None) -> Span | None:
    """Return where words stand in the text, if they stand there once."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", _text(claim))]
    return Span(places[0], words, line) if len(places) == 1 else None


def _item(material: Material, claim: Claim, pack: Pack, spans: list[Span]) -> Item:
    rest = [span.text for span in spans if span.backed_by]
    options = tuple(
        Option(
            id=letter(place),
            text=span.text,
            why=material.text(f"{ID}.why.holds", publisher=span.backed_by.source.publisher)
            if span.backed_by
            else material.text(f"{ID}.why.fails", fault=_fault(claim, span), rest=rest),
        )
        for place, span in enumerate(spans)
    )
    key = tuple(letter(place) for place, span in enumerate(spans) if not span.backed_by)
    body = Choice if len(key) == 1 else MultipleResponse
    text = _text(claim)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id, kind="stems" if len(key) == 1 else "stems-several"),
        stimulus=Stimulus(
            as_of=material.as_of,
            passage=ShownPassage(text=text, show_with=claim.context if text == claim.quote else None),
            findings=pack.shown(),
        ),
        body=body(options=options, key=key, fixed=True),
        rationale=material.told_better(claim),
        sources=material.notes(claim),
        family=material.family_of(claim),
        move="read-the-wording",
        difficulty=2,
        lines=pack.lines,
    )


def _fault(claim: Claim, span: Span) -> str:
    """Return what is wrong with words that fail: the reason of the issue that marks them, else the record."""
    for issue in claim.issues:
        if any(span.text in marked or marked in span.text for marked in issue.words):
            return issue.why
    return claim.record
