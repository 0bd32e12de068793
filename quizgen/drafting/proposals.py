"""Which sentences of an article are worth checking, and which may be at fault: ranked, each with its reasons.

A claim's score is the sum of its reasons' points and nothing else, so that an author sees why it stands where it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from quizgen.articles import Article
from quizgen.articles.record import is_note
from quizgen.articles.sentences import sentences
from quizgen.drafting.cues import issue_cues, load_cues
from quizgen.drafting.phrases import alike
from quizgen.taxonomy import IssueType

LEAST_SCORE = 2
"""A sentence with fewer points is not proposed as a claim."""
_LEAST_WORDS, _MOST_WORDS, _MOST_CHARACTERS = 4, 120, 1000
_MOST_ISSUES = 3
_MOST_OF_A_TYPE = 2
_SOUND_SCORE = 4  # a sentence with as many points has something to check, and is fit to be a clean passage
_SAME = 0.8  # of all words of two sentences that both have: they say the same
_LEANS = re.compile(
    r"(?:(?:but|and|so|yet|or|in fact|also|then),?\s+)?(?:it|its|this|that|these|those|he|she|they|his|her|their)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s+")
_WORD = re.compile(r"\w+")


class Place(NamedTuple):
    """A sentence of an article, a clause of one, or the headline; and the sentence before it, if it leans on that."""

    text: str
    order: int
    before: str | None
    is_headline: bool = False

    @property
    def whole(self) -> str:
        """The sentence with the one that it leans on."""
        return f"{self.before} {self.text}" if self.before else self.text


class Reason(NamedTuple):
    """Why a sentence is proposed: what speaks for it or against it, its points, and the words that show it."""

    says: str
    points: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimProposal:
    """A sentence that may be worth checking; `context` is given where it leans on the sentence before."""

    quote: str
    context: str | None
    order: int
    reasons: tuple[Reason, ...]
    rank: int = 0

    @property
    def score(self) -> int:
        """The sum of its points."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True)
class IssueProposal:
    """An issue that a sentence may have: the words, which occurrence is meant, and further types they may show.

    Several stretches of words stand in it once each.
    """

    type: IssueType
    spans: tuple[str, ...]
    occurrence: int | None
    others: tuple[IssueType, ...]

    @property
    def points(self) -> int:
        """Two points, but one for an issue that could be argued of almost any passage."""
        return 1 if self.type.arguable else 2


@dataclass(frozen=True)
class PassageProposal:
    """A sentence with issues that it may have; with none if it looks sound, so that readers learn to leave it alone."""

    text: str
    order: int
    issues: tuple[IssueProposal, ...]
    rank: int = 0

    @property
    def score(self) -> int:
        """The sum of its issues' points."""
        return sum(issue.points for issue in self.issues)


Proposal = TypeVar("Proposal", ClaimProposal, PassageProposal)


def places(article: Article) -> list[Place]:
    """Return the sentences of an article in its order; clauses that a semicolon divides stand alone."""
    found: list[Place] = []
    previous = ""
    for paragraph in article.paragraphs:
        is_headline = paragraph.text == article.record.title
        if is_note(paragraph.text) or (paragraph.role == "heading" and not is_headline):
            continue
        if not (previous.endswith(":") and alike(paragraph.text).startswith('"')):
            previous = ""
        for sentence in sentences(paragraph.text):
            for clause in _clauses(sentence.text):
                leans = previous and (previous.endswith(":") or _LEANS.match(clause))
                found.append(Place(clause, len(found), previous if leans else None, is_headline))
            previous = sentence.text
    return [place for place in found if _is_fit(place.text)]


def _is_fit(text: str) -> bool:
    return _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS and len(text) <= _MOST_CHARACTERS


def _clauses(sentence: str) -> list[str]:
    clauses = _CLAUSE.split(sentence)
    whole = all(len(clause.split()) >= _LEAST_WORDS for clause in clauses)
    return clauses if whole and '"' not in alike(sentence) else [sentence]


def claim_proposals(found: Iterable[Place], most: int) -> list[ClaimProposal]:
    """Return the sentences most worth checking, at most so many, by rank."""
    claims = [claim for claim in map(_claim, found) if claim.score >= LEAST_SCORE]
    return _best(sorted(claims, key=lambda claim: (-claim.score, claim.order)), most)


