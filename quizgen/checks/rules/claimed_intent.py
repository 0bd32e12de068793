"""claimed-intent: a reason says what somebody meant to do.

Whether a text misleads can be seen by holding it against its sources; whether somebody wanted it to, cannot. Schemes
that sort by intent are not used here for that reason (First Draft's seven types, Wardle 2017, are ordered by it), and a
verdict about a person is one of the things that must never happen. Quotation marks are left alone. This is a warning.

Pass:

    passages:
      - id: best
        text: Everybody says that it is the best library.
        issues:
          - type: bandwagon
            span: Everybody says
            why: That many say so is offered as the proof. The article calls the closing “deliberate”.

Fail:

    passages:
      - id: best
        text: Everybody says that it is the best library.
        issues:
          - type: bandwagon
            span: Everybody says
            why: The author deliberately hides who says so.  # told
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.checks.texts import unquoted

CODE = "claimed-intent"
_LETTERS = ("deliberate", "purpose", "intention", "knowingly", "deceive", "to fool", "trick", "manipulate", "mislead")
_MEANT = re.compile(
    r"\b(?:deliberate(?:ly)?|purposely|intentional(?:ly)?|knowingly|on purpose)\b|"
    r"\b(?:tr(?:y|ies|ied|ying)|want(?:s|ed)?|mean[st]?|set out|hop(?:e|es|ed|ing)|aim(?:s|ed)?|in order|so as) to "
    r"(?:deceive|fool|trick|manipulate|mislead)\b",
    re.IGNORECASE,
)


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the reasons and records that tell of an intention."""
    for text in bank.texts_with(_LETTERS):
        found = text.role == "told" and _MEANT.search(text.value) and _MEANT.search(unquoted(text.value))
        if found:
            help_ = "say what the words do, or what in the sources they go beyond"
            yield Fault(text.path, f"`{found[0]}` tells of an intention, which no source can show", help_)
