"""What kind of statement an entry is, and whether a colleague would agree at once.

Four kinds, told apart by what would settle the statement: a record or a count, a view of values or words, later events,
or whether somebody said it. Nothing here depends on whether the statement is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from quizgen.bank.model import Claim, Issue, Passage
from quizgen.material.fairness import Obstacle, mixed, unclear

KindLabel = Literal["checkable", "judgement", "forecast", "words"]
KINDS: dict[str, KindLabel] = {
    "fact": "checkable",
    "opinion": "judgement",
    "prediction": "forecast",
    "attribution": "words",
}
"""The label of each kind of claim."""
COLOURED = frozenset({"loaded-language", "opinion-as-fact", "exaggeration", "vague-wording"})
"""Issue types that make a checkable statement read like a judgement."""
LOOKS_AHEAD = re.compile(r"\b(will|shall|won't|going to|[Ss]oon|by the year \d{4})\b|'ll\b")
"""Words by which a statement speaks of what is still to come."""
REPORTS = re.compile(
    r"\b(said|says?|told|wrote|writes?|argue[sd]?|claim(s|ed)|message of|according to|quoted|reported)\b"
)
"""Words, in lower case, by which a statement hands on what somebody else said."""
OPEN_ENDED = re.compile(
    r"\b(may|might|is \w+ing|are \w+ing|draw(s|ing) to|the (closing|end|ending|dawn|rise|decline|fall) of)\b"
)
"""Words by which a judgement reads like a trend or a forecast; the month is written May."""

SOUNDS_SURE = re.compile(
    r"\b(only|never|no|none|all|always|every|nothing|mere(ly)?|hardly|scarcely|entire(ly)?|ruined|"
    r"monopol\w+|as many as)\b"
)
"""Words, in lower case, of a strong tone, by which a wrong statement is easily taken for a judgement."""


def blurred(kind: str, text: str, issues: Iterable[Issue] = ()) -> Obstacle | None:
    """Return why readers could differ on the kind of a statement that is shown as `text` with these issues in it."""
    misread = _misread(kind, text)
    if misread is None and kind != "opinion" and any(i.type in COLOURED and _stands_in(i, text) for i in issues):
        return Obstacle("the words are coloured, so that readers could take them for a judgement", "quote")
    return misread


@lru_cache(maxsize=65536)
def _misread(kind: str, text: str) -> Obstacle | None:
    """Return why the words of a statement alone could be taken for one of another kind."""
    ahead = LOOKS_AHEAD.search(text)
    if kind == "prediction" and not ahead:
        return Obstacle("the forecast holds no word that looks ahead, so that it reads like another kind", "says")
    if kind == "fact" and ahead:
        return Obstacle("the checkable statement speaks of what is still to come", "says")
    if kind == "opinion" and (ahead or OPEN_ENDED.search(text)):
        return Obstacle("the judgement speaks of a trend or of what is still to come", "says")
    return handed_on(kind, text)


def handed_on(kind: str, text: str) -> Obstacle | None:
    """Return why a statement in these words, or amid them, could be taken for somebody's words."""
    if kind != "attribution" and REPORTS.search(text.lower()):
        return Obstacle("it hands on what somebody said, so that it could be taken for their words", "kind")
    return None


def _stands_in(issue: Issue, text: str) -> bool:
    """Whether the words of an issue are shown; an issue without words concerns them all."""
    return not issue.words or any(words in text for words in issue.words)


def unclear_kind(claim: Claim) -> Obstacle | None:
    """Return why the kind of a claim cannot be asked for at all, whatever of it is shown."""
    if not claim.kind_clear:
        return Obstacle("the author has not said that a colleague would agree on the kind at once", "kind_clear")
    if claim.kind == "fact" and claim.verdict == "not-checkable":
        return Obstacle("a fact that no source could settle is no checkable statement", "kind")
    return unclear(claim) or mixed(claim)


def settled_by(entry: Claim | Passage) -> str:
    """Return the name of the test that tells the kind, with what it gives: `holds`, `fails` or `open` if checkable."""
    label = KINDS[entry.kind or "fact"]
    if label != "checkable" or isinstance(entry, Passage):
        return label
    outcome = {"supported": "holds", "misleading": "fails", "contradicted": "fails"}.get(entry.verdict, "open")
    # Where other verdicts are accepted, no outcome can be told as the only one.
    return f"{label}-open" if entry.accept else f"{label}-{outcome}"
