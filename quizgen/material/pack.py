"""The pack: the findings on a claim that may be shown with a question.

A finding is shown if it could be read on the day the claim is judged, stands alone and holds no word of judgement. At
most four are shown, ordered by date and then by source id, never by stance; their stance is not in what is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from quizgen.bank.model import Bank, Claim, Evidence, Source
from quizgen.dates import earliest, not_after
from quizgen.draws import fingerprint
from quizgen.items import Finding, SourceNote
from quizgen.material.cover import Facts, facts, lacking, together, wanted
from quizgen.material.sources import source_note
from quizgen.material.words import content_words

MOST_LINES = 4
LEANS_ON_OTHERS = re.compile(
    r"\b(same|also|another|repeats|agrees|these|second report|the tour|the talks|slightly different|"
    r"almost word for word)\b"
)
"""Words, in lower case, by which a finding leans on another one; shown alone it would say nothing."""
JUDGES = re.compile(r"\b(right|wrong|correct|false|true|confirms?|refutes?|misleading|in fact|actually)\b")
"""Words, in lower case, by which a finding gives the verdict away."""
_UNFIT = re.compile(f"{LEANS_ON_OTHERS.pattern}|{JUDGES.pattern}")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


@lru_cache(maxsize=65536)
def stands_alone(finding: str) -> bool:
    """Whether a finding can be shown by itself; what stands in quotation marks is somebody else's wording."""
    own_words = _QUOTED.sub("", finding).lower()  # which is twice as fast as letting the patterns ignore the case
    return not _UNFIT.search(own_words)


@dataclass(frozen=True, eq=False)
class Line:
    """One finding that may be shown, with its source; each is equal to itself only, since it is made once."""

    source_id: str
    source: Source
    evidence: Evidence
    mark: str
    """The mark that keeps two items with this finding out of one form."""

    @classmethod
    def of(cls, evidence: Evidence, source: Source) -> Line:
        """Return evidence as a line."""
        mark = f"finding:{evidence.source}:{fingerprint(evidence.finding, size=4)}"
        return cls(evidence.source, source, evidence, mark)

    @property
    def stance(self) -> str:
        """What the finding does to the claim."""
        return self.evidence.stance

    @property
    def date(self) -> str:
        """When the finding could be read: the date of the source, or an earlier one if a later copy was opened."""
        available, published = self.evidence.available, self.source.published
        if available is None:
            return published
        first, copy = earliest(available), earliest(published)
        return available if first and copy and first < copy else published

    @property
    def facts(self) -> Facts:
        """The names and numbers that it holds."""
        return facts(self.evidence.finding)

    def shown(self, rests_on: str | None = None) -> Finding:
        """Return the line as a learner sees it."""
        return self._finding if rests_on is None else self._finding.model_copy(update={"rests_on": rests_on})

    @cached_property
    def _finding(self) -> Finding:
        source = self.source
        return Finding(publisher=source.publisher, date=self.date, who=source.who, text=self.evidence.finding)

    def note(self, as_of: str) -> SourceNote:
        """Return the line as told after the answer to a question as of this day (YYYY-MM-DD) that shows no claim."""
        return source_note(self.source, as_of, self.evidence, with_stance=False)


@dataclass(frozen=True)
class Pack:
    """The lines that may be shown for a claim."""

    lines: tuple[Line, ...]
    left_out: tuple[Line, ...] = ()
    """Lines that could be shown as well, but for which there is no room."""

    def __bool__(self) -> bool:
        return bool(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def with_stance(self, *stances: str) -> tuple[Line, ...]:
        """Return the lines of these stances."""
        return tuple([line for line in self.lines if line.evidence.stance in stances])

    def lacks(self, text: str, *stances: str) -> str:
        """Return what keeps the lines from covering a text: its numbers and names, as they stand there."""
        lines = self.with_stance(*stances) if stances else self.lines
        return lacking(together(line.facts for line in lines), text)

    def covers(self, text: str, *stances: str) -> bool:
        """Whether the lines (of these stances, if any are named) together hold the names and numbers of the text."""
        lines = self.with_stance(*stances) if stances else self.lines
        held = together(line.facts for line in lines) if stances else self._facts
        return bool(lines) and held.cover(wanted(text))

    @cached_property
    def _facts(self) -> Facts:
        return together(line.facts for line in self.lines)

    def nearest(self, text: str, *stances: str) -> Line:
        """Return the line (of these stances, if any are shown) that shares most words with the text."""
        lines = self.with_stance(*stances) or self.lines
        if len(lines) == 1:
            return lines[0]
        words = content_words(text)
        return max(lines, key=lambda line: len(words & content_words(line.evidence.finding)))

    def notes(self, as_of: str) -> tuple[SourceNote, ...]:
        """Return the lines, once each, as told after the answer to a question as of this day that shows no claim."""
        return tuple(dict.fromkeys([line.note(as_of) for line in self.lines]))

    def shown(self) -> tuple[Finding, ...]:
        """Return the lines as a learner sees them."""
        return tuple([line.shown() for line in self.lines])


def make_pack(bank: Bank, claim: Claim) -> Pack:
    """Return the lines of a claim that may be shown, oldest first."""
    usable = [
        Line.of(e, bank.sources[e.source])
        for e in claim.evidence
        if not_after(e.available or bank.sources[e.source].published, bank.article.as_of) and stands_alone(e.finding)
    ]
    # Where there are too many, those that decide the claim go before those that are only near it.
    by_weight = sorted(usable, key=_is_context)
    chosen, left_out = by_weight[:MOST_LINES], by_weight[MOST_LINES:]
    return Pack(tuple(sorted(chosen, key=_by_date)), tuple(left_out))


def merged(packs: Iterable[Pack]) -> Pack:
    """Return the lines of several packs, oldest first; what a source says once need not be said twice.

    Where there are too many, the packs take turns, each with those first that decide its claim.
    """
    turns = zip_longest(*(sorted(pack.lines, key=_is_context) for pack in packs))
    lines = list({line.mark: line for turn in turns for line in turn if line is not None}.values())
    told = [line for line in lines if not _said_by_another(line, lines)]
    return Pack(tuple(sorted(told[:MOST_LINES], key=_by_date)), tuple(told[MOST_LINES:]))


def _is_context(line: Line) -> bool:
    return line.stance == "context"


def _said_by_another(line: Line, lines: Iterable[Line]) -> bool:
    """Whether another line of the same source has all the words of this one, and more."""
    words = content_words(line.evidence.finding)
    return any(other.source_id == line.source_id and words < content_words(other.evidence.finding) for other in lines)


def _by_date(line: Line) -> tuple[str, str]:
    return earliest(line.date) or "", line.source_id
