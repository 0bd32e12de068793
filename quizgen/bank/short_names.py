"""Short names, as ids are: made of any text, for who has to be told of one that fits."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 48
"""Characters of a name that is made; one that an author chooses may be longer."""

_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


def as_id(text: str) -> str:
    """Return a text as a short name: lower-case words joined by hyphens; empty if it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAME.sub("-", plain)[:LONGEST].strip("-")
