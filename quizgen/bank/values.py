"""How the typed text of a bank file becomes true or false, a number, a day or inline Markdown.

Numbers and true/false are read as YAML 1.2's core schema writes them in decimal, quoted or not. What cannot be read is
told by the name of an error alone; `quizgen.bank.messages` has the words.
"""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from quizgen import inline

_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
TRUE = frozenset(text for text, value in _FLAGS.items() if value)
"""How true may be written."""
_WHOLE = re.compile(r"[-+]?[0-9]{1,30}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]{1,30}|[0-9]{1,30}(\.[0-9]{0,30})?)([eE][-+]?[0-9]{1,3})?")


def flag(value: Any) -> Any:
    """Return true or false for its text; anything but text as it is."""
    if not isinstance(value, str):
        return value
    if value not in _FLAGS:
        raise PydanticCustomError("not-true-or-false", "neither true nor false")
    return _FLAGS[value]


def finished(value: bool) -> bool:
    """Return false as it is: what a bank holds is finished, since loading keeps drafts apart."""
    if value:
        raise PydanticCustomError("still-a-draft", "a draft")
    return value


def number(value: Any) -> Any:
    """Return the number for its text; anything but text as it is."""
    if not isinstance(value, str):
        return value
    if not _NUMBER.fullmatch(value) or math.isinf(found := float(value)):
        raise PydanticCustomError("not-a-number", "not a number")
    return found + 0.0  # which makes 0 of -0: equal numbers must not be told apart by a bank's revision


def whole_number(value: Any) -> Any:
    """Return the whole number for its text; anything but text as it is."""
    if not isinstance(value, str):
        return value
    if not _WHOLE.fullmatch(value):
        raise PydanticCustomError("not-a-whole-number", "not a whole number")
    return int(value)


def a_day(value: str) -> str:
    """Return the date as it is if it is coarser than a day, or a day that the calendar has."""
    if len(value) == len("2000-01-01"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no-such-day", "no such day") from None
    return value


def inline_markdown(value: str) -> str:
    """Return the text as it is if it holds no Markdown but emphasis, code and links to the web."""
    if problems := inline.problems(value):
        raise PydanticCustomError("markup-not-allowed", "markup", {"problems": problems})
    return value
