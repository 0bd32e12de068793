"""clean-share: too few of the passages that are searched for an issue are sound.

Who finds a fault in every passage learns to find faults; training that only raises suspicion cuts belief in sound news
as well (Hoes et al. 2024). Three passages in ten should be sound. A blueprint whose `clean` is lower is told of, and so
is a quiz of four such questions or more with fewer. This is an error.

Pass:

    blueprints:
      default: {items: 6, clean: 0.4}

Fail:

    blueprints:
      default: {items: 6, clean: 0.1}  # told
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from quizgen.checks.paper import Paper
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.diagnostics import Severity

CODE = "clean-share"
LEAST = 0.3
FEWEST = 4


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the blueprints that ask for fewer."""
    for name, blueprint in bank.bank.blueprints.items():
        if blueprint.clean < LEAST:
            help_ = f"raise it to {LEAST:g}, or delete it"
            yield Fault(("blueprints", name, "clean"), f"`clean` is {blueprint.clean:g}", help_, Severity.ERROR)


def of_form(paper: Paper) -> Iterator[Fault]:
    """Yield the quiz, if too few of its passages are sound."""
    judged = paper.judged("passage")
    if len(judged) >= FEWEST and sum(judged) < floor(LEAST * len(judged)):
        message = f"{sum(judged)} of {len(judged)} passages to be searched are sound in a quiz of this bank"
        help_ = "write more passages with `issues: []`, `why_clean` and `tempting`"
        yield Fault(paper.place, message, help_, Severity.ERROR, key=True)
