"""best-rewrite: which marked words of a wording must change, so that it says only what the sources support?

One wording is shown, with words marked in two places; each place may be right or wrong. So nothing can be told from
comparing wordings, or from which of them is most careful: both places must be held against the findings. Each of the
four answers is right equally often.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from quizgen.bank.model import Claim, Issue, Passage
from quizgen.inline import to_plain
from quizgen.items import Choice, Item, Rationale, ShownPassage, SourceNote, Stimulus, letter
from quizgen.material import Declined, Material, Obstacle, Pack, entry_name
from quizgen.material.drafts import Drafts, drafts
from quizgen.material.rivals import by_part

ID = "best-rewrite"
CHANGES = {"stands": (), "first": (0,), "second": (1,), "first-and-second": (0, 1)}
"""The answers, and which of the two places of the wording each of them would change."""


@dataclass(frozen=True)
class _Case:
    """An issue of a claim or passage with its drafts."""

    entry: Claim | Passage
    part: str
    issue: Issue
    pack: Pack
    drafts: Drafts


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each issue with a better wording that can be shifted in two places, or decline."""
    keys = _dealt(material)
    for outcome in _cases(material):
        yield outcome if isinstance(outcome, Declined) else _item(material, outcome, next(keys))


def _dealt(material: Material) -> Iterator[str]:
    """Yield the answers as they are dealt to the cases: each once in every four; later cases change no earlier one."""
    for deal in count(1):
        yield from material.draws(ID, f"deal-{deal}").shuffled(tuple(CHANGES))


def _cases(material: Material) -> Iterator[_Case | Declined]:
    entries: list[Claim | Passage] = [*material.bank.claims, *material.bank.passages]
    for entry in entries:
        refused = material.refusal(ID, entry)
        if refused:
            yield refused
        elif not entry.issues:
            yield Declined(ID, entry_name(entry), "it has no issue to be worded better")
        else:
            for part, issue in by_part(entry.issues):
                yield material.refusal(ID, entry, issue) or _case(material, entry, part, issue)


def _case(material: Material, entry: Claim | Passage, part: str, issue: Issue) -> _Case | Declined:
    pack = material.pack(entry) if isinstance(entry, Claim) else material.record(entry)
    made = _drafts(issue)
    if isinstance(made, Obstacle):
        return _declined(entry, issue, made)
    unfounded = _unfounded(entry, made, pack)
    return _declined(entry, issue, unfounded) if unfounded else _Case(entry, part, issue, pack, made)


def _declined(entry: Claim | Passage, issue: Issue, obstacle: Obstacle) -> Declined:
    return Declined(ID, entry_name(entry), f"{issue.type}: {obstacle.reason}", obstacle.unlock)


def _drafts(issue: Issue) -> Drafts | Obstacle:
    if issue.rewrite is None:
        return Obstacle("it has no better wording", "rewrite")
    return drafts(to_plain(issue.rewrite), issue.rewrites_wrong)


def _unfounded(entry: Claim | Passage, made: Drafts, pack: Pack) -> Obstacle | None:
    """Return why a reader could not tell from what is shown which words are right."""
    if isinstance(entry, Passage) and not entry.record:
        return Obstacle("no claim is named whose findings would be shown with it", "record")
    if not pack.covers(made.right):
        lacked = pack.lacks(made.right)
        reason = f"the findings shown do not hold every number and half of the names of the better wording: {lacked}"
        return Obstacle(reason, "evidence")
    for place in made.places:
        # A capital is that of a name, unless the words begin the sentence.
        within = place.right if place.stretch.start == 0 else f"… {place.right}"
        if not pack.covers(within):
            return Obstacle(f"the findings shown do not hold the names of “{place.right}”", "evidence")
    return None


def _item(material: Material, case: _Case, key: str) -> Item:
    whys = _whys(material, case.drafts, key)
    options = tuple(
        material.label(ID, place, answer, why) for place, (answer, why) in enumerate(zip(CHANGES, whys, strict=True))
    )
    return material.item(
        ID,
        [case.entry],
        stem=material.stem(ID, f"{case.entry.id}.{case.part}"),
        stimulus=_stimulus(material, case, case.drafts.draft(CHANGES[key])),
        body=Choice(options=options, key=(letter(list(CHANGES).index(key)),), fixed=True),
        rationale=Rationale(record=_record(material, case.entry), rewrite=case.issue.rewrite),
        sources=_sources(material, case.entry),
        family=material.taxonomy.family_of(case.issue.type).id,
        move=material.taxonomy.issue_type(case.issue.type).move,
        difficulty=3,
        part=case.part,
        lines=case.pack.lines,
        tags=(f"key:{key}",),
    )


def _stimulus(material: Material, case: _Case, draft: ShownPassage) -> Stimulus:
    """Return the claim or passage, the draft and the findings; in the passage nothing is marked, only in the draft."""
    entry, findings = case.entry, case.pack.shown()
    if isinstance(entry, Claim):
        return Stimulus(as_of=material.as_of, claim=material.shown_claim(entry), notes=(draft,), findings=findings)
    passage = ShownPassage(text=entry.text, show_with=entry.show_with)
    return Stimulus(as_of=material.as_of, passage=passage, notes=(draft,), findings=findings)


def _record(material: Material, entry: Claim | Passage) -> str:
    """Return what the sources show, by which both places of the draft are judged."""
    claims = [entry] if isinstance(entry, Claim) else [material.claims[claim] for claim in entry.record]
    return " ".join(dict.fromkeys(claim.record for claim in claims))


def _sources(material: Material, entry: Claim | Passage) -> tuple[SourceNote, ...]:
    return material.notes(entry) if isinstance(entry, Claim) else material.record_notes(entry)


def _whys(material: Material, made: Drafts, key: str) -> Iterator[str]:
    """Yield why each answer is right or wrong: the right one tells of both places, a wrong one of those it mistakes."""
    shifted = CHANGES[key]
    first, second = words = [place.words(shifted=i in shifted) for i, place in enumerate(made.places)]
    told = [
        material.text(f"{ID}.why.shifted", reason=place.wrong.why_wrong, words=words[i])
        if i in shifted
        else material.text(f"{ID}.why.borne-out", words=words[i])
        for i, place in enumerate(made.places)
    ]
    both = " ".join(told)
    if len(shifted) != 1:
        name = "both-shifted" if shifted else "both-borne-out"
        both = material.text(f"{ID}.why.{name}", reason=made.both.why_wrong, first=first, second=second)
    for changes in CHANGES.values():
        mistaken = [i for i in (0, 1) if (i in shifted) != (i in changes)]
        yield told[mistaken[0]] if len(mistaken) == 1 else both
