"""unused-source: a source is listed and nothing names it.

It may be that the evidence that was to rest on it is missing, or that its short name has a twin. Sources that were not
reached are let pass: they are listed for whoever tries again. A source may serve a draft. This is a warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022., origin: paper}]

Fail:

    claims: []
    sources:
      weekly: {title: Lent, publisher: The Weekly, published: 2023-02, url: "https://example.org/lent",  # told
        kind: secondary, stake: independent, about: How many books were lent.}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import Bank
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject

CODE = "unused-source"


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the sources that nothing names."""
    named = {*_named(bank.bank), *bank.in_drafts}
    for name, source in bank.bank.sources.items():
        if source.reached and name not in named:
            help_ = "name it where it serves, or delete it"
            yield Fault(("sources", name), f"nothing names the source `{name}`", help_, key=True)


def _named(bank: Bank) -> Iterator[str]:
    for claim in bank.claims:
        yield from (name for e in claim.evidence for name in (e.source, e.origin or ""))
        yield from claim.originals_to_open
        yield from (weaker.source for weaker in claim.weaker_sources)
    yield from (name for item in bank.items for name in item.sources)
