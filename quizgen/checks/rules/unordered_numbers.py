"""unordered-numbers: options that are numbers or dates do not stand in their order.

A reader who has worked out an answer wants to find it, and not to search for it (SAQUET: lost sequence; Moore et al.
2024). So numbers go up or down, and `keep_order: true` keeps a quiz from shuffling them. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        keep_order: true
        stem: How many books were lent?
        options:
          - {text: 400, why: These are the books of 2021.}
          - {text: 4000, right: true, why: So says the Daily.}
          - {text: 5000, why: Nobody says so.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: How many books were lent?
        options:
          - {text: 4000 books in 2022, right: true, why: So says the Daily.}
          - {text: 400 films and 20 maps, why: They were books.}
          - {text: 5000 readers, why: Nobody says so.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        keep_order: true
        stem: How many books were lent?  # told
        options:
          - {text: 4000, right: true, why: So says the Daily.}
          - {text: 400, why: These are the books of 2021.}
          - {text: 5000, why: Nobody says so.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: In which year was the library opened?  # told
        options:
          - {text: 1990, right: true, why: So says the Daily.}
          - {text: 1992, why: That year it was moved.}
          - {text: 1995, why: That year it was shut.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quizgen.checks.numeric import amount
from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity
from quizgen.items import Choice

CODE = "unordered-numbers"
LEAST_OPTIONS = 3


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the question whose numbers are out of order, or would be after shuffling."""
    body, written = question.item.body, question.written
    amounts = [amount(option.own) for option in question.options]
    if written is None or not isinstance(body, Choice) or len(amounts) < LEAST_OPTIONS:
        return
    values = [found.value for found in amounts if found is not None]
    if len(values) < len(amounts) or len({found.what for found in amounts if found}) > 1:
        return
    ordered = all(a < b for a, b in pairwise(values)) or all(a > b for a, b in pairwise(values))
    place = (*question.path, "stem")
    if not ordered:
        help_ = "put them in order, and add `keep_order: true`"
        yield Fault(place, "the options are numbers and do not stand in their order", help_, Severity.ERROR)
    elif not written.keep_order:
        message = "the options are numbers, and a quiz would shuffle them"
        yield Fault(place, message, "add `keep_order: true`", Severity.ERROR)
