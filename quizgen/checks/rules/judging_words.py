"""judging-words: the author's own words take a side against somebody (fake news, lies, propaganda, gullible).

A quiz weighs wordings against evidence; whether somebody lied is a verdict on a person, and no source in the bank can
give it. Fact-checks, tips and reports on misinformation cut belief in sound news as well (Hoes et al. 2024). Quotes,
passages and what stands in quotation marks are somebody else's words and are left alone. This is an error.

Pass:

    claims:
      - id: lent
        quote: the propaganda of the library
        says: Elm Library lent 4000 books in the village that lies behind the wood.
        kind: fact
        verdict: contradicted
        record: The library lent 400 books. The article speaks of “fake news”.
        evidence: [{source: daily, stance: refutes, finding: Elm Library lent 400 books in 2022.}]

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: contradicted
        record: The library lent 400 books, so this is a lie.  # told
        evidence: [{source: daily, stance: refutes, finding: Elm Library lent 400 books in 2022.}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.checks.texts import unquoted
from quizgen.diagnostics import Severity

CODE = "judging-words"
_LETTERS = ("fake", "lie", "liar", "propagand", "gullible")
_JUDGES = re.compile(
    r"\bfake news\b|\bfakes\b|\bpropagand\w+|\bgullible\b|\bliars?\b|"
    r"\blied\b(?! (?:in|on|at|behind|ahead|down|between)\b)|"
    r"\b(?:a|the|his|her|their|its|such|outright|plain|blatant) lies?\b(?! (?:of|in|on|at|with|behind)\b)",
    re.IGNORECASE,
)


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the texts that hold such words."""
    for text in bank.texts_with(_LETTERS):
        found = _JUDGES.search(text.value) and _JUDGES.search(unquoted(text.value))
        if found:
            help_ = "say what goes beyond the sources, or put a word that is somebody else's into quotation marks"
            yield Fault(text.path, f"`{found[0]}` takes a side", help_, Severity.ERROR)
