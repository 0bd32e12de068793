"""pass-on: what is the most that the sources shown let a reader do with a claim?

It trains to count origins, not reports: two reports that rest on one record are one witness. Only here are findings
shown with what they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import Claim
from quizgen.items import Choice, Item, Stimulus, letter
from quizgen.material import Declined, Line, Material, Obstacle, covers, unclear, undecided, unsure

ID = "pass-on"
LABELS = ("plain", "one-source", "changed", "kept-back")
DIFFICULTY = {"plain": 2, "one-source": 3, "changed": 2, "kept-back": 3}


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim of fact whose origins can be counted, or decline with the reason."""
    for claim in material.bank.claims:
        yield (
            material.refusal(ID, claim)
            or material.declined(ID, claim, _obstacle(material, claim))
            or _item(material, claim)
        )


def _obstacle(material: Material, claim: Claim) -> Obstacle | None:
    if claim.kind != "fact" or claim.verdict == "not-checkable":
        return Obstacle("only a claim of fact can be passed on as one", "kind")
    if claim.accept:
        return Obstacle("other verdicts are accepted, so that readers may go differently far with it", "accept")
    found = unclear(claim) or unsure(claim) or undecided(claim, material.pack(claim))
    return found or (_uncountable(material, claim) if claim.verdict == "supported" else None)


def _uncountable(material: Material, claim: Claim) -> Obstacle | None:
    """Return why the origins behind a supported claim cannot be counted beyond argument."""
    witnesses = _witnesses(material, claim)
    if not witnesses:
        return Obstacle("no finding holds every number and half of the names of `says` by itself", "evidence")
    if any(line.source.kind == "tertiary" and line.evidence.origin is None for line in witnesses):
        return Obstacle("a source that collects reports does not say what it rests on", "evidence.origin")
    origins = {_origin(line) for line in witnesses}
    if len(origins) == 1:
        part = [line for line in material.pack(claim).with_stance("supports") if _origin(line) not in origins]
        return (
            Obstacle("whether a source that backs a part is a second witness can be argued", "evidence")
            if part
            else None
        )
    if len({_origin(line) for line in witnesses if _independent(material, line)}) < 2:
        return Obstacle("of several origins fewer than two are independent", "evidence")
    return None


def _witnesses(material: Material, claim: Claim) -> list[Line]:
    """Return the shown lines that say by themselves what the claim says."""
    lines = material.pack(claim).with_stance("supports")
    return [line for line in lines if covers(line.evidence.finding, claim.says)]


def _origin(line: Line) -> str:
    return line.evidence.origin or line.source_id


def _independent(material: Material, line: Line) -> bool:
    """Whether a line and what it rests on belong to no side; of an origin in words, only the line tells."""
    origin = material.bank.sources.get(_origin(line), line.source)
    return line.source.stake == origin.stake == "independent"


def _rests_on(material: Material, line: Line) -> str | None:
    """Return the origin of a line as a reader can understand it, if it is not the source itself or one of its pages."""
    origin = line.evidence.origin
    if origin is None:
        return None
    source = material.bank.sources.get(origin)
    name = source.publisher if source else origin
    return None if name == line.source.publisher else name


def _key(material: Material, claim: Claim) -> str:
    match claim.verdict:
        case "supported":
            return "plain" if len({_origin(line) for line in _witnesses(material, claim)}) > 1 else "one-source"
        case "not-enough-evidence":
            return "kept-back"
        case _:
            return "changed"


def _item(material: Material, claim: Claim) -> Item:
    pack = material.pack(claim)
    key = _key(material, claim)
    told = _told(material, claim, key)
    options = tuple(
        material.label(ID, place, label, material.text(f"{ID}.why.{key}.{'right' if label == key else label}", **told))
        for place, label in enumerate(LABELS)
    )
    findings = tuple(line.shown(rests_on=_rests_on(material, line)) for line in pack.lines)
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=Stimulus(as_of=material.as_of, claim=material.shown_claim(claim), findings=findings),
        body=Choice(options=options, key=(letter(LABELS.index(key)),), fixed=True),
        rationale=material.told_better(claim),
        sources=material.notes(claim),
        family="source" if claim.verdict == "supported" else material.family_of(claim),
        move="find-the-original",
        difficulty=DIFFICULTY[key],
        lines=pack.lines,
        tags=(f"key:{key}",),
    )


def _told(material: Material, claim: Claim, key: str) -> dict[str, object]:
    """Return what the reasons speak of: the deciding finding, and the reports or origins that count, by name."""
    witnesses = _witnesses(material, claim)
    if key == "plain":
        witnesses = [line for line in witnesses if _independent(material, line)]
    named = {_origin(line): _rests_on(material, line) or line.source.publisher for line in witnesses}
    return {
        "finding": material.pack(claim).nearest(claim.says, "refutes").evidence.finding,
        "origins": ", ".join(named.values()),
        "count": len(named) if key == "plain" else len(witnesses),
    }
