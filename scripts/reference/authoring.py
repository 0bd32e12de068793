"""docs/authoring.md: from an article to a quiz, every command run and every entry taken from the finished example."""

from __future__ import annotations

from scripts.reference.page import filled
from scripts.reference.walk import walk


def authoring() -> str:
    """Return the text of the page."""
    with walk() as example:
        return filled("authoring.md.j2", walk=example)
