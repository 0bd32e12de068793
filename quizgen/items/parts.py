"""What every interaction is made of: options, spans, and the learner's view of them."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from quizgen.errors import ResponseShapeError
from quizgen.model import Frozen

Lean = Literal["accept", "doubt", "abstain"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def letter(index: int) -> str:
    """Return the id of the option at `index`, counted from 0: a … z, then aa, ab …."""
    before, last = divmod(index, len(LETTERS))
    return (letter(before - 1) if before else "") + LETTERS[last]


class Option(Frozen):
    """An answer that is offered.

    `id` is a letter given by place, so that it tells nothing. `note` is a one-line meaning shown under the text. `why`
    is inline Markdown, shown after the answer. `lean` says what choosing it does to a judgement: accepts what is
    judged, doubts it, or leaves it open.
    """

    id: str
    text: str
    note: str | None = None
    why: str
    lean: Lean | None = None


class ShownOption(Frozen):
    """What a learner sees of an option before the answer."""

    id: str
    text: str
    note: str | None = None


def lettered(options: list[Option] | tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the options with ids given by place."""
    return tuple(Option(id=letter(i), text=o.text, note=o.note, why=o.why, lean=o.lean) for i, o in enumerate(options))


def shown(options: tuple[Option, ...]) -> tuple[ShownOption, ...]:
    """Return what a learner sees of the options."""
    return tuple(ShownOption(id=o.id, text=o.text, note=o.note) for o in options)


def read_one(item: str, raw: JsonValue, known: tuple[str, ...]) -> str:
    """Return `raw` if it is one of the known ids, else raise `ResponseShapeError`."""
    if not isinstance(raw, str) or raw not in known:
        raise ResponseShapeError(item, f"it should be one of {', '.join(known)}")
    return raw


def read_several(item: str, raw: JsonValue, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids in `raw` in the item's order, once each, else raise `ResponseShapeError`."""
    if not isinstance(raw, list) or any(not isinstance(x, str) or x not in known for x in raw):
        raise ResponseShapeError(item, f"it should be a list of some of {', '.join(known)}")
    return tuple(x for x in known if x in raw)
