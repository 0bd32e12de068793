"""undated-evidence: a finding that decides a claim has no date.

Claims are judged by what could be known on the day of the article; of an undated page nobody can tell whether it was
there by then, or was written because of the article. Sources that are kept up from year to year (`annual`) need a date
as well. This is an error.

Pass:

    sources:
      daily: {title: Lent, publisher: The Daily, published: undated, url: "https://example.org/lent", kind: secondary,
        stake: independent, about: How many books were lent.}
    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence:
          - {source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022., available: 2023-02}
          - {source: daily, stance: context, finding: Elm Library has 20000 books.}

Fail:

    sources:
      daily: {title: Lent, publisher: The Daily, published: undated, url: "https://example.org/lent", kind: secondary,
        stake: independent, about: How many books were lent.}
    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence:
          - {source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}  # told
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.dates import earliest
from quizgen.diagnostics import Severity

CODE = "undated-evidence"


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the evidence of which nobody can tell whether it could be known by then."""
    undated = {name for name, source in bank.bank.sources.items() if earliest(source.published) is None}
    for path, claim in numbered("claims", bank.bank.claims):
        for i, evidence in enumerate(claim.evidence):
            known = earliest(evidence.available or "") is not None
            if evidence.source in undated and evidence.stance != "context" and not known:
                message = f"the source `{evidence.source}` has no date, and its finding decides the claim"
                help_ = (
                    "add `available:` with a day by which the finding could be read, such as that of an archived copy"
                )
                yield Fault((*path, "evidence", i, "source"), message, help_, Severity.ERROR)
