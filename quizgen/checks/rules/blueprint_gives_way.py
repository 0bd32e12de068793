"""blueprint-gives-way: a quiz that the bank yields does not keep what its blueprint asks for.

What cannot be had is told to nobody who takes the quiz: it is simply another quiz than was planned. Tried is the quiz
by the seed 0. Where no question can be had at all this is an error, else a warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
    blueprints:
      default: {items: 1, templates: {verdict: {max: 1}}}

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
    blueprints:
      default: {items: 2, templates: {verdict: {min: 2}}}  # told
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.paper import Paper
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "blueprint-gives-way"


def of_form(paper: Paper) -> Iterator[Fault]:
    """Yield what gave way in a quiz by a blueprint that the author wrote."""
    if not paper.is_planned:
        return
    if not paper.items:
        help_ = "ask for templates that the bank yields questions of; `quizgen check --coverage` tells which"
        yield Fault(paper.place, "this blueprint yields no question", help_, Severity.ERROR, key=True)
    for sentence in paper.gave_way:
        help_ = "enrich entries so that they yield such questions, or ask for less"
        yield Fault(paper.place, f"this blueprint cannot be met: {sentence}", help_, key=True)
