"""what-holds: which statement do the sources shown allow?

The key follows from a finding without repeating it; the distractors are what readers wrongly take from the claim. Blind
readers found such keys by their caution alone, so the options must be alike in length, hedges and absolute words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from quizgen.bank.model import Claim, Misconception
from quizgen.items import Choice, Item, Option, letter
from quizgen.material import Declined, Material, Obstacle, Pack, content_words, entry_name, unclear
from quizgen.material.cover import NUMBER_WORDS, facts, is_year

ID = "what-holds"
LONGEST_KEY = 1.5
"""How many times as long as the longest distractor the key may be."""
LONGEST_RUN = 6
"""A key that has so many words in sequence from a finding repeats it."""
SHARED_WORDS = 2
"""How many content words a distractor must share with claim, record and findings to be on the subject."""

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
_AMOUNT = frozenset({"a", "an", "half", *NUMBER_WORDS})


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim with a statement that holds and two that are like it, or decline with the reason."""
    for claim in material.bank.claims:
        pack = material.pack(claim)
        yield (
            material.refusal(ID, claim)
            or material.declined(ID, claim, unclear(claim) or _without_key(claim, pack))
            or _outcome(material, claim, pack)
        )


def _without_key(claim: Claim, pack: Pack) -> Obstacle | None:
    """Return why there is no statement to be found."""
    if claim.holds is None:
        return Obstacle("no statement that follows from the findings is given", "holds")
    if len(pack) < claim.min_pack:
        return Obstacle(f"{len(pack)} finding(s) can be shown, and {claim.min_pack} are needed", "evidence")
    # Numbers in words may be worked out from the findings ("two in five"), so they need not stand there.
    in_digits = " ".join(word for word in claim.holds.split() if word.lower().strip(".,;") not in NUMBER_WORDS)
    if not pack.covers(in_digits):
        return Obstacle("the findings shown do not hold every figure and half of the names of `holds`", "holds")
    if any(_repeats(claim.holds, line.evidence.finding) for line in pack.lines):
        return Obstacle("`holds` repeats a finding; it should follow from one", "holds")
    return None


def _repeats(text: str, finding: str) -> bool:
    """Whether a text has so many words in sequence from a finding that it repeats it."""
    return bool(_runs(text) & _runs(finding))


@lru_cache(maxsize=65536)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(words[start : start + LONGEST_RUN] for start in range(len(words) - LONGEST_RUN + 1))


def _outcome(material: Material, claim: Claim, pack: Pack) -> Item | Declined:
    key = claim.holds or ""
    usable = sorted(_usable(material, claim, pack), key=lambda wrong: abs(len(wrong.text) - len(key)))
    problem = f"{len(usable)} misconception(s) are fit for wrong options, two are needed"
    for pair in combinations(usable, 2):
        cue = _cue(key, *(misconception.text for misconception in pair))
        if cue is None:
            return _item(material, claim, key, pair)
        problem = f"`holds` could be told without the sources: {cue}"
    return Declined(ID, entry_name(claim), problem, "misconceptions")


def _usable(material: Material, claim: Claim, pack: Pack) -> list[Misconception]:
    """Return the misconceptions that are on the subject, in date, no maxims, and said by no finding shown."""
    findings = [content_words(line.evidence.finding) for line in pack.lines]
    subject = content_words(claim.says).union(content_words(claim.record), *findings)
    last_year = int(material.as_of[:4])
    taken = {_words(claim.holds or "")}
    usable = []
    for misconception in claim.misconceptions:
        words, content = _words(misconception.text), content_words(misconception.text)
        maxim = words[0] in _DANGLING or not _MAXIM.isdisjoint(words)
        late = any(is_year(number) and number > last_year for number in facts(misconception.text).numbers)
        said = any(content <= finding for finding in findings)
        if len(content & subject) >= SHARED_WORDS and words not in taken and not (maxim or late or said):
            taken.add(words)
            usable.append(misconception)
    return usable


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, save the month of May, which is no hedge."""
    return tuple(word if word == "May" else word.lower() for word in _WORD.findall(text))


def _hedged(text: str) -> bool:
    words = _words(text)
    return not _HEDGE.isdisjoint(words) or any(
        (one, next_one) in _HEDGE_PAIRS or (one == "about" and (next_one in _AMOUNT or next_one[0].isdigit()))
        for one, next_one in pairwise(words)
    )


def _cue(key: str, *distractors: str) -> str | None:
    """Return by what the key stands out among the options, if by anything."""
    words, one, other = (frozenset(_words(text)) for text in (key, *distractors))
    if len(key) > LONGEST_KEY * max(map(len, distractors)):
        return "it is much longer than the misconceptions"
    if _ABSOLUTE.isdisjoint(words) != _ABSOLUTE.isdisjoint(one | other):
        return "it differs from the misconceptions in absolute words (all, no, only, every)"
    if _hedged(key) and not any(map(_hedged, distractors)):
        return "it alone is hedged"
    if min(len(words & one), len(words & other)) > len(one & other):
        return "both misconceptions vary from its wording, and not from each other's"
    return None


def _item(material: Material, claim: Claim, key: str, pair: Sequence[Misconception]) -> Item:
    pack = material.pack(claim)
    right = Option(id=letter(0), text=key, why=material.text(f"{ID}.why.key"))
    wrong = (Option(id=letter(i), text=m.text, why=m.why_wrong) for i, m in enumerate(pair, 1))
    shares_number = any(set(facts(key).numbers) & set(facts(m.text).numbers) for m in pair)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=material.evidence(claim),
        body=Choice(options=(right, *wrong), key=(right.id,)),
        rationale=material.told(claim),
        sources=material.notes(claim),
        family="evidence",
        move="find-the-original",
        difficulty=3 if shares_number else 2,
        lines=pack.lines,
    )
