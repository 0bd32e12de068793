"""Certainty and answers; the worked values of Brier and Murphy stand in test_reference_values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.items import (
    INTERACTIONS,
    Choice,
    Highlight,
    Item,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    Phrase,
    Prompt,
)
from quizgen.scoring.calibration import _CHANCES, LEVELS, Forecast, brier, chance, murphy, probability
from tests.item_strategies import item_of, items

OPTIONS = tuple(Option(id=i, text=i, why="w") for i in "abcd")
FORECASTS = st.lists(
    st.builds(Forecast, st.sampled_from((0.0, 0.25, 0.5, 0.75, 0.95, 1.0)), st.booleans()), min_size=1, max_size=30
)


def match(*, reuse: bool) -> Match:
    prompts = tuple(Prompt(id=str(i), text="p", key="a", why="w") for i in (1, 2))
    return Match(prompts=prompts, choices=tuple(MatchChoice(id=i, text=i) for i in "abc"), reuse=reuse)


def phrases(*roles: Any) -> Highlight:
    return Highlight(phrases=tuple(Phrase(id=str(i), text="w", role=r, why="w") for i, r in enumerate(roles, 1)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (Choice(options=OPTIONS, key=("a",)), 1 / 4),
        (Choice(options=OPTIONS, key=("a", "b")), 1 / 2),
        (MultipleResponse(options=OPTIONS, key=("a",)), 1 / 16),
        (phrases("key", "plain", "neutral", "plain"), 1 / 8),
        (match(reuse=False), 1 / 6),
        (match(reuse=True), 1 / 9),
        (Number(value=1, tolerance=0, unit="u", whole=True, why="w"), 0),
    ],
)
def test_a_guess_is_worth_the_chance_of_a_blind_answer(body: Any, expected: float) -> None:
    assert chance(item_of(body)) == pytest.approx(expected)
    assert probability("guessing", item_of(body)) == pytest.approx(expected)


@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_every_interaction_has_a_chance(interaction: str) -> None:
    assert interaction in _CHANCES


@given(items())
def test_surer_words_never_mean_less_and_none_means_less_than_chance(item: Item) -> None:
    meant = [probability(level, item) for level in LEVELS]
    assert meant == sorted(meant)
    assert chance(item) <= meant[0]
    assert meant[-1] >= 0.95


def test_the_floor_holds_for_every_word() -> None:
    nearly_all = Choice(options=(*OPTIONS, Option(id="e", text="e", why="w")), key=("a", "b", "c", "d"))
    assert probability("fairly", item_of(nearly_all)) == 0.8


@given(FORECASTS)
def test_the_parts_of_the_brier_score_add_up(forecasts: list[Forecast]) -> None:
    parts = murphy(forecasts)
    assert parts.brier == pytest.approx(parts.reliability - parts.resolution + parts.uncertainty, abs=1e-12)
    assert parts.brier == brier(forecasts)


def test_one_half_throughout_gives_one_quarter() -> None:
    assert brier([Forecast(0.5, right) for right in (True, False, False)]) == 0.25


def test_a_reader_who_is_surer_than_right_is_overconfident() -> None:
    assert murphy([Forecast(0.95, True), Forecast(0.95, False)]).overconfidence == pytest.approx(0.45)
    assert murphy([Forecast(0.25, True), Forecast(0.25, True)]).overconfidence == pytest.approx(-0.75)
