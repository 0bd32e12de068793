"""What makes a sentence worth checking, read from cues.yaml, and what may be at fault in it, read from the taxonomy."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from quizgen.drafting.phrases import alike, searcher
from quizgen.model import Frozen
from quizgen.taxonomy import IssueType, load_taxonomy
from quizgen.yaml_source import read_packaged


class Hit(NamedTuple):
    """Words of a sentence that a cue has found: half-open character offsets."""

    start: int
    end: int


class Cue(Frozen):
    """Something that speaks for a sentence, or against it: with a weight, the reason, and the phrases that show it."""

    id: str
    says: str
    weight: int
    most: int = 1
    phrases: tuple[str, ...] = ()
    ends: str | None = None
    unless: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()

    @cached_property
    def _searchers(self) -> tuple[re.Pattern[str] | None, ...]:
        return tuple(searcher(phrases) if phrases else None for phrases in (self.phrases, self.unless, self.outside))

    def hits(self, sentence: str) -> list[Hit]:
        """Return what it finds in a sentence whose signs are set alike, at most as often as it counts."""
        end = len(sentence.rstrip("\"')] "))
        if self.ends is not None and sentence[:end].endswith(self.ends):
            return [Hit(end - len(self.ends), end)]
        phrases, unless, outside = self._searchers
        if phrases is None or (unless is not None and unless.search(sentence)):
            return []
        found = [Hit(*match.span()) for match in phrases.finditer(sentence)]
        if found and outside is not None:
            closed = [match.span() for match in outside.finditer(sentence)]
            found = [hit for hit in found if not any(a <= hit.start and hit.end <= b for a, b in closed)]
        return found[: self.most]


class Cues(Frozen):
    """All cues for claims: those that speak for a sentence, and those that speak against it."""

    claims: tuple[Cue, ...]
    against: tuple[Cue, ...]

    def found(self, sentence: str) -> list[tuple[Cue, list[Hit]]]:
        """Return the cues that count in a sentence whose signs are set alike, each with the words that show it."""
        found = {cue.id: (cue, hits) for cue in (*self.claims, *self.against) if (hits := cue.hits(sentence))}
        return [(cue, hits) for cue, hits in found.values() if not any(other in found for other in cue.yields_to)]


@lru_cache
def load_cues() -> Cues:
    """Return the cues that ship with quizgen."""
    return Cues.model_validate(read_packaged(files("quizgen.drafting") / "cues.yaml"))


class IssueCue(NamedTuple):
    """An issue type with what finds the words that may show it, if there are such words."""

    type: IssueType
    searcher: re.Pattern[str] | None
    silencer: re.Pattern[str] | None

    def hits(self, sentence: str) -> list[Hit]:
        """Return the words of a sentence that may show the issue; the sentence's signs are set alike."""
        if self.searcher is None or (self.silencer is not None and self.silencer.search(sentence)):
            return []
        return [Hit(*match.span()) for match in self.searcher.finditer(sentence)]


@lru_cache
def issue_cues() -> tuple[IssueCue, ...]:
    """Return the cues of the taxonomy, one for each type."""
    return tuple(
        IssueCue(t, searcher(t.cues) if t.cues else None, searcher(t.unless) if t.unless else None)
        for t in load_taxonomy().types.values()
    )


__all__ = ["Cue", "Cues", "Hit", "IssueCue", "alike", "issue_cues", "load_cues"]
