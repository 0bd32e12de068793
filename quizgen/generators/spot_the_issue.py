"""spot-the-issue: which words, if any, show this fault?

The type is named and defined, so that words which nobody has marked for another fault cannot be a fair answer. Sound
passages are asked for the type that a suspicious reader would claim, so that "nothing to flag" is a live answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen.bank.model import Passage, Tempting
from quizgen.items import Highlight, Item, Judgement, Phrase, Rationale, ShownPassage, Stimulus
from quizgen.items.highlight import Role
from quizgen.material import Declined, Material, entry_name
from quizgen.material.phrases import Phrases, find, marked, phrases_of
from quizgen.taxonomy import IssueType

ID = "spot-the-issue"
LEAST_PHRASES = 4


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each type of issue in a passage and for each clean passage, or decline with the reason."""
    for passage in material.bank.passages:
        refused = material.refusal(ID, passage)
        phrases = phrases_of(passage)
        if refused:
            yield refused
        elif phrases is None:
            yield _declined(passage, "its phrases, joined, are not the text", "phrases")
        elif len(phrases) < LEAST_PHRASES:
            yield _declined(passage, f"it has fewer than {LEAST_PHRASES} phrases", "phrases")
        elif passage.issues:
            for type_id in dict.fromkeys(issue.type for issue in passage.issues):
                yield _faulty(material, passage, phrases, material.taxonomy.issue_type(type_id))
        else:
            yield _clean(material, passage, phrases)


def _faulty(material: Material, passage: Passage, phrases: Phrases, asked: IssueType) -> Item | Declined:
    if asked.absence:
        return _declined(passage, f"{asked.id}: something is missing, so no words can be pointed at")
    if asked.external and not material.shows_evidence(passage):
        return _declined(passage, f"{asked.id}: nothing is shown by which a reader could see it", "record")
    own = [issue for issue in passage.issues if issue.type == asked.id]
    refused = next(filter(None, (material.refusal(ID, passage, issue) for issue in own)), None)
    if refused:
        return refused
    if not all(marked(passage.text, issue) for issue in passage.issues if issue in own or issue.words):
        return _declined(passage, f"{asked.id}: marked words do not stand in the text exactly once", "occurrence")
    told: dict[int, tuple[Role, str]] = {}
    for places, role, why in _told(material, passage, phrases, asked):
        for i in places:
            told.setdefault(i, (role, why))
    drawn = _drawn(material, phrases, asked, told)
    keyed = sum(p.role == "key" for p in drawn)
    if 2 * keyed > len(drawn):
        return _declined(passage, f"{asked.id}: more than half of the phrases show it", "phrases")
    rationale = Rationale(
        record=" ".join(dict.fromkeys(issue.why for issue in own)),
        about="words",
        rewrite=next((issue.rewrite for issue in own if issue.rewrite), None),
    )
    return _item(material, passage, drawn, asked, rationale, difficulty=2, sound=False)


def _told(
    material: Material, passage: Passage, phrases: Phrases, asked: IssueType
) -> Iterator[tuple[frozenset[int], Role, str]]:
    """Yield places of phrases with their role and its reason; what comes first holds."""
    spans = [(issue, span) for issue in passage.issues for span in marked(passage.text, issue)]
    own = [(issue, span) for issue, span in spans if issue.type == asked.id]
    others = [(issue, span) for issue, span in spans if issue.type != asked.id]
    for issue, span in own:
        yield phrases.carrying(span), "key", issue.why
    for _, span in own:
        yield phrases.touching(span), "neutral", material.text(f"{ID}.why.edge")
    for words in (words for issue in passage.issues if issue.type == asked.id for words in issue.near):
        beside = find(passage.text, words)
        if beside:
            yield phrases.touching(beside), "neutral", material.text(f"{ID}.why.near")
    for issue, span in others:
        if asked.id in issue.also_accept or material.rivals.together(asked.id, issue.type):
            yield phrases.touching(span), "neutral", material.text(f"{ID}.why.doubtful")
    for issue, span in others:
        other = material.taxonomy.issue_type(issue.type).name
        yield phrases.touching(span), "plain", material.text(f"{ID}.why.elsewhere", other=other)


def _drawn(
    material: Material, phrases: Phrases, asked: IssueType, told: Mapping[int, tuple[Role, str]]
) -> tuple[Phrase, ...]:
    """Return the phrases with role and reason; those of which nothing is told are plain."""
    plain: tuple[Role, str] = ("plain", material.text(f"{ID}.why.plain", term=asked.name))
    drawn = []
    for i, (gap, text) in enumerate(zip(phrases.gaps, phrases.texts, strict=True)):
        role, why = told.get(i, plain)
        drawn.append(Phrase(id=str(i + 1), gap=gap, text=text, role=role, why=why))
    return tuple(drawn)


def _clean(material: Material, passage: Passage, phrases: Phrases) -> Item | Declined:
    shown = material.shows_evidence(passage)
    accepted = material.rivals.accepted(passage)
    tempting = next(
        (
            t
            for t in passage.tempting
            if t.type not in accepted
            and not material.taxonomy.issue_type(t.type).absence
            and material.rivals.claimable(t.type, passage, shown)
        ),
        None,
    )
    if tempting is None:
        return _declined(passage, "no type that a suspicious reader would wrongly see in some of its words", "tempting")
    if passage.why_clean is None:
        return _declined(passage, "it is not said why the passage is sound", "why_clean")
    asked = material.taxonomy.issue_type(tempting.type)
    told: dict[int, tuple[Role, str]] = dict.fromkeys(
        _pointed_at(passage, phrases, tempting), ("plain", tempting.why_not)
    )
    drawn = _drawn(material, phrases, asked, told)
    told_clean = material.text(f"{ID}.why.clean", reason=tempting.why_not, clean=passage.why_clean)
    rationale = Rationale(record=told_clean, about="words")
    return _item(material, passage, drawn, asked, rationale, difficulty=3, sound=True)


def _pointed_at(passage: Passage, phrases: Phrases, tempting: Tempting) -> frozenset[int]:
    span = None if tempting.span is None else find(passage.text, tempting.span)
    return frozenset() if span is None else phrases.touching(span)


def _item(
    material: Material,
    passage: Passage,
    drawn: Sequence[Phrase],
    asked: IssueType,
    rationale: Rationale,
    *,
    difficulty: int,
    sound: bool,
) -> Item:
    pack = material.record(passage)
    return material.item(
        ID,
        [passage],
        stem=material.stem(ID, f"{passage.id}.{asked.id}", kind="stems-record" if pack else "stems", term=asked.name),
        stimulus=Stimulus(
            as_of=material.as_of,
            passage=ShownPassage(text=passage.text, show_with=passage.show_with),
            findings=pack.shown(),
            term=asked.name,
            definition=asked.definition,
        ),
        body=Highlight(phrases=tuple(drawn)),
        rationale=rationale,
        sources=material.record_notes(passage),
        family=material.taxonomy.family_of(asked.id).id,
        move=asked.move,
        difficulty=difficulty,
        part=None if sound else asked.id,
        lines=pack.lines,
        judgement=Judgement(of="passage", sound=sound),
        tags=("key:no-issue" if sound else f"issue:{asked.id}",),
    )


def _declined(passage: Passage, reason: str, unlock: str | None = None) -> Declined:
    return Declined(ID, entry_name(passage), reason, unlock)
