"""best-source: which of these sources is the record itself?

Every option is told in one pattern, and no word in it tells its rank. Two distractors are records of something else, as
primary as the key, so that the answer cannot be told without the claim. A report is the fourth option, unless its words
would point to the record that it reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.bank.model import Claim, Source, WeakerSource
from quizgen.dates import not_after
from quizgen.items import Choice, Item, Option, Stimulus, letter
from quizgen.material import Declined, Material, Obstacle, content_words, entry_name, unclear
from quizgen.material.sources import plain_title, records_of, source_note

ID = "best-source"
OTHER_RECORDS = 2
REPORTS = 1
LONGEST_KEY = 1.5
"""How many times as long as the longest distractor the key may be."""
TELLS_RANK = re.compile(
    r"\b(cop(y|ies|ied)|repeat(s|ed)?|repost(s|ed)?|reprint(s|ed)?|republish\w*|mirror(s|ed)?|original(ly|s)?|"
    r"official(ly)?|authoritative|(first|second|third)[- ]hand|retold|as told|told in|quot(es|ed|ing)|"
    r"summar(y|ies|ise[sd]?)|digest|primary|secondary|tertiary|itself|the record)\b",
    re.IGNORECASE,
)
"""Words by which the description of a source tells whether it is the record or a report on it."""


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim with a record to find among weaker sources, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _outcome(material, claim)


def _outcome(material: Material, claim: Claim) -> Item | Declined:
    problem = unclear(claim)
    if problem is None and not claim.weaker_sources:
        problem = Obstacle("no weaker source is named to set against the record", "weaker_sources")
    if problem:
        return Declined(ID, entry_name(claim), *problem)
    key = _record(material, claim)
    weaker = _weaker(material, claim, key) if key else []
    problem = _problem(material, key, weaker)
    if problem or key is None:
        return Declined(ID, entry_name(claim), *(problem or ()))
    return _item(material, claim, key, weaker)


def _record(material: Material, claim: Claim) -> str | None:
    """Return the source that holds the record: one the author names, else a primary and independent one of evidence."""
    sources = material.bank.sources
    beaten = {w.source for w in claim.weaker_sources}
    usable = (s for s in records_of(claim, sources) if s not in beaten and _may_be_shown(material, sources[s]))
    return next(usable, None)


def _may_be_shown(material: Material, source: Source) -> bool:
    return source.stake != "party" and not_after(source.published, material.as_of) and not _tells_rank(_about(source))


@lru_cache(maxsize=4096)
def _tells_rank(about: str) -> bool:
    return TELLS_RANK.search(about) is not None


def _weaker(material: Material, claim: Claim, key: str) -> list[WeakerSource]:
    """Return the weaker sources to set against the record, primary records of something else first.

    A source that cannot be told from the key by publisher and date, such as a copy of it, is left out unless it is a
    record of something else.
    """
    sources = material.bank.sources
    best = sources[key]
    usable = [
        w
        for w in claim.weaker_sources
        if w.source != key
        and w.fails != "side"
        and w.source not in claim.originals_to_open
        and _may_be_shown(material, sources[w.source])
        and (w.fails in ("other-measure", "too-early") or sources[w.source].publisher != best.publisher)
        and _about(sources[w.source]) != _about(best)
    ]
    records = [w for w in usable if _is_other_record(sources[w.source], w)]
    others = [sources[w.source] for w in records[:OTHER_RECORDS]]
    reports = [w for w in usable if w not in records and not _points(sources[w.source], best, others)]
    return [*records[:OTHER_RECORDS], *reports[:REPORTS]]


def _points(report: Source, best: Source, others: list[Source]) -> bool:
    """Whether a report shares more words with the record than with the records of something else."""
    near = [len(content_words(report.about) & content_words(record.about)) for record in (best, *others)]
    return near[0] > max(near[1:], default=0)


def _is_other_record(source: Source, weaker: WeakerSource) -> bool:
    return source.kind == "primary" and weaker.fails in ("other-measure", "too-early")


def _problem(material: Material, key: str | None, weaker: list[WeakerSource]) -> Obstacle | None:
    sources = material.bank.sources
    if key is None:
        return Obstacle(
            "no source that may be shown holds the record: it takes one under `originals_to_open` or a primary and "
            "independent one among the evidence, with no word in `about` that tells its rank",
            "originals_to_open",
        )
    others = sum(_is_other_record(sources[w.source], w) for w in weaker)
    if others < OTHER_RECORDS:
        return Obstacle(
            f"{others} weaker source(s) that may be shown are primary records of something else, {OTHER_RECORDS} are "
            "needed; with fewer the answer could be told without the claim",
            "weaker_sources",
        )
    longest = max(len(_text(material, sources[w.source])) for w in weaker)
    if len(_text(material, sources[key])) > LONGEST_KEY * longest:
        return Obstacle("the record is described at much greater length than the weaker sources", "about")
    return None


def _about(source: Source) -> str:
    return source.about.rstrip(".")


def _text(material: Material, source: Source) -> str:
    return material.text(f"{ID}.option", publisher=source.publisher, date=source.published, about=_about(source))


def _item(material: Material, claim: Claim, key: str, weaker: list[WeakerSource]) -> Item:
    sources = material.bank.sources
    best = sources[key]
    right = material.text(f"{ID}.why.right", about=_about(best), title=plain_title(best))
    told = {"publisher": best.publisher, "title": plain_title(best)}
    others = [
        Option(
            id=letter(i),
            text=_text(material, sources[w.source]),
            why=material.text(f"{ID}.why.{w.fails}", why=w.why, **told),
        )
        for i, w in enumerate(weaker, 1)
    ]
    same_publisher = any(sources[w.source].publisher == best.publisher for w in weaker)
    offered = (source_note(sources[s], material.as_of) for s in (key, *(w.source for w in weaker)))
    notes = {n.title: n for n in (*material.notes(claim), *offered)}
    return material.item(
        ID,
        [claim],
        stem=material.stem(ID, claim.id),
        stimulus=Stimulus(claim=material.shown_claim(claim)),
        body=Choice(options=(Option(id=letter(0), text=_text(material, best), why=right), *others), key=(letter(0),)),
        rationale=material.told(claim),
        sources=tuple(notes.values()),
        family="source",
        move="find-the-original",
        difficulty=3 if same_publisher else 2,
        exclusive=(f"record:{key}",),
    )
