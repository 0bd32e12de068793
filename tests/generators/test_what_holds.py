"""what-holds: the key follows from a finding, and nothing but the findings tells it from the distractors."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.what_holds import generate
from quizgen.items import Choice, Item
from tests.generators.banks import Fields, bank, claim, line, one_decline, one_item

FINDING = "Elm Library lent 4,000 books in 2022 and 5,000 books in 2021."
HOLDS = "Elm Library lent fewer books in 2022 than in 2021."
MIRROR = "Elm Library lent more books in 2022 than in 2021."
OTHER = "Elm Library bought more books in 2022 than in 2021."


def _wrong(*texts: str) -> list[Fields]:
    return [{"text": text, "why_wrong": "It was 4,000 and 5,000."} for text in texts]


def _claim(*wrong: str, **fields: Any) -> Fields:
    return claim(
        **{
            "holds": HOLDS,
            "evidence": [line(finding=FINDING)],
            "misconceptions": _wrong(*(wrong or (MIRROR, OTHER))),
            **fields,
        }
    )


def _texts(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.text for option in item.body.options]


def test_the_statement_that_holds_is_the_key_beside_two_misconceptions() -> None:
    item = one_item(generate, bank(claims=[_claim()]))

    assert _texts(item) == [HOLDS, MIRROR, OTHER]
    assert isinstance(item.body, Choice)
    assert item.body.key == ("a",)
    assert not item.body.fixed
    assert item.judgement is None
    assert item.body.options[1].why == "It was 4,000 and 5,000."


def test_the_misconceptions_nearest_in_length_are_taken() -> None:
    long = "Elm Library lent more books in the year 2022 than it had lent in the year 2021."
    item = one_item(generate, bank(claims=[_claim(long, MIRROR, OTHER)]))

    assert _texts(item)[1:] == [MIRROR, OTHER]


@pytest.mark.parametrize(("holds", "difficulty"), [(HOLDS, 3), ("Elm Library lent fewer books year by year.", 2)])
def test_it_is_harder_where_key_and_distractor_share_a_number(holds: str, difficulty: int) -> None:
    assert one_item(generate, bank(claims=[_claim(holds=holds)])).difficulty == difficulty


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"holds": None}, "holds"),
        ({"holds": "Elm Library lent fewer books in 2022 than in 2020."}, "holds"),
        ({"holds": "Oak Museum lent fewer books in 2022 than in 2021."}, "holds"),
        ({"holds": "Elm Library lent 4,000 books in 2022 alone."}, "holds"),
        ({"evidence": [line("late")]}, "evidence"),
        ({"min_pack": 2}, "evidence"),
        ({"says": "They lent 4,000 books."}, "says"),
    ],
)
def test_it_declines_without_a_key_that_follows_from_the_findings(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(**fields)]))

    assert (declined.template, declined.unlock) == ("what-holds", field)


def test_a_number_in_words_may_be_worked_out_from_the_findings() -> None:
    holds = "In 2022 Elm Library lent four fifths of the books of 2021."

    assert one_item(generate, bank(claims=[_claim(holds=holds)]))


@pytest.mark.parametrize(
    "wrong",
    [
        "A library must lend more books in 2022 than in 2021.",
        "Elm Library is loved because it lent more books than before.",
        "It lent more books in 2022 than in 2021, says Elm Library.",
        "Elm Library lent more books in 2024 than in 2021.",
        "Cinemas sold fewer tickets in winter than in summer.",
        "Elm Library lent 5,000 books in 2021.",
        HOLDS.upper(),
        MIRROR.lower(),
    ],
)
def test_maxims_later_years_other_subjects_findings_and_repetitions_are_no_distractors(wrong: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(MIRROR, wrong)]))

    assert declined.reason.startswith("1 misconception(s)")
    assert declined.unlock == "misconceptions"


@pytest.mark.parametrize(
    ("holds", "wrong", "cue"),
    [
        (HOLDS, ("Elm Library lent all books.", "Elm Library lent more books in 2022."), "absolute"),
        ("Elm Library never lent more books than in 2021.", (MIRROR, OTHER), "absolute"),
        ("Elm Library lent about a fifth fewer books in 2022.", (MIRROR, OTHER), "hedged"),
        (HOLDS, ("Elm Library lent more books.", "Elm Library sold books."), "longer"),
        (
            HOLDS,
            (
                "Oak Library lent fewer books in 2022 than in 2021.",
                "Elm Library sold fewer films in 2022 than in 2021.",
            ),
            "vary",
        ),
    ],
)
def test_it_declines_where_the_key_can_be_told_without_the_sources(
    holds: str, wrong: tuple[str, ...], cue: str
) -> None:
    declined = one_decline(generate, bank(claims=[_claim(*wrong, holds=holds)]))

    assert cue in declined.reason
    assert declined.unlock == "misconceptions"


def test_another_misconception_mends_a_cue() -> None:
    off_key = "Elm Library lent every book in 2022."
    item = one_item(generate, bank(claims=[_claim(off_key, MIRROR, OTHER)]))

    assert off_key not in _texts(item)


def test_an_absolute_word_in_key_and_distractor_is_no_cue() -> None:
    wrong = ("Elm Library lent only 5,000 books in 2022.", "Elm Library bought only 5,000 books in 2022.")
    holds = "Elm Library lent only a part of the 5,000 books of 2021."

    assert one_item(generate, bank(claims=[_claim(*wrong, holds=holds)]))


def test_it_declines_where_the_author_does() -> None:
    refused = _claim(not_as=[{"template": "what-holds", "reason": "Must be shown together."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "Must be shown together."
