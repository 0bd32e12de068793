"""Phrases: the rule looks at the text alone, loses nothing of it, and finds the words that carry a span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.model import Issue, Passage
from quizgen.material.phrases import Phrases, find, marked, phrases_of, split


def _joined(phrases: Phrases) -> str:
    return "".join(gap + text for gap, text in zip(phrases.gaps, phrases.texts, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened. Few came.", ["It opened.", "Few came."]),
        ("It opened. few came.", ["It opened. few came."]),
        ("“It opened.” “Few came.”", ["“It opened.”", "“Few came.”"]),
        ("Oak, Elm; Ash: Yew", ["Oak,", "Elm;", "Ash:", "Yew"]),
        ("In May, 2021 it closed", ["In May, 2021 it closed"]),
        ("It rose by 4,000 books", ["It rose by 4,000 books"]),
        ("Mr. Oak met Prof. Elm there", ["Mr. Oak met Prof. Elm there"]),
        ("The U.S. Senate met J. Oak", ["The U.S. Senate met J. Oak"]),
        ("The old library and its garden", ["The old library", "and its garden"]),
        ("Oak and Elm", ["Oak and Elm"]),
        ("One two three four five six seven eight nine", ["One two three four five six seven", "eight nine"]),
        ("Oak (April, and May, then June), Elm (May)", ["Oak (April, and May, then June),", "Elm (May)"]),
        ("Chad (April, 2021), Mali (May, 2021) Guinea", ["Chad (April, 2021),", "Mali (May, 2021) Guinea"]),
        ("A list: a) one, b) two", ["A list:", "a) one,", "b) two"]),
        ("It closed (so they say. All left", ["It closed (so they say.", "All left"]),
    ],
)  # fmt: skip
def test_the_rule_breaks_at_the_ends_of_clauses_and_nowhere_else(text: str, expected: list[str]) -> None:
    assert list(split(text).texts) == expected


def test_the_rule_splits_a_long_sentence_before_joining_words() -> None:
    text = "The library found itself in a situation where it has exhausted its funds to buy the new books"

    assert split(text).texts == (
        "The library found itself",
        "in a situation where it",
        "has exhausted its funds",
        "to buy the new books",
    )


@given(st.text(alphabet="ab AB12.,;:!?()[]“”\n\t-'", min_size=1).filter(str.strip))
def test_joined_with_their_gaps_the_phrases_are_the_text(text: str) -> None:
    phrases = split(text.strip())

    assert _joined(phrases) == text.strip()
    assert all(t.strip() == t and t for t in phrases.texts)


def test_an_author_may_write_the_split() -> None:
    own = phrases_of(Passage(id="p", text="It  opened\nin 1990.", phrases=["It", "opened", "in 1990."]))

    assert own is not None
    assert own.texts == ("It", "opened", "in 1990.")
    assert own.gaps == ("", "  ", "\n")


@pytest.mark.parametrize(
    "phrases", [["It opened"], ["It", "in 1990."], ["It opened in 1990.", "And so on."], ["opened"]]
)
def test_a_split_that_leaves_something_out_is_none(phrases: list[str]) -> None:
    assert phrases_of(Passage(id="p", text="It opened in 1990.", phrases=phrases)) is None


@pytest.mark.parametrize(
    ("words", "occurrence", "expected"),
    [
        ("old", None, None),
        ("old", 1, (4, 7)),
        ("old", 2, (13, 16)),
        ("old", 3, None),
        ("oak", None, (8, 11)),
        ("oak", 1, (8, 11)),
        ("oak", 2, None),
        ("elm", None, None),
        ("elm", 1, None),
    ],
)
def test_words_are_found_if_it_is_clear_which_are_meant(
    words: str, occurrence: int | None, expected: tuple[int, int] | None
) -> None:
    assert find("The old oak, old and bare", words, occurrence) == expected


def test_words_that_overlap_themselves_stand_there_twice() -> None:
    assert find("aaa", "aa") is None
    assert find("aaa", "aa", 2) == (1, 3)


def test_the_occurrence_is_that_of_the_words_that_need_one() -> None:
    issue = Issue(type="loaded-language", spans=["bare", "old"], occurrence=2, why="Why.")

    assert marked("The old oak, old and bare", issue) == ((13, 16), (21, 25))


def test_an_issue_with_words_that_cannot_be_placed_has_no_marks() -> None:
    assert marked("The old oak", Issue(type="loaded-language", spans=["old", "elm"], why="Why.")) == ()
    assert marked("The old oak", Issue(type="missing-context", why="Why.")) == ()


def _carriers(text: str, span: str) -> list[str]:
    phrases, place = split(text), find(text, span)
    assert place is not None
    return [phrases.texts[i] for i in sorted(phrases.carrying(place))]


def test_a_phrase_with_the_first_content_word_carries_the_span() -> None:
    # Split: "It was scarcely used" / "by the whole town / of Elm".
    assert _carriers("It was scarcely used by the whole town of Elm", "used by the whole town") == [
        "It was scarcely used",
        "by the whole town",
    ]


def test_grammar_words_do_not_make_a_phrase_carry_a_span() -> None:
    text = "They said it was the most brutal of all deeds"

    assert split(text).texts == ("They said it", "was the most brutal", "of all deeds")
    assert _carriers(text, "it was the most brutal") == ["was the most brutal"]


def test_a_phrase_that_lies_mostly_inside_the_span_carries_it() -> None:
    assert _carriers("Soon the long war will be over with full victory", "will be over with full victory") == [
        "will be over",
        "with full victory",
    ]


def test_a_phrase_that_only_touches_the_span_does_not_carry_it() -> None:
    text = "The ruined mills and the farms of Elm"
    phrases, place = split(text), find(text, "ruined mills and")
    assert place is not None

    assert phrases.texts == ("The ruined mills", "and the farms", "of Elm")
    assert phrases.touching(place) == {0, 1}
    assert phrases.carrying(place) == {0}
