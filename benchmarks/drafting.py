"""Measure what docs/drafting.md tells: how much of a bank that people made do the proposals of a draft cover?

`python -m benchmarks.drafting ARTICLE BANK`; without arguments, the banks that ship with their article. Both are sought
in the article's text and compared as sets of its words. Two stretches *match* if they share at least half of the words
of the shorter one.

* A claim is found if its quote matches a proposed claim.
* An issue is found if one of its spans matches words that a proposed passage points at, and *named* if the type that is
  proposed there, or one beside it, is the bank's, or one that the bank accepts as well. It is *in view* if all words of
  the span stand in a proposed passage that points at something.
* A sound passage is wronged if words that stand in it are pointed at.

`by chance` is the share that would be found if as many sentences were drawn by lot.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from math import comb
from pathlib import Path
from typing import NamedTuple

from quizgen.articles import Article, read_article
from quizgen.articles.matching import Matcher
from quizgen.bank import Bank, load_bank
from quizgen.bank.model import Issue
from quizgen.drafting.proposals import PassageProposal, claim_proposals, passage_proposals, places

BANKS = Path(__file__).parent.parent / "question_banks"
SHIPPED = [
    (BANKS / "articles" / f"{name}.txt", BANKS / f"{name}.yaml") for name in ("bike-lane-survey", "morning-light-lamp")
]
DEPTHS = (20, 40, 80)
PASSAGES = 45
"""As many passages as `quizgen draft` proposes where nothing else is asked for."""

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")

Words = frozenset[int]


class Marked(NamedTuple):
    """An issue as the bank or a proposal has it: words of the article, and the types that they may show."""

    words: Words
    types: frozenset[str]


class Places:
    """Finds words in an article, as the numbers of the words that they are there."""

    def __init__(self, article: Article) -> None:
        self._matcher = Matcher(article)
        self._words = [match.span() for match in _WORD.finditer(article.text)]

    def __call__(self, words: str, within: Words | None = None) -> Words:
        """Return the numbers of the words at the first place where they stand, within others if these are given."""
        for span in self._matcher.find(words):
            found = frozenset(i for i, (start, end) in enumerate(self._words) if start < span.end and span.start < end)
            if within is None or found <= within:
                return found
        return frozenset()


def match(one: Words, other: Words) -> bool:
    """Whether two stretches share at least half of the words of the shorter one."""
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def _issues(bank: Bank, find: Places) -> Iterator[Marked]:
    for text, issues in (*((p.text, p.issues) for p in bank.passages), *((c.quote, c.issues) for c in bank.claims)):
        whole = find(text)
        for issue in issues:
            yield from (Marked(words, _types(issue)) for span in issue.words if (words := find(span, whole)))


def _types(issue: Issue) -> frozenset[str]:
    return frozenset((issue.type, *issue.also_accept))


def _pointed(passage: PassageProposal, find: Places) -> list[Marked]:
    whole = find(passage.text)
    return [
        Marked(find(span, whole), frozenset((issue.type.id, *(other.id for other in issue.others))))
        for issue in passage.issues
        for span in issue.spans
    ]


def share(found: Iterable[bool]) -> str:
    """Return how many are found, and the share."""
    told = list(found)
    return f"{sum(told)} of {len(told)} ({sum(told) / len(told):.0%})" if told else "none to find"


def report(article_file: Path, bank_file: Path) -> None:
    """Print the tables for one article and its bank."""
    article, bank = read_article(article_file), load_bank(bank_file).usable()
    find = Places(article)
    found = places(article)
    sentences = [find(place.text) for place in found]
    claims = [words for claim in bank.claims if (words := find(claim.quote))]
    print(f"\n{bank.id}: {len(found)} sentences, {len(bank.claims)} claims, {len(bank.passages)} passages\n")
    print("| proposed claims | claims found | by chance | proposals that match a claim |")
    print("| ---: | ---: | ---: | ---: |")
    most = len(claim_proposals(found, len(found)))
    for depth in DEPTHS:
        proposed = [find(claim.quote) for claim in claim_proposals(found, depth)]
        recall = share(any(match(claim, one) for one in proposed) for claim in claims)
        precision = share(any(match(claim, one) for claim in claims) for one in proposed)
        print(f"| {len(proposed)} | {recall} | {by_chance(claims, sentences, len(proposed)):.0%} | {precision} |")
        if depth >= most:
            break
    _report_issues(bank, find, passage_proposals(found, PASSAGES))


def by_chance(claims: Sequence[Words], sentences: Sequence[Words], drawn: int) -> float:
    """Return the share of the claims that would be found on average if so many sentences were drawn by lot."""
    missed = (comb(len(sentences) - sum(match(claim, s) for s in sentences), drawn) for claim in claims)
    return 1 - sum(missed) / comb(len(sentences), drawn) / len(claims)


def _report_issues(bank: Bank, find: Places, proposals: Sequence[PassageProposal]) -> None:
    pointing = [(find(passage.text), _pointed(passage, find)) for passage in proposals if passage.issues]
    marked = [mark for _, marks in pointing for mark in marks]
    issues = list(_issues(bank, find))
    sound = [words for p in bank.passages if not p.issues and (words := find(p.text))]
    print("\n| passages that point at something | issues in view | found | named | sound passages wronged |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    in_view = share(any(issue.words <= words for words, _ in pointing) for issue in issues)
    hit = share(any(match(issue.words, mark.words) for mark in marked) for issue in issues)
    named = share(any(match(i.words, mark.words) and i.types & mark.types for mark in marked) for i in issues)
    wronged = share(any(mark.words <= words for mark in marked) for words in sound)
    print(f"| {len(pointing)} | {in_view} | {hit} | {named} | {wronged} |")


if __name__ == "__main__":
    files = [Path(argument) for argument in sys.argv[1:]]
    if len(files) not in (0, 2):
        sys.exit("usage: python -m benchmarks.drafting [ARTICLE BANK]")
    for pair in [(files[0], files[1])] if files else SHIPPED:
        report(*pair)
