"""Measure what docs/performance.md tells: `python -m benchmarks`, or with the names of some of `PARTS`.

Ratios are taken within one run, since machines are noisy. Banks are measured by processor time, the median of several
rounds in which what is compared takes turns.
"""

from __future__ import annotations

import asyncio
import gc
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.checks import BANKS as BANK_COUNT
from benchmarks.checks import CLAIMS as BANK_CLAIMS
from benchmarks.checks import measured
from benchmarks.sessions import Session, free_port, live_together, p50_p95, plain_streamlit, quizgen_serve, running
from benchmarks.synthetic import bare_load, large_bank
from benchmarks.watching import seconds_after_saving
from quizgen.bank import load_bank, load_bank_text
from quizgen.forms import build_form
from quizgen.generators import generate
from quizgen.records import Store

CLAIMS = 2000
WATCHED = 500
THINK_SECONDS = 5.0
REPETITIONS = 5
BANKS = Path(__file__).parent.parent / "question_banks"


def row(what: str, figure: str, bound: str, kept: bool) -> None:
    """Print a row of the table."""
    print(f"| {what} | {figure} | {bound} | {'yes' if kept else '**no**'} |", flush=True)


def median_seconds(*actions: Callable[[], object]) -> list[float]:
    """Return the median processor time of each action; they take turns, so that a slow minute slows all of them."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(REPETITIONS):
        for taken, action in zip(times, actions, strict=True):
            gc.collect()
            before = time.process_time()
            action()
            taken.append(time.process_time() - before)
    return [median(taken) for taken in times]


FIRST_TIME = """
import sys, time
from pathlib import Path
from quizgen.bank import load_bank_text
from quizgen.generators import generate
text = Path(sys.argv[1]).read_text(encoding="utf-8")
began = time.process_time()
bank = load_bank_text(text, "large.yaml").usable()
loaded = time.process_time()
generate(bank)
print(loaded - began, time.process_time() - loaded)
"""
"""Loading and generating in a process that has done neither before."""


def first_time(text: str) -> tuple[float, float]:
    """Return the median processor time of loading a bank, and of generating its items, each in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.yaml"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", FIRST_TIME, str(file)]
        runs = [
            subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
            for _ in range(REPETITIONS)
        ]
    return median(float(load) for load, _ in runs), median(float(make) for _, make in runs)


def banks() -> None:
    """Loading, generating and assembling, each against the one before."""
    text = large_bank(CLAIMS)
    loaded = load_bank_text(text, "large.yaml")
    bank = loaded.usable()
    items = generate(bank)
    bare, load, make, form = median_seconds(
        lambda: bare_load(text),
        lambda: load_bank_text(text, "large.yaml"),
        lambda: generate(bank),
        lambda: build_form(loaded, length=20, items=items),
    )
    bank_row = f"load and validate a bank ({CLAIMS} claims, {len(text) / 1e6:.1f} MB, {len(items)} items)"
    row(bank_row, f"{load / bare:.2f} × bare `yaml.load` ({load:.2f} s)", "≤ 3 ×", load <= 3 * bare)
    row("generate all its items", f"{make / load:.2f} × loading ({make:.2f} s)", "≤ 1 ×", make <= load)
    cold_load, cold_make = first_time(text)
    ratio = f"{cold_make / cold_load:.2f} × loading ({cold_make:.2f} s : {cold_load:.2f} s)"
    row("the same for the first time in a new process", ratio, "≤ 1 ×", cold_make <= cold_load)
    row("assemble a form of 20 from them", f"{form / load:.3f} × loading ({form:.3f} s)", "≤ 0.1 ×", form <= 0.1 * load)


def _attempts(database: str, count: int) -> list[str]:
    """Begin attempts and return their tokens."""
    store = Store.open(database)
    form = build_form(load_bank(BANKS / "kim-putin-summit.yaml"), seed=1)
    return [store.start(form, mode="practice", ask_confidence=True) for _ in range(count)]


