"""Questions that stand together in one quiz, as checks look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.bank.findings import Path
from quizgen.bank.model import Blueprint
from quizgen.checks.subject import Subject
from quizgen.items import Item

Judged = Literal["claim", "passage"]


@dataclass(frozen=True, eq=False)
class Paper:
    """The items of a form in their order, the name of the blueprint that it was made by, and which rules gave way."""

    subject: Subject
    items: Sequence[Item]
    name: str
    gave_way: Sequence[str] = ()

    @property
    def is_planned(self) -> bool:
        """Whether an author wrote the blueprint."""
        return self.name in self.subject.bank.blueprints

    @property
    def place(self) -> Path:
        """Where the author can mend what the whole quiz lacks: the blueprint, or the claims where there is none."""
        return ("blueprints", self.name) if self.is_planned else ("claims",)

    def judged(self, what: Judged) -> list[bool]:
        """Return, for each item that asks to accept or doubt a claim or a passage, whether the evidence accepts it."""
        return judged(self.items, what)


def judged(items: Iterable[Item], what: Judged) -> list[bool]:
    """Return, for each item that asks to accept or doubt a claim or a passage, whether the evidence accepts it."""
    judgements = (item.judgement for item in items)
    return [j.sound for j in judgements if j is not None and j.of == what and j.sound is not None]


def is_plenty(items: Sequence[Item]) -> bool:
    """Whether of what is judged there is more, sound and unsound, than a quiz of the usual length can take."""
    kinds: tuple[Judged, ...] = ("claim", "passage")
    counts = [Counter(judged(items, what)) for what in kinds]
    return any(counts) and all(not n or min(n[True], n[False]) >= Blueprint().items for n in counts)
