"""One sitting as the rest of the program sees it: frozen, and free of anything that belongs to the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import JsonValue

from quizgen.forms.form import Form
from quizgen.scoring import Confidence

Mode = Literal["practice", "test"]


@dataclass(frozen=True)
class Answer:
    """What was answered to one item.

    `response` is None where the item was skipped, else the response as the item reads it, in JSON's types. `revision`
    counts from 1 how often the answer was given. A final answer cannot change.
    """

    response: JsonValue
    confidence: Confidence | None
    points: float | None
    answered_at: datetime
    revision: int
    final: bool

    def agrees_with(self, other: Answer) -> bool:
        """Whether both say the same, whenever they were given."""
        return self.response == other.response and self.confidence == other.confidence


@dataclass(frozen=True)
class Attempt:
    """One sitting: the form, what was answered so far, and where the reader is.

    `position` counts from 1; one more than there are items stands for the page after the last question. Times are in
    UTC and no finer than a minute.
    """

    form: Form
    mode: Mode
    ask_confidence: bool
    nickname: str | None
    created_at: datetime
    updated_at: datetime
    handed_in_at: datetime | None
    position: int
    flags: frozenset[str]
    """Ids of the items that the reader wants to see again."""
    answers: Mapping[str, Answer]
    """By item id, in the order of the form."""

    @property
    def handed_in(self) -> bool:
        """Whether the attempt is closed."""
        return self.handed_in_at is not None

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The numbers of the items that were neither answered nor skipped, in order."""
        return tuple(entry.number for entry in self.form.items if entry.id not in self.answers)

    @property
    def responses(self) -> dict[str, JsonValue]:
        """The responses by item id, skipped items left out."""
        return {item: answer.response for item, answer in self.answers.items() if answer.response is not None}
