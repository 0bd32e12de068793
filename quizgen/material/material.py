"""What generators draw from: a bank with its taxonomy and wording, and the packs of findings that may be shown.

Everything that several question templates need to know of a bank is worked out here once: which findings on a claim may
be shown, which entries keep each other out of a form, how an item is put together and named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from quizgen.bank.model import Bank, Claim, Issue, Passage
from quizgen.draws import Draws, fingerprint
from quizgen.items import (
    Interaction,
    Item,
    Judgement,
    Lean,
    Option,
    Provenance,
    Rationale,
    ShownClaim,
    SourceNote,
    Stimulus,
    letter,
)
from quizgen.material.fairness import Obstacle
from quizgen.material.outcome import Declined
from quizgen.material.pack import Line, Pack, make_pack, merged
from quizgen.material.rivals import Rivals
from quizgen.material.sources import source_note
from quizgen.taxonomy import Taxonomy, load_taxonomy
from quizgen.wording import Wording, load_wording

SHARED_WORDS = 5
"""Entries whose excerpts share so many words in sequence stand on one sentence of the article."""
_WORD = re.compile(r"\w+")

Entry = TypeVar("Entry", Claim, Passage)
Result = TypeVar("Result")


def _once_for_each(work: Callable[[Material, Entry], Result]) -> Callable[[Material, Entry], Result]:
    """Do the work once for each entry of one kind: what it gives is immutable, and many templates ask for it."""

    @wraps(work)
    def kept(material: Material, entry: Entry) -> Result:
        known: dict[str, Result] = material.kept[work]
        name = entry.id
        if name not in known:
            known[name] = work(material, entry)
        return known[name]

    return kept


class _Grounds(NamedTuple):
    """What items have in common that are on the same entries and show the same lines."""

    provenance: Provenance
    exclusive: tuple[str, ...]


class Material:
    """A bank made ready to ask questions from; `seed` chooses among phrasings and distractors."""

    def __init__(self, bank: Bank, seed: int = 0) -> None:
        self.bank = bank
        self.seed = seed
        self.taxonomy: Taxonomy = load_taxonomy()
        self.wording: Wording = load_wording(bank.language)
        self.as_of = bank.article.as_of
        self.claims: dict[str, Claim] = {c.id: c for c in bank.claims}
        self.kept: defaultdict[object, dict[str, Any]] = defaultdict(dict)
        self.text = self.wording.text
        """Return a string of the wording with the values filled in."""
        self._labels: dict[tuple[str, str, str], Option] = {}
        self._marks: dict[str, tuple[str, ...]] = {}
        self._grounds: dict[tuple[tuple[str, ...], tuple[Line, ...]], _Grounds] = {}

    @_once_for_each
    def pack(self, claim: Claim) -> Pack:
        """Return the findings on a claim that may be shown."""
        return make_pack(self.bank, claim)

    @_once_for_each
    def record(self, passage: Passage) -> Pack:
        """Return the findings that are shown with a passage: those on the claims of its record."""
        return merged(self.pack(self.claims[claim]) for claim in passage.record)

    def shows_evidence(self, passage: Passage) -> bool:
        """Whether anything is shown with a passage that it can be held against: findings or a second excerpt."""
        return passage.show_with is not None or bool(self.record(passage))

    @cached_property
    def rivals(self) -> Rivals:
        """The issue types of the bank as wrong answers to each other."""
        return Rivals(self.bank, self.taxonomy)

    def draws(self, template: str, entry: str) -> Draws:
        """Return the stream of draws for one item; another item's draws do not change it."""
        return Draws(self.seed, self.bank.id, template, entry)

    def stem(self, template: str, entry: str, *, kind: str = "stems", **values: object) -> str:
        """Return a phrasing of the template's stem, drawn for this entry, with `as_of` and the values filled in."""
        return self.wording.stem(template, self.draws(template, entry), kind=kind, as_of=self.as_of, **values)

    def label(self, template: str, place: int, label: str, why: str, lean: Lean | None = None) -> Option:
        """Return a label of a template's scale as an option; one that is told with the same reason is the same one."""
        name = (template, label, why)
        if name not in self._labels:
            self._labels[name] = Option(
                id=letter(place),
                text=self.text(f"{template}.options.{label}.text"),
                note=self.text(f"{template}.options.{label}.note"),
                why=why,
                lean=lean,
            )
        return self._labels[name]

    @_once_for_each
    def shown_claim(self, claim: Claim) -> ShownClaim:
        """Return a claim as shown: the speaker is named only where the claim is that somebody said it."""
        holds_quote = claim.context is not None and claim.quote in claim.context
        speaker = claim.speaker if claim.kind == "attribution" else None
        return ShownClaim(
            says=claim.says, quote=claim.quote, context=claim.context if holds_quote else None, speaker=speaker
        )

    @_once_for_each
    def evidence(self, claim: Claim) -> Stimulus:
        """Return what a question on a claim and all its findings shows."""
        return Stimulus(as_of=self.as_of, claim=self.shown_claim(claim), findings=self.pack(claim).shown())

    @_once_for_each
    def told(self, claim: Claim) -> Rationale:
        """Return the record on a claim, for questions that do not ask about its wording."""
        return Rationale(record=claim.record)

    @_once_for_each
    def told_better(self, claim: Claim) -> Rationale:
        """Return the record on a claim with a better wording of it."""
        return Rationale(record=claim.record, rewrite=claim.issues[0].rewrite if claim.issues else None)

    @_once_for_each
    def notes(self, claim: Claim) -> tuple[SourceNote, ...]:
        """Return all sources on a claim as told after the answer, with the records that can be opened."""
        return tuple(self._notes(claim, with_stance=True))

    def notes_without_stance(self, claims: Iterable[Claim]) -> tuple[SourceNote, ...]:
        """Return the sources on several claims, or on one that is not shown, once each and without stances."""
        return tuple(dict.fromkeys([note for claim in claims for note in self._notes(claim, with_stance=False)]))

    def _notes(self, claim: Claim, *, with_stance: bool) -> Iterator[SourceNote]:
        sources = self.bank.sources
        told = {e.source for e in claim.evidence}
        for e in claim.evidence:
            yield source_note(sources[e.source], self.as_of, e, with_stance=with_stance)
        for s in claim.originals_to_open:
            if s not in told:
                yield source_note(sources[s], self.as_of)

    @_once_for_each
    def record_notes(self, passage: Passage) -> tuple[SourceNote, ...]:
        """Return the sources on the claims of a passage's record; without stances, which are towards those claims."""
        return self.notes_without_stance(self.claims[claim] for claim in passage.record)

    def refusal(self, template: str, entry: Claim | Passage, issue: Issue | None = None) -> Declined | None:
        """Return the author's refusal to use an entry, or one issue of it, for a template, if there is one."""
        for refused in entry.not_as if issue is None else issue.not_as:
            if refused.template == template:
                return Declined(template, entry_name(entry), refused.reason)
        return None

    def declined(self, template: str, entry: Claim | Passage, obstacle: Obstacle | None) -> Declined | None:
        """Return that a template declines an entry because of an obstacle, if there is one."""
        return None if obstacle is None else Declined(template, entry_name(entry), obstacle.reason, obstacle.unlock)

    def family_of(self, claim: Claim) -> str:
        """Return the family that a claim trains: that of its first issue, else the weighing of evidence."""
        return self.taxonomy.family_of(claim.issues[0].type).id if claim.issues else "evidence"

    def exclusive(self, *entries: Claim | Passage, lines: Iterable[Line] = ()) -> tuple[str, ...]:
        """Return the marks of an item on these entries that shows these lines; no two items of a form share any."""
        marks = [mark for entry in entries for mark in self._marks_of(entry)]
        return tuple(dict.fromkeys([*marks, *[line.mark for line in lines]]))

    def _marks_of(self, entry: Claim | Passage) -> tuple[str, ...]:
        name = entry_name(entry)
        if name not in self._marks:
            record = entry.record if isinstance(entry, Passage) else ()
            self._marks[name] = (name, *self._shared_words.get(name, ()), *(f"claim:{claim}" for claim in record))
        return self._marks[name]

    @cached_property
    def _shared_words(self) -> dict[str, tuple[str, ...]]:
        """Marks for entries whose excerpts share words in sequence: one for each group that shares a stretch."""
        first: dict[tuple[str, ...], str] = {}
        places: dict[tuple[str, ...], list[str]] = {}
        entries: list[Claim | Passage] = [*self.bank.claims, *self.bank.passages]
        for entry in entries:
            name = entry_name(entry)
            words = _WORD.findall(_excerpt(entry).lower())
            for stretch in zip(*(words[start:] for start in range(SHARED_WORDS)), strict=False):
                before = first.setdefault(stretch, name)
                if before != name:
                    places.setdefault(stretch, [before]).append(name)
        groups = {tuple(dict.fromkeys(names)) for names in places.values()}
        marks: defaultdict[str, list[str]] = defaultdict(list)
        for group in sorted(groups):
            mark = f"words:{fingerprint(*group, size=4)}"
            for name in group:
                marks[name].append(mark)
        return {name: tuple(found) for name, found in marks.items()}

    def item(
        self,
        template: str,
        entries: Sequence[Claim | Passage],
        *,
        stem: str,
        stimulus: Stimulus,
        body: Interaction,
        rationale: Rationale,
        sources: tuple[SourceNote, ...],
        family: str,
        move: str,
        difficulty: int,
        part: str | None = None,
        lines: tuple[Line, ...] = (),
        judgement: Judgement | None = None,
        tags: tuple[str, ...] = (),
        exclusive: tuple[str, ...] = (),
    ) -> Item:
        """Return an item on these entries; `part` tells items of one entry and template apart."""
        subject = "+".join([e.id for e in entries])
        name = f"{self.bank.id}/{subject}/{template}" + (f".{part}" if part else "")
        provenance, marks = self._grounds_of(entries, lines)
        return Item(
            id=name,
            template=template,
            stem=stem,
            stimulus=stimulus,
            body=body,
            rationale=rationale,
            sources=sources,
            provenance=provenance,
            family=family,
            move=move,
            topic=entries[0].topic,
            difficulty=difficulty,
            judgement=judgement,
            exclusive=marks + exclusive,
            tags=tags,
        )

    def _grounds_of(self, entries: Sequence[Claim | Passage], lines: tuple[Line, ...]) -> _Grounds:
        names = tuple([entry_name(e) for e in entries])
        found = self._grounds.get((names, lines))
        if found is None:
            sources = tuple(dict.fromkeys([line.source_id for line in lines]))
            provenance = Provenance(bank=self.bank.id, entries=names, sources=sources)
            found = self._grounds[names, lines] = _Grounds(provenance, self.exclusive(*entries, lines=lines))
        return found


def entry_name(entry: Claim | Passage) -> str:
    """Return `claim:ID` or `passage:ID`."""
    return f"{'claim' if isinstance(entry, Claim) else 'passage'}:{entry.id}"


def _excerpt(entry: Claim | Passage) -> str:
    if isinstance(entry, Claim):
        return (
            entry.context if entry.context and entry.quote in entry.context else f"{entry.context or ''} {entry.quote}"
        )
    return entry.text
