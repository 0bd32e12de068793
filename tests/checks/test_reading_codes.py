"""Every code that reading a file can tell is explained, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.checks import RULES
from quizgen.checks.reading_codes import READING
from quizgen.cli import app
from tests.test_cli import quizgen

ROOT = Path(__file__).parents[2] / "quizgen"
FILES = [
    *sorted((ROOT / "bank").glob("*.py")),
    *(ROOT / f"{n}.py" for n in ("yaml_source", "yaml_slips", "source_text")),
    *(ROOT / f"{n}.py" for n in ("articles/excerpts", "authoring/formatting", "cli/fmt")),
]
PLACES = {"Finding": 1, "Diagnostic": 1, "Slip": 0, "UnreadableError": 0}
"""Where the code stands among the arguments of what carries one."""


def _codes(node: ast.AST) -> Iterator[str]:
    """Yield the codes in a syntax tree: an argument of what carries one, or the first of three texts that are told."""
    for part in ast.walk(node):
        name = part.func.id if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) else ""
        if isinstance(part, ast.Call) and name in PLACES and len(part.args) > PLACES[name]:
            code = part.args[PLACES[name]]
            if isinstance(code, ast.Constant):
                yield str(code.value)
            elif isinstance(code, ast.JoinedStr):
                yield from (f"unknown-{kind}" for kind in ("template", "family", "topic"))
        elif isinstance(part, ast.Tuple) and len(part.elts) == 3 and isinstance(part.elts[0], ast.Constant):
            first = part.elts[0].value
            if isinstance(first, str) and "-" in first and first.replace("-", "").isalpha():
                yield first


def test_the_codes_of_the_loader_are_those_that_are_explained() -> None:
    carried = {code for file in FILES for code in _codes(ast.parse(file.read_text(encoding="utf-8")))}
    by_hand = {"wrong-kind"}  # told by a function that is made for each kind

    assert (carried - {"lower-secondary"}) | by_hand == set(READING)


def test_no_check_has_the_code_of_a_slip() -> None:
    assert set(RULES) & set(READING) == set()


def test_the_list_and_one_code_are_printed() -> None:
    assert "judging-words" in quizgen("explain").stdout
    told = quizgen("explain", "unknown-field").stdout
    assert told.startswith("unknown-field: there is no field of this name here.")


@pytest.mark.parametrize(
    ("code", "said"), [("judging-word", "did you mean `judging-words`?"), ("xyz", "lists all of them")]
)
def test_an_unknown_code_is_wrong_usage_with_the_nearest_one(code: str, said: str) -> None:
    told = quizgen("explain", code)

    assert told.returncode == 2
    assert said in " ".join(told.stderr.split())


def test_explain_is_a_command() -> None:
    assert "explain" in {c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands}
