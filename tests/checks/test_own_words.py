"""quizgen's own words are held to what its checks ask of authors: stems, labels, issue types and steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from quizgen.checks.rules import claimed_intent, judging_words, negative_stem
from quizgen.checks.rules.long_sentence import MOST
from quizgen.checks.texts import clauses, unquoted, words
from quizgen.generators import GENERATORS
from quizgen.taxonomy import load_taxonomy
from quizgen.wording import load_wording

WORDING = load_wording("en")
ASKS_FOR_WHAT_FAILS = {"which-words"}
"""Templates whose question is for words that are not backed; its last option is that there are none."""
SLOT = re.compile(r"{[{%].*?[%}]}")


def _texts(node: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield path, SLOT.sub("X", node)
    else:
        for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _texts(inner, f"{path}.{name}")


TEMPLATES = [name for name in GENERATORS if WORDING.has(name)]
ALL = [text for name in TEMPLATES for text in _texts(WORDING.entry(name), name)]
STEMS = [(path, text) for path, text in ALL if ".stems" in path]
SHOWN_OF_TYPES = {"name", "plain", "definition", "look_for", "near_miss", "step"}
TYPES = [
    text
    for issue_type in load_taxonomy().types.values()
    for text in _texts(
        issue_type.model_dump(include=SHOWN_OF_TYPES, exclude={"step": {"out", "answers"}}), issue_type.id
    )
]


@pytest.mark.parametrize(("path", "text"), STEMS)
def test_no_stem_is_negative_or_long(path: str, text: str) -> None:
    if path.partition(".")[0] not in ASKS_FOR_WHAT_FAILS:
        assert negative_stem.negative(text) is None
    assert max(len(words(clause)) for clause in clauses(text)) <= MOST


def test_where_a_stem_is_negative_none_of_them_is_an_answer() -> None:
    for template in ASKS_FOR_WHAT_FAILS:
        assert all("if any" in text for path, text in STEMS if path.startswith(template))
        assert WORDING.text(f"{template}.options.none.text")


def test_what_is_told_judges_nobody_and_claims_no_intent() -> None:
    assert len(ALL) > 200
    assert [p for p, text in [*ALL, *TYPES] if judging_words._JUDGES.search(unquoted(text))] == []
    assert [p for p, text in ALL if claimed_intent._MEANT.search(unquoted(text))] == []


@pytest.mark.parametrize("kind", ["name", "do"])
def test_names_and_steps_are_alike_enough_to_be_offered_together(kind: str) -> None:
    """No name or step is more than twice as long as the middle one, or holds a figure, a quotation or an address."""
    texts = [t.name if kind == "name" else t.step.do for t in load_taxonomy().types.values()]
    middle = sorted(len(text) for text in texts)[len(texts) // 2]

    assert [text for text in texts if len(text) > 2 * middle] == []
    assert [text for text in texts if re.search(r"\d|https?:|[“”\"]", text)] == []
