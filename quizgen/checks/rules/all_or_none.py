"""all-or-none: an option points at the other options instead of answering.

Who sees that two options hold takes “all of the above”; who doubts one takes it out, and neither has weighed the rest.
Options are also shuffled, so that nothing stands above. Ask for several answers instead, with the interaction
multiple-response. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which towns have a library?
        options:
          - {text: All of the towns by the river, right: true, why: The Daily names them.}
          - {text: None of the towns by the river, why: Two have one.}
          - {text: One of the towns by the river, why: Two have one.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Which towns have a library?
        options:
          - {text: Elm, why: "Oak has one, too."}
          - {text: Oak, why: "Elm has one, too."}
          - {text: Both of these, right: true, why: The Daily names both.}  # told
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "all-or-none"
_OTHERS = r"above|below|these|those|them|other options|other answers|options|answers"
_POINTS = re.compile(
    rf"\b(?:all|none|both|neither|any|either|some|more than one) of (?:the )?(?:{_OTHERS})\b(?!\s\w)|"
    r"^(?:all|none|both|neither|everything above|nothing above)\W*$|"
    r"^(?:both |neither |only )?\(?[a-f]\)? (?:and|or|nor) \(?[a-f]\)?\W*$|\b(?:options?|answers?) [a-f1-6]\b",
    re.IGNORECASE,
)


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the options that point at others."""
    for option in question.options:
        if _POINTS.search(option.own):
            help_ = "offer an answer of its own, or ask for several answers with `interaction: multiple-response`"
            yield Fault(option.place, "this option points at the other options", help_, Severity.ERROR)
