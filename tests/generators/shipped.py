"""The bank that ships with quizgen, for properties that every item of it must have."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quizgen.bank import Bank, load_bank
from quizgen.generators import generate
from quizgen.items import Item

ROOT = Path(__file__).parents[2]


@lru_cache
def shipped_bank() -> Bank:
    """Return the shipped bank, which must load without a diagnostic that is an error."""
    loaded = load_bank(ROOT / "question_banks" / "kim-putin-summit.yaml")
    assert loaded.bank is not None, "\n".join(map(str, loaded.diagnostics))
    return loaded.bank


@lru_cache
def shipped_items(template: str) -> tuple[Item, ...]:
    """Return the items that a template makes of the shipped bank."""
    return tuple(generate(shipped_bank(), templates=[template]))
