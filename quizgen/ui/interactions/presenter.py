"""What a module must offer to put an interaction on the screen."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeVar

from pydantic import JsonValue

from quizgen.forms import FormItem
from quizgen.items import ShownItem
from quizgen.scoring import Score
from quizgen.wording import Wording

T = TypeVar("T")


class Explained(NamedTuple):
    """The two columns of the feedback, as HTML."""

    left: str
    right: str


class Presenter(Protocol):
    """One interaction on the screen, before and after the answer.

    `WIDTHS` are those of the two columns in pixels, `MISSING` and `MISFIT` the names of the sentences for an answer
    that is not there or does not fit.
    """

    @property
    def WIDTHS(self) -> tuple[int, int]: ...  # noqa: D102, N802

    @property
    def MISSING(self) -> str: ...  # noqa: D102, N802

    @property
    def MISFIT(self) -> str: ...  # noqa: D102, N802

    def intro(self, w: Wording, shown: ShownItem) -> str:
        """Return as HTML what is told between the heading and the widgets; often nothing."""

    def given(self, w: Wording, shown: ShownItem) -> str:
        """Return as HTML what is given with the question, for the left column."""

    def ask(self, w: Wording, shown: ShownItem, saved: JsonValue) -> None:
        """Draw what the answer is given with; `saved` is the answer that stands, or None."""

    def typed(self, shown: ShownItem) -> JsonValue:
        """Return what stands in the widgets, as the browser sent it and so not to be trusted; None if nothing does."""

    def explained(self, w: Wording, entry: FormItem, response: JsonValue, score: Score) -> Explained:
        """Return the feedback on a response; None is a skipped item."""


def no_intro(w: Wording, shown: ShownItem) -> str:
    """Return nothing: the widgets speak for themselves."""
    return ""


def expect(body: object, kind: type[T]) -> T:
    """Return the body as what the table says it is."""
    if not isinstance(body, kind):
        raise TypeError(f"{type(body).__name__} was given to the presenter of {kind.__name__}")
    return body
