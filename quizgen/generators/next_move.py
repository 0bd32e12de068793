"""next-move: a reader asks something of the marked words; which step would answer that best?

Every option is a step that is good for some question, and all of them leave the page or all stay on it, so that neither
"leave the page" nor the careful tone of one option tells the key. Over a bank a step is wrong about twice as often as
it is right, so that a reader who knows the steps by now has no better than chance without the question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from quizgen.bank.model import Issue, Passage
from quizgen.items import Choice, Item, Mark, Option, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, entry_name
from quizgen.material.phrases import marked
from quizgen.material.rivals import by_part, in_keeping
from quizgen.taxonomy import IssueType

ID = "next-move"


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue of a passage, or decline with the reason.

    Wrong options are spread over the bank, in its order: those that are most seldom wrong for a step so often right go
    first.
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
                yield material.refusal(ID, passage, issue) or _outcome(material, passage, issue, part, used)


def _outcome(material: Material, passage: Passage, issue: Issue, part: str, used: Counter[str]) -> Item | Declined:
    if not marked(passage.text, issue):
        reason = f"{issue.type}: its words do not stand in the text exactly once"
        return Declined(ID, entry_name(passage), reason, "occurrence")
    wrong = _wrong(material, passage, issue, used)
    if wrong is None:
        reason = f"{issue.type}: too few steps are wrong for every fair reader and like the right one"
        return Declined(ID, entry_name(passage), reason)
    used.update(t.id for t in wrong)
    return _item(material, passage, issue, part, wrong)


def _wrong(
    material: Material, passage: Passage, issue: Issue, used: Counter[str]
) -> tuple[IssueType, IssueType] | None:
    """Return the types whose steps are the wrong options, or None if there are no two that can stand together."""
    keyed = material.rivals.keyed
    # Of three options one is right: a step that is right once in a bank should be wrong twice.
    steps = sorted(_steps(material, passage, issue), key=lambda t: used[t.id] - 2 * keyed[t.id])
    return next((pair for pair in combinations(steps, 2) if not _interchangeable(*pair)), None)


def _interchangeable(one: IssueType, other: IssueType) -> bool:
    """Whether each of two steps would answer the other's question, so that they say much the same."""
    return one.id in other.step.answers and other.id in one.step.answers


def _steps(material: Material, passage: Passage, issue: Issue) -> list[IssueType]:
    """Return the types whose step is a good one, but does not answer what is asked."""
    out = material.taxonomy.issue_type(issue.type).step.out
    return [
        other
        for other in material.taxonomy.types.values()
        if other.step.out == out
        and other.id not in (issue.type, *issue.also_accept)
        and issue.type not in other.step.answers
        and in_keeping(other, passage.text)
    ]


def _item(material: Material, passage: Passage, issue: Issue, part: str, wrong: tuple[IssueType, IssueType]) -> Item:
    right = material.taxonomy.issue_type(issue.type)
    whys = [material.text(f"{ID}.why.key", question=right.step.asks)]
    whys += [material.text(f"{ID}.why.other", question=other.step.asks) for other in wrong]
    return material.item(
        ID,
        [passage],
        stem=material.stem(ID, f"{passage.id}.{part}", question=right.step.asks),
        stimulus=Stimulus(
            passage=ShownPassage(
                text=passage.text,
                marks=tuple(Mark(start=s.start, end=s.end) for s in marked(passage.text, issue)),
                show_with=passage.show_with,
            )
        ),
        body=Choice(
            options=tuple(
                Option(id=letter(i), text=t.step.do, why=why)
                for i, (t, why) in enumerate(zip((right, *wrong), whys, strict=True))
            ),
            key=(letter(0),),
        ),
        rationale=Rationale(record=issue.why, rewrite=issue.rewrite),
        sources=material.record_notes(passage),
        family=material.taxonomy.family_of(issue.type).id,
        move=right.move,
        difficulty=2 if right.step.out else 3,
        part=part,
        tags=tuple(f"step:{t.id}" for t in (right, *wrong)),
    )
