"""empty-reason: the reason for a wrong answer says no more than that it is wrong.

Wrong options teach: who has read them is more likely to believe them later, unless the feedback tells why not (Roediger
and Marsh 2005; Butler and Roediger 2008). A reason has to hold something that the option does not: what the sources say
instead, or the test that it fails. This is an error.

Pass:

    passages:
      - id: best
        text: Everybody says that it is the best library.
        issues:
          - type: bandwagon
            span: Everybody says
            why: That many say so is offered as the proof.
            not: [{type: anonymous-source, why: A crowd is named and nobody withheld.}]

Fail:

    passages:
      - id: best
        text: Everybody says that it is the best library.
        issues:
          - type: bandwagon
            span: Everybody says
            why: That many say so is offered as the proof.
            not:
              - {type: anonymous-source, why: This is not the right answer.}  # told
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, Text
from quizgen.checks.texts import NEGATIONS
from quizgen.diagnostics import Severity
from quizgen.material import content_words

CODE = "empty-reason"
_NOTHING = NEGATIONS | content_words(
    "wrong incorrect right correct true false untrue answer option choice claim statement word sentence article "
    "passage simply just really correctly wrongly hold apply fit case here so because reason explanation see above"
)
MOST = 60
"""A reason that has so many characters says something."""


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the reasons that say nothing."""
    options: dict[tuple[str | int, ...], str] = {}
    for text in bank.texts:
        if text.role != "told":
            if text.field == "text":
                options[text.path[:-1]] = text.value
        elif len(text.value) < MOST and _says_nothing(text.value, _option(text, options)):
            help_ = "say what the sources show instead, or which test it fails"
            yield Fault(text.path, f"`{text.field}` says nothing but right or wrong", help_, Severity.ERROR)


def _option(text: Text, options: dict[tuple[str | int, ...], str]) -> str:
    """Return the option that a reason belongs to, which stands before it in the same group of fields."""
    return options.get(text.path[:-1], "") if text.field in ("why_wrong", "why") else ""


@lru_cache(maxsize=65536)
def _says_nothing(reason: str, option: str) -> bool:
    """Whether a reason has no word of its own; a figure or a name is one."""
    return not content_words(reason) - content_words(option) - _NOTHING
