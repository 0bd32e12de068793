"""Worksheets: typst's PDF against the same sheet through WeasyPrint, and how time grows with versions and questions."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from quizgen.bank import load_bank
from quizgen.forms import Form, build_form, everything
from quizgen.worksheets import Look, files

ROUNDS = 5
BANK = Path(__file__).parent.parent / "question_banks" / "kim-putin-summit.yaml"
COLD_TYPST = """
import sys
from pathlib import Path
from quizgen.forms import Form
from quizgen.worksheets import Look, files
list(files([Form.read(Path(sys.argv[1]))], Look(), ("pdf",)))
"""
COLD_WEASYPRINT = """
import sys
from pathlib import Path
from weasyprint import HTML
from weasyprint.urls import URLFetcher
from quizgen.forms import Form
from quizgen.worksheets import Look, files
for file in files([Form.read(Path(sys.argv[1]))], Look(), ("html",)):
    fetcher = URLFetcher(allowed_protocols=["data"])
    HTML(string=file.content.decode(), url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")
"""


class Comparison(NamedTuple):
    """What took how many seconds, against what, and how the two are bound."""

    what: str
    seconds: float
    against: str
    against_seconds: float
    bound: str
    kept: bool


def compared() -> Iterator[Comparison]:
    """Yield the comparisons; what is compared takes turns, and each round prints sheets that none before has seen."""
    loaded = load_bank(BANK)
    form = build_form(loaded, seed=7, length=20)
    long = _first(everything(loaded), 200)
    _typst(form, 1, 0)
    _weasyprint(form, 0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.json"
        file.write_text(form.to_json(), encoding="utf-8")
        actions: list[Callable[[int], object]] = [
            partial(_typst, form, 1),
            partial(_weasyprint, form),
            partial(_typst, form, 6),
            partial(_typst, long, 1),
            lambda _: _run(COLD_TYPST, file),
            lambda _: _run(COLD_WEASYPRINT, file),
        ]
        one, woven, six, longer, cold, cold_woven = _medians(actions)
    twenty, five = "a sheet of 20 questions with its key as PDF", "≤ 1/5"
    yield Comparison(f"{twenty}, warm", one, "WeasyPrint, warm", woven, five, 5 * one <= woven)
    yield Comparison(f"{twenty}, cold", cold, "WeasyPrint, cold", cold_woven, five, 5 * cold <= cold_woven)
    yield Comparison("six versions with keys", six, "one version", one, "≤ 8 ×", six <= 8 * one)
    yield Comparison("200 questions with key", longer, "20 questions", one, "≤ 15 ×", longer <= 15 * one)


def _medians(actions: list[Callable[[int], object]]) -> list[float]:
    times: list[list[float]] = [[] for _ in actions]
    for round_ in range(1, ROUNDS + 1):
        for taken, action in zip(times, actions, strict=True):
            before = time.perf_counter()
            action(round_)
            taken.append(time.perf_counter() - before)
    return [median(taken) for taken in times]


def _typst(form: Form, versions: int, round_: int) -> None:
    list(files([_unseen(form, letter, round_) for letter in "ABCDEF"[:versions]], Look(), ("pdf",)))


def _weasyprint(form: Form, round_: int) -> None:
    for file in files([_unseen(form, "A", round_)], Look(), ("html",)):
        fetcher = URLFetcher(allowed_protocols=["data"])
        HTML(string=file.content.decode(), url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")


def _unseen(form: Form, version: str, round_: int) -> Form:
    """Return the form with other words at each question, so that nothing of an earlier round is remembered."""
    entries = tuple(
        e.model_copy(update={"item": e.item.model_copy(update={"stem": f"{e.item.stem} {version}{round_}"})})
        for e in form.items
    )
    return form.model_copy(update={"version": version, "id": f"{version}{round_}", "items": entries})


def _first(form: Form, count: int) -> Form:
    return form.model_copy(update={"items": form.items[:count]})


def _run(program: str, file: Path) -> None:
    subprocess.run([sys.executable, "-c", program, str(file)], check=True)
