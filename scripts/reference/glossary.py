"""docs/glossary.md: the words of the project, and the issue types, families and moves of the taxonomy."""

from __future__ import annotations

from quizgen.taxonomy import load_taxonomy
from scripts.reference.page import filled


def glossary() -> str:
    """Return the text of the page."""
    taxonomy = load_taxonomy()
    return filled("glossary.md.j2", taxonomy=taxonomy, move_names={move.id: move.name for move in taxonomy.moves})
