"""Drafts: the two places are exactly the words that differ, the same in all four drafts, or there are no drafts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.model import Rewrite
from quizgen.material import Obstacle
from quizgen.material.drafts import Drafts, drafts

ALL = ((), (0,), (1,), (0, 1))


def _wrong(*texts: str, both: str) -> list[Rewrite]:
    shifts = [*((text, "date") for text in texts), (both, "both")]
    return [Rewrite.model_validate({"text": text, "shift": shift, "why_wrong": "No."}) for text, shift in shifts]


def _marked(made: Drafts | Obstacle) -> list[str]:
    """Return the four drafts with brackets around what is marked."""
    assert isinstance(made, Drafts), made
    found = []
    for shifted in ALL:
        shown = made.draft(shifted)
        first, second = shown.marks
        text = shown.text
        found.append(
            f"{text[: first.start]}[{text[first.start : first.end]}]{text[first.end : second.start]}"
            f"[{text[second.start : second.end]}]{text[second.end :]}"
        )
    return found


def test_the_words_that_differ_are_marked_in_all_four() -> None:
    wrong = _wrong("Elm lent 5 books.", "Oak lent 4 books.", both="Oak lent 5 books.")

    assert _marked(drafts("Elm lent 4 books.", wrong)) == [
        "[Elm] lent [4] books.",
        "[Oak] lent [4] books.",
        "[Elm] lent [5] books.",
        "[Oak] lent [5] books.",
    ]


def test_places_may_have_several_words_and_numbers_and_marks_of_punctuation_stay_whole() -> None:
    made = drafts(
        "By Elm’s count, 24.5% was “non-lethal aid”.",
        _wrong(
            "By the council, 24.5% was “non-lethal aid”.",
            "By Elm’s count, 24.5% was “lethal weapons”.",
            both="By the council, 24.5% was “lethal weapons”.",
        ),
    )

    assert _marked(made)[0] == "By [Elm’s count], 24.5% was “[non-lethal aid]”."
    assert _marked(made)[3] == "By [the council], 24.5% was “[lethal weapons]”."


def test_where_words_are_put_in_the_words_beside_them_are_marked_too() -> None:
    made = drafts(
        "Elm lent some books to readers in 2022.",
        _wrong(
            "Elm lent some good books to readers in 2022.",
            "Elm lent some books to readers in 2021.",
            both="Elm lent some good books to readers in 2021.",
        ),
    )

    assert _marked(made) == [
        "Elm lent [some books] to readers in [2022].",
        "Elm lent [some good books] to readers in [2022].",
        "Elm lent [some books] to readers in [2021].",
        "Elm lent [some good books] to readers in [2021].",
    ]


def test_where_words_are_put_in_at_an_end_the_one_word_beside_them_is_marked_too() -> None:
    made = drafts(
        "Elm lent 4 books", _wrong("Elm lent 4 books daily", "Oak lent 4 books", both="Oak lent 4 books daily")
    )

    assert _marked(made)[:2] == ["[Elm] lent 4 [books]", "[Oak] lent 4 [books]"]
    assert _marked(made)[2] == "[Elm] lent 4 [books daily]"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ([], "two wrong wordings"),
        (_wrong("Oak lent 4 books.", both="Oak lent 5 books."), "two wrong wordings"),
        (_wrong("Oak lent 4 books.", "Elm lent 5 books.", "Elm had 4 books.", both="Oak had 5 books."), "two wrong"),
        (_wrong("Elm lent 4 books.", "Elm lent 5 books.", both="Oak lent 5 books."), "differs in no word"),
        (_wrong("Elm lent 4 books!", "Elm lent 5 books.", both="Oak lent 5 books."), "differs in no word"),
        (_wrong("Oak lent 4 books!", "Elm lent 5 books.", both="Oak lent 5 books!"), "its marks too"),
        (_wrong("Oak lent 4 books.", "Fir lent 4 books.", both="Yew lent 4 books."), "no word stands between"),
        (_wrong("Oak lent 4 books.", "Elm gave 4 books.", both="Oak gave 4 books."), "no word stands between"),
        (_wrong("Oak gave 4 books.", "Elm gave 5 books.", both="Oak gave 5 books."), "no word stands between"),
        (_wrong("Oak lent 4 books.", "Elm lent 5 books.", both="Oak lent 6 books."), "third wording"),
        (_wrong("Oak lent 4 books.", "Elm lent 5 books.", both="Oak lent 5 books"), "third wording"),
        (_wrong("…", "Elm lent 5 books.", both="…"), "differs in no word"),
    ],
)
def test_what_is_not_two_by_two_makes_no_drafts(wrong: list[Rewrite], reason: str) -> None:
    made = drafts("Elm lent 4 books.", wrong)

    assert isinstance(made, Obstacle)
    assert reason in made.reason
    assert made.unlock == "rewrites_wrong"


_WORDS = st.lists(st.sampled_from(["elm", "oak", "4,000", "of", "of"]), max_size=3)


@given(st.lists(_WORDS, min_size=7, max_size=7))
def test_drafts_are_the_wordings_themselves_and_differ_in_the_marked_words_alone(stretches: list[list[str]]) -> None:
    before, first, new, between, second, other, after = stretches

    def said(one: list[str], two: list[str]) -> str:
        return "So " + " ".join([*before, *one, "and", *between, *two, *after])

    right, shift, another, both = said(first, second), said(new, second), said(first, other), said(new, other)
    made = drafts(right, _wrong(shift, another, both=both))
    if isinstance(made, Obstacle):
        return
    texts = [made.draft(shifted).text for shifted in ALL]
    assert [texts[0], texts[3]] == [right, both]
    assert {texts[1], texts[2]} == {shift, another}
    rests = set()
    for shifted in ALL:
        shown = made.draft(shifted)
        one, two = shown.marks
        rests.add((shown.text[: one.start], shown.text[one.end : two.start], shown.text[two.end :]))
        assert one.start < one.end < two.start < two.end
    assert len(rests) == 1
