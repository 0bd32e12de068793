"""What an author's file has wrong: severity, place, plain words and a remedy, in three printed forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error keeps the bank from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file; line and column count from 1, the column in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong at one place.

    `message` says what is wrong and never how to mend it; `help` says how. `code` is the kebab-case name of the cause.
    """

    location: Location
    code: str
    message: str
    help: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)

    def __str__(self) -> str:
        first = f"{self.location}: {self.severity}: {self.message} [{self.code}]"
        return f"{first}\n  help: {self.help}" if self.help else first


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them keeps the bank from being used."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Two lines each, the first of which editors and CI can click."""
    return "\n".join(str(d) for d in diagnostics)


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands that GitHub shows as annotations beside the line."""
    return "\n".join(_annotation(d) for d in diagnostics)


def _annotation(d: Diagnostic) -> str:
    where = f"file={_property(d.location.file)},line={d.location.line},col={d.location.column}"
    text = f"{d.message}\nhelp: {d.help}" if d.help else d.message
    return f"::{d.severity} {where},title={_property(d.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_data(diagnostics: Iterable[Diagnostic]) -> list[dict[str, str | int]]:
    """Return plain data, for programs: file, line, column, severity, code, message and help of each."""
    return [
        {
            "file": d.location.file,
            "line": d.location.line,
            "column": d.location.column,
            "severity": d.severity.value,
            "code": d.code,
            "message": d.message,
            "help": d.help,
        }
        for d in diagnostics
    ]


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A JSON array of objects, as `as_data` returns them."""
    return json.dumps(as_data(diagnostics), ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {"text": as_text, "github": as_github, "json": as_json}
