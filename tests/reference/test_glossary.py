"""The glossary tells each word once, and every issue type, family and move."""

from __future__ import annotations

import re

from quizgen.taxonomy import load_taxonomy
from scripts.reference.glossary import glossary

PAGE = glossary()


def test_no_word_is_told_twice() -> None:
    words = [word for row in re.findall(r"^\| \*\*([^*]+)\*\* \|", PAGE, re.MULTILINE) for word in row.split(", ")]

    assert len(words) > 60
    assert len(words) == len(set(words))


def test_every_word_says_where_it_is_told_of() -> None:
    rows = [row for row in PAGE.split("\n") if re.match(r"\| \*\*[^*]+\*\* \|", row)]

    assert [row for row in rows if not re.search(r"\| \[[^\]]+\]\([^)]+\) \|$", row)] == []


def test_every_issue_type_family_and_move_is_told() -> None:
    taxonomy = load_taxonomy()

    assert len(taxonomy.types) > 30
    for issue_type in taxonomy.types.values():
        assert f"| **{issue_type.name}**<br>`{issue_type.id}` |" in PAGE
    for family in taxonomy.families:
        assert f"| `{family.id}` {family.name} | {family.question} |" in PAGE
    for move in taxonomy.moves:
        assert f"| {move.name} | `{move.id}` |" in PAGE
