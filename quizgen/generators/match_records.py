"""match-records: where would each of three claims be written down?

Named sources would be matched by shared words (World Bank, output); so kinds of record are asked for. Each claim serves
in one set only.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterator

from quizgen.bank.model import Claim
from quizgen.items import Item, Match, MatchChoice, Prompt, Rationale, Stimulus, letter
from quizgen.material import Declined, Material, content_words, entry_name, unclear
from quizgen.material.sources import plain_title, records_of

ID = "match-records"
CLAIMS = 3
GROUPS = {
    "transcript": "words",
    "statement": "words",
    "newspaper-page": "words",
    "dated-reports": "words",
    "survey": "research",
    "study": "research",
}
"""Kinds of record that could stand for each other; no two of a group stand in one set."""
SURPLUS = ("votes", "national-accounts", "census", "reserves", "survey")
"""Kinds of record that show one thing only; the others could bear on almost any claim, so they are never left over."""


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield sets of three claims with records of different kinds; decline for each claim that is in none."""
    usable: list[Claim] = []
    for claim in material.bank.claims:
        declined = material.refusal(ID, claim) or _declines(claim)
        if declined:
            yield declined
        else:
            usable.append(claim)
    sets, left = _sets(material, usable)
    left_over: Counter[str] = Counter()
    known = {claim.record_kind for claim in material.bank.claims}
    for claims in sets:
        surplus = _surplus(material, claims, known, left_over)
        left_over[surplus] += 1
        yield _item(material, claims, surplus)
    for claim in left:
        reason = "no two other claims are left that are written down in records of other kinds"
        yield Declined(ID, entry_name(claim), reason, "record_kind")


def _declines(claim: Claim) -> Declined | None:
    if claim.record_kind is None:
        return Declined(ID, entry_name(claim), "the author has not said where this is written down", "record_kind")
    problem = unclear(claim)
    return Declined(ID, entry_name(claim), *problem) if problem else None


def _group(claim: Claim) -> str:
    kind = claim.record_kind or ""
    return GROUPS.get(kind, kind)


class _Group:
    """Claims whose records could stand for each other; some of them share a word with the description of theirs."""

    def __init__(self) -> None:
        self.echoing: deque[Claim] = deque()
        self.silent: deque[Claim] = deque()

    def __len__(self) -> int:
        return len(self.echoing) + len(self.silent)

    def take(self, echo: bool) -> Claim | None:
        """Take a claim, one that echoes its record only if `echo` allows it; None if there is none."""
        queues = (self.echoing, self.silent) if echo else (self.silent,)
        return next((queue.popleft() for queue in queues if queue), None)


def _sets(material: Material, claims: list[Claim]) -> tuple[list[list[Claim]], list[Claim]]:
    """Return as many sets as the groups allow, and the claims left; the largest groups give to each set.

    The words of a claim may point to its record once in a set; twice would answer it.
    """
    groups: defaultdict[str, _Group] = defaultdict(_Group)
    for claim in _mixed(material.draws(ID, "sets").shuffled(claims)):
        group = groups[_group(claim)]
        (group.echoing if _echoes(material, claim) else group.silent).append(claim)
    sets: list[list[Claim]] = []
    while True:
        chosen: list[Claim] = []
        for group in sorted(groups.values(), key=len, reverse=True):
            taken = group.take(echo=not any(_echoes(material, c) for c in chosen)) if len(chosen) < CLAIMS else None
            chosen += [taken] if taken else []
        if len(chosen) < CLAIMS:
            return sets, [*chosen, *(c for group in groups.values() for c in (*group.echoing, *group.silent))]
        sets.append(chosen)


def _mixed(claims: list[Claim]) -> list[Claim]:
    """Return the claims so that those of one kind of record are spread out."""
    seen: defaultdict[str, int] = defaultdict(int)
    turns: list[tuple[int, Claim]] = []
    for claim in claims:
        kind = claim.record_kind or ""
        turns.append((seen[kind], claim))
        seen[kind] += 1
    return [claim for _, claim in sorted(turns, key=lambda turn: turn[0])]


def _describe(material: Material, kind: str) -> str:
    return material.text(f"{ID}.records.{kind}")


def _echoes(material: Material, claim: Claim) -> bool:
    """Whether the claim shares a word with the description of its record."""
    return bool(content_words(claim.says) & content_words(_describe(material, claim.record_kind or "")))


def _surplus(material: Material, claims: list[Claim], known: Container[str | None], left_over: Counter[str]) -> str:
    """Return a kind of record that could check none of the claims, one that was seldom left over before.

    It is one that the bank knows, if there is any: central banks would look odd in local news.
    """
    taken = {_group(c) for c in claims}
    apart = [kind for kind in SURPLUS if GROUPS.get(kind, kind) not in taken]
    free = [kind for kind in apart if kind in known] or apart
    seldom = min(left_over[kind] for kind in free)
    return material.draws(ID, claims[0].id).pick([kind for kind in free if left_over[kind] == seldom])


def _item(material: Material, claims: list[Claim], surplus: str) -> Item:
    kinds = [*(c.record_kind or "" for c in claims), surplus]
    choices = tuple(MatchChoice(id=letter(i), text=_describe(material, kind)) for i, kind in enumerate(kinds))
    prompts = tuple(
        Prompt(id=str(i), text=claim.says, key=letter(i - 1), why=_why(material, claim))
        for i, claim in enumerate(claims, 1)
    )
    return material.item(
        ID,
        claims,
        stem=material.stem(ID, "+".join(c.id for c in claims)),
        stimulus=Stimulus(),
        body=Match(prompts=prompts, choices=choices),
        rationale=Rationale(record=material.text(f"{ID}.why.record"), about="question"),
        sources=material.notes_without_stance(claims),
        family="source",
        move="find-the-original",
        difficulty=2,
    )


def _why(material: Material, claim: Claim) -> str:
    """Say where the claim is written down, with the title of that record where the bank knows it, and what it shows."""
    sources = material.bank.sources
    kind = _describe(material, claim.record_kind or "")
    records = records_of(claim, sources)
    if not records:
        return material.text(f"{ID}.why.kind", kind=kind, record=claim.record)
    source = sources[records[0]]
    return material.text(
        f"{ID}.why.named", kind=kind, title=plain_title(source), publisher=source.publisher, record=claim.record
    )
