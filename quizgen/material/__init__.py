"""What a question may show: packs of findings, cover, and what keeps two items out of one form."""

from quizgen.material.cover import covers, facts, lacking
from quizgen.material.fairness import Obstacle, mixed, unclear, undecided, unsure
from quizgen.material.material import Material, entry_name
from quizgen.material.outcome import Declined
from quizgen.material.pack import Line, Pack, make_pack, stands_alone
from quizgen.material.words import content_words

__all__ = [
    "Declined",
    "Line",
    "Material",
    "Obstacle",
    "Pack",
    "content_words",
    "covers",
    "entry_name",
    "facts",
    "lacking",
    "make_pack",
    "mixed",
    "stands_alone",
    "unclear",
    "undecided",
    "unsure",
]
