"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.cli import app
from scripts.update_readme import SLIP, bank_of, fresh

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_bank_has_twelve_lines() -> None:
    assert len(bank_of(README).splitlines()) == 12


def test_every_output_shown_is_the_output() -> None:
    """If this fails, read the difference, then run `python scripts/update_readme.py`."""
    assert fresh(README) == README


def test_the_slip_is_told_at_its_line() -> None:
    line = next(n for n, text in enumerate(bank_of(README).splitlines(), 1) if SLIP[0] in text)

    assert f"bakery.yaml:{line}:" in README.split("## When it is wrong")[1]


def test_the_python_shown_prints_what_it_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)

    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  (our own README)

    said = re.findall(r"# (.+)$", code, re.MULTILINE)
    assert capsys.readouterr().out.split() == said


def test_every_command_is_told() -> None:
    names = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]

    assert all(f"`quizgen {name}" in README for name in names)


def test_every_file_that_is_linked_is_there() -> None:
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]

    assert linked
    assert [target for target in linked if not (ROOT / target).exists()] == []
