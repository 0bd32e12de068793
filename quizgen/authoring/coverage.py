"""Coverage: which templates each entry of a bank feeds, and which field would unlock more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from quizgen.bank import Bank, LoadedBank
from quizgen.bank.model import Claim, Passage
from quizgen.diagnostics import Location
from quizgen.items import Item
from quizgen.material import Declined, entry_name


class Remedy(StrEnum):
    """What could be done about a question that is not asked."""

    ADD = "add"
    """A field is empty that would unlock it."""
    CHANGE = "change"
    """A field holds something that is in the way."""
    NONE = "none"
    """Nothing: the entry is of another kind, or its author declined."""


class Missing(NamedTuple):
    """A template that makes no question of an entry; `field` is the one to look at, None where there is none."""

    template: str
    reason: str
    remedy: Remedy
    field: str | None = None


class Covered(NamedTuple):
    """What an entry yields: its questions, counted by template, and the templates that make none of it."""

    entry: str
    place: Location
    questions: Mapping[str, int]
    missing: tuple[Missing, ...]

    @property
    def addable(self) -> dict[str, list[str]]:
        """The empty fields that would unlock something, each with its templates."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for template, field in dict.fromkeys((m.template, m.field) for m in self.missing if m.remedy is Remedy.ADD):
            found[str(field)].append(template)
        return dict(found)


class Coverage(NamedTuple):
    """What a bank yields, entry by entry in the order of the file."""

    bank: str
    questions: Mapping[str, int]
    """How many questions each template makes of the bank; a question of several entries counts once."""
    entries: tuple[Covered, ...]

    @property
    def feeding(self) -> Counter[str]:
        """How many entries each template makes a question of."""
        return Counter(template for covered in self.entries for template in covered.questions)

    @property
    def addable(self) -> list[tuple[str, tuple[str, ...], int]]:
        """The empty fields, the templates each would unlock, and in how many entries; the most frequent first."""
        entries: Counter[str] = Counter()
        templates: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for covered in self.entries:
            for field, unlocked in covered.addable.items():
                entries[field] += 1
                templates[field].update(dict.fromkeys(unlocked))
        return [(field, tuple(templates[field]), number) for field, number in entries.most_common()]


def coverage_of(loaded: LoadedBank, outcomes: Iterable[Item | Declined]) -> Coverage:
    """Return what each entry of a bank yields, from all that its templates say of it.

    Raises:
        BankNotUsableError: if the bank has errors.
    """
    bank = loaded.usable()
    questions: defaultdict[str, Counter[str]] = defaultdict(Counter)
    declined: defaultdict[str, list[Declined]] = defaultdict(list)
    whole: Counter[str] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Declined):
            declined[outcome.entry].append(outcome)
        else:
            whole[outcome.template] += 1
            for name in outcome.provenance.entries:
                questions[name][outcome.template] += 1
    return Coverage(
        bank.id,
        whole,
        tuple(
            Covered(name, place, questions[name], tuple(_missing(entry, declined[name])))
            for name, place, entry in _entries(bank, loaded)
        ),
    )


def _entries(bank: Bank, loaded: LoadedBank) -> Iterator[tuple[str, Location, Claim | Passage]]:
    sections: dict[str, Sequence[Claim | Passage]] = {"claims": bank.claims, "passages": bank.passages}
    for section, entries in sections.items():
        for i, entry in enumerate(entries):
            yield entry_name(entry), loaded.source.locate((section, i)), entry


def _missing(entry: Claim | Passage, declined: Iterable[Declined]) -> Iterator[Missing]:
    told = entry.model_dump(by_alias=True)
    for outcome in dict.fromkeys(declined):
        if outcome.unlock is None:
            yield Missing(outcome.template, outcome.reason, Remedy.NONE)
        else:
            remedy = Remedy.CHANGE if _holds(told, outcome.unlock) else Remedy.ADD
            yield Missing(outcome.template, outcome.reason, remedy, outcome.unlock)


def _holds(told: Any, field: str) -> bool:
    """Whether a field such as `parts.holds` or `rewrite` has been written anywhere in an entry."""
    first, _, rest = field.partition(".")
    if isinstance(told, list):
        return any(_holds(part, field) for part in told)
    if not isinstance(told, dict):
        return False
    if first in told:
        value = told[first]
        return _holds(value, rest) if rest and value else bool(value)
    return any(_holds(value, field) for value in told.values() if isinstance(value, dict | list))
