"""How soon `quizgen check --watch` tells of a bank that was saved."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.synthetic import large_bank

SAVES = 9
SUMMARY = " questions: "


def seconds_after_saving(claims: int) -> float:
    """Return the median time, by the clock, from saving a bank of so many claims to the last line told of it."""
    with TemporaryDirectory() as folder:
        bank = Path(folder) / "large.yaml"
        text = large_bank(claims)
        bank.write_text(text, encoding="utf-8")
        command = [sys.executable, "-u", "-m", "quizgen", "check", "--watch", str(bank)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as watching:
            lines = _lines(watching)
            _wait_for_summary(lines)
            taken = []
            for save in range(SAVES):
                time.sleep(0.3 + 0.02 * save)  # not in step with the looks at the file
                saved = time.perf_counter()
                bank.write_text(f"{text}# {save}\n", encoding="utf-8")
                _wait_for_summary(lines)
                taken.append(time.perf_counter() - saved)
            watching.kill()
    return median(taken)


def _lines(process: subprocess.Popen[str]) -> queue.Queue[str]:
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)

    threading.Thread(target=read, daemon=True).start()
    return lines


def _wait_for_summary(lines: queue.Queue[str]) -> None:
    while SUMMARY not in lines.get(timeout=120):
        pass
