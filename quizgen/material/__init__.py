"""What a question may show: packs of findings, cover, and what keeps two items out of one form."""

from quizgen.material.cover import covers
from quizgen.material.material import Material, entry_name
from quizgen.material.outcome import Declined
from quizgen.material.pack import Line, Pack, make_pack, stands_alone

__all__ = ["Declined", "Line", "Material", "Pack", "covers", "entry_name", "make_pack", "stands_alone"]
