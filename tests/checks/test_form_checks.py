"""Checks of whole quizzes, on papers made for the purpose."""

from __future__ import annotations

import pytest

from quizgen.checks.paper import Paper
from quizgen.checks.rule import Fault
from quizgen.checks.rules import clean_share, key_position, truth_balance
from quizgen.checks.subject import Subject
from quizgen.items import Item, Judgement
from tests.bank.checking import CLAIM, check_clean
from tests.forms.small_items import small_item

SUBJECT = Subject(check_clean(CLAIM))


def paper(*items: Item) -> Paper:
    return Paper(SUBJECT, items, "default")


def judging(of: str, sound: int, unsound: int) -> Paper:
    """Return a quiz of so many items that judge something, sound and unsound, and one that leaves it open."""
    judgements = [Judgement(of=of, sound=value) for value in [True] * sound + [False] * unsound + [None]]
    return paper(*(small_item(f"i{n}").model_copy(update={"judgement": j}) for n, j in enumerate(judgements)))


def faults(check: object, quiz: Paper) -> list[Fault]:
    return list(check.of_form(quiz))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sound", "unsound"), [(2, 2), (1, 3), (3, 1), (5, 5), (6, 4), (13, 7), (0, 3), (3, 0), (0, 0)]
)
def test_a_balance_that_whole_numbers_allow_is_let_pass(sound: int, unsound: int) -> None:
    assert faults(truth_balance, judging("claim", sound, unsound)) == []


@pytest.mark.parametrize(("sound", "unsound"), [(0, 4), (4, 0), (3, 7), (8, 2), (20, 5)])
def test_a_lopsided_quiz_is_told(sound: int, unsound: int) -> None:
    (fault,) = faults(truth_balance, judging("claim", sound, unsound))

    assert fault.path == ("claims",)
    assert fault.message.startswith(f"{sound} of {sound + unsound} claims")
    assert ("do not hold" in fault.help) == (sound > unsound)


@pytest.mark.parametrize(
    ("sound", "unsound", "told"), [(0, 4, True), (1, 3, False), (0, 3, False), (2, 8, True), (3, 7, False)]
)
def test_three_passages_in_ten_are_sound(sound: int, unsound: int, told: bool) -> None:
    assert bool(faults(clean_share, judging("passage", sound, unsound))) == told


def test_passages_do_not_count_as_claims() -> None:
    assert faults(truth_balance, judging("passage", 0, 9)) == []
    assert faults(clean_share, judging("claim", 0, 9)) == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [((12, 4, 4), True), ((11, 5, 4), False), ((5, 5, 5), False), ((10, 3, 2), True), ((9, 0, 0), False)],
)
def test_the_places_of_keys_are_held_against_chance(counts: tuple[int, ...], told: bool) -> None:
    """χ² of 12, 4, 4 is 6.4, which chance exceeds in 4.1 of 100 cases."""
    places = [place for place, count in enumerate(counts) for _ in range(count)]

    assert key_position.uneven(places, 3) == told


def test_places_that_quizgen_drew_are_no_matter_of_the_author() -> None:
    assert faults(key_position, paper(*(small_item(f"c{i}") for i in range(20)))) == []
