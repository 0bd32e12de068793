"""How commands print diagnostics."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import typer

from quizgen.diagnostics import FORMATS, Diagnostic


class DiagnosticFormat(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def print_diagnostics(diagnostics: Sequence[Diagnostic], form: DiagnosticFormat) -> None:
    """Print diagnostics; JSON says so even where there are none."""
    if diagnostics or form is DiagnosticFormat.JSON:
        typer.echo(FORMATS[form](diagnostics))
