"""Choice: one option is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import JsonValue

from quizgen.items.parts import Option, ShownOption, lettered, read_one, shown
from quizgen.model import Frozen


class ShownChoice(Frozen):
    """What a learner sees of a choice before the answer."""

    interaction: Literal["choice"] = "choice"
    options: tuple[ShownOption, ...]


class Choice(Frozen):
    """One option is taken; every option in `key` earns full marks, the first is the best answer."""

    interaction: Literal["choice"] = "choice"
    options: tuple[Option, ...]
    key: tuple[str, ...]
    fixed: bool = False
    """Whether the options form a scale that is always shown in this order."""
    pinned_last: bool = False
    """Whether the last option stays last when the others are shuffled."""

    @property
    def movable(self) -> int:
        """How many options may be shuffled."""
        return len(self.options) - self.pinned_last

    def key_response(self) -> str:
        """Return a response that earns full marks."""
        return self.key[0]

    def wrong_responses(self) -> list[str]:
        """Return responses that do not."""
        return [o.id for o in self.options if o.id not in self.key]

    def read(self, item: str, raw: JsonValue) -> str:
        """Return the option id in `raw`, or raise `ResponseShapeError`."""
        return read_one(item, raw, tuple(o.id for o in self.options))

    def arranged(self, order: Sequence[int]) -> Choice:
        """Return the same choice with its options in `order` (indices) and lettered anew."""
        old = [self.options[i] for i in order]
        new = lettered(old)
        names = {was.id: now.id for was, now in zip(old, new, strict=True)}
        return self.model_copy(update={"options": new, "key": tuple(names[k] for k in self.key)})

    def shown(self) -> ShownChoice:
        """Return what a learner sees."""
        return ShownChoice(options=shown(self.options))
