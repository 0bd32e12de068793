"""What the entries of a bank file are called, for rules about references; entries of unsound shape included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.bank.findings import Finding, Path, one_of
from quizgen.bank.model import Bank
from quizgen.bank.todos import is_todo

_ADD_SOURCE = "add it under `sources`, or name one that stands there"
_ADD_CLAIM = "name a claim of this bank"
_FINISH_CLAIM = "it is a draft: finish it and delete its `draft: true`, or name another claim of this bank"


class Names(NamedTuple):
    """The ids of the sources and of the claims, the topics that entries name, and the ids of draft claims."""

    sources: frozenset[str]
    claims: frozenset[str]
    topics: frozenset[str]
    drafts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bank: Bank) -> Names:
        """Return the names of a whole bank."""
        topics = {e.topic for entries in (bank.claims, bank.passages, bank.items) for e in entries}
        return cls(
            sources=frozenset(bank.sources),
            claims=frozenset(claim.id for claim in bank.claims),
            topics=frozenset(topic for topic in topics if topic is not None and not is_todo(topic)),
        )

    def unknown_sources(self, ids: Iterable[str], path: Path, at: Path | None = None) -> Iterator[Finding]:
        """Yield the sources that the bank does not have; they stand at `at`, or are entries of the list at `path`."""
        for i, name in enumerate(ids):
            if name not in self.sources:
                help_ = one_of(name, sorted(self.sources), otherwise=_ADD_SOURCE)
                yield Finding(at or (*path, i), "unknown-source", f"unknown source `{name}`", help_)

    def unknown_claims(self, ids: Iterable[str], path: Path) -> Iterator[Finding]:
        """Yield the claims in the list at `path` that the bank does not have."""
        for i, name in enumerate(ids):
            if name not in self.claims:
                draft = _FINISH_CLAIM if name in self.drafts else ""
                help_ = draft or one_of(name, sorted(self.claims), otherwise=_ADD_CLAIM)
                yield Finding((*path, i), "unknown-claim", f"unknown claim `{name}`", help_)
