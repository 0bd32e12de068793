"""name-the-issue: what is the problem with the marked words, if any?

Names a fault, or sees that there is none: sound passages are marked and shown with their record just as faulty ones
are, and "no issue here" always stands last. A definition stands beside every name, so that no vocabulary is tested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.bank.model import Issue, Passage, Tempting
from quizgen.items import Choice, Item, Judgement, Mark, Option, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, entry_name
from quizgen.material.phrases import Stretch, find, marked
from quizgen.material.rivals import by_part
from quizgen.taxonomy import IssueType

ID = "name-the-issue"
NO_ISSUE = "no-issue"


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue of a passage and for each clean passage, or decline with the reason."""
    for passage in material.bank.passages:
        refused = material.refusal(ID, passage)
        if refused:
            yield refused
        elif passage.issues:
            for part, issue in by_part(passage.issues):
                yield material.refusal(ID, passage, issue) or _faulty(material, passage, issue, part)
        else:
            yield _clean(material, passage)


def _faulty(material: Material, passage: Passage, issue: Issue, part: str) -> Item | Declined:
    taxonomy = material.taxonomy
    asked = taxonomy.issue_type(issue.type)
    shown = material.shows_evidence(passage)
    stretches = marked(passage.text, issue)
    if not stretches:
        return _declined(passage, f"{asked.id}: its words do not stand in the text exactly once", "occurrence")
    if asked.external and not shown:
        return _declined(passage, f"{asked.id}: nothing is shown by which a reader could see it", "record")
    rival = material.rivals.against(issue, passage, shown, material.draws(ID, f"{passage.id}.{part}"))
    if rival is None:
        return _declined(passage, f"{asked.id}: no other type is wrong for every fair reader", "not")
    near = taxonomy.family_of(rival) == taxonomy.family_of(asked.id)
    return _item(
        material,
        passage,
        stretches,
        {
            asked.id: material.text(f"{ID}.why.key", definition=asked.definition),
            rival: _why_not(material, issue, taxonomy.issue_type(rival)),
            NO_ISSUE: material.text(f"{ID}.why.let-pass", reason=issue.why),
        },
        key=asked.id,
        difficulty=3 if asked.external else 2 if near else 1,
        rationale=Rationale(record=issue.why, about="words", rewrite=issue.rewrite),
        part=part,
    )


def _why_not(material: Material, issue: Issue, rival: IssueType) -> str:
    """Say why a type does not fit: in the author's words, else by what does; never for an invented reason."""
    reasons = {ruled_out.type: ruled_out.why for ruled_out in issue.not_}
    return material.text(
        f"{ID}.why.{'ruled-out' if rival.id in reasons else 'other'}",
        reason=reasons.get(rival.id, issue.why),
        term=rival.name,
        definition=rival.definition,
    )


def _clean(material: Material, passage: Passage) -> Item | Declined:
    shown = material.shows_evidence(passage)
    accepted = material.rivals.accepted(passage)
    fair = {
        t.type: t
        for t in passage.tempting
        if t.type not in accepted and material.rivals.claimable(t.type, passage, shown)
    }
    tempting = list(fair.values())[:2]
    if len(tempting) < 2:
        return _declined(passage, "fewer than two types that a suspicious reader would wrongly name", "tempting")
    if passage.why_clean is None:
        return _declined(passage, "it is not said why the passage is sound", "why_clean")
    stretch = _first_place(passage, tempting)
    if stretch is None:
        return _declined(passage, "no tempting type has words that stand in the text exactly once", "tempting")
    whys = {t.type: material.text(f"{ID}.why.flagged", reason=t.why_not) for t in tempting}
    return _item(
        material,
        passage,
        (stretch,),
        whys | {NO_ISSUE: material.text(f"{ID}.why.clean")},
        key=NO_ISSUE,
        difficulty=3 if any(material.taxonomy.family_of(t).id == "wording" for t in whys) else 2,
        rationale=Rationale(record=passage.why_clean, about="words"),
    )


def _item(
    material: Material,
    passage: Passage,
    stretches: tuple[Stretch, ...],
    whys: Mapping[str, str],
    *,
    key: str,
    difficulty: int,
    rationale: Rationale,
    part: str | None = None,
) -> Item:
    """Return the item; `whys` are the answers in order, each with its reason, "no issue" last.

    The first of them stands for the item in the report: the fault, or what a suspicious reader would take for one.
    """
    pack = material.record(passage)
    lead = next(iter(whys))
    clean = key == NO_ISSUE
    return material.item(
        ID,
        [passage],
        stem=material.stem(ID, f"{passage.id}.{part}", kind="stems-record" if pack else "stems"),
        stimulus=Stimulus(
            as_of=material.as_of,
            passage=ShownPassage(
                text=passage.text,
                marks=tuple(Mark(start=s.start, end=s.end) for s in stretches),
                show_with=passage.show_with,
            ),
            findings=pack.shown(),
        ),
        body=Choice(
            options=tuple(_option(material, letter(i), t, why) for i, (t, why) in enumerate(whys.items())),
            key=(letter(list(whys).index(key)),),
            pinned_last=True,
        ),
        rationale=rationale,
        sources=material.record_notes(passage),
        family=material.taxonomy.family_of(lead).id,
        move=material.taxonomy.issue_type(lead).move,
        difficulty=difficulty,
        part=part,
        lines=pack.lines,
        judgement=Judgement(of="passage", sound=clean),
        tags=(f"key:{NO_ISSUE}" if clean else f"issue:{key}",),
    )


def _option(material: Material, option_id: str, type_id: str, why: str) -> Option:
    if type_id == NO_ISSUE:
        none = material.taxonomy.no_issue
        return Option(id=option_id, text=none.name, note=none.definition, why=why, lean="accept")
    issue_type = material.taxonomy.issue_type(type_id)
    return Option(id=option_id, text=issue_type.name, note=issue_type.definition, why=why, lean="doubt")


def _first_place(passage: Passage, tempting: list[Tempting]) -> Stretch | None:
    """Return where the words stand that the first tempting type with a span points at."""
    return next((find(passage.text, t.span) for t in tempting if t.span is not None), None)


def _declined(passage: Passage, reason: str, unlock: str) -> Declined:
    return Declined(ID, entry_name(passage), reason, unlock)
