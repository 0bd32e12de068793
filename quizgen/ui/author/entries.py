"""The entries of a bank by the names that questions carry: `claim:ID`, `passage:ID`, `item:ID`."""

from __future__ import annotations

from quizgen.bank import LoadedBank
from quizgen.wording import Wording

_SECTIONS = {"claim": "claims", "passage": "passages", "item": "items"}


def kind_and_name(w: Wording, entry: str) -> str:
    """Return the name of an entry for people; any other name is returned as it is."""
    kind, mark, name = entry.partition(":")
    return w.text(f"ui.author.kinds.{kind}", id=name) if mark and kind in _SECTIONS else entry


def line(loaded: LoadedBank, entry: str) -> int | None:
    """Return the line at which an entry begins; None if the bank does not have it."""
    kind, _, name = entry.partition(":")
    section = _SECTIONS.get(kind)
    if loaded.bank is None or section is None:
        return None
    place = next((i for i, one in enumerate(getattr(loaded.bank, section)) if one.id == name), None)
    return None if place is None else loaded.source.locate((section, place)).line
