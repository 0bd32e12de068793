"""unsearched-claim: a claim is called unsettled, and it is not said what was searched.

“Not enough evidence” is right where a search found none, and wrong where nobody searched; readers who learn the
difference stop taking silence for denial. The note is for whoever works on the bank next, and is never shown. This is a
warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: not-enough-evidence
        record: The reports of the library give no number.
        evidence: [{source: daily, stance: context, finding: Elm Library lent books in 2022.}]
        note: Searched on 3 May 2023 in the reports of 2020 to 2022 and in the archive of the Daily.

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: not-enough-evidence  # told
        record: The reports of the library give no number.
        evidence: [{source: daily, stance: context, finding: Elm Library lent books in 2022.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered

CODE = "unsearched-claim"


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the unsettled claims without a note."""
    for path, claim in numbered("claims", bank.bank.claims):
        if claim.verdict == "not-enough-evidence" and claim.note is None:
            help_ = "add `note:` with what was searched, when, and with what words"
            yield Fault((*path, "verdict"), "it is not said what was searched", help_)
