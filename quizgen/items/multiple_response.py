"""Multiple response: every right option is to be taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import JsonValue

from quizgen.items.parts import Option, ShownOption, lettered, read_several, shown
from quizgen.model import Frozen


class ShownMultipleResponse(Frozen):
    """What a learner sees of a multiple response before the answer."""

    interaction: Literal["multiple-response"] = "multiple-response"
    options: tuple[ShownOption, ...]


class MultipleResponse(Frozen):
    """Every option in `key` is to be taken and no other."""

    interaction: Literal["multiple-response"] = "multiple-response"
    options: tuple[Option, ...]
    key: tuple[str, ...]
    fixed: bool = False
    """Whether the options are always shown in this order."""

    def key_response(self) -> list[str]:
        """Return a response that earns full marks."""
        return list(self.key)

    def wrong_responses(self) -> list[list[str]]:
        """Return responses that do not: nothing, everything, each wrong option alone, the key less one."""
        ids = [o.id for o in self.options]
        some = [[], ids, *([i] for i in ids if i not in self.key), list(self.key[1:])]
        return [r for r in some if set(r) != set(self.key)]

    def read(self, item: str, raw: JsonValue) -> tuple[str, ...]:
        """Return the option ids in `raw`, or raise `ResponseShapeError`."""
        return read_several(item, raw, tuple(o.id for o in self.options))

    def arranged(self, order: Sequence[int]) -> MultipleResponse:
        """Return the same options in `order` (indices), lettered anew."""
        old = [self.options[i] for i in order]
        new = lettered(old)
        names = {was.id: now.id for was, now in zip(old, new, strict=True)}
        key = tuple(sorted(names[k] for k in self.key))
        return self.model_copy(update={"options": new, "key": key})

    def shown(self) -> ShownMultipleResponse:
        """Return what a learner sees."""
        return ShownMultipleResponse(options=shown(self.options))
