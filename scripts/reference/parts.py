"""The parts of a bank in the order in which its page tells of them, each with an example out of a shipped bank."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel

from quizgen.bank.model import (
    Article,
    Bank,
    Blueprint,
    Bounds,
    Claim,
    Evidence,
    Figure,
    Ignored,
    Issue,
    Misconception,
    NotAs,
    NotThisType,
    OtherNumber,
    Parts,
    Passage,
    Rewrite,
    Source,
    Tempting,
    WeakerSource,
    WrittenItem,
    WrittenOption,
    WrittenPair,
    WrittenPhrase,
)
from scripts.reference.excerpts import Example
from scripts.reference.page import anchor

NEWS = "question_banks/bike-lane-survey.yaml"
LAMP = "question_banks/morning-light-lamp.yaml"
OWN = "docs/examples/own-questions.yaml"


class Part(NamedTuple):
    """A part: its model, its heading, what one and several are called, where it stands, and examples."""

    model: type[BaseModel]
    heading: str
    one: str
    several: str
    stands: str
    examples: tuple[Example, ...]

    @property
    def place(self) -> str:
        """The name by which its heading is linked."""
        return anchor(self.heading)


PARTS = (
    Part(
        Bank,
        "Bank",
        "a bank",
        "banks",
        "the whole file",
        (
            Example(
                LAMP, (), ("format", "id", "title", "description", "language", "level", "license", "authors", "article")
            ),
        ),
    ),
    Part(Article, "Article", "an article", "articles", "`article` of the bank", (Example(NEWS, ("article",)),)),
    Part(
        Source,
        "Source",
        "a source",
        "sources",
        "`sources` of the bank, each under a short name of its own",
        (Example(NEWS, ("sources", "traffic-count")), Example(NEWS, ("sources", "motor-club"))),
    ),
    Part(
        Claim,
        "Claim",
        "a claim",
        "claims",
        "`claims` of the bank",
        (
            Example(
                NEWS,
                ("claims", "parking-64"),
                (
                    "topic",
                    "quote",
                    "context",
                    "says",
                    "kind",
                    "kind_clear",
                    "verdict",
                    "confidence",
                    "record",
                    "evidence",
                ),
            ),
        ),
    ),
    Part(
        Evidence,
        "Evidence",
        "a finding",
        "findings",
        "`evidence` of a claim",
        (Example(NEWS, ("claims", "bikes-1180", "evidence")),),
    ),
    Part(
        Misconception,
        "Misconception",
        "a misconception",
        "misconceptions",
        "`misconceptions` of a claim, beside `holds`",
        (Example(NEWS, ("claims", "trial-vote"), ("says", "holds", "misconceptions")),),
    ),
    Part(
        Parts,
        "Parts",
        "parts",
        "parts",
        "`parts` of a claim",
        (
            Example(NEWS, ("claims", "fifteen-times"), ("quote", "verdict", "parts")),
            Example(NEWS, ("claims", "bus-2-1"), ("quote", "verdict", "parts")),
        ),
    ),
    Part(
        Figure,
        "Figure",
        "a figure",
        "figures",
        "`figure` of a claim",
        (Example(NEWS, ("claims", "parking-64", "figure")),),
    ),
    Part(
        OtherNumber,
        "Other number",
        "another number",
        "other numbers",
        "`other` of a figure",
        (Example(NEWS, ("claims", "station-canal", "figure"), ("other",)),),
    ),
    Part(
        WeakerSource,
        "Weaker source",
        "a weaker source",
        "weaker sources",
        "`weaker_sources` of a claim, beside `originals_to_open`",
        (Example(NEWS, ("claims", "trial-vote"), ("says", "originals_to_open", "weaker_sources")),),
    ),
    Part(
        Passage,
        "Passage",
        "a passage",
        "passages",
        "`passages` of the bank",
        (
            Example(
                NEWS,
                ("passages", "c03-council"),
                ("topic", "text", "record", "issues", "why_clean", "tempting", "phrases"),
            ),
            Example(NEWS, ("passages", "p02-inhabitants"), ("topic", "text", "record", "issues", "phrases")),
        ),
    ),
    Part(
        Issue,
        "Issue",
        "an issue",
        "issues",
        "`issues` of a passage or of a claim",
        (Example(LAMP, ("passages", "p-cannot-be-wrong"), ("text", "issues")),),
    ),
    Part(
        NotThisType,
        "Ruled-out type",
        "a ruled-out type",
        "ruled-out types",
        "`not` of an issue",
        (Example(NEWS, ("passages", "p02-inhabitants", "issues", 0), ("span", "also_accept", "not")),),
    ),
    Part(
        Rewrite,
        "Wrong rewrite",
        "a wrong rewrite",
        "wrong rewrites",
        "`rewrites_wrong` of an issue, beside `rewrite`",
        (Example(NEWS, ("claims", "cars-collapsed", "issues", 0), ("span", "rewrite", "rewrites_wrong")),),
    ),
    Part(
        Tempting,
        "Tempting type",
        "a tempting type",
        "tempting types",
        "`tempting` of a clean passage",
        (Example(NEWS, ("passages", "c03-council", "tempting", 0)),),
    ),
    Part(
        NotAs,
        "Refused template",
        "a refused template",
        "refused templates",
        "`not_as` of a claim, a passage or an issue",
        (Example(NEWS, ("claims", "college-812"), ("says", "not_as")),),
    ),
    Part(
        WrittenItem,
        "Handwritten item",
        "a handwritten item",
        "handwritten items",
        "`items` of the bank",
        (Example(OWN, ("items", "which-year")), Example(OWN, ("items", "how-much-less"))),
    ),
    Part(
        WrittenOption,
        "Option",
        "an option",
        "options",
        "`options` of a handwritten `choice` or `multiple-response`",
        (Example(OWN, ("items", "who-could-know"), ("interaction", "stem", "options")),),
    ),
    Part(
        WrittenPhrase,
        "Phrase",
        "a phrase",
        "phrases",
        "`phrases` of a handwritten `highlight`",
        (Example(OWN, ("items", "heart-of-a-child"), ("interaction", "stem", "phrases")),),
    ),
    Part(
        WrittenPair,
        "Pair",
        "a pair",
        "pairs",
        "`pairs` of a handwritten `match`",
        (Example(OWN, ("items", "where-written-down"), ("interaction", "stem", "pairs", "surplus")),),
    ),
    Part(
        Blueprint,
        "Blueprint",
        "a blueprint",
        "blueprints",
        "`blueprints` of the bank, each under a short name of its own",
        (Example(NEWS, ("blueprints", "short")),),
    ),
    Part(
        Bounds,
        "Bounds",
        "bounds",
        "bounds",
        "`templates`, `families`, `topics` and `difficulty` of a blueprint",
        (Example(LAMP, ("blueprints", "default"), ("items", "templates")),),
    ),
    Part(Ignored, "Ignored check", "an ignored check", "ignored checks", "`ignore` of the bank", ()),
)
"""Every part of a bank; a test holds them against the models."""

PART_OF = {part.model: part for part in PARTS}
