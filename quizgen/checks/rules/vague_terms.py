"""vague-terms: an option says how often by a word that everybody reads otherwise.

How often “often” is differs from reader to reader, so that an option with it can be right for one and wrong for the
next (SAQUET lists vague terms among the flaws of items; Moore et al. 2024). Words in quotation marks do not count. This
is a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: How did the library lend books?
        options:
          - {text: "by van, twice a week", right: true, why: So says the Daily.}
          - {text: "by post, as “usually” was said", why: None was sent.}
          - {text: "by bicycle, once a week", why: The van came.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: How did the library lend books?
        options:
          - {text: "by van, usually", right: true, why: So says the Daily.}  # told
          - {text: "by post, twice a week", why: None was sent.}
          - {text: "by bicycle, once a week", why: The van came.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault

CODE = "vague-terms"
VAGUE = frozenset(
    [
        "frequently", "occasionally", "rarely", "usually", "sometimes", "often", "seldom", "generally", "normally",
        "typically", "regularly", "commonly",
    ]
)  # fmt: skip


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the options that hold such a word."""
    for option in question.options:
        vague = sorted(VAGUE.intersection(option.words))
        if vague:
            yield Fault(option.place, f"`{vague[0]}` can be read as any number", "say how often or how many")
