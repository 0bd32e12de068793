"""truth-balance: too few or too many of the claims to be judged hold.

Where most claims are false, readers lose trust in sound news, and the score no longer tells discernment from blanket
doubt (Altay, Lyons and Modirrousta-Galian 2024; Guay et al. 2023). Between 45 and 65 in a hundred claims should hold. A
blueprint whose `supported` reaches beyond that is told of, and so is a quiz of four such questions or more whose share
is farther away than a whole number of questions makes needful. This is an error.

Pass:

    blueprints:
      default: {items: 6, supported: [0.5, 0.6]}

Fail:

    blueprints:
      default: {items: 6, supported: [0.1, 0.3]}  # told
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from quizgen.checks.paper import Paper
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.diagnostics import Severity

CODE = "truth-balance"
LOW, HIGH = 0.45, 0.65
FEWEST = 4


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the blueprints that ask for another share."""
    for name, blueprint in bank.bank.blueprints.items():
        low, high = blueprint.supported
        if low < LOW or high > HIGH:
            message = f"`supported` allows {low:g} to {high:g}"
            help_ = f"keep it within {LOW:g} and {HIGH:g}, or delete it"
            yield Fault(("blueprints", name, "supported"), message, help_, Severity.ERROR)


def of_form(paper: Paper) -> Iterator[Fault]:
    """Yield the quiz, if the share of its claims that hold is another."""
    judged = paper.judged("claim")
    n, held = len(judged), sum(judged)
    if n < FEWEST or floor(LOW * n) <= held <= ceil(HIGH * n):
        return
    more = "more claims that hold" if held < LOW * n else "more claims that do not hold"
    message = f"{held} of {n} claims to be judged hold in a quiz of this bank"
    yield Fault(paper.place, message, f"write {more}, so that about half of them do", Severity.ERROR, key=True)
