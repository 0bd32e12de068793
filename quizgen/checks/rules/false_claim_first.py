"""false-claim-first: the record begins by saying again what does not hold.

What is read first stays; feedback that opens with the false claim makes it familiar, and feedback with the correct fact
undoes what wrong options have taught (Butler and Roediger 2008). So the correct fact comes first. Told of is a record
whose first sentence repeats a claim that does not hold, or only says that it is wrong. This is an error.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books in 2022.
        kind: fact
        verdict: contradicted
        record: Elm Library lent 400 books in 2022. It did not lend 4000 books.
        evidence: [{source: daily, stance: refutes, finding: Elm Library lent 400 books in 2022.}]

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books in 2022.
        kind: fact
        verdict: contradicted
        record: The article says that Elm Library lent 4000 books in 2022. It lent 400.  # told
        evidence: [{source: daily, stance: refutes, finding: Elm Library lent 400 books in 2022.}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.checks.texts import NEGATIONS, sentences, words
from quizgen.diagnostics import Severity
from quizgen.material import content_words

CODE = "false-claim-first"
MORE = 5
"""A sentence that has so many content words beside those of the claim says something of its own."""
_ONLY_WRONG = re.compile(
    r"(?:no|wrong|false|not true|incorrect)[.!]?|(?:this|that|it|the claim|the statement|the article) (?:is|was) "
    r"(?:simply |just )?(?:wrong|false|not true|untrue|incorrect)\b[^,;:]*[.!]?",
    re.IGNORECASE,
)
_TURNS = NEGATIONS | {"instead", "rather", "only", "but", "although", "though", "however", "wrong", "false", "true"}


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the records and reasons that do not begin with the correct fact."""
    for path, claim in numbered("claims", bank.bank.claims):
        says = claim.says if claim.verdict in ("misleading", "contradicted") else None
        yield from _of_record((*path, "record"), claim.record, [] if says is None else [says])
    for path, item in numbered("items", bank.bank.items):
        yield from _of_record((*path, "why"), item.why, [o.text for o in item.options if not o.right])


def _of_record(path: tuple[str | int, ...], record: str, wrong: list[str]) -> Iterator[Fault]:
    first = sentences(record)[0]
    help_ = "begin with what the record shows; then what does not hold can be named"
    if _ONLY_WRONG.fullmatch(first):
        yield Fault(path, f"`{path[-1]}` begins by saying that something is wrong", help_, Severity.ERROR)
    elif any(_repeats(first, text) for text in wrong):
        yield Fault(path, f"`{path[-1]}` begins with what does not hold", help_, Severity.ERROR)


def _repeats(first: str, wrong: str) -> bool:
    """Whether a sentence says all of a wrong one, hardly more, and nothing that turns it."""
    content, repeated = content_words(first), content_words(wrong)
    if len(repeated) < 3 or not repeated <= content or len(content - repeated) >= MORE:
        return False
    return _TURNS.isdisjoint(set(words(first)) - set(words(wrong)))
