"""mixed-number-style: the numbers of the options are written in different ways.

Digits among words, “per cent” among %, or decimals among whole numbers draw the eye to one option, and a reader
compares signs instead of sizes. This is a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: What share of the books was lent in 2022?
        options:
          - {text: 12 %, right: true, why: So says the Daily.}
          - {text: 20 %, why: That is the share of 2021.}
          - {text: 5 %, why: That is the share of films.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What share of the books was lent in 2022?
        options:
          - {text: 12 %, right: true, why: So says the Daily.}
          - {text: 20 per cent, why: That is the share of 2021.}  # told
          - {text: 5 %, why: That is the share of films.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.checks.numeric import amount, number_style
from quizgen.checks.question import Question
from quizgen.checks.rule import Fault

CODE = "mixed-number-style"


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the first option that is written otherwise than most."""
    if not all(amount(option.own) for option in question.options):
        return
    styles = [number_style(option.own) for option in question.options]
    usual = Counter(styles).most_common(1)[0][0]
    for option, style in zip(question.options, styles, strict=True):
        if style != usual:
            differs = next(a for a, b in zip(style, usual, strict=True) if a != b)
            usually = next(b for a, b in zip(style, usual, strict=True) if a != b)
            message = f"the number is written with {differs}, and others with {usually}"
            yield Fault(option.place, message, "write the numbers of all options in one way")
            return
