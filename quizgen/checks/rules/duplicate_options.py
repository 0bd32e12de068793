"""duplicate-options: two options say the same.

If one of them is right, so is the other; if both are wrong, neither can be chosen by a reader who sees that they are
one (Haladyna, Downing and Rodriguez 2002: options must not overlap). Options that differ in a number, a name or a word
that turns the sense are two options. This is an error if they differ in small words only, and else a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: When were most books lent?
        options:
          - {text: in the winter of the year 2021, right: true, why: So says the Daily.}
          - {text: in the winter of the year 2022, why: That is the year of films.}
          - {text: in the summer of the year 2021, why: It was shut.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: When were most books lent?
        options:
          - {text: in winter, right: true, why: So says the Daily.}
          - {text: in the winter, why: So says the Daily.}  # told
          - {text: in summer, why: It was shut.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.likeness import near, same
from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "duplicate-options"


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the later of two options that say the same."""
    for one, other in combinations(question.options, 2):
        if same(one.own, other.own):
            yield Fault(other.place, f"this option says the same as `{one.own}`", "change one of them", Severity.ERROR)
        elif near(one.own, other.own):
            yield Fault(other.place, f"this option says nearly the same as `{one.own}`", "set them farther apart")
