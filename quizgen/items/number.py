"""Number: a number is typed."""

from __future__ import annotations

import math
import re
from typing import Literal

from pydantic import JsonValue

from quizgen.errors import ResponseShapeError
from quizgen.model import Frozen

_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


class OtherValue(Frozen):
    """A number that stands in the findings but answers another question; `what` says which."""

    value: float
    what: str


class ShownNumber(Frozen):
    """What a learner sees of a number item before the answer."""

    interaction: Literal["number"] = "number"
    unit: str
    whole: bool


class Number(Frozen):
    """A number within `tolerance` of `value` earns full marks. `why` is inline Markdown, shown after the answer."""

    interaction: Literal["number"] = "number"
    value: float
    tolerance: float
    unit: str
    whole: bool
    """Whether a whole number is asked for; told to the learner, so it must follow from the unit alone."""
    other: tuple[OtherValue, ...] = ()
    why: str

    def accepts(self, value: float) -> bool:
        """Whether `value` is near enough, with room for the rounding of binary fractions."""
        return abs(value - self.value) <= self.tolerance + 1e-9

    def key_response(self) -> float:
        """Return a response that earns full marks."""
        return self.value

    def wrong_responses(self) -> list[float]:
        """Return responses that do not: every other number, and values just out of tolerance."""
        step = self.tolerance + max(1.0, abs(self.value) * 0.01)
        some = [*(o.value for o in self.other), self.value + step, self.value - step]
        return [v for v in some if not self.accepts(v)]

    def read(self, item: str, raw: JsonValue) -> float:
        """Return the number in `raw`, or raise `ResponseShapeError`.

        A comma is read as a decimal sign, but as one of thousands where it parts groups of three digits ("1,001").
        """
        if isinstance(raw, bool) or not isinstance(raw, int | float | str):
            raise ResponseShapeError(item, "it should be a number")
        try:
            value = float(_with_point(raw.strip()) if isinstance(raw, str) else raw)
        except (ValueError, OverflowError):
            raise ResponseShapeError(item, "it should be a number") from None
        if not math.isfinite(value):
            raise ResponseShapeError(item, "it should be a number")
        return value

    def shown(self) -> ShownNumber:
        """Return what a learner sees."""
        return ShownNumber(unit=self.unit, whole=self.whole)


def _with_point(text: str) -> str:
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text.replace(",", ".")
