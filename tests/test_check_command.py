"""`quizgen check`: coverage and watching, as they are printed."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quizgen.articles.excerpts import excerpts
from quizgen.bank import load_bank
from quizgen.cli import app

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "question_banks" / "_template.yaml"


def check(*arguments: str | Path) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["check", *map(str, arguments)])
    return told.exit_code, told.output


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return Path(shutil.copy(TEMPLATE, tmp_path / "my-article.yaml"))


def test_coverage_tells_questions_by_entry_and_the_fields_to_add(bank: Path) -> None:
    code, told = check("--coverage", bank)

    assert code == 0
    lines = told.splitlines()
    entry = next(i for i, line in enumerate(lines) if "claim `garden-900-kilos`" in line)
    assert lines[entry].startswith(f"{bank}:")
    assert ": 9 questions: verdict, bearing 2, pass-on, " in lines[entry]
    passage = lines[next(i for i, line in enumerate(lines) if "passage `everybody-knows`" in line) :]
    assert passage[0].endswith(": 3 questions: name-the-issue, spot-the-issue, next-move")
    assert "  add `kind` for claim-kind, sort-statements" in passage
    assert lines[-1] == "1 bank, 1 claim, 1 passage, 12 questions: no problems"


def test_coverage_for_programs_holds_diagnostics_too(bank: Path) -> None:
    bank.write_text(bank.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    other = bank.with_name("other.yaml")
    shutil.copy(TEMPLATE, other)
    other.write_text(other.read_text(encoding="utf-8").replace("id: my-article", "id: other"), encoding="utf-8")

    code, told = check("--coverage", "--format", "json", bank, other)

    assert code == 1
    whole = json.loads(told)
    assert [d["code"] for d in whole["diagnostics"]] == ["unknown-field"]
    assert [b["bank"] for b in whole["coverage"]] == ["other"]
    assert {e["entry"] for e in whole["coverage"][0]["entries"]} == {
        "claim:garden-900-kilos",
        "passage:everybody-knows",
    }


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        (["--coverage", "--format", "github"], "no form that GitHub shows"),
        (["--watch", "--format", "json"], "for a person"),
    ],
)
def test_what_does_not_go_together_is_refused(bank: Path, options: list[str], refusal: str) -> None:
    code, told = check(*options, bank)
    assert code == 2
    assert refusal in told


HEEDING = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
"""Runs Python so that it heeds interrupts: a shell lets what runs in the background ignore them, and all it starts."""


class Watching:
    """`quizgen check --watch` in a process of its own; `line` waits for what it prints."""

    def __init__(self, *arguments: str | Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HEEDING, "-u", "-m", "quizgen", "check", "--watch", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def line(self, having: str) -> str:
        """Return the next line that has these words."""
        while True:
            line = self._lines.get(timeout=30)
            if having in line:
                return line


@pytest.fixture
def watching(bank: Path) -> Iterator[Watching]:
    watched = Watching(bank.parent)
    yield watched
    watched.stop()


def test_a_save_is_checked_at_once_until_stopped(bank: Path, watching: Watching) -> None:
    assert watching.line("1 bank").endswith("no problems")

    sound = bank.read_text(encoding="utf-8")
    bank.write_text(sound.replace("\n    verdict:", "\n    verdit:", 1), encoding="utf-8")
    assert watching.line("error").startswith(f"{bank}:")
    assert watching.line("1 bank") == "1 bank: 1 error"

    new = bank.with_name("new")  # as many editors save: a new file takes the place of the old one
    bank.unlink()
    watching.line("0 banks")
    new.write_text(sound, encoding="utf-8")
    new.replace(bank)
    assert watching.line("1 bank").endswith("no problems")

    watching.process.send_signal(signal.SIGINT)
    watching.line("stopped")
    assert watching.process.wait(timeout=10) == 0


def test_the_article_is_watched_too(bank: Path) -> None:
    article = bank.with_name("garden.txt")
    quoted = [e.text for e in excerpts(load_bank(bank))]
    article.write_text("\n\n".join(quoted), encoding="utf-8")
    watched = Watching(bank, "--article", article)
    try:
        assert watched.line("1 bank").endswith("no problems")

        article.write_text("\n\n".join(quoted[:-1]), encoding="utf-8")
        assert "does not stand in the article" in watched.line("error")
        watched.line("1 bank")

        article.unlink()
        assert "the article is not there" in watched.line("error")
    finally:
        watched.stop()