def reruns() -> None:
    """Reruns of the question page under `quizgen serve` against a one-line page under plain `streamlit run`."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text('import streamlit as st\nst.write("Hello")\n')
        database = f"sqlite:///{folder}/answers.db"
        tokens = _attempts(database, 50)
        port, hello_port = free_port(), free_port()
        for count, reruns_each in ((1, 20), (50, 6)):
            with running(plain_streamlit(hello, hello_port), hello_port):
                plain = [Session(hello_port) for _ in range(count)]
                asyncio.run(live_together(plain, reruns_each, THINK_SECONDS if count > 1 else 0.2))
            with running(quizgen_serve(BANKS, port, database), port):
                ours = [Session(port, query=f"a={token}", page="quiz") for token in tokens[:count]]
                asyncio.run(live_together(ours, reruns_each, THINK_SECONDS if count > 1 else 0.2))
            shown = all("Question 1 of" in s.texts or "Question\u00a01" in s.texts for s in ours)
            if not shown:
                raise RuntimeError("the sessions did not reach the question page")
            _compare(count, p50_p95(ours), p50_p95(plain))


def _compare(count: int, ours: tuple[float, float], plain: tuple[float, float]) -> None:
    for name, mine, theirs in zip(("p50", "p95"), ours, plain, strict=True):
        if count == 1 and name == "p95":
            continue
        what = f"rerun of the question page, {count} session{'s' if count > 1 else ''}, {name}"
        row(what, f"{mine / theirs:.2f} × hello page ({mine:.0f} ms : {theirs:.0f} ms)", "≤ 1 ×", mine <= theirs)


def memory() -> None:
    """Memory of the server with a hundred open sessions, above that after the first."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/answers.db"
        tokens = _attempts(database, 101)
        port = free_port()
        with running(quizgen_serve(BANKS, port, database), port) as server:
            grown = asyncio.run(_hundred_open(server.port, tokens, lambda: server.resident_mb))
    row("memory for 100 open sessions, above that after the first", f"{grown:.0f} MB", "≤ 150 MB", grown <= 150)


async def _hundred_open(port: int, tokens: list[str], resident_mb: Callable[[], float]) -> float:
    """Return by how many MB the server grew while a hundred sessions stood open on the question page."""
    first = Session(port, query=f"a={tokens[0]}", page="quiz")
    await first.live(2, 0.1, seed=0)
    before = resident_mb()
    others = [Session(port, query=f"a={token}", page="quiz") for token in tokens[1:]]
    together = asyncio.create_task(live_together(others, 1, 20.0))
    await asyncio.sleep(25.0)
    grown = resident_mb() - before
    await together
    return grown


def worksheets() -> None:
    """Sheets on paper, against another engine and against more of the same."""
    from benchmarks.worksheets import compared  # noqa: PLC0415  (WeasyPrint needs libraries that other parts do not)

    for c in compared():
        times = f"{c.seconds:.2f} s : {c.against_seconds:.2f} s"
        row(c.what, f"{c.seconds / c.against_seconds:.2f} × {c.against} ({times})", c.bound, c.kept)


def watch() -> None:
    """How soon a saved bank is told of."""
    seconds = seconds_after_saving(WATCHED)
    row(
        f"result after saving a bank of {WATCHED} claims under `check --watch`",
        f"{seconds:.2f} s",
        "≤ 1 s",
        seconds <= 1,
    )


def checks() -> None:
    """Checking many banks, against loading them."""
    t = measured()
    names = f"{BANK_COUNT} banks of {BANK_CLAIMS} claims"
    seconds = f"{t.written:.1f} s : {t.load:.1f} s"
    row(
        f"check {names}, without questions",
        f"{t.written / t.load:.2f} × loading ({seconds})",
        "≤ 2 ×",
        t.written <= 2 * t.load,
    )
    seconds = f"{t.check:.1f} s : {t.load:.1f} s, of which generating {t.generate - t.load:.1f} s"
    row("the same with all questions", f"{t.check / t.load:.2f} × loading ({seconds})", "≤ 4 ×", t.check <= 4 * t.load)
    seconds = f"{t.many:.0f} s : {t.few:.1f} s of all processes"
    row("`quizgen check` of ten times as many", f"{t.many / t.few:.1f} × ({seconds})", "≤ 11 ×", t.many <= 11 * t.few)


PARTS = {"banks": banks, "checks": checks, "reruns": reruns, "memory": memory, "worksheets": worksheets, "watch": watch}


def main(names: list[str]) -> None:
    """Print the table."""
    machine = f"{platform.system()} {platform.machine()}"
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}, {machine}\n")
    print("| what | measured | bound | kept |\n| --- | --- | --- | --- |")
    for name in names or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
