"""which-words: which of the marked words of the article, if any, do the sources shown not back?

It teaches that a wrong part does not refute the rest, and that sound words may be left alone. Blind readers who saw
the words as options told the wrong ones by what they knew of the events; so the words are marked in the text, and only
their numbers are offered. All are of one kind (figures, dates, names or plain words) and much of one length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from quizgen.bank.model import Claim, Parts
from quizgen.items import Choice, Item, Mark, Option, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Line, Material, Obstacle, Pack, content_words, entry_name
from quizgen.material.cover import facts

ID = "which-words"
FEWEST_SPANS = 3
NONE = "none"

Kind = Literal["date", "figure", "name", "words"]
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(rf"(?:(?:{_MONTH}|1[5-9]\d\d|20\d\d|[0-3]?\d(?=\W+(?:{_MONTH})))\b\W*)+", re.IGNORECASE)

_IN_A_WORD = re.compile(r"\w")


class Span(NamedTuple):
    """Words of the article, where they start, and the line that has them; None for words that fail."""

    start: int
    text: str
    backed_by: Line | None


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim of which words of one kind can be told apart, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _outcome(material, claim)


def _outcome(material: Material, claim: Claim) -> Item | Declined:
    pack = material.pack(claim)
    if claim.verdict not in ("supported", "misleading", "contradicted"):
        found: list[Span] | Obstacle = Obstacle("the sources do not settle the claim", "verdict")
    elif claim.parts is None:
        found = Obstacle("the words that fail and those that hold are not told apart", "parts")
    elif problem := _at_odds(claim, claim.parts, pack):
        found = problem
    else:
        found = _spans(material, claim, claim.parts, pack)
    return (
        Declined(ID, entry_name(claim), *found) if isinstance(found, Obstacle) else _item(material, claim, pack, found)
    )


def _at_odds(claim: Claim, parts: Parts, pack: Pack) -> Obstacle | None:
    """Return where the parts do not fit the verdict, or what is shown does not bear them out."""
    if claim.verdict == "supported":
        return Obstacle("words of a supported claim cannot fail", "parts.fails") if parts.fails else None
    if not parts.fails:
        return Obstacle("no words are named that fail", "parts.fails")
    return (
        None if pack.with_stance("refutes") else Obstacle("no finding that refutes the claim can be shown", "evidence")
    )


def _spans(material: Material, claim: Claim, parts: Parts, pack: Pack) -> list[Span] | Obstacle:
    """Return the words to mark, in the order of the text, or why there are too few.

    Of several that fail one is drawn, so that at most one of the marked words does.
    """
    if len({kind(words) for words in parts.fails}) > 1:
        return Obstacle("the words that fail are not of one kind: figures, dates, names or plain words", "parts.fails")
    failing = [material.draws(ID, f"{claim.id}.fails").pick(parts.fails)] if parts.fails else []
    measure = failing or parts.holds[:1]
    holding = {
        words: line for words in parts.holds if _alike(words, measure) and (line := _line_with(words, pack.lines))
    }
    offered: dict[str, Line | None] = {**dict.fromkeys(failing), **holding}
    found = [_locate(claim, words, line) for words, line in offered.items()]
    spans = sorted((span for span in found if span), key=lambda span: span.start)
    if len(spans) < len(found) or any(one.start + len(one.text) > other.start for one, other in pairwise(spans)):
        return Obstacle("each span must stand in the text once, and apart from the others", "parts")
    if len(spans) < FEWEST_SPANS:
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
    places = list(_places(_text(claim), words))
    return Span(places[0], words, line) if len(places) == 1 else None


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where words stand that are not part of longer ones; to compile a pattern for each would take far longer."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        whole = not (_IN_A_WORD.match(text[start - 1 : start]) or _IN_A_WORD.match(text, end))
        if whole:
            yield start
        start = text.find(words, end if whole else start + 1)


def _item(material: Material, claim: Claim, pack: Pack, spans: list[Span]) -> Item:
    failing = next((place for place, span in enumerate(spans) if not span.backed_by), None)
    text = _text(claim)
    marks = tuple(Mark(start=span.start, end=span.start + len(span.text)) for span in spans)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=Stimulus(
            as_of=material.as_of,
            passage=ShownPassage(text=text, marks=marks, show_with=claim.context if text == claim.quote else None),
            findings=pack.shown(),
        ),
        body=Choice(
            options=(
                *(_option(material, claim, spans, place) for place in range(len(spans))),
                _none(material, claim, spans, failing),
            ),
            key=(letter(len(spans) if failing is None else failing),),
            fixed=True,
        ),
        rationale=material.told_better(claim),
        sources=material.notes(claim),
        family=material.family_of(claim),
        move="read-the-wording",
        difficulty=2,
        lines=pack.lines,
        tags=(f"key:{NONE if failing is None else failing + 1}",),
    )


def _option(material: Material, claim: Claim, spans: list[Span], place: int) -> Option:
    """Return a marked stretch as an option, by its number: its words would tell what a reader knows already."""
    span = spans[place]
    if span.backed_by:
        why = material.text(f"{ID}.why.holds", words=span.text, publisher=span.backed_by.source.publisher)
    else:
        rest = [other.text for other in spans if other.backed_by]
        why = material.text(f"{ID}.why.fails", words=span.text, fault=_fault(claim, span), rest=rest)
    return Option(id=letter(place), text=material.text(f"{ID}.options.place", number=place + 1), why=why)


def _none(material: Material, claim: Claim, spans: list[Span], failing: int | None) -> Option:
    """Return the answer that all of the marked words are backed."""
    if failing is None:
        why = material.text(f"{ID}.why.all-hold", words=[span.text for span in spans])
    else:
        why = material.text(f"{ID}.why.one-fails", words=spans[failing].text, fault=_fault(claim, spans[failing]))
    return Option(
        id=letter(len(spans)),
        text=material.text(f"{ID}.options.none.text"),
        note=material.text(f"{ID}.options.none.note"),
        why=why,
    )


def _fault(claim: Claim, span: Span) -> str:
    """Return what is wrong with words that fail: the reason of the issue that marks them, else the record."""
    for issue in claim.issues:
        if any(span.text in marked or marked in span.text for marked in issue.words):
            return issue.why
    return claim.record
