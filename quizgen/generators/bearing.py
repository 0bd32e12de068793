"""bearing: does one finding, taken alone, back a claim, go against it, or leave it open?

It trains relevance. Of most findings the stance shows only beside others, so an author marks with `alone` those of
which a reader who sees nothing else would say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import Claim
from quizgen.items import Choice, Item, Judgement, Lean, Stimulus, letter
from quizgen.material import Declined, Line, Material, Obstacle, covers, entry_name, facts, lacking, mixed, unclear

ID = "bearing"
LABELS = ("backs", "against", "undecided")
KEY = {"supports": "backs", "refutes": "against", "context": "undecided"}
LEAN: dict[str, Lean] = {"backs": "accept", "against": "doubt", "undecided": "abstain"}
JUDGEMENT = {
    "backs": Judgement(of="finding", sound=True),
    "against": Judgement(of="finding", sound=False),
    "undecided": Judgement(of="finding"),
}
DIFFICULTY = {"backs": 1, "against": 2, "undecided": 3}


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each finding that gives its stance alone, or decline with the reason."""
    scales = {key: _scale(material, key) for key in LABELS}
    for claim in material.bank.claims:
        refused = material.refusal(ID, claim) or material.declined(ID, claim, _obstacle(claim))
        if refused:
            yield refused
            continue
        pack = material.pack(claim)
        lines = {id(line.evidence): line for line in (*pack.lines, *pack.left_out)}
        for number, evidence in enumerate(claim.evidence, start=1):
            if evidence.alone:
                yield _outcome(material, claim, lines.get(id(evidence)), number, scales)


def _obstacle(claim: Claim) -> Obstacle | None:
    if not any(evidence.alone for evidence in claim.evidence):
        return Obstacle("no finding is marked as giving its stance alone", "evidence.alone")
    return unclear(claim) or mixed(claim)


def _outcome(
    material: Material, claim: Claim, line: Line | None, number: int, scales: dict[str, Choice]
) -> Item | Declined:
    """Return an item on one finding, or why it does not give its stance alone; None is one that cannot be shown."""
    if line is None:
        obstacle = Obstacle(f"finding {number} came later than the article or leans on other words", "evidence.finding")
    elif line.stance == "supports" and not covers(line.evidence.finding, claim.says):
        lacked = lacking(facts(line.evidence.finding), claim.says)
        obstacle = Obstacle(
            f"finding {number} lacks a number or most of the names of `says`: {lacked}", "evidence.finding"
        )
    elif line.stance == "context" and claim.verdict not in ("not-enough-evidence", "not-checkable"):
        obstacle = Obstacle(f"finding {number} leaves a claim open that other findings settle", "evidence.alone")
    else:
        return _item(material, claim, line, number, scales)
    return Declined(ID, entry_name(claim), *obstacle)


def _scale(material: Material, key: str) -> Choice:
    """Return the three labels, each with what it means for a finding whose stance is the key."""
    whys = {label: material.text(f"{ID}.why.{key}.{'right' if label == key else label}") for label in LABELS}
    options = tuple(material.label(ID, i, label, why, LEAN[label]) for i, (label, why) in enumerate(whys.items()))
    return Choice(options=options, key=(letter(LABELS.index(key)),), fixed=True)


def _item(material: Material, claim: Claim, line: Line, number: int, scales: dict[str, Choice]) -> Item:
    key = KEY[line.stance]
    return material.item(
        ID,
        [claim],
        part=str(number),
        stem=material.stem(ID, f"{claim.id}.{number}"),
        stimulus=Stimulus(as_of=material.as_of, claim=material.shown_claim(claim), findings=(line.shown(),)),
        body=scales[key],
        rationale=material.told(claim),
        sources=material.notes(claim),
        family="evidence",
        move="compare-coverage",
        difficulty=DIFFICULTY[key],
        lines=(line,),
        judgement=JUDGEMENT[key],
        tags=(f"key:{key}",),
    )