def _claim(place: Place) -> ClaimProposal:
    reasons = [
        Reason(cue.says, cue.weight * len(hits), tuple(place.text[hit.start : hit.end] for hit in hits))
        for cue, hits in load_cues().found(alike(place.text))
    ]
    if place.before and place.before.endswith(":"):
        reasons.append(Reason("the words before it tell whose words they are", 2))
    return ClaimProposal(place.text, place.whole if place.before else None, place.order, tuple(reasons))


def passage_proposals(found: Sequence[Place], most: int) -> list[PassageProposal]:
    """Return passages, at most so many, by rank: two thirds with issues that they may have, the rest as sound ones."""
    passages = [PassageProposal(place.whole, place.order, _issues(place)) for place in found]
    faulty = sorted((p for p in passages if p.issues), key=lambda passage: (-passage.score, passage.order))
    scores = {claim.order: claim.score for claim in map(_claim, found) if claim.score >= _SOUND_SCORE}
    sound = [passage for passage in passages if not passage.issues and passage.order in scores]
    sound.sort(key=lambda passage: (-scores[passage.order], passage.order))
    least = most // 3
    chosen = _best(faulty, most - min(least, len(sound)))
    return _ranked([*chosen, *_best(sound, most - len(chosen))])


def _best(ordered: Iterable[Proposal], most: int) -> list[Proposal]:
    """Return the first proposals, without those that say what an earlier one says."""
    chosen: list[Proposal] = []
    seen: list[frozenset[str]] = []
    for proposal in ordered:
        if len(chosen) == most:
            break
        text = proposal.quote if isinstance(proposal, ClaimProposal) else proposal.text
        words = frozenset(_WORD.findall(text.lower()))
        is_same = any(len(words & other) >= _SAME * len(words | other) for other in seen)
        if not is_same and not any(_shows_the_same(proposal, other) for other in chosen):
            seen.append(words)
            chosen.append(proposal)
    return _ranked(chosen)


def _shows_the_same(one: ClaimProposal | PassageProposal, other: ClaimProposal | PassageProposal) -> bool:
    """Tell whether two passages show the same words at fault, one with the sentence beside it and one without."""
    if not (isinstance(one, PassageProposal) and isinstance(other, PassageProposal) and one.issues):
        return False
    return one.issues == other.issues and (one.text in other.text or other.text in one.text)


def _ranked(proposals: Iterable[Proposal]) -> list[Proposal]:
    return [replace(proposal, rank=rank) for rank, proposal in enumerate(proposals, 1)]


def _issues(place: Place) -> tuple[IssueProposal, ...]:
    """Return the issues that a passage may have, the clearest first; a headline is worth comparing in any case."""
    compare = (cue.type for cue in issue_cues() if cue.type.headline and place.is_headline)
    found = [IssueProposal(issue_type, (place.text,), None, ()) for issue_type in compare]
    return (*found, *_found_by_cues(place.whole))[:_MOST_ISSUES]


def _found_by_cues(text: str) -> Iterator[IssueProposal]:
    """Yield the issues that the words of a text may show; types that point at the same words are one."""
    simple = alike(text)
    hits = [(cue.type, hit.start, hit.end) for cue in issue_cues() for hit in cue.hits(simple)[:_MOST_OF_A_TYPE]]
    hits.sort(key=lambda hit: (hit[0].arguable, hit[1] - hit[2]))
    groups: list[list[tuple[IssueType, int, int]]] = []
    for hit in hits:
        group = next((g for g in groups if hit[1] < g[0][2] and g[0][1] < hit[2]), None)
        if group is None:
            groups.append([hit])
        else:
            group.append(hit)
    found: dict[str, IssueProposal] = {}
    for group in groups:
        issue_type, start, end = group[0]
        span = text[start:end].strip()
        occurrence = _occurrence(span, text, start)
        others = tuple(dict.fromkeys(other for other, _, _ in group[1:] if other is not issue_type))
        first = found.setdefault(issue_type.id, IssueProposal(issue_type, (span,), occurrence, others))
        if span not in first.spans and first.occurrence is None and occurrence is None:
            both = tuple(dict.fromkeys((*first.others, *others)))
            spans = tuple(sorted((*first.spans, span), key=text.index))
            found[issue_type.id] = replace(first, spans=spans, others=both)
    yield from found.values()


def _occurrence(span: str, text: str, start: int) -> int | None:
    """Return which occurrence of the words begins there, or None if they stand in the text once."""
    found = [match.start() for match in re.finditer(f"(?={re.escape(span)})", text)]
    return found.index(start) + 1 if len(found) > 1 and start in found else None
