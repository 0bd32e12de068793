"""The words of the app: none is kept that no page says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import quizgen
from quizgen.yaml_source import read_packaged


def _names(section: Any, name: str) -> Iterator[str]:
    if isinstance(section, dict):
        for key, within in section.items():
            yield from _names(within, f"{name}.{key}")
    else:
        yield name


@cache
def _in_the_code() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the strings of the package's code, and a pattern of each f-string that has words of its own."""
    nodes = [
        node
        for path in Path(quizgen.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    constants = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    patterns = {_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    return frozenset(constants), tuple(re.compile(p) for p in patterns if re.match(r"[a-z]{2}", p))


def _pattern(node: ast.JoinedStr) -> str:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.*)" for part in node.values]
    return "".join(parts).replace("(.*)(.*)", "(.*)")


def _used(name: str) -> bool:
    """Whether the code names a string: whole, or by an f-string whose gaps hold words that the code names in turn."""
    constants, patterns = _in_the_code()
    if name in constants:
        return True
    return any(all(map(_fills, found.groups())) for p in patterns if (found := p.fullmatch(name)) and found.groups())


def _fills(words: str) -> bool:
    """Whether the code names the words of a gap, whole or in two parts, since two gaps may stand side by side."""
    constants, _ = _in_the_code()
    return _used(words) or any({words[:i], words[i:]} <= constants for i in range(len(words)))


@pytest.mark.parametrize("name", list(_names(read_packaged(files("quizgen.wording") / "en.yaml")["ui"], "ui")))
def test_every_string_of_the_app_is_used(name: str) -> None:
    assert _used(name)


@pytest.mark.parametrize("name", ["ui.results.no-such-string", "ui.no-such-section.title", "ui.banner.no-such-string"])
def test_a_string_that_no_page_says_would_be_found(name: str) -> None:
    assert not _used(name)
