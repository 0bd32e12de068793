"""Issue types as wrong answers: which of them nobody could fairly give, and which are still worth offering.

A wrong option must be wrong for every fair marker. So types that one author once accepted together are never set
against each other, nor is a type offered whose signs are not shown. One that could be argued of almost any passage is
offered only where the author has looked at the passage and said why it does not fit.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from quizgen.bank.model import Bank, Claim, Issue, Passage
from quizgen.draws import Draws
from quizgen.taxonomy import IssueType, Taxonomy

ALIKE = (frozenset({"vague-attribution", "anonymous-source"}),)
"""Types that a reader cannot be asked to tell apart by a definition."""
QUOTES = '"“”«»'
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Rivals:
    """The issue types of a bank, seen as wrong answers to each other."""

    def __init__(self, bank: Bank, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        entries: list[Claim | Passage] = [*bank.claims, *bank.passages]
        self._issues_of = {claim.id: claim.issues for claim in bank.claims}
        self._accepted_with = _accepted_together(issue for entry in entries for issue in entry.issues)
        self.keyed = Counter(issue.type for passage in bank.passages for issue in passage.issues)

    def together(self, one: str, other: str) -> bool:
        """Whether the two were ever accepted for the same words in this bank, or are too alike to be set apart."""
        return other in self._accepted_with.get(one, ()) or frozenset({one, other}) in ALIKE

    def accepted(self, passage: Passage) -> frozenset[str]:
        """Return every type that is given or accepted for a part of the passage, or for a claim that it makes."""
        about = (issue for claim in passage.record for issue in self._issues_of[claim])
        return frozenset(t for issue in (*passage.issues, *about) for t in (issue.type, *issue.also_accept))

    def claimable(self, type_id: str, passage: Passage, evidence_shown: bool) -> bool:
        """Whether a reader can weigh a type that the author names for this passage by what is shown with it.

        Figure types need a digit, altered quotations a quotation mark, and faults outside the passage something to
        hold against it.
        """
        issue_type = self._taxonomy.issue_type(type_id)
        return in_keeping(issue_type, passage.text, has_digit) and (evidence_shown or not issue_type.external)

    def against(self, issue: Issue, passage: Passage, evidence_shown: bool, draws: Draws) -> str | None:
        """Return a wrong type for an issue of the passage, or None if there is none that is fair.

        Those that the author has ruled out go first, then those easily taken for the type, then others of its family.
        Among equals one is drawn, the likelier the oftener it is right elsewhere in the bank, so that a name alone
        tells nothing.
        """
        accepted = self.accepted(passage)
        for tier in self._tiers(issue, passage.text):
            fair = [
                t
                for t in tier
                if t not in accepted and not self.together(issue.type, t) and self.claimable(t, passage, evidence_shown)
            ]
            if fair:
                return draws.pick([t for t in fair for _ in range(1 + self.keyed[t])])
        return None

    def _tiers(self, issue: Issue, text: str) -> Iterator[Sequence[str]]:
        yield [ruled_out.type for ruled_out in issue.not_]
        types = self._taxonomy.types
        yield [t for t in types[issue.type].confused_with if _unlooked_at(types[t], text)]
        yield [t.id for t in self._taxonomy.family_of(issue.type).types if _unlooked_at(t, text)]


def has_digit(text: str) -> bool:
    """Whether the text has any digit."""
    return any(c.isdigit() for c in text)


def has_figure(text: str) -> bool:
    """Whether the text has a number that is more than a year or a day of the month."""
    return "%" in text or any(_is_figure(number) for number in _NUMBER.findall(text))


def _is_figure(number: str) -> bool:
    return not number.isdigit() or (int(number) > 31 and not 1500 <= int(number) <= 2100)


def in_keeping(issue_type: IssueType, text: str, has_number: Callable[[str], bool] = has_figure) -> bool:
    """Whether the text has what the type is about: numbers, quotation marks; no passage is taken for a headline."""
    if issue_type.figures and not has_number(text):
        return False
    if issue_type.quotes and not any(c in QUOTES for c in text):
        return False
    return not issue_type.headline


def _unlooked_at(issue_type: IssueType, text: str) -> bool:
    """Whether a type can be offered that no author has ruled out: not if arguable, nor for no more than a date."""
    return not issue_type.arguable and in_keeping(issue_type, text)


def by_part(issues: Iterable[Issue]) -> Iterator[tuple[str, Issue]]:
    """Yield each issue with a name for it in an item's id: its type, numbered from the second of a type on."""
    seen: dict[str, int] = {}
    for issue in issues:
        times = seen[issue.type] = seen.get(issue.type, 0) + 1
        yield issue.type if times == 1 else f"{issue.type}-{times}", issue


def _accepted_together(issues: Iterable[Issue]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for issue in issues:
        for other in issue.also_accept:
            found[issue.type].add(other)
            found[other].add(issue.type)
    return {t: frozenset(others) for t, others in found.items()}
