"""long-who: who a source is takes more than six words.

It stands beside each finding, on the screen and on paper, and a line of praise or blame there would weigh more than the
finding. This is a warning.

Pass:

    sources:
      daily: {title: Lent, publisher: The Daily, published: 2023-02, url: "https://example.org/lent", kind: secondary,
        stake: independent, who: daily newspaper of the town, about: How many books were lent.}

Fail:

    sources:
      daily:
        title: Lent
        publisher: The Daily
        published: 2023-02
        url: https://example.org/lent
        kind: secondary
        stake: independent
        who: respected daily newspaper of the town that checks everything twice  # told
        about: How many books were lent.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject

CODE = "long-who"
MOST = 6


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the sources that are introduced at too great length."""
    for name, source in bank.bank.sources.items():
        if source.who is not None and len(source.who.split()) > MOST:
            message = f"`who` has {len(source.who.split())} words"
            yield Fault(("sources", name, "who"), message, f"keep it to {MOST}, such as `Russian state news agency`")
