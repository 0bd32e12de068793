"""Items and the five ways in which they are answered."""

from quizgen.items.choice import Choice, ShownChoice
from quizgen.items.highlight import Highlight, Phrase, ShownHighlight, ShownPhrase
from quizgen.items.item import (
    Finding,
    Interaction,
    Item,
    Judgement,
    Mark,
    Provenance,
    Rationale,
    ShownClaim,
    ShownItem,
    ShownPassage,
    SourceNote,
    Stimulus,
)
from quizgen.items.match import Match, MatchChoice, Prompt, ShownMatch
from quizgen.items.multiple_response import MultipleResponse, ShownMultipleResponse
from quizgen.items.number import Number, OtherValue, ShownNumber
from quizgen.items.parts import Lean, Option, ShownOption, letter, lettered

INTERACTIONS = {
    "choice": Choice,
    "multiple-response": MultipleResponse,
    "highlight": Highlight,
    "match": Match,
    "number": Number,
}
"""Every interaction by its name; what presents, prints or grades items has one entry for each."""

__all__ = [
    "INTERACTIONS",
    "Choice",
    "Finding",
    "Highlight",
    "Interaction",
    "Item",
    "Judgement",
    "Lean",
    "Mark",
    "Match",
    "MatchChoice",
    "MultipleResponse",
    "Number",
    "Option",
    "OtherValue",
    "Phrase",
    "Prompt",
    "Provenance",
    "Rationale",
    "ShownChoice",
    "ShownClaim",
    "ShownHighlight",
    "ShownItem",
    "ShownMatch",
    "ShownMultipleResponse",
    "ShownNumber",
    "ShownOption",
    "ShownPassage",
    "ShownPhrase",
    "SourceNote",
    "Stimulus",
    "letter",
    "lettered",
]
