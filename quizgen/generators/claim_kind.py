"""claim-kind: what kind of statement is it, be it right or wrong?

The label is never "fact": a false claim would be keyed "fact". The scale and its meanings are the same every time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.bank.model import Claim, Passage
from quizgen.items import Choice, Item, Option, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, Obstacle, entry_name
from quizgen.material.kinds import KINDS, SOUNDS_SURE, KindLabel, blurred, handed_on, settled_by, unclear_kind
from quizgen.wording import Wording

ID = "claim-kind"
LABELS = ("checkable", "judgement", "forecast", "words")
MARKS_A_VIEW = re.compile(
    r"\b(I (think|believe|feel|hope)|in my (view|opinion)|as far as I am concerned|should|ought|must|seems?|hope|"
    r"needed|good|bad|better|worse|best|worst|(un)?fortunately)\b",
    re.IGNORECASE,
)
"""Words that mark a judgement as one."""


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim and passage whose kind is beyond dispute, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _declines(claim, _unfit_claim(claim)) or _of_claim(material, claim)
    for passage in material.bank.passages:
        yield (
            material.refusal(ID, passage)
            or _declines(passage, _unfit_passage(passage))
            or _of_passage(material, passage)
        )


def _declines(entry: Claim | Passage, problem: Obstacle | None) -> Declined | None:
    return Declined(ID, entry_name(entry), *problem) if problem else None


def _unfit_claim(claim: Claim) -> Obstacle | None:
    if claim.kind == "attribution" and claim.speaker is None:
        return Obstacle("somebody's words need their speaker", "speaker")
    return (
        unclear_kind(claim)
        or blurred(claim.kind, f"{claim.says} {claim.quote}", claim.issues)
        or handed_on(claim.kind, claim.context or "")
    )


def _unfit_passage(passage: Passage) -> Obstacle | None:
    if passage.kind is None:
        return Obstacle("the author has not said which kind of statement it is", "kind")
    if passage.kind == "attribution":
        return Obstacle("somebody's words are asked about as a claim, where the speaker is named", "kind")
    if not passage.text.lstrip("“\"'‘(")[:1].isupper():
        return Obstacle("the passage starts amid a sentence, so that it cannot be asked about alone", "text")
    return blurred(passage.kind, passage.text, passage.issues)


def _of_claim(material: Material, claim: Claim) -> Item:
    stimulus = Stimulus(claim=material.shown_claim(claim))
    strong = settled_by(claim) == "checkable-fails" and SOUNDS_SURE.search(f"{claim.says} {claim.quote}".lower())
    return _item(material, claim, stimulus, claim.record, 3 if strong else _difficulty(claim.kind, claim.quote))


def _of_passage(material: Material, passage: Passage) -> Item:
    record = passage.why_clean or (passage.issues[0].why if passage.issues else "")
    stimulus = Stimulus(passage=ShownPassage(text=passage.text))
    return _item(material, passage, stimulus, record, _difficulty(passage.kind, passage.text))


def _difficulty(kind: str | None, text: str) -> int:
    return 2 if kind == "opinion" and not MARKS_A_VIEW.search(text) else 1


def _item(material: Material, entry: Claim | Passage, stimulus: Stimulus, record: str, difficulty: int) -> Item:
    key = KINDS[entry.kind or "fact"]
    place = LABELS.index(key)
    right = material.text(f"{ID}.right.{settled_by(entry)}", record=record).strip()
    options = list(_scale(material.wording, key))
    options[place] = _label(material.wording, place, right)
    return material.item(
        ID,
        [entry],
        stem=material.stem(ID, entry.id),
        stimulus=stimulus,
        body=Choice(options=tuple(options), key=(letter(place),), fixed=True),
        rationale=material.told(entry)
        if isinstance(entry, Claim)
        else Rationale(record=record or right, about="words"),
        sources=material.notes(entry) if isinstance(entry, Claim) else (),
        family="evidence",
        move="separate-fact-from-opinion",
        difficulty=difficulty,
        tags=(f"key:{key}",),
    )


@lru_cache
def _scale(wording: Wording, key: KindLabel) -> tuple[Option, ...]:
    """Return the scale for statements of the kind `key`; what is said of each kind does not depend on the entry."""
    test = wording.text(f"{ID}.is.{key}")
    return tuple(
        _label(wording, i, wording.text(f"{ID}.wrong", key=test, chosen=wording.text(f"{ID}.would.{label}")))
        for i, label in enumerate(LABELS)
    )


def _label(wording: Wording, place: int, why: str) -> Option:
    name = f"{ID}.options.{LABELS[place]}"
    return Option(id=letter(place), text=wording.text(f"{name}.text"), note=wording.text(f"{name}.note"), why=why)
