"""needless-speaker: a claim names who said it, though it is not about who said it.

Readers who know the speaker or the party judge these and not the evidence; so a claim is shown without them, unless the
claim is that somebody said something (then its `kind` is attribution). This is a warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Ann Elm said that the library lent 4000 books.
        speaker: Ann Elm
        kind: attribution
        verdict: supported
        record: She said so.
        evidence: [{source: daily, stance: supports, finding: "In 2022 Ann Elm said: the library lent 4000 books."}]

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: According to Ann Elm, the library lent 4000 books.  # told
        speaker: Ann Elm
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.checks.texts import unquoted

CODE = "needless-speaker"
_ARTICLE_SPEAKS = re.compile(
    r"^(?:according to the (?:article|author|text|page|writer)\b|the (?:article|author|text|page|writer) "
    r"(?:say|claim|argue|write|state|maintain|assert)s\b)",
    re.IGNORECASE,
)


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the claims that name their speaker without need."""
    for path, claim in numbered("claims", bank.bank.claims):
        if claim.kind == "attribution":
            continue
        says = unquoted(claim.says)
        named = claim.speaker is not None and claim.speaker in says
        found = claim.speaker if named else (m[0] if (m := _ARTICLE_SPEAKS.search(says)) else None)
        if found:
            help_ = "say what is claimed and not who claims it; if it is about who said it, write `kind: attribution`"
            yield Fault((*path, "says"), f"`says` names the speaker, `{found}`", help_)
