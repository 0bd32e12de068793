"""Questions that stand together in one quiz, as checks look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.bank.findings import Path
from quizgen.checks.subject import Subject
from quizgen.items import Item


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

    def judged(self, what: Literal["claim", "passage"]) -> list[bool]:
        """Return, for each item that asks to accept or doubt a claim or a passage, whether the evidence accepts it."""
        judgements = [item.judgement for item in self.items if item.judgement and item.judgement.of == what]
        return [j.sound for j in judgements if j.sound is not None]
