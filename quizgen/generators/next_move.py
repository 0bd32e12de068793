"""next-move: a reader asks something of the marked words; which step would answer that best?

Every option is a step that is good for some question, and all of them leave the page or all stay on it, so that neither
"leave the page" nor the careful tone of one option tells the key. A check that looks careful and settles nothing stands
in where a second such step is wanting, and no such check more than twice in a bank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from quizgen.bank.model import Issue, Passage
from quizgen.items import Choice, Item, Mark, Option, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, entry_name
from quizgen.material.phrases import marked
from quizgen.material.rivals import by_part, in_keeping
from quizgen.taxonomy import IssueType, SurfaceCheck

ID = "next-move"
MOST_USES = 2
"""How often a check that settles nothing may be offered in one bank."""


class _Wrong(NamedTuple):
    """The two wrong options: steps for other questions, one of which a surface check may stand in for."""

    steps: tuple[IssueType, ...]
    check: SurfaceCheck | None = None


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue of a passage, or decline with the reason.

    Wrong options are spread over the bank, in its order: the least used go first.
    """
    used: Counter[str] = Counter()
    for passage in material.bank.passages:
        refused = material.refusal(ID, passage)
        if refused:
            yield refused
        elif not passage.issues:
            yield Declined(ID, entry_name(passage), "a clean passage leaves nothing to be looked into")
        else:
            for part, issue in by_part(passage.issues):
                yield _outcome(material, passage, issue, part, used)


def _outcome(material: Material, passage: Passage, issue: Issue, part: str, used: Counter[str]) -> Item | Declined:
    if not marked(passage.text, issue):
        reason = f"{issue.type}: its words do not stand in the text exactly once"
        return Declined(ID, entry_name(passage), reason, "occurrence")
    wrong = _wrong(material, passage, issue, used)
    if wrong is None:
        reason = f"{issue.type}: too few steps are wrong for every fair reader and like the right one"
        return Declined(ID, entry_name(passage), reason)
    used.update(t.id for t in wrong.steps)
    if wrong.check:
        used[wrong.check.do] += 1
    return _item(material, passage, issue, part, wrong)


def _wrong(material: Material, passage: Passage, issue: Issue, used: Counter[str]) -> _Wrong | None:
    keyed, family_of = material.rivals.keyed, material.taxonomy.family_of
    # A step is right and wrong about as often as chance has it: of three options, one is right.
    steps = sorted(_steps(material, passage, issue), key=lambda t: used[t.id] - 2 * keyed[t.id])
    pairs = [pair for pair in combinations(steps, 2) if not _interchangeable(material, *pair)]
    if pairs:
        # Two wrong steps of one family would leave the right one as the odd one out.
        return _Wrong(next((p for p in pairs if family_of(p[0].id) != family_of(p[1].id)), pairs[0]))
    check = _check(material, issue, used)
    return _Wrong((steps[0],), check) if steps and check else None


def _interchangeable(material: Material, one: IssueType, other: IssueType) -> bool:
    """Whether each of two steps would answer the other's question, so that they say much the same."""
    families = [material.taxonomy.family_of(t.id).id for t in (one, other)]
    return families[0] in other.step.answers and families[1] in one.step.answers


def _steps(material: Material, passage: Passage, issue: Issue) -> list[IssueType]:
    """Return the types whose step is a good one, but does not answer what is asked."""
    taxonomy, rivals = material.taxonomy, material.rivals
    asked = taxonomy.family_of(issue.type).id
    out = taxonomy.issue_type(issue.type).step.out
    near = {taxonomy.family_of(t).id for t in (issue.type, *issue.also_accept)}
    return [
        other
        for other in taxonomy.types.values()
        if other.step.out == out
        and asked not in other.step.answers
        and taxonomy.family_of(other.id).id not in near
        and not rivals.together(issue.type, other.id)
        and in_keeping(other, passage.text)
    ]


def _check(material: Material, issue: Issue, used: Counter[str]) -> SurfaceCheck | None:
    asked = material.taxonomy.family_of(issue.type).id
    fit = [c for c in material.taxonomy.surface_checks if asked in c.families and used[c.do] < MOST_USES]
    return min(fit, key=lambda c: used[c.do], default=None)


def _item(material: Material, passage: Passage, issue: Issue, part: str, wrong: _Wrong) -> Item:
    right = material.taxonomy.issue_type(issue.type)
    family = material.taxonomy.family_of(issue.type)
    reasons = [(right.step.do, material.text(f"{ID}.why.key", question=family.question))]
    for other in wrong.steps:
        question = material.taxonomy.family_of(other.id).question
        reasons.append((other.step.do, material.text(f"{ID}.why.other", question=question)))
    if wrong.check:
        reasons.append((wrong.check.do, material.text(f"{ID}.why.surface", reason=wrong.check.why)))
    return material.item(
        ID,
        [passage],
        stem=material.stem(ID, f"{passage.id}.{part}", question=family.question),
        stimulus=Stimulus(
            passage=ShownPassage(
                text=passage.text,
                marks=tuple(Mark(start=s.start, end=s.end) for s in marked(passage.text, issue)),
                show_with=passage.show_with,
            )
        ),
        body=Choice(
            options=tuple(Option(id=letter(i), text=do, why=why) for i, (do, why) in enumerate(reasons)),
            key=(letter(0),),
        ),
        rationale=Rationale(record=issue.why, rewrite=issue.rewrite),
        sources=material.record_notes(passage),
        family=family.id,
        move=right.move,
        difficulty=2 if right.step.out else 3,
        part=part,
        tags=tuple(f"step:{t.id}" for t in (right, *wrong.steps)),
    )
