"""what-holds: two readers made a note each; which note do the sources shown allow, if any?

The notes are dealt from the statement that holds and two misconceptions. Blind readers picked the true one out of three
statements by knowing the events, so in a third of the questions no note holds, and only the findings tell. What could
stand out by its tone is declined: all three statements are alike in length, absolute words and hedges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from quizgen.bank.model import Claim, Misconception
from quizgen.inline import escape
from quizgen.items import Choice, Item, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, Obstacle, Pack, content_words, entry_name, unclear
from quizgen.material.cover import NUMBER_WORDS, facts, is_year
from quizgen.material.stretches import Stretches

ID = "what-holds"
LABELS = ("note-1", "note-2", "no-note")
LONGEST = 1.5
"""How many times as long as the shortest statement the longest may be."""
LONGEST_RUN = 6
"""A statement that has so many words in sequence from a finding repeats it."""
SHARED_WORDS = 2
"""How many content words a misconception must share with claim, record and findings to be on the subject."""

_WORD = re.compile(r"\w+")
_MAXIM = frozenset(["must", "guarantee", "guarantees", "therefore", "because", "mean", "means", "cannot", "them"])
_DANGLING = frozenset(["it", "he", "she", "they", "this"])
_ABSOLUTE = frozenset([
    "all", "always", "any", "anyone", "anything", "entire", "entirely", "every", "exactly", "never", "no", "nobody",
    "none", "nothing", "only", "whole",
])  # fmt: skip
_HEDGE = frozenset([
    "almost", "could", "likely", "many", "may", "might", "most", "nearly", "often", "perhaps", "roughly", "several",
    "some",
])  # fmt: skip
_HEDGE_PAIRS = frozenset({("at", "least"), ("at", "most"), ("fewer", "than"), ("less", "than"), ("more", "than")})
_IN_A_HEDGE = _HEDGE | {"about", "least", "than"}
"""Words of which one stands in every hedge, and none in most statements."""
_AMOUNT = frozenset({"a", "an", "half", *NUMBER_WORDS})


class Case(NamedTuple):
    """What the notes on a claim are dealt from: the statement that holds and two that do not."""

    claim: Claim
    holds: str
    wrong: tuple[Misconception, Misconception]


class Note(NamedTuple):
    """What a reader wrote down, and why the sources do not allow it, unless they do."""

    text: str
    fault: str | None = None


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim with a statement that holds and two that are like it, or decline with the reason."""
    outcomes = [_outcome(material, claim) for claim in material.bank.claims]
    keys = _dealt(material, [outcome.claim.id for outcome in outcomes if isinstance(outcome, Case)])
    for outcome in outcomes:
        yield _item(material, outcome, keys[outcome.claim.id]) if isinstance(outcome, Case) else outcome


def _dealt(material: Material, claims: Sequence[str]) -> dict[str, str]:
    """Return the key for each claim: in a drawn order, each key in turn, so that all are as frequent."""
    draws = material.draws(ID, "all claims")
    turns = draws.shuffled(LABELS)
    return {claim: turns[place % len(turns)] for place, claim in enumerate(draws.shuffled(claims))}


def _outcome(material: Material, claim: Claim) -> Case | Declined:
    pack = material.pack(claim)
    declined = material.refusal(ID, claim) or material.declined(ID, claim, unclear(claim) or _without_key(claim, pack))
    return declined or _case(material, claim, pack)


def _without_key(claim: Claim, pack: Pack) -> Obstacle | None:
    """Return why there is no statement to be found."""
    if claim.holds is None:
        return Obstacle("no statement that follows from the findings is given", "holds")
    if len(pack) < claim.min_pack:
        return Obstacle(f"{len(pack)} finding(s) can be shown, and {claim.min_pack} are needed", "evidence")
    # Numbers in words may be worked out from the findings ("two in five"), so they need not stand there.
    if not pack.covers(" ".join(filter(None, _IN_DIGITS.of(claim.holds)))):
        return Obstacle("the findings shown do not hold every figure and half of the names of `holds`", "holds")
    if _repeats(claim.holds, [line.evidence.finding for line in pack.lines]):
        return Obstacle("`holds` repeats a finding; it should follow from one", "holds")
    return None


def _repeats(text: str, findings: Iterable[str]) -> bool:
    """Whether a text has so many words in sequence from one of the findings that it repeats it."""
    words, said = _words(text), "\n".join([f" {_in_lower_case(finding)} " for finding in findings])
    runs = [words[start : start + LONGEST_RUN] for start in range(len(words) - LONGEST_RUN + 1)]
    return any(f" {' '.join(run)} " in said for run in runs)


def _case(material: Material, claim: Claim, pack: Pack) -> Case | Declined:
    holds = claim.holds or ""
    usable = sorted(_usable(material, claim, pack), key=lambda wrong: abs(len(wrong.text) - len(holds)))
    problem = f"{len(usable)} misconception(s) are fit to be noted down, two are needed"
    for one, other in combinations(usable, 2):
        cue = _cue(holds, one.text, other.text)
        if cue is None:
            return Case(claim, holds, (one, other))
        problem = f"what holds could be told without the sources: {cue}"
    return Declined(ID, entry_name(claim), problem, "misconceptions")


