"""verdict: how well does a claim hold up against dated evidence?

The discernment score rests on this template. Four labels, not five: whether a claim is misleading or contradicted is
the author's reading, and fair readers of the same findings disagree about it; so both are keyed "not as worded".
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import Claim
from quizgen.items import Choice, Item, Judgement, Lean, Option, Rationale, Stimulus, letter
from quizgen.material import Declined, Material, Pack, entry_name

ID = "verdict"
LABELS = ("backed", "not-as-worded", "unsettled", "no-source")
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
}


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield a verdict item for each claim whose findings decide it, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _declines(material, claim) or _item(material, claim)


def _declines(material: Material, claim: Claim) -> Declined | None:
    pack = material.pack(claim)
    entry = entry_name(claim)
    if len(pack) < claim.min_pack:
        return Declined(ID, entry, f"{len(pack)} finding(s) can be shown, {claim.min_pack} are needed", "evidence")
    if claim.confidence not in ("high", "very-high") and claim.verdict != "not-enough-evidence":
        return Declined(ID, entry, "the author is not sure enough of the verdict", "confidence")
    if claim.kind in ("opinion", "prediction") and claim.verdict != "not-checkable":
        return Declined(ID, entry, "an opinion or forecast with a checked verdict holds two propositions", "says")
    problem = _unfit(claim, pack)
    return Declined(ID, entry, problem, "evidence") if problem else None


def _unfit(claim: Claim, pack: Pack) -> str | None:
    """Return why the findings shown do not make the verdict plain to a fair reader."""
    supports, refutes, context = (len(pack.with_stance(s)) for s in ("supports", "refutes", "context"))
    match claim.verdict:
        case "supported":
            if not supports or refutes:
                return "a supported claim needs a finding that supports it and none that refutes it"
            if not pack.covers(claim.says, "supports"):
                return "the supporting findings do not hold every number and half of the names of `says`"
        case "misleading" | "contradicted":
            if not refutes:
                return "no finding that refutes the claim can be shown"
        case "not-enough-evidence":
            if supports or refutes:
                return "a claim that is not settled must have context findings only"
        case "not-checkable":
            if supports or refutes or context < 2:
                return "what no source could settle needs two context findings and no others"
            if claim.kind not in ("opinion", "prediction"):
                return "only an opinion or a forecast is beyond every source"
    return None


def _item(material: Material, claim: Claim) -> Item:
    pack = material.pack(claim)
    key = KEY[claim.verdict]
    right = (key, *(label for label in claim.accept if label != key))
    options = tuple(
        Option(
            id=letter(i),
            text=material.text(f"{ID}.options.{label}.text"),
            note=material.text(f"{ID}.options.{label}.note"),
            why=_why(material, claim, pack, label, right),
            lean=LEAN[label],
        )
        for i, label in enumerate(LABELS)
    )
    stances = {line.stance for line in pack.lines}
    difficulty = (1 if claim.verdict in ("supported", "contradicted") else 2) + bool(claim.accept or len(stances) > 1)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=Stimulus(as_of=material.as_of, claim=material.shown_claim(claim), findings=pack.shown()),
        body=Choice(options=options, key=tuple(letter(LABELS.index(label)) for label in right), fixed=True),
        rationale=Rationale(record=claim.record, rewrite=claim.issues[0].rewrite if claim.issues else None),
        sources=material.notes(claim),
        family=material.family_of(claim),
        move="compare-coverage",
        difficulty=difficulty,
        lines=pack.lines,
        judgement=Judgement(of="claim", sound={"backed": True, "not-as-worded": False}.get(key)),
        tags=(f"key:{key}",),
    )


def _why(material: Material, claim: Claim, pack: Pack, label: str, right: tuple[str, ...]) -> str:
    """Say of one label why it fits or does not; the correct fact comes first."""
    key = right[0]
    deciding = (pack.with_stance("supports") if key == "backed" else pack.with_stance("refutes")) or pack.lines
    finding = deciding[0].evidence.finding
    if label == key:
        return material.text(f"{ID}.why.right", record=claim.record)
    if label in right:
        return material.text(f"{ID}.why.accepted", record=claim.record)
    if key == "unsettled":
        return material.text(f"{ID}.why.{'checkable-open' if label == 'no-source' else 'near'}")
    if key == "no-source":
        return material.text(f"{ID}.why.beyond")
    match label:
        case "backed":
            partly = pack.with_stance("supports", "context")
            if claim.issues and partly:
                part = partly[0].evidence.finding
                return material.text(f"{ID}.why.trusted-part", part=part, fault=claim.issues[0].why)
            return material.text(f"{ID}.why.trusted", finding=finding)
        case "not-as-worded":
            return material.text(f"{ID}.why.doubted", finding=finding)
        case "unsettled":
            return material.text(f"{ID}.why.settled", finding=finding)
        case _:
            return material.text(f"{ID}.why.checkable", finding=finding)
