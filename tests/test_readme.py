"""What the README shows is what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
(BANK,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def printed(command: str) -> str:
    """Return what stands below `$ command` in the README, up to the next command or the end of the block."""
    found = re.search(re.escape(f"$ {command}\n") + r"(.*?)(?=\n```|\n\$ )", README, re.DOTALL)
    assert found, command
    return found[1].strip()


def run(command: str, folder: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return told.stdout.strip()


def test_the_bank_has_twelve_lines() -> None:
    assert len(BANK.splitlines()) == 12


@pytest.mark.parametrize(
    "command",
    ["quizgen check bakery.yaml", "quizgen generate bakery.yaml --template verdict --items 1 --format markdown"],
)
def test_the_output_shown_is_the_output(command: str, tmp_path: Path) -> None:
    (tmp_path / "bakery.yaml").write_text(BANK, encoding="utf-8")

    assert run(command, tmp_path) == printed(command)


def test_the_diagnostic_shown_is_the_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "bakery.yaml").write_text(BANK.replace("verdict:", "verdit:"), encoding="utf-8")
    slip = README.split("## When it is wrong")[1]
    shown = re.search(r"\$ quizgen check bakery.yaml\n(.*?)\n```", slip, re.DOTALL)

    assert shown
    assert run("quizgen check bakery.yaml", tmp_path) == shown[1]


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
