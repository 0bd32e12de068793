"""opposite-options: two options say the opposite of each other, and one of them is right.

Where two options exclude each other one of them is most likely right, and the rest can be passed over (pairs are among
the clues to be avoided: Haladyna, Downing and Rodriguez 2002). Two pairs of opposites give no clue, nor does a pair
with what lies between (larger, smaller, the same). This is a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: How did the number of books change?
        options:
          - {text: It became larger, right: true, why: So says the Daily.}
          - {text: It became smaller, why: It grew.}
          - {text: It stayed the same, why: It grew.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: How did the lending change?
        options:
          - {text: More books were lent, right: true, why: So says the Daily.}
          - {text: Fewer books were lent, why: It was more.}
          - {text: More films were lent, why: It was fewer.}
          - {text: Fewer films were lent, why: Nobody says so.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What happened to the lending of books?
        options:
          - {text: More books were lent, right: true, why: So says the Daily.}
          - {text: Fewer books were lent, why: It was more.}  # told
          - {text: Books were sold, why: None was sold.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.likeness import opposite
from quizgen.checks.question import Question
from quizgen.checks.rule import Fault

CODE = "opposite-options"
LEAST_OPTIONS = 3
_BETWEEN = re.compile(
    r"\b(?:same|equal(?:ly)?|unchanged|neither|no change|as (?:many|much|often|large))\b", re.IGNORECASE
)


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the other of the pair that holds the key, if there is one such pair only."""
    if question.only_key is None or len(question.options) < LEAST_OPTIONS:
        return
    pairs = [pair for pair in combinations(question.options, 2) if opposite(pair[0].own, pair[1].own)]
    if len(pairs) != 1 or not any(option.right for option in pairs[0]):
        return
    if any(_BETWEEN.search(option.own) for option in question.options if option not in pairs[0]):
        return
    wrong = next(option for option in pairs[0] if not option.right)
    message = "this option is the opposite of the right one, and no other has an opposite"
    yield Fault(wrong.place, message, "replace it, or give another option its opposite as well")
