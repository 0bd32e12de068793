"""All that is found when a bank is examined: what is wrong with it, and what each template says of each entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank import LoadedBank, load_bank
from quizgen.checks import check_bank
from quizgen.collector import collector_paused
from quizgen.diagnostics import Diagnostic
from quizgen.generators import outcomes
from quizgen.items import Item
from quizgen.material import Declined


@dataclass(frozen=True)
class Examination:
    """A bank as loaded, what is wrong with it in the order of the file, and what the templates say of its entries.

    A bank with errors has no outcomes.
    """

    loaded: LoadedBank
    outcomes: tuple[Item | Declined, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def questions(self) -> list[Item]:
        """Every question that the bank yields."""
        return [outcome for outcome in self.outcomes if isinstance(outcome, Item)]

    @property
    def counts(self) -> Counter[str]:
        """How many claims, passages and questions there are."""
        bank = self.loaded.bank
        if bank is None:
            return Counter()
        return Counter(claims=len(bank.claims), passages=len(bank.passages), questions=len(self.questions))

    def unused(self) -> Iterator[str]:
        """Yield a sentence on each entry that no question is made of, with what its own main template says of it."""
        bank = self.loaded.bank
        if bank is None:
            return
        used = {entry for question in self.questions for entry in question.provenance.entries}
        reasons = {(d.template, d.entry): d.reason for d in self.outcomes if isinstance(d, Declined)}
        main = {f"claim:{c.id}": "verdict" for c in bank.claims} | {
            f"passage:{p.id}": "name-the-issue" for p in bank.passages
        }
        for entry, template in main.items():
            if entry not in used:
                kind, name = entry.split(":")
                reason = reasons.get((template, entry), "no template can use it")
                yield f"{bank.id}: {kind} `{name}` yields no question yet; {template} says: {reason}"


def examine_file(path: Path) -> Examination:
    """Load a bank file and examine it."""
    with collector_paused():
        return examine(load_bank(path))


def examine(loaded: LoadedBank) -> Examination:
    """Examine a bank."""
    with collector_paused():
        said = () if loaded.bank is None else tuple(outcomes(loaded.bank))
        return Examination(loaded, said, tuple(sorted((*loaded.diagnostics, *check_bank(loaded, said)))))
