"""best-rewrite: which wording says only what the sources support?

Two by two: the wrong wordings make one change, another change, and both at once. So the right one is not the wording
from which all the others vary, and cannot be told without the findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.bank.model import Claim, Issue, Passage, Rewrite
from quizgen.inline import to_plain
from quizgen.items import Choice, Item, Mark, Option, Rationale, ShownPassage, SourceNote, Stimulus, letter
from quizgen.material import Declined, Material, Pack, entry_name
from quizgen.material.phrases import marked
from quizgen.material.rivals import by_part

ID = "best-rewrite"
LONGEST_KEY = 1.1
"""The right wording is at most so many times as long as the longest wrong one."""


@dataclass(frozen=True)
class _Case:
    """An issue of a claim or passage with what is shown for it."""

    entry: Claim | Passage
    part: str
    issue: Issue
    pack: Pack
    stimulus: Stimulus
    sources: tuple[SourceNote, ...]


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue that has a better wording and three that are nearly right, or decline."""
    entries: list[Claim | Passage] = [*material.bank.claims, *material.bank.passages]
    for entry in entries:
        refused = material.refusal(ID, entry)
        if refused:
            yield refused
        elif not entry.issues:
            yield Declined(ID, entry_name(entry), "it has no issue to be worded better")
        else:
            for part, issue in by_part(entry.issues):
                yield _outcome(material, entry, part, issue)


def _outcome(material: Material, entry: Claim | Passage, part: str, issue: Issue) -> Item | Declined:
    pack = material.pack(entry) if isinstance(entry, Claim) else material.record(entry)
    problem = _problem(issue) or _unfounded(entry, issue, pack)
    if problem:
        reason, unlock = problem
        return Declined(ID, entry_name(entry), f"{issue.type}: {reason}", unlock)
    return _item(material, _case(material, entry, part, issue, pack))


def _problem(issue: Issue) -> tuple[str, str] | None:
    """Return why the wordings make no fair question, with the field that would mend it."""
    wrong = issue.rewrites_wrong
    if issue.rewrite is None:
        return "it has no better wording", "rewrite"
    rewrite = to_plain(issue.rewrite)
    if [r.shift == "both" for r in _in_order(wrong)] != [False, False, True]:
        return "it needs two wrong wordings with one change each and a third with both changes", "rewrites_wrong"
    if len({_bare(text) for text in (rewrite, *(r.text for r in wrong))}) < 4:
        return "two of its wordings are the same", "rewrites_wrong"
    if len(rewrite) > LONGEST_KEY * max(len(r.text) for r in wrong):
        return "the better wording is longer than the wrong ones, which would tell it", "rewrites_wrong"
    return None


def _unfounded(entry: Claim | Passage, issue: Issue, pack: Pack) -> tuple[str, str] | None:
    """Return why a reader could not take the better wording from what is shown."""
    if isinstance(entry, Passage) and not entry.record:
        return "no claim is named whose findings would be shown with it", "record"
    if isinstance(entry, Passage) and not marked(entry.text, issue):
        return "its words do not stand in the text exactly once", "occurrence"
    if not pack.covers(to_plain(issue.rewrite or "")):
        return "the findings shown do not hold every number and half of the names of the better wording", "evidence"
    return None


def _in_order(wrong: list[Rewrite]) -> list[Rewrite]:
    """Return the wordings with one change before the one with both."""
    return sorted(wrong, key=lambda r: r.shift == "both")


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _case(material: Material, entry: Claim | Passage, part: str, issue: Issue, pack: Pack) -> _Case:
    if isinstance(entry, Claim):
        shown = Stimulus(as_of=material.as_of, claim=material.shown_claim(entry), findings=pack.shown())
        return _Case(entry, part, issue, pack, shown, material.notes(entry))
    marks = tuple(Mark(start=s.start, end=s.end) for s in marked(entry.text, issue))
    passage = ShownPassage(text=entry.text, marks=marks, show_with=entry.show_with)
    shown = Stimulus(as_of=material.as_of, passage=passage, findings=pack.shown())
    return _Case(entry, part, issue, pack, shown, material.record_notes(entry))


def _item(material: Material, case: _Case) -> Item:
    issue = case.issue
    right = Option(id=letter(0), text=to_plain(issue.rewrite or ""), why=material.text(f"{ID}.why.key"))
    wrong = (
        Option(
            id=letter(i),
            text=rewrite.text,
            why=material.text(
                f"{ID}.why.shifted", reason=rewrite.why_wrong, shift=material.text(f"{ID}.shifts.{rewrite.shift}")
            ),
        )
        for i, rewrite in enumerate(_in_order(issue.rewrites_wrong), 1)
    )
    return material.item(
        ID,
        [case.entry],
        stem=material.stem(ID, f"{case.entry.id}.{case.part}"),
        stimulus=case.stimulus,
        body=Choice(options=(right, *wrong), key=(right.id,)),
        rationale=Rationale(record=issue.why),
        sources=case.sources,
        family=material.taxonomy.family_of(issue.type).id,
        move=material.taxonomy.issue_type(issue.type).move,
        difficulty=3,
        part=case.part,
        lines=case.pack.lines,
    )
