"""docs/bank-format.md: every part and field of a bank, the rules across them, its limits and the traps of YAML."""

from __future__ import annotations

from typing import Any, get_args

from quizgen.bank.fields import Id, Inline, Line, Text, Url
from quizgen.bank.item_rules import OWN_FIELDS
from quizgen.bank.loading import MAX_DIAGNOSTICS
from quizgen.source_text import MAX_BYTES
from quizgen.taxonomy import load_taxonomy
from quizgen.yaml_source import MAX_DEPTH, MAX_NODES
from scripts.reference.excerpts import Example, excerpt
from scripts.reference.fields import choices, rows
from scripts.reference.page import filled
from scripts.reference.parts import LAMP, NEWS, PARTS
from scripts.reference.traps import BLOCK_TRAPS, NO_TRAPS, TRAPS, told

YAML_EXAMPLES = {
    "group": Example(NEWS, ("article",)),
    "list": Example(NEWS, ("claims", "trial-dates", "misconceptions")),
    "short": Example(NEWS, ("claims", "fifteen-times", "parts")),
    "long": Example(NEWS, ("claims", "parking-64"), ("record",)),
    "quoted": Example(LAMP, ("article", "title")),
}
"""Pieces of the shipped banks that show how YAML is written."""


def bank_format() -> str:
    """Return the text of the page."""
    return filled(
        "bank-format.md.j2",
        parts={part.heading: part for part in PARTS},
        rows=rows,
        choices=choices,
        excerpt=excerpt,
        yaml={name: excerpt(example) for name, example in YAML_EXAMPLES.items()},
        longest={name: longest(type_) for name, type_ in _TEXTS.items()},
        limits={
            "megabytes": MAX_BYTES // 1_000_000,
            "nodes": f"{MAX_NODES:,}",
            "depth": MAX_DEPTH,
            "problems": MAX_DIAGNOSTICS,
        },
        absent=[f"`{t.id}`" for t in load_taxonomy().types.values() if t.absence],
        own_fields=OWN_FIELDS,
        traps=[(trap, told(trap)) for trap in TRAPS],
        block_traps={name: (trap, told(trap)) for name, trap in BLOCK_TRAPS.items()},
        no_traps=NO_TRAPS,
    )


_TEXTS: dict[str, Any] = {"name": Id, "line": Line, "text": Text, "inline": Inline, "url": Url}


def longest(type_: Any) -> int:
    """Return how many characters a text of this type may have."""
    return next(int(mark.max_length) for mark in get_args(type_)[1:] if getattr(mark, "max_length", None))
