"""negative-stem: the question asks for what is not so.

A reader in haste passes over the one small word and answers the opposite question (Haladyna, Downing and Rodriguez
2002: word the stem positively). In quizzes on evidence it also trains doubt: ask for what goes beyond the sources, or
for what they show. Let pass are a negative that is set off (**not**, NOT), words in quotation marks, a clause that says
who or what is meant (“those who do not cycle”), and the question for a figure, whose words only name what was counted.
This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which of these goes beyond the yearbook, which says “not counted” of films?
        options:
          - {text: It lent more books than films., right: true, why: Films were not counted.}
          - {text: It lent 400 books in 2022., why: The yearbook says so.}
          - {text: It lent books to children., why: The yearbook says so.}
        why: Films were not counted.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Which of these does the yearbook not show?  # told
        options:
          - {text: It lent more books than films., right: true, why: Films were not counted.}
          - {text: It lent 400 books in 2022., why: The yearbook says so.}
          - {text: It lent books to children., why: The yearbook says so.}
        why: Films were not counted.
        sources: [daily]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.checks.texts import sentences, unquoted
from quizgen.diagnostics import Severity

CODE = "negative-stem"
_NEGATIVE = re.compile(
    r"(?<!\*)\b(?:(?<!or )not|except|never|(?<!at )least|cannot|\w+n['’]t)\b(?!\*| only\b)", re.IGNORECASE
)
_NAMES_WHO = re.compile(r"\w (?:who|whom|whose|that|if|because|whether)\b[^,;:?]*$")


def negative(stem: str) -> str | None:
    """Return the negative word of a question sentence that is not set off, if there is one."""
    question = next((s for s in reversed(sentences(stem)) if s.rstrip("”\"'’) ").endswith("?")), stem)
    own = unquoted(question)
    for found in _NEGATIVE.finditer(own):
        if not found[0].isupper() and not _NAMES_WHO.search(own[: found.start()]):
            return found[0]
    return None


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the questions that an author wrote with a negative in them."""
    for path, item in numbered("items", bank.bank.items):
        if word := negative(item.stem):
            help_ = "ask for what is so, or for what goes beyond the sources"
            yield Fault((*path, "stem"), f"the question holds a negative, `{word}`", help_, Severity.ERROR)
