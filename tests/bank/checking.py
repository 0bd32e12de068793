"""Helpers for tests of bank files: write the part that matters, and say what is wrong with it and where.

The part stands at the top of the file, so that its lines count from 1; what else a bank needs comes after it.
"""

from __future__ import annotations

import re
from textwrap import dedent

from quizgen.bank import Bank, LoadedBank, load_bank_text

REST = {
    "format": "format: 1",
    "id": "id: elm-library",
    "title": "title: How Elm Library is doing",
    "level": "level: adult",
    "license": "license: CC0",
    "article": "article: {title: Elm, publisher: The Daily, published: 2023, genre: news, as_of: 2023-06-30}",
    "sources": dedent("""\
        sources:
          daily: {title: Lent, publisher: The Daily, published: 2023-02, url: https://example.org/lent, kind: secondary,
            stake: independent, about: How many books were lent.}
          closed: {title: Shut, publisher: The Daily, published: 2023-02, url: https://example.org/shut, kind: primary,
            stake: independent, about: When it is shut., reached: false}
          paper: {title: Print, publisher: The Daily, published: 2023-02, kind: primary, stake: independent,
            about: How many pages were printed.}"""),
}
CLAIM = dedent("""\
    claims:
      - id: lent
        quote: the library lent 4000 books and 4000 films
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
    """)
"""A sound claim of eight lines; what a test adds to it begins on line 9."""
PASSAGE = dedent("""\
    passages:
      - id: best
        text: Everybody says that it is the best library, the best of all.
    """)
"""A passage of three lines that lacks its issues; what a test adds to it begins on line 4."""


def whole(part: str) -> str:
    """Return the text of a bank that begins with the part."""
    part = dedent(part)
    return part.rstrip("\n") + "\n" + "".join(v + "\n" for k, v in REST.items() if not re.search(rf"(?m)^{k}:", part))


def more(entry: str, lines: str) -> str:
    """Return an entry with further lines, indented as its fields are."""
    return entry + "".join(f"    {line}\n" for line in dedent(lines).strip("\n").split("\n"))


def load(part: str) -> LoadedBank:
    """Load a bank that begins with the part."""
    return load_bank_text(whole(part), "bank.yaml")


def check_clean(part: str) -> Bank:
    """Assert that nothing is wrong, and return the bank."""
    loaded = load(part)
    assert loaded.diagnostics == ()
    return loaded.usable()


def check_finds(part: str, *expected: tuple[int, int, str]) -> LoadedBank:
    """Assert that this and nothing else is wrong: line, column and code of each."""
    loaded = load(part)
    assert [(d.location.line, d.location.column, d.code) for d in loaded.diagnostics] == list(expected), "\n".join(
        map(str, loaded.diagnostics)
    )
    return loaded
