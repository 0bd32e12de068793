"""Paragraphs are cut where an English sentence ends, and nowhere else; nothing of them is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.articles.sentences import sentences


def cut(paragraph: str) -> list[str]:
    found = list(sentences(paragraph))
    assert all(paragraph[s.start :].startswith(s.text) for s in found)
    return [s.text for s in found]


@pytest.mark.parametrize(
    "parts",
    [
        ["The bakery opened in 1931.", "It closed in 1958."],
        ["What will it cost?", "Nobody knows!", "We asked."],
        ["It cost 3.4 million euros.", "That is 1.2 more."],
        ["The train left at 8.24 a.m.", "The bus came later."],
        ["He lives in the U.S.", "She does not."],
        ["It was founded by J. R. Elm in 1931.", "He died in 1958."],
        ["Dr. Elm met Mrs. Oak.", "Both left."],
        ["The firm is Elm & Sons Ltd.", "It sells bread."],
        ["“We need it now,” she said.", "“Next year is too late.”"],
        ["He said: “It is late. We must go.”", "They went."],
        ["The rest (see p. 12. It is long) is known.", "So be it."],
        ["Elm Street, No. 12, was sold.", "It is empty."],
        ["They asked again…", "Nobody came."],
        ["It grew by 5 per cent.", "1958 was a bad year."],
        ["Is that so?", "“Yes,” he said."],
        ["It said so.[3]", "It did not say why."],
    ],
)
def test_a_sentence_ends_where_it_ends(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "one",
    [
        "On 2 Jan. 2024 the baths opened.",
        "The U.S. Senate voted on it.",
        "It is sold at 9 a.m. and at 5 p.m. on weekdays.",
        "Bread, rolls, cakes etc. are sold here.",
        "She wrote to Gen. Oak and Rep. Ash about it.",
        "Version 2.0.1 of the plan is better than 1.9.",
        "The “best!” bakery of the town is shut.",
        "He shouted “Stop! Wait for me.” and ran.",
        "It is known (nobody doubts it!) that bread is good.",
        "Visit example.org for more.",
        "the end of it",
        "1. The bakery opened in 1931.",
        "… and so it went.",
        "“It is late.” (Elm, the head of the office)",
    ],
)
def test_a_stop_that_ends_no_sentence_cuts_none(one: str) -> None:
    assert cut(one) == [one]


def test_a_long_quotation_is_cut_within() -> None:
    long = "“" + "We need it now, and nobody can say that it came as a surprise to us. " * 6 + "That is all.”"

    assert len(cut(long)) == 7


@given(st.text(alphabet='aB.!? \n“”"()1…', max_size=80))
def test_nothing_but_space_is_lost(paragraph: str) -> None:
    assert "".join("".join(cut(paragraph)).split()) == "".join(paragraph.split())


def test_hostile_paragraphs_take_no_more_than_a_moment() -> None:
    for paragraph in ("." * 50_000, "a. " * 20_000, "“" * 50_000, "(" * 20_000 + ")" * 20_000, "“a.” " * 20_000):
        began = time.process_time()
        list(sentences(paragraph))
        assert time.process_time() - began < 2
