"""Questions that stand together in one quiz, as checks look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.bank.findings import Path
from quizgen.bank.model import Blueprint
from quizgen.checks.question import Question, question_of
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
    def blueprint(self) -> Blueprint:
        """The blueprint; the default one, where the author wrote none."""
        return self.subject.bank.blueprints.get(self.name, Blueprint())

    @property
    def place(self) -> Path:
        """Where the author can mend what the whole quiz lacks: the blueprint, or the claims where there is none."""
        written = self.name in self.subject.bank.blueprints
        return ("blueprints", self.name) if written else ("claims",)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions whose options an author worded."""
        found = (question_of(self.subject, item) for item in self.items)
        return tuple(question for question in found if question is not None)
