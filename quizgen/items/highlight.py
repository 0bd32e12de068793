"""Highlight: the phrases of a passage that show something are selected, or none of them."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from quizgen.items.parts import read_several
from quizgen.model import Frozen

Role = Literal["key", "neutral", "plain"]


class Phrase(Frozen):
    """A stretch of the passage.

    `id` counts from "1". `gap` is the white space before it. A neutral phrase may be selected or not: it is left out of
    the score. `why` is inline Markdown, shown after the answer.
    """

    id: str
    gap: str = ""
    text: str
    role: Role
    why: str


class ShownPhrase(Frozen):
    """What a learner sees of a phrase before the answer."""

    id: str
    gap: str
    text: str


class ShownHighlight(Frozen):
    """What a learner sees of a highlight before the answer."""

    interaction: Literal["highlight"] = "highlight"
    phrases: tuple[ShownPhrase, ...]


class Highlight(Frozen):
    """The key phrases are to be selected; where there are none, nothing is."""

    interaction: Literal["highlight"] = "highlight"
    phrases: tuple[Phrase, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The ids of the phrases to select; empty for a clean passage."""
        return tuple(p.id for p in self.phrases if p.role == "key")

    def key_response(self) -> list[str]:
        """Return a response that earns full marks."""
        return list(self.key)

    def wrong_responses(self) -> list[list[str]]:
        """Return responses that do not: every plain phrase alone, everything, nothing."""
        some = [[p.id] for p in self.phrases if p.role == "plain"]
        if any(p.role == "plain" for p in self.phrases):
            some.append([p.id for p in self.phrases if p.role == "plain"])
        return [*some, []] if self.key else some

    def read(self, item: str, raw: JsonValue) -> tuple[str, ...]:
        """Return the phrase ids in `raw`, or raise `ResponseShapeError`; an empty list means "nothing to flag"."""
        return read_several(item, raw, tuple(p.id for p in self.phrases))

    def shown(self) -> ShownHighlight:
        """Return what a learner sees."""
        return ShownHighlight(phrases=tuple(ShownPhrase(id=p.id, gap=p.gap, text=p.text) for p in self.phrases))
