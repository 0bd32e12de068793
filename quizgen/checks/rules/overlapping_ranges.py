"""overlapping-ranges: two options are ranges that have a number in common.

If the number falls into both, both are right. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        keep_order: true
        stem: How many books were lent?
        options:
          - {text: fewer than 10, why: It was 12.}
          - {text: 10 to 19, right: true, why: So says the Daily.}
          - {text: 20 or more, why: It was 12.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        keep_order: true
        stem: How many books were lent?
        options:
          - {text: up to 10, why: It was 12.}
          - {text: 10 to 20, right: true, why: So says the Daily.}  # told
          - {text: more than 20, why: It was 12.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.numeric import span
from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "overlapping-ranges"


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the later of two options that share a number."""
    spans = [(option, found) for option in question.options if (found := span(option.own)) is not None]
    for (one, a), (other, b) in combinations(spans, 2):
        if a.what == b.what and a.meets(b):
            message = f"this range has numbers in common with `{one.own}`"
            yield Fault(other.place, message, "let each range begin after the end of the one before", Severity.ERROR)
