"""The two parts of a bank that are not about the article: handwritten items, and blueprints for quizzes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quizgen.bank.choices import Difficulty, InteractionName, VersionsBy
from quizgen.bank.fields import (
    NUMBER,
    WHOLE,
    Authored,
    FamilyId,
    Flag,
    Id,
    Inline,
    Line,
    MoveId,
    Number,
    TemplateId,
    Text,
)


class WrittenOption(Authored):
    """An option of a handwritten item."""

    text: Line
    """What is offered, as it is to be read."""
    right: Flag = False
    """True if it is a right answer."""
    why: Inline
    """Why it is right or wrong."""


class WrittenPhrase(Authored):
    """A phrase of a handwritten highlight item."""

    text: Line
    """The words; all phrases together, in order, are the passage."""
    right: Flag = False
    """True if it should be selected."""
    why: Inline | None = None
    """Why it should be or need not be selected."""


class WrittenPair(Authored):
    """A pair of a handwritten match item."""

    prompt: Line
    """What is to be matched."""
    answer: Line
    """What belongs to it."""
    why: Inline
    """Why it belongs there, in one sentence."""


class WrittenItem(Authored):
    """A question written by hand."""

    id: Id
    """A short name, unique in the bank: lower-case words joined by hyphens, such as `who-signed`."""
    interaction: InteractionName
    """How it is answered."""
    stem: Line
    """The question, in one sentence."""
    text: Text | None = None
    """A passage or claim shown with the question."""
    options: list[WrittenOption] = Field(default_factory=list)
    """For `choice` and `multiple-response`: what is offered, in the order shown if `keep_order`."""
    keep_order: Flag = False
    """True if the options must stay in this order."""
    phrases: list[WrittenPhrase] = Field(default_factory=list)
    """For `highlight`: the passage as phrases."""
    pairs: list[WrittenPair] = Field(default_factory=list)
    """For `match`: what belongs together."""
    surplus: list[Line] = Field(default_factory=list)
    """For `match`: answers that belong to no prompt, to be offered beside the right ones."""
    value: Number | None = None
    """For `number`: the answer, in digits."""
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False), NUMBER] = 0
    """For `number`: how far an answer may be off."""
    unit: Line | None = None
    """For `number`: what it is counted in, such as `countries`."""
    why: Inline
    """The reason, the correct fact first. Shown after the answer."""
    sources: list[Id] = Field(default_factory=list)
    """Sources of this bank that the answer rests on."""
    family: FamilyId = "evidence"
    """The family of issues it belongs to."""
    move: MoveId = "compare-coverage"
    """The reader's move that it trains."""
    topic: Line | None = None
    """What it is about, in a word or two."""
    difficulty: Annotated[int, Field(ge=1, le=3), WHOLE] = 2
    """From 1 (easy) to 3 (hard)."""


class Bounds(Authored):
    """At least and at most so many items."""

    min: Annotated[int, Field(ge=0, le=200), WHOLE] = 0
    """At least so many questions."""
    max: Annotated[int, Field(ge=0, le=200), WHOLE] | None = None
    """At most so many; no upper bound if left out."""


Share = Annotated[float, Field(ge=0, le=1), NUMBER]


class Blueprint(Authored):
    """What a quiz must contain."""

    items: Annotated[int, Field(ge=1, le=200), WHOLE] = 12
    """How many questions the quiz has."""
    templates: dict[TemplateId, Bounds] = Field(default_factory=dict)
    """How many of each question template, such as `verdict: {min: 2, max: 4}`; those that are not named are free."""
    only: list[TemplateId] = Field(default_factory=list)
    """Use these templates only; all, if left out."""
    families: dict[FamilyId, Bounds] = Field(default_factory=dict)
    """How many of each family of issues."""
    topics: dict[Line, Bounds] = Field(default_factory=dict)
    """How many on each topic, by the words that stand under `topic`."""
    difficulty: dict[Difficulty, Bounds] = Field(default_factory=dict)
    """How many of each difficulty, from `1` (easy) to `3` (hard)."""
    supported: tuple[Share, Share] = (0.45, 0.65)
    """Least and greatest share of supported claims among the questions that judge a claim, such as `[0.45, 0.65]`."""
    clean: Share = 0.3
    """Least share of clean passages among the questions that look for an issue, such as `0.3`."""
    versions: VersionsBy = "reorder"
    """Whether versions B, C … put the same questions in another order or draw matched ones."""
