"""The traps of YAML: what an author may type in the template bank, what quizgen says of it, and what to type instead.

Nothing that is said here is written down: each line is put into `question_banks/_template.yaml`, which is then loaded.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from quizgen.bank import load_bank_text
from quizgen.diagnostics import Diagnostic
from quizgen.yaml_source import parse_yaml
from scripts.reference.page import ROOT, code

TEMPLATE = (ROOT / "question_banks" / "_template.yaml").read_text(encoding="utf-8")


class Trap(NamedTuple):
    """A slip in the line of a field of the template bank: what is typed in its place, and what should be.

    `path` leads to the field. Where quizgen finds nothing wrong, the trap is what it reads.
    """

    path: tuple[str | int, ...]
    typed: str
    instead: str


TITLE = ("title",)
CLAIM = ("claims", 0)
TRAPS = (
    Trap(TITLE, "title: School gardens: what they give", 'title: "School gardens: what they give"'),
    Trap(TITLE, 'title: "Our garden" feeds the town', "title: '\"Our garden\" feeds the town'"),
    Trap(TITLE, "title: 'It's our garden'", 'title: "It\'s our garden"'),
    Trap(TITLE, "title: Class #4 and its garden", 'title: "Class #4 and its garden"'),
    Trap(TITLE, "title: Beds # and paths", 'title: "Beds # and paths"'),
    Trap(TITLE, "title: [Report] on a garden", 'title: "[Report] on a garden"'),
    Trap(TITLE, "title: *Our* garden", 'title: "*Our* garden"'),
    Trap(TITLE, "title: - Our garden", 'title: "- Our garden"'),
    Trap(TITLE, "title:Our garden", "title: Our garden"),
    Trap(("authors",), "authors: Ann and Ben", "authors: [Ann and Ben]"),
    Trap(("authors",), "authors: [Miller, Ann]", 'authors: ["Miller, Ann"]'),
    Trap((*CLAIM, "parts", "holds"), "holds: [12 beds, 3 trees", "holds: [12 beds, 3 trees]"),
    Trap((*CLAIM, "kind_clear"), "kind_clear: yes", "kind_clear: true"),
    Trap((*CLAIM, "figure", "value"), "value: 1,250", "value: 1250"),
    Trap(("article", "as_of"), "as_of: 10 May 2024", "as_of: 2024-05-10"),
    Trap(("article", "as_of"), "as_of: 2024-5-10", "as_of: 2024-05-10"),
    Trap((*CLAIM, "id"), "id: Garden 900", "id: garden-900"),
    Trap((*CLAIM, "topic"), "Topic: harvest", "topic: harvest"),
    Trap((*CLAIM, "record"), "record:", "record: In 2023 it was 610 kilograms."),
    Trap((*CLAIM, "record"), "record: <b>610</b> kilograms", 'record: "**610** kilograms"'),
)
"""Slips on one line."""

BLOCK_TRAPS = {
    "A line that begins in another column than its neighbours": Trap(
        (*CLAIM, "topic"), "topic: harvest\n note: Our first claim", "topic: harvest\nnote: Our first claim"
    ),
    "A tab in front of a field": Trap(TITLE, "\ttitle: Our garden", "title: Our garden"),
    "A text that goes on in the next line without a space in front": Trap(
        TITLE, "title: What a garden gives\nand what it does not", "title: What a garden gives\n  and what it does not"
    ),
    "A text that goes on in the next line and holds a colon": Trap(
        TITLE,
        "title: What a garden gives\n  and does not: a look",
        "title: >-\n  What a garden gives\n  and does not: a look",
    ),
    "The same field twice": Trap(TITLE, "title: Our garden\ntitle: Your garden", "title: Our garden"),
}
"""Slips that take more than one line, each with its name."""

NO_TRAPS = (
    "It's our garden",
    "The garden – ours, and yours (since 2012)",
    "He said “no”, and that was that",
    "no",
    "12:30",
    "2021-03",
    "1.10",
    "007",
    "https://example.org/a:b#c",
    "Beds, paths and a fence; see page 4-5",
)
"""Texts that can be typed without quotation marks, though other readers of YAML would make something else of some."""


def told(trap: Trap) -> str:
    """Return what quizgen says of a slip, or what it reads where it finds nothing to say."""
    diagnostics = load_bank_text(_with(trap, trap.typed), "bank.yaml").diagnostics
    return _of(diagnostics[0]) if diagnostics else f"nothing, and it reads {_read(trap, trap.typed)}"


def problems(trap: Trap) -> tuple[Diagnostic, ...]:
    """Return what is wrong with what should be typed instead: nothing."""
    return load_bank_text(_with(trap, trap.instead), "bank.yaml").diagnostics


def value(trap: Trap, typed: str) -> Any:
    """Return what stands at the field of a trap once this is typed."""
    data: Any = parse_yaml(_with(trap, typed), "bank.yaml").data
    for part in trap.path:
        data = data[part]
    return data


def _with(trap: Trap, typed: str) -> str:
    """Return the template bank with these lines in place of the line of the field, indented as it was."""
    place = parse_yaml(TEMPLATE, "bank.yaml").source.locate(trap.path, key=True)
    lines = TEMPLATE.split("\n")
    old = lines[place.line - 1]
    before = old[: place.column - 1]
    rest = re.sub(r"[^ ]", " ", before)
    first, *more = typed.split("\n")
    lines[place.line - 1 : place.line] = [before + first, *(rest + line for line in more)]
    return "\n".join(lines)


def _of(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message} – {diagnostic.help}"


def _read(trap: Trap, typed: str) -> str:
    found = value(trap, typed)
    if found is None:
        return "nothing"
    if isinstance(found, list):
        return f"{len(found)} entries: " + ", ".join(code(str(entry)) for entry in found)
    return code(str(found))
