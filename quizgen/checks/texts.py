"""Words and sentences of a text, as checks look at them; what stands in quotation marks is somebody else's wording."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.material import content_words

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|`[^`]*`")
_LINKED = re.compile(r"\]\([^)\s]*\)")
_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Jr|Sr|No|vs|cf|etc|c|p|pp)\.)$"
)


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text in lower case, in order; a hyphen or apostrophe joins."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


@lru_cache(maxsize=65536)
def unquoted(text: str) -> str:
    """Return a text without what stands in quotation marks, and without the addresses of its links."""
    return _QUOTED.sub(" … ", _LINKED.sub("]", text) if "](" in text else text)


@lru_cache(maxsize=65536)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a full stop ends one before a capital or a digit, save after an abbreviation."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if _ABBREVIATION.search(text, start, end.start() + 1):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return (*found, text[start:].strip())


def clauses(text: str) -> list[str]:
    """Return the sentences of a text without what is quoted in them; a semicolon ends one, too."""
    return [clause for sentence in sentences(text) for clause in unquoted(sentence).split(";")]


NEGATIONS = frozenset(
    """
    no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't couldn't shouldn't
    """.split()  # noqa: SIM905  (a list of literals would be harder to read)
)
"""Words that turn the sense of a sentence."""


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """Return the telling words of a text without their endings, so that lend, lends and lending are one."""
    return frozenset(_ENDING.sub("", word) for word in content_words(text))


_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|ly|s)$")
