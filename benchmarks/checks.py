"""What checking banks takes, against loading them: many banks of fifty claims, each with names of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.synthetic import SHIPPED, with_names
from quizgen.bank import load_bank
from quizgen.bank.dump import dump_bank
from quizgen.bank.model import Bank

BANKS = 100
CLAIMS = 50
ROUNDS = 3
WORK = """
import gc, sys, time
from pathlib import Path
from quizgen.authoring.examination import examine_file
from quizgen.bank import load_bank
from quizgen.collector import collector_paused
from quizgen.generators import generate
from quizgen.wording import load_wording
files, mode = sorted(Path(sys.argv[1]).iterdir()), sys.argv[2]
load_wording("en")
began = time.process_time()
for file in files:
    if mode == "load":
        with collector_paused():
            load_bank(file).usable()
    elif mode == "generate":
        with collector_paused():
            generate(load_bank(file).usable())
    else:
        examine_file(file, questions=mode == "check")
print(time.process_time() - began)
"""
"""Going through the banks of a folder in a process that has seen none of them."""


@dataclass(frozen=True)
class Times:
    """Processor time of going through the banks, by what was done with each; and of the command, on few and on many."""

    load: float
    written: float
    generate: float
    check: float
    few: float
    many: float


def bank_texts(count: int) -> Iterator[str]:
    """Yield so many banks: the first claims of the shipped one with the passages that rest on them, names changed."""
    shipped = load_bank(SHIPPED).usable()
    claims = shipped.claims[:CLAIMS]
    known = {claim.id for claim in claims}
    passages = [p.model_copy(update={"phrases": []}) for p in shipped.passages if known.issuperset(p.record)]
    part = shipped.model_copy(update={"claims": claims, "passages": passages, "blueprints": {}})
    data = part.model_dump(by_alias=True, exclude_defaults=True)
    for n in range(count):
        ending = "".join("aeioulnrst"[n // 10**place % 10] for place in range(3))
        yield dump_bank(Bank.model_validate({**with_names(data, ending), "id": f"bank-{n}"}))


@contextmanager
def folder_of(count: int) -> Iterator[Path]:
    """Make a folder of so many banks."""
    with TemporaryDirectory() as name:
        for n, text in enumerate(bank_texts(count)):
            (Path(name) / f"bank-{n}.yaml").write_text(text, encoding="utf-8")
        yield Path(name)


def measured() -> Times:
    """Return the medians; what is compared takes turns, so that a slow minute slows all of it."""
    taken: dict[str, list[float]] = {mode: [] for mode in ("load", "written", "generate", "check")}
    with folder_of(BANKS) as folder:
        for _ in range(ROUNDS):
            for mode, times in taken.items():
                command = [sys.executable, "-c", WORK, str(folder), mode]
                told = subprocess.run(command, capture_output=True, text=True, check=True)
                times.append(float(told.stdout))
        few = _of_the_command(folder)
    with folder_of(10 * BANKS) as folder:
        many = _of_the_command(folder)
    return Times(**{mode: median(times) for mode, times in taken.items()}, few=few, many=many)


def _of_the_command(folder: Path) -> float:
    """Return the processor time of `quizgen check` with all processes that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "quizgen", "check", str(folder), "--format", "json"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
