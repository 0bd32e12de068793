"""Examine many banks, in several processes where that pays; what is told of a bank is handed over, not the bank."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from quizgen.authoring.coverage import Coverage, coverage_of
from quizgen.authoring.examination import Examination, examine_file
from quizgen.bank.same_ids import BankName
from quizgen.diagnostics import Diagnostic

MANY = 12
"""So many banks take longer than it takes to start another process."""


@dataclass(frozen=True)
class Summary:
    """What is told of a bank that was examined; the bank itself stays where it was examined."""

    name: BankName | None
    diagnostics: tuple[Diagnostic, ...]
    counts: Counter[str]
    remarks: tuple[str, ...]
    coverage: Coverage | None = None

    @classmethod
    def of(cls, examined: Examination, *, coverage: bool = False) -> Summary:
        """Return what is told of an examined bank, with what each entry yields if that is wanted."""
        usable = examined.loaded.bank is not None
        return cls(
            BankName.of(examined.loaded),
            examined.diagnostics,
            examined.counts,
            (*examined.open_drafts(), *examined.unused()),
            coverage_of(examined.loaded, examined.outcomes) if coverage and usable else None,
        )


def summarise(files: Sequence[Path], *, coverage: bool = False, questions: bool = True) -> list[Summary]:
    """Examine bank files and return what is told of each, in their order."""
    work = partial(_summary, coverage=coverage, questions=questions)
    processes = min(os.cpu_count() or 1, len(files) // MANY + 1)
    if processes == 1:
        return [work(file) for file in files]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(work, files, chunksize=max(1, len(files) // (8 * processes))))


def _summary(file: Path, *, coverage: bool, questions: bool) -> Summary:
    return Summary.of(examine_file(file, questions=questions), coverage=coverage)
