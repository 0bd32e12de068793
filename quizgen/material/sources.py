"""Sources as they are told after the answer."""

from __future__ import annotations

import re

from quizgen.bank.model import Claim, Evidence, Source
from quizgen.dates import not_after
from quizgen.items import SourceNote

_MARKS = re.compile(r"\s*\([^()]*\boriginal\b[^()]*\)|[\[\]]")


def plain_title(source: Source) -> str:
    """Return a title without the marks that authors put in it: brackets of a description, "(original page)"."""
    return _MARKS.sub("", source.title)


def source_note(
    source: Source, as_of: str, evidence: Evidence | None = None, *, with_stance: bool = True
) -> SourceNote:
    """Return a source as told after the answer, with what it finds on a claim if evidence is given.

    It is told apart if it could not be read yet on the day `as_of` (YYYY-MM-DD). Where an item shows no claim or
    several, a stance would hang in the air, so that it is told `with_stance=False`.
    """
    return SourceNote(
        title=source.title,
        publisher=source.publisher,
        date=source.published,
        url=source.url,
        who=source.who,
        finding=evidence.finding if evidence else None,
        stance=evidence.stance if evidence and with_stance else None,
        later=not not_after((evidence and evidence.available) or source.published, as_of),
    )


def records_of(claim: Claim, sources: dict[str, Source]) -> list[str]:
    """Return the ids of the sources that hold the record on a claim, in the author's order, best first.

    Those that the author names, then the primary sources of evidence; none that belongs to a side.
    """
    primary = [e.source for e in claim.evidence if sources[e.source].kind == "primary"]
    return [s for s in dict.fromkeys((*claim.originals_to_open, *primary)) if sources[s].stake == "independent"]
