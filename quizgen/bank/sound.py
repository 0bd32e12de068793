"""The part of a bank file whose shape is sound, so that rules can be held against it while the rest is being mended."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from quizgen.bank.findings import Path
from quizgen.bank.model import Bank
from quizgen.bank.names import Names
from quizgen.bank.todos import is_todo

_LISTS = ("claims", "passages", "items")
_NAMED = ("sources", "blueprints")
_HEAD = {
    "format": "1",
    "id": "bank",
    "title": "Bank",
    "level": "adult",
    "license": "none",
    "article": {
        "title": "Article",
        "publisher": "Publisher",
        "published": "undated",
        "genre": "news",
        "as_of": "2000-01-01",
    },
}
"""Stands in for what is not sound at the top of the file; no rule tells of it."""


class Sound(NamedTuple):
    """The sound part, the names that the whole file gives, and the place of each kept entry in the file.

    `has_id` tells whether the bank's id is the file's own and not the stand-in.
    """

    bank: Bank
    has_id: bool
    names: Names
    kept: dict[str, list[int]]

    def original(self, path: Path) -> Path:
        """Return the path in the file for a path in the sound part."""
        if len(path) > 1 and path[0] in self.kept and isinstance(path[1], int):
            return (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return path


def sound_part(data: Any, errors: Collection[Path]) -> Sound:
    """Return the part of the data that no error's path leads into."""
    fields = data if isinstance(data, dict) else {}
    broken = {path[:2] for path in errors} | {path[:1] for path in errors if len(path) < 2 or path[0] not in _SECTIONS}
    kept = {
        name: [i for i in range(len(fields[name])) if (name, i) not in broken]
        for name in _LISTS
        if isinstance(fields.get(name), list)
    }
    sound: dict[str, Any] = {name: [fields[name][i] for i in places] for name, places in kept.items()}
    for name in _NAMED:
        if isinstance(fields.get(name), dict):
            sound[name] = {k: v for k, v in fields[name].items() if (name, k) not in broken}
    head = {k: v for k, v in fields.items() if k not in _SECTIONS and (k,) not in broken}
    bank = Bank.model_validate({**_HEAD, **head, **sound}, by_alias=True, by_name=False)
    return Sound(bank, "id" in head, _names(fields), kept)


_SECTIONS = frozenset((*_LISTS, *_NAMED))


def _names(fields: dict[str, Any]) -> Names:
    entries = {name: [e for e in _list(fields.get(name)) if isinstance(e, dict)] for name in _LISTS}
    sources = fields.get("sources")
    return Names(
        sources=frozenset(sources if isinstance(sources, dict) else ()),
        claims=_texts(e.get("id") for e in entries["claims"]),
        topics=frozenset(t for t in _texts(e.get("topic") for name in _LISTS for e in entries[name]) if not is_todo(t)),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(values: Any) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str))
