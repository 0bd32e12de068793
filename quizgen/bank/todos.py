"""What is still to be written: values that are `TODO`, or begin with `TODO:`, outside of drafts and of notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizgen.bank.findings import Finding, Path
from quizgen.diagnostics import Severity

TODO = "TODO"

_ENTRIES = ("claims", "passages")
_NOTE = "note"  # what an author writes there to himself is never shown
_AS_DRAFT = "write it, or mark the entry `draft: true` until it is written"
_PUT_ASIDE = "write it, or put a `#` before each line of the entry until it is written"


def is_todo(text: str) -> bool:
    """Whether a value only says that it is still to be written; `TODO EL MUNDO` is a text."""
    return text == TODO or text.startswith(f"{TODO}:")


def left(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each value that is still to be written."""
    if isinstance(data, str):
        if is_todo(data):
            yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != _NOTE:
                yield from left(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from left(value, (*path, i))


def broken(data: Any) -> Iterator[Finding]:
    """Yield what is still to be written in what is not a draft.

    What a learner cannot meet yet, because the bank holds nothing but drafts, is only a warning.
    """
    asked = any(data.get(section) for section in (*_ENTRIES, "items")) if isinstance(data, dict) else True
    for path in left(data):
        named = next((f"`{part}`" for part in reversed(path) if isinstance(part, str)), "the file")
        help_ = _AS_DRAFT if path[:1] and path[0] in _ENTRIES else _PUT_ASIDE if len(path) > 2 else "write it"
        severity = Severity.ERROR if asked else Severity.WARNING
        yield Finding(path, "todo-left", f"{named} is still to be written", help_, severity)
