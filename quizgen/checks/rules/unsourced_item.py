"""unsourced-item: a handwritten question names no source that a reader could look up.

Feedback that ends in an assertion asks for the very trust that the quiz is to replace by evidence; each answer needs a
page behind it. Questions on wording and reasoning, whose answer stands in the text shown, need none. A source that was
not opened, or has no address, is none. This is a warning where no source is named, and else an error.

Pass:

    items:
      - id: lent
        interaction: number
        stem: How many books did the library lend?
        value: 4000
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lent
        interaction: number
        stem: How many books did the library lend?  # told
        value: 4000
        why: It lent 4000 books.
      - id: shut
        interaction: number
        stem: On how many days was it shut?
        value: 14
        why: It was shut for two weeks.
        sources: [closed]  # told
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.diagnostics import Severity

CODE = "unsourced-item"
_SEEN_IN_THE_TEXT = frozenset({"reasoning", "diversion", "wording"})


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the questions without a source, and the sources that cannot be looked up."""
    sources = bank.bank.sources
    for path, item in numbered("items", bank.bank.items):
        if not item.sources and not (item.text or item.phrases) and item.family not in _SEEN_IN_THE_TEXT:
            help_ = "add `sources:` with the short names of what the answer rests on"
            yield Fault((*path, "stem"), "no source is named for the answer", help_)
        for i, name in enumerate(item.sources):
            source = sources[name]
            lack = "was not reached" if not source.reached else "has no `url`" if source.url is None else None
            if lack:
                help_ = "open the page and give its address, or name another source"
                yield Fault((*path, "sources", i), f"the source `{name}` {lack}", help_, Severity.ERROR)
