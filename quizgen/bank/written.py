"""The two parts of a bank that are not about the article: handwritten items, and blueprints for quizzes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.bank.fields import NUMBER, WHOLE, Authored, Flag, Id, Inline, InteractionName, Line, Number, Text


class WrittenOption(Authored):
    """An option of a handwritten item."""

    text: Line
    """What is offered."""
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
    """Why."""


class WrittenItem(Authored):
    """A question written by hand."""

    id: Id
    """A short name, unique in the bank."""
    interaction: InteractionName
    """How it is answered."""
    stem: Line
    """The question."""
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
    """For `match`: answers that belong to no prompt."""
    value: Number | None = None
    """For `number`: the answer."""
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False), NUMBER] = 0
    """For `number`: how far an answer may be off."""
    unit: Line | None = None
    """For `number`: what it is counted in."""
    why: Inline
    """The reason, the correct fact first. Shown after the answer."""
    sources: list[Id] = Field(default_factory=list)
    """Sources of this bank that the answer rests on."""
    family: Id = "evidence"
    """The family of issues it belongs to."""
    move: Id = "compare-coverage"
    """The reader's move that it trains."""
    topic: Line | None = None
    """What it is about, in a word or two."""
    difficulty: Annotated[int, Field(ge=1, le=3), WHOLE] = 2
    """From 1 (easy) to 3 (hard)."""


class Bounds(Authored):
    """At least and at most so many items."""

    min: Annotated[int, Field(ge=0, le=200), WHOLE] = 0
    """At least so many."""
    max: Annotated[int, Field(ge=0, le=200), WHOLE] | None = None
    """At most so many; no upper bound if left out."""


Share = Annotated[float, Field(ge=0, le=1), NUMBER]


class Blueprint(Authored):
    """What a quiz must contain."""

    items: Annotated[int, Field(ge=1, le=200), WHOLE] = 12
    """How many questions."""
    templates: dict[Id, Bounds] = Field(default_factory=dict)
    """How many of each question template; templates that are not named are free."""
    only: list[Id] = Field(default_factory=list)
    """Use these templates only; all, if left out."""
    families: dict[Id, Bounds] = Field(default_factory=dict)
    """How many of each family of issues."""
    topics: dict[Line, Bounds] = Field(default_factory=dict)
    """How many on each topic."""
    difficulty: dict[Literal["1", "2", "3"], Bounds] = Field(default_factory=dict)
    """How many of each difficulty."""
    supported: tuple[Share, Share] = (0.45, 0.65)
    """Least and greatest share of supported claims among the questions that judge a claim."""
    clean: Share = 0.3
    """Least share of clean passages among the questions that look for an issue."""
    versions: Literal["reorder", "matched"] = "reorder"
    """Whether versions B, C … put the same questions in another order or draw matched ones."""
