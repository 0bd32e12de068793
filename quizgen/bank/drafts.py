"""Entries that are still being written: kept apart while loading, so that no question, rule or count meets them.

A draft may have gaps, and nothing in it is an error. What is left of the file is examined as if it stood alone; its
places are still those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from quizgen.bank import todos
from quizgen.bank.model import Claim, Passage
from quizgen.bank.values import TRUE
from quizgen.diagnostics import Location
from quizgen.yaml_source import Document, SourceMap

_SECTIONS: dict[str, type[BaseModel]] = {"claims": Claim, "passages": Passage}


@dataclass(frozen=True)
class Draft:
    """An entry that is marked `draft: true`: where it stands, its fields as typed, and the places of the file."""

    section: str
    place: int
    fields: Mapping[str, Any]
    source: SourceMap

    @property
    def name(self) -> str:
        """What its author calls it: its id, else its number in the list."""
        name = self.fields.get("id")
        return name if isinstance(name, str) and name else f"number {self.place + 1}"

    @property
    def location(self) -> Location:
        """Where it begins."""
        return self.source.locate((self.section, self.place))

    @property
    def gaps(self) -> tuple[str, ...]:
        """The fields that say that they are still to be written, such as `says` or `evidence.finding`."""
        paths = (".".join(part for part in path if isinstance(part, str)) for path in todos.left(self.fields))
        return tuple(dict.fromkeys(paths))

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be written, so that it need not be a draft any longer."""
        if next(todos.left(self.fields), None) is not None:
            return False
        try:
            _SECTIONS[self.section].model_validate({k: v for k, v in self.fields.items() if k != "draft"})
        except ValidationError:
            return False
        return True

    def texts(self) -> Iterator[str]:
        """Yield every text in it, at any depth."""
        waiting: list[Any] = list(self.fields.values())
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict | list):
                waiting.extend(value.values() if isinstance(value, dict) else value)

    def locate(self, field: str) -> Location:
        """Return the place of a field."""
        return self.source.locate((self.section, self.place, field))


@dataclass(frozen=True)
class Division:
    """A document without its drafts; the drafts; and the places in the file of the entries that are kept."""

    rest: Document
    drafts: tuple[Draft, ...]
    kept: Mapping[str, list[int]]


def divide(document: Document) -> Division:
    """Divide a document into its drafts and the rest."""
    drafts = tuple(_drafts(document))
    if not drafts:
        return Division(document, (), {})
    dropped = {section: {d.place for d in drafts if d.section == section} for section in _SECTIONS}
    dropped = {section: places for section, places in dropped.items() if places}
    kept = {
        section: [i for i in range(len(document.data[section])) if i not in places]
        for section, places in dropped.items()
    }
    return Division(document.without(dropped), drafts, kept)


def _drafts(document: Document) -> Iterator[Draft]:
    if not isinstance(document.data, dict):
        return
    for section in _SECTIONS:
        entries = document.data.get(section)
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            mark = entry.get("draft") if isinstance(entry, dict) else None
            if isinstance(mark, str) and mark in TRUE:
                yield Draft(section, i, entry, document.source)
