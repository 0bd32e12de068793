"""longest-key: the right option is much longer than every wrong one.

Who writes the right answer takes care to make it exact, and it grows; readers who know nothing have learnt to take the
longest option (Haladyna, Downing and Rodriguez 2002: keep options alike in length). An option counts as much longer if
it has four words or more and the longest wrong one has less than three quarters of its length. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books to readers of the town, right: true, why: So says the Daily.}
          - {text: 400 books to schools of the town, why: These are the books of 2021.}
          - {text: 40 films, why: Films are lent since 2023.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books to readers of the town and of its schools, right: true, why: So says the Daily.}  # told
          - {text: 400 books to schools, why: These are the books of 2021.}
          - {text: 40 films, why: Films are lent since 2023.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.checks.texts import words
from quizgen.diagnostics import Severity

CODE = "longest-key"
LEAST_WORDS = 4
SHARE = 0.75


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the key, if its length gives it away."""
    key = question.only_key
    if key is None or len(words(key.text)) < LEAST_WORDS:
        return
    longest = max(len(option.text) for option in question.distractors)
    if longest < SHARE * len(key.text):
        message = f"the right option has {len(key.text)} characters, and the longest wrong one {longest}"
        yield Fault(key.place, message, "shorten it, or write the wrong ones out as far", Severity.ERROR)
