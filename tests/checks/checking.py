"""Helpers for tests of checks: write the part of a bank that matters, and say what one check finds in it, and where."""

from __future__ import annotations

import re
from textwrap import dedent

from quizgen.bank import LoadedBank, load_bank_text
from quizgen.checks import check_bank
from quizgen.diagnostics import Diagnostic
from quizgen.generators import outcomes
from tests.bank.checking import whole

_TOLD = re.compile(r"#.*\btold\b")


def load(part: str) -> LoadedBank:
    """Load a bank that begins with the part and has no errors, `# told` in its place."""
    loaded = load_bank_text(whole(part), "bank.yaml")
    assert loaded.bank is not None, "\n".join(map(str, loaded.diagnostics))
    return loaded


def found(part: str) -> list[Diagnostic]:
    """Return what all checks find in a bank that begins with the part, its questions included.

    The sources that stand by in every such bank are not its own, so that nothing is told of them.
    """
    loaded = load(part)
    end = len(dedent(part).rstrip("\n").split("\n"))
    return [d for d in check_bank(loaded, list(outcomes(loaded.usable()))) if d.location.line <= end]


def lines_of(code: str, part: str) -> list[int]:
    """Return the lines at which a check finds something, each once."""
    return list(dict.fromkeys(d.location.line for d in found(part) if d.code == code))


def told_lines(part: str) -> list[int]:
    """Return the lines that bear a comment with the word `told`."""
    return [n for n, line in enumerate(dedent(part).split("\n"), 1) if _TOLD.search(line)]


def check_silent(code: str, part: str) -> None:
    """Assert that a check finds nothing."""
    assert [str(d) for d in found(part) if d.code == code] == []


def check_tells(code: str, part: str) -> None:
    """Assert that a check finds something on each line that is marked with `# told`, and nowhere else."""
    expected = told_lines(part)
    assert expected, "no line is marked with `# told`"
    assert lines_of(code, part) == expected, "\n".join(map(str, found(part)))
