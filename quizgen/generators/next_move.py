"""next-move: a reader asks something of the marked words; which step would answer that best?

Every option is a step that is good for some question, and all of them leave the page or all stay on it, so that neither
"leave the page" nor the careful tone of one option tells the key. Over a bank no step is right more often than it is
wrong, so that a reader who knows the steps by now has little better than chance without the question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import inf

from quizgen.bank.model import Issue, Passage
from quizgen.items import Choice, Item, Mark, Option, Rationale, ShownPassage, Stimulus, letter
from quizgen.material import Declined, Material, entry_name
from quizgen.material.phrases import marked
from quizgen.material.rivals import by_part, in_keeping
from quizgen.taxonomy import IssueType

ID = "next-move"
RIGHT_NOWHERE = 0.5
"""As how often right a step counts that is right nowhere in the bank: the lower, the less it is used."""
FEW_CASES = 6
"""A bank with fewer questions of this kind tells nobody which steps are often right."""


@dataclass(frozen=True)
class _Case:
    """An issue that can be asked about, with the types whose steps could be wrong options."""

    passage: Passage
    part: str
    issue: Issue
    wrong: tuple[IssueType, ...]

    @property
    def pairs(self) -> Iterator[tuple[IssueType, IssueType]]:
        """Yield the pairs of wrong options that can stand together, in the order of `wrong`."""
        return (pair for pair in combinations(self.wrong, 2) if not _interchangeable(*pair))


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue of a passage, or decline with the reason."""
    cases: list[_Case] = []
    for passage in material.bank.passages:
        refused = material.refusal(ID, passage)
        if refused:
            yield refused
        elif not passage.issues:
            yield Declined(ID, entry_name(passage), "a clean passage leaves nothing to be looked into")
        else:
            for part, issue in by_part(passage.issues):
                case = material.refusal(ID, passage, issue) or _case(material, passage, part, issue)
                if isinstance(case, Declined):
                    yield case
                else:
                    cases.append(case)
    chosen = _evened(cases)
    for place, case in enumerate(cases):
        if place in chosen:
            yield _item(material, case.passage, case.issue, case.part, chosen[place])
        else:
            reason = f"{case.issue.type}: its step would be right more often than wrong, which would tell it"
            yield Declined(ID, entry_name(case.passage), reason)


def _case(material: Material, passage: Passage, part: str, issue: Issue) -> _Case | Declined:
    if not marked(passage.text, issue):
        reason = f"{issue.type}: its words do not stand in the text exactly once"
        return Declined(ID, entry_name(passage), reason, "occurrence")
    case = _Case(passage, part, issue, tuple(wrong_steps(material, passage, issue)))
    if next(case.pairs, None) is None:
        reason = f"{issue.type}: too few steps are wrong for every fair reader and like the right one"
        return Declined(ID, entry_name(passage), reason)
    return case


Pair = tuple[IssueType, IssueType]


def _evened(cases: list[_Case]) -> dict[int, Pair]:
    """Return the wrong options of the cases that are kept, by place.

    A step that is right more often than it is wrong would be known by a reader who has met it a few times; cases of
    such a step are given up, the last first. A bank with few cases tells nobody such a thing.
    """
    kept = list(range(len(cases)))
    while True:
        chosen = _wrong_options({place: cases[place] for place in kept})
        used = Counter(t.id for pair in chosen.values() for t in pair)
        right = Counter(cases[place].issue.type for place in chosen)
        told = {t for t, times in right.items() if times > used[t]}
        if not told or len(cases) < FEW_CASES:
            return chosen
        last = {cases[place].issue.type: place for place in chosen}
        kept = [place for place in chosen if place not in {last[t] for t in told}]


def _wrong_options(cases: dict[int, _Case]) -> dict[int, Pair]:
    """Return a pair of wrong options for each case: each step as often wrong as fits how often it is right."""
    right = Counter(case.issue.type for case in cases.values())
    used: Counter[str] = Counter()
    chosen: dict[int, Pair] = {}

    def price(wrong: IssueType) -> float:
        return (used[wrong.id] + 1) / (right[wrong.id] or RIGHT_NOWHERE)

    # Cases with few wrong options choose first, so that the others can even out what these had to take.
    for place, case in sorted(cases.items(), key=lambda entry: len(entry[1].wrong)):
        chosen[place] = _cheapest(case, price)
        used.update(t.id for t in chosen[place])
    return dict(sorted(chosen.items()))


def _cheapest(case: _Case, price: Callable[[IssueType], float]) -> Pair:
    """Return the first of the pairs whose prices together are least."""
    priced = [(price(wrong), wrong) for wrong in case.wrong]
    least, best = inf, next(case.pairs)
    for (a, one), (b, other) in combinations(priced, 2):
        if a + b < least and not _interchangeable(one, other):
            least, best = a + b, (one, other)
    return best


def _interchangeable(one: IssueType, other: IssueType) -> bool:
    """Whether each of two steps would answer the other's question, so that they say much the same."""
    return one.id in other.step.answers and other.id in one.step.answers


def wrong_steps(material: Material, passage: Passage, issue: Issue) -> list[IssueType]:
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
        rationale=Rationale(record=issue.why, about="words", rewrite=issue.rewrite),
        sources=material.record_notes(passage),
        family=material.taxonomy.family_of(issue.type).id,
        move=right.move,
        difficulty=2 if right.step.out else 3,
        part=part,
        tags=tuple(f"step:{t.id}" for t in (right, *wrong)),
    )
