"""several-sentences: a field that takes one sentence has more.

A claim with two sentences is two claims, which a reader may judge differently; a note with two may hold by half. One
proposition at a time can be right or wrong. Asked of `says`, `holds` and misconceptions. This is a warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Dr. Elm's library lent 4000 books in St. Mary, U.S., in c. 2022 (by its own count).
        kind: fact
        verdict: supported
        record: It lent 4000 books. Films were not counted.
        evidence: [{source: daily, stance: supports, finding: Dr. Elm's library lent 4000 books in 2022.}]

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books. It lent no films.  # told
        kind: fact
        verdict: supported
        record: It lent 4000 books. Films were not counted.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.checks.texts import sentences, unquoted

CODE = "several-sentences"
_ONE = frozenset({"says", "holds"})
_ENDS = (". ", "? ", "! ", "… ", ".”", ".’", '."', "?”", "!”")
"""What stands where a sentence ends within a text."""


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the texts that hold two propositions."""
    for text in bank.texts:
        if text.role != "shown" or not any(end in text.value for end in _ENDS):
            continue
        note = text.field == "text" and "misconceptions" in text.path
        if (note or text.field in _ONE) and len(sentences(unquoted(text.value))) > 1:
            help_ = "keep one of them, and put the other into an entry of its own or leave it out"
            yield Fault(text.path, f"`{text.field}` has more than one sentence", help_)
