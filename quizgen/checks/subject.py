"""A bank as checks look at it: every text that is the author's own wording, with its path and the part that it plays.

Quotes, contexts and passages are not among them: they are verbatim, and no check of wording may touch them. Nor are
notes, which nobody is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

from quizgen.bank.drafts import Draft
from quizgen.bank.findings import Path
from quizgen.bank.model import Bank, Claim, Issue, Passage, WrittenItem

Role = Literal["asked", "shown", "told"]
Written = TypeVar("Written")


class Text(NamedTuple):
    """A text in the author's words.

    It asks (`asked`: a stem, the question for a figure), is shown before the answer (`shown`: what a claim says,
    findings, options), or is told after it (`told`: records and reasons).
    """

    path: Path
    role: Role
    value: str

    @property
    def field(self) -> str:
        """The name of its field."""
        last = self.path[-1]
        return last if isinstance(last, str) else str(self.path[-2])


@dataclass(frozen=True, eq=False)
class Entry:
    """An entry of the bank, or its head, with its texts."""

    path: Path
    texts: tuple[Text, ...]

    @cached_property
    def small_letters(self) -> str:
        """All its texts in small letters."""
        return "\n".join(text.value for text in self.texts).lower()


class Subject:
    """A bank with what several checks need of it, worked out once; `drafts` are no part of it yet."""

    def __init__(self, bank: Bank, drafts: Iterable[Draft] = ()) -> None:
        self.bank = bank
        self.in_drafts = frozenset(text for draft in drafts for text in draft.texts())
        """Every text of the entries that are still being written; they are no part of the bank."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The head of the bank, then its sources, claims, passages and handwritten items, each with its own wording."""
        bank = self.bank
        head = (Text(("description",), "shown", bank.description),) if bank.description else ()
        return (
            Entry((), head),
            *(
                Entry(("sources", n), (Text(("sources", n, "about"), "shown", s.about),))
                for n, s in bank.sources.items()
            ),
            *(Entry(path, tuple(_of_claim(claim, path))) for path, claim in numbered("claims", bank.claims)),
            *(Entry(path, tuple(_of_passage(passage, path))) for path, passage in numbered("passages", bank.passages)),
            *(Entry(path, tuple(_of_item(item, path))) for path, item in numbered("items", bank.items)),
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text in the author's words, in the order of the file."""
        return tuple(text for entry in self.entries for text in entry.texts)

    def texts_with(self, letters: Collection[str]) -> Iterator[Text]:
        """Yield the texts that may hold a word with such letters in it; entries without any are passed over at once."""
        for entry in self.entries:
            if any(these in entry.small_letters for these in letters):
                yield from entry.texts

    @cached_property
    def places(self) -> dict[str, Path]:
        """The path of each entry by its name in the provenance of items: `claim:ID`, `passage:ID` or `item:ID`."""
        bank = self.bank
        return {
            **{f"claim:{claim.id}": path for path, claim in numbered("claims", bank.claims)},
            **{f"passage:{passage.id}": path for path, passage in numbered("passages", bank.passages)},
            **{f"item:{item.id}": path for path, item in numbered("items", bank.items)},
        }

    @cached_property
    def described(self) -> tuple[tuple[str, str, Text], ...]:
        """What each source is about, without a full stop, with its publisher and the whole text."""
        return tuple(
            (source.about.rstrip("."), source.publisher, Text(("sources", name, "about"), "shown", source.about))
            for name, source in self.bank.sources.items()
        )

    def texts_of(self, path: Path) -> tuple[Text, ...]:
        """Return the texts of the entry at a path."""
        return self._by_path[path].texts

    @cached_property
    def _by_path(self) -> dict[Path, Entry]:
        return {entry.path: entry for entry in self.entries}


def numbered(section: str, entries: Iterable[Written]) -> Iterator[tuple[Path, Written]]:
    """Yield the entries of a section, each with its path."""
    return (((section, i), entry) for i, entry in enumerate(entries))


def _of_claim(claim: Claim, path: Path) -> Iterator[Text]:
    yield Text((*path, "says"), "shown", claim.says)
    yield Text((*path, "record"), "told", claim.record)
    for i, evidence in enumerate(claim.evidence):
        yield Text((*path, "evidence", i, "finding"), "shown", evidence.finding)
    if claim.holds is not None:
        yield Text((*path, "holds"), "shown", claim.holds)
    for i, wrong in enumerate(claim.misconceptions):
        yield Text((*path, "misconceptions", i, "text"), "shown", wrong.text)
        yield Text((*path, "misconceptions", i, "why_wrong"), "told", wrong.why_wrong)
    yield from _of_issues(claim.issues, path)
    if claim.figure is not None:
        yield Text((*path, "figure", "question"), "asked", claim.figure.question)
        for i, other in enumerate(claim.figure.other):
            yield Text((*path, "figure", "other", i, "what"), "told", other.what)
    for i, weaker in enumerate(claim.weaker_sources):
        yield Text((*path, "weaker_sources", i, "why"), "told", weaker.why)


def _of_passage(passage: Passage, path: Path) -> Iterator[Text]:
    yield from _of_issues(passage.issues, path)
    if passage.why_clean is not None:
        yield Text((*path, "why_clean"), "told", passage.why_clean)
    for i, tempting in enumerate(passage.tempting):
        yield Text((*path, "tempting", i, "why_not"), "told", tempting.why_not)
    if passage.says is not None:
        yield Text((*path, "says"), "shown", passage.says)


def _of_issues(issues: Iterable[Issue], path: Path) -> Iterator[Text]:
    for i, issue in enumerate(issues):
        at = (*path, "issues", i)
        for n, not_this in enumerate(issue.not_):
            yield Text((*at, "not", n, "why"), "told", not_this.why)
        yield Text((*at, "why"), "told", issue.why)
        if issue.rewrite is not None:
            yield Text((*at, "rewrite"), "shown", issue.rewrite)
        for n, wrong in enumerate(issue.rewrites_wrong):
            yield Text((*at, "rewrites_wrong", n, "text"), "shown", wrong.text)
            yield Text((*at, "rewrites_wrong", n, "why_wrong"), "told", wrong.why_wrong)


def _of_item(item: WrittenItem, path: Path) -> Iterator[Text]:
    yield Text((*path, "stem"), "asked", item.stem)
    for i, option in enumerate(item.options):
        yield Text((*path, "options", i, "text"), "shown", option.text)
        yield Text((*path, "options", i, "why"), "told", option.why)
    for i, phrase in enumerate(item.phrases):
        if phrase.why is not None:
            yield Text((*path, "phrases", i, "why"), "told", phrase.why)
    for i, pair in enumerate(item.pairs):
        yield Text((*path, "pairs", i, "prompt"), "shown", pair.prompt)
        yield Text((*path, "pairs", i, "answer"), "shown", pair.answer)
        yield Text((*path, "pairs", i, "why"), "told", pair.why)
    for i, answer in enumerate(item.surplus):
        yield Text((*path, "surplus", i), "shown", answer)
    yield Text((*path, "why"), "told", item.why)
