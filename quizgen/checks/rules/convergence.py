"""convergence: the right option shares more with the others than any of them does.

Wrong options are often made by changing a part of the right one, each time another; then the option that is most like
the rest is the key, and can be found without the question. Counted are, for each telling word of an option, the other
options that hold it; the key is told of if it leads by two or more. This is a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books to schools, right: true, why: So says the Daily.}
          - {text: 4000 films to schools, why: They were books.}
          - {text: 400 books to shops, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books to schools in winter, right: true, why: So says the Daily.}  # told
          - {text: 4000 books to shops, why: Schools had them.}
          - {text: Some films to schools in winter, why: They were books.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.checks.texts import unquoted
from quizgen.material import content_words

CODE = "convergence"
LEAST_OPTIONS = 3
LEAD = 2


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the key, if it is the one that the others are made of."""
    key = question.only_key
    if key is None or len(question.options) < LEAST_OPTIONS:
        return
    told = {option: content_words(unquoted(option.own)) for option in question.options}
    held = Counter(word for words in told.values() for word in words)
    shared = {option: sum(held[word] - 1 for word in words) for option, words in told.items()}
    if shared[key] >= LEAD + max(count for option, count in shared.items() if option is not key):
        message = "the right option has most words in common with the others"
        yield Fault(key.place, message, "give the wrong ones something in common that the right one has not")