def _usable(material: Material, claim: Claim, pack: Pack) -> list[Misconception]:
    """Return the misconceptions that are on the subject, in date, no maxims, and said by no finding shown."""
    findings = [content_words(line.evidence.finding) for line in pack.lines]
    near = content_words(claim.says).union(*findings)
    last_year = int(material.as_of[:4])
    taken = {_words(claim.holds or "")}
    usable = []
    for misconception in claim.misconceptions:
        words, content = _words(misconception.text), content_words(misconception.text)
        maxim = not words or words[0] in _DANGLING or not _MAXIM.isdisjoint(words)
        late = any(is_year(number) and number > last_year for number in facts(misconception.text).numbers)
        said = any(content <= finding for finding in findings)
        if words not in taken and not (maxim or late or said) and _on_subject(claim, content, near):
            taken.add(words)
            usable.append(misconception)
    return usable


def _on_subject(claim: Claim, content: frozenset[str], near: frozenset[str]) -> bool:
    """Whether enough words are among those of claim and findings (`near`) and of the record, which is seldom needed."""
    shared = content & near
    return len(shared) >= SHARED_WORDS or len(shared | (content & content_words(claim.record))) >= SHARED_WORDS


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_in_lower_case(text).split())


@lru_cache(maxsize=65536)
def _in_lower_case(text: str) -> str:
    """Return the words of a text in lower case, save the month of May, which is no hedge."""
    return " ".join(filter(None, _LOWER.of(text)))


_LOWER = Stretches(lambda stretch: " ".join([w if w == "May" else w.lower() for w in _WORD.findall(stretch)]))
_IN_DIGITS = Stretches(lambda stretch: "" if stretch.lower().strip(".,;") in NUMBER_WORDS else stretch)
"""A stretch, unless it is a number in words."""


def _hedged(text: str) -> bool:
    words = _words(text)
    return not _IN_A_HEDGE.isdisjoint(words) and any(
        (word in _HEDGE and (before, word) != ("as", "many"))
        or (before, word) in _HEDGE_PAIRS
        or (before == "about" and (word in _AMOUNT or word[0].isdigit()))
        for before, word in pairwise(("", *words))
    )


def _cue(*statements: str) -> str | None:
    """Return by what one of the statements stands out, if by anything."""
    lengths = [len(text) for text in statements]
    if max(lengths) > LONGEST * min(lengths):
        return "`holds` and the misconceptions are not alike in length"
    if len({_ABSOLUTE.isdisjoint(_words(text)) for text in statements}) > 1:
        return "`holds` and the misconceptions differ in absolute words (all, no, only, every)"
    if len({_hedged(text) for text in statements}) > 1:
        return "`holds` and the misconceptions differ in hedges (about, often, some)"
    return None


def _item(material: Material, case: Case, key: str) -> Item:
    claim, notes = case.claim, _notes(material, case, key)
    pack = material.pack(claim)
    shown = tuple(ShownPassage(text=note.text) for note in notes)
    one, other = (set(facts(note.text).numbers) for note in notes)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=Stimulus(as_of=material.as_of, claim=material.shown_claim(claim), notes=shown, findings=pack.shown()),
        body=Choice(
            options=tuple(
                material.label(ID, place, label, _why(material, notes, label, key))
                for place, label in enumerate(LABELS)
            ),
            key=(letter(LABELS.index(key)),),
            fixed=True,
        ),
        rationale=(
            Rationale(record=claim.record, rewrite=escape(case.holds)) if key == "no-note" else material.told(claim)
        ),
        sources=material.notes(claim),
        family="evidence",
        move="find-the-original",
        difficulty=3 if one & other else 2,
        lines=pack.lines,
        tags=(f"key:{key}",),
    )


def _notes(material: Material, case: Case, key: str) -> tuple[Note, Note]:
    """Return the two notes that make this the key, the misconceptions in a drawn order."""
    drawn = material.draws(ID, f"{case.claim.id}.notes").shuffled(case.wrong)
    one, other = (Note(wrong.text, wrong.why_wrong) for wrong in drawn)
    holds = Note(case.holds)
    return {"note-1": (holds, one), "note-2": (one, holds), "no-note": (one, other)}[key]


def _why(material: Material, notes: tuple[Note, Note], label: str, key: str) -> str:
    """Return why a label is right or wrong."""
    if label != "no-note":
        note = notes[LABELS.index(label)]
        return material.text(
            f"{ID}.why.of-note", note=note.text, reason=note.fault or material.text(f"{ID}.why.follows")
        )
    if label != key:
        return material.text(f"{ID}.why.missed", number=LABELS.index(key) + 1)
    one, other = (note.fault for note in notes)
    return material.text(f"{ID}.why.{'same-fault' if one == other else 'two-faults'}", one=one, other=other)
