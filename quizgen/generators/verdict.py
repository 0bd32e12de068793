"""verdict: how well does a claim hold up against dated evidence?

The discernment score rests on this template. Four labels, not five: whether a claim is misleading or contradicted is
the author's reading, and fair readers of the same findings disagree about it; so both are keyed "not as worded". In
lower-secondary banks the two labels that leave a claim open are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import Claim
from quizgen.items import Choice, Item, Judgement, Lean, letter
from quizgen.material import Declined, Line, Material, Obstacle, mixed, unclear, undecided, unsure

ID = "verdict"
LABELS = ("backed", "not-as-worded", "unsettled", "no-source")
FEWER_LABELS = ("backed", "not-as-worded", "open")
KEY = {
    "supported": "backed",
    "misleading": "not-as-worded",
    "contradicted": "not-as-worded",
    "not-enough-evidence": "unsettled",
    "not-checkable": "no-source",
}
LEAN: dict[str, Lean] = {
    "backed": "accept",
    "not-as-worded": "doubt",
    "unsettled": "abstain",
    "no-source": "abstain",
    "open": "abstain",
}
JUDGEMENT = {
    label: Judgement(of="claim", sound={"accept": True, "doubt": False}.get(lean)) for label, lean in LEAN.items()
}


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield a verdict item for each claim whose findings decide it, or decline with the reason."""
    for claim in material.bank.claims:
        yield (
            material.refusal(ID, claim)
            or material.declined(ID, claim, _obstacle(material, claim))
            or _item(material, claim)
        )


def _obstacle(material: Material, claim: Claim) -> Obstacle | None:
    found = unclear(claim) or mixed(claim) or unsure(claim) or undecided(claim, material.pack(claim))
    if found is None and len(_labels(material)) - len(_right(material, claim)) < 2:
        return Obstacle("so many labels are accepted that fewer than two are wrong", "accept")
    return found


def _labels(material: Material) -> tuple[str, ...]:
    return FEWER_LABELS if material.bank.level == "lower-secondary" else LABELS


def _right(material: Material, claim: Claim) -> tuple[str, ...]:
    """Return the accepted labels, that of the verdict first."""
    known = _labels(material)
    labels = (KEY[claim.verdict], *claim.accept)
    return tuple(dict.fromkeys([label if label in known else "open" for label in labels]))


def _item(material: Material, claim: Claim) -> Item:
    pack = material.pack(claim)
    labels, right = _labels(material), _right(material, claim)
    deciding = pack.nearest(claim.says, "supports" if right[0] == "backed" else "refutes")
    options = tuple(
        material.label(ID, place, label, _why(material, claim, deciding, label, right), LEAN[label])
        for place, label in enumerate(labels)
    )
    mixed_stances = len({line.stance for line in pack.lines}) > 1
    difficulty = 1 if claim.verdict in ("supported", "contradicted") else 2
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=material.evidence(claim),
        body=Choice(options=options, key=tuple(letter(labels.index(label)) for label in right), fixed=True),
        rationale=material.told_better(claim),
        sources=material.notes(claim),
        family=material.family_of(claim),
        move="compare-coverage",
        difficulty=difficulty + (len(right) > 1 or mixed_stances),
        lines=pack.lines,
        judgement=JUDGEMENT[right[0]],
        tags=(f"key:{right[0]}",),
    )


def _why(material: Material, claim: Claim, deciding: Line, label: str, right: tuple[str, ...]) -> str:
    """Say of one label why it fits or does not; the correct fact comes first."""
    if label in right[1:]:
        return material.text(f"{ID}.why.accepted")
    key = KEY[claim.verdict]
    if key == "not-as-worded" and label == "backed" and claim.issues:
        fault = claim.issues[0].why
        part = material.pack(claim).with_stance("supports")
        if part:
            return material.text(f"{ID}.why.partly", part=part[0].evidence.finding, fault=fault)
        if claim.verdict == "misleading":
            return material.text(f"{ID}.why.changed", fault=fault)
    reason = "right" if label == right[0] else label
    return material.text(f"{ID}.why.{key}.{reason}", finding=deciding.evidence.finding)
