"""Item analysis where there is little to analyse; its worked values stand in test_reference_values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.scoring.analysis import alpha, correlation, item_statistics, kr20, standard_error, wilson

BINARY = st.integers(2, 6).flatmap(
    lambda items: st.lists(st.lists(st.integers(0, 1), min_size=items, max_size=items), min_size=2, max_size=12)
)


def test_an_item_that_all_answer_alike_correlates_with_nothing() -> None:
    always, sometimes = item_statistics([[1, 1], [1, 0]])
    assert (always.facility, always.item_total, always.item_rest) == (1, None, None)
    assert (sometimes.facility, sometimes.item_rest) == (0.5, None)
    assert sometimes.item_total == pytest.approx(1)


def test_a_test_without_spread_or_with_one_item_has_no_reliability() -> None:
    for matrix in ([[1, 0], [1, 0]], [[1], [0]]):
        assert kr20(matrix) is alpha(matrix) is standard_error(matrix) is None


def test_two_items_that_agree_are_fully_consistent() -> None:
    matrix = [[1, 1], [0, 0], [1, 1]]
    assert kr20(matrix) == pytest.approx(1)
    assert standard_error(matrix) == pytest.approx(0, abs=1e-6)


def test_alpha_takes_partial_credit() -> None:
    # Item variances 1/6 each, total variance 2/3: α = 2 · (1 - (1/3) / (2/3)) = 1.
    assert alpha([[0, 0], [0.5, 0.5], [1, 1]]) == pytest.approx(1)


@given(BINARY)
def test_kr20_is_alpha_for_right_or_wrong_items(matrix: list[list[int]]) -> None:
    assert kr20(matrix) == pytest.approx(alpha(matrix))


@given(BINARY)
def test_correlations_lie_between_minus_1_and_1(matrix: list[list[int]]) -> None:
    for statistics in item_statistics(matrix):
        for r in (statistics.item_total, statistics.item_rest):
            assert r is None or -1 - 1e-9 <= r <= 1 + 1e-9


def test_opposite_answers_correlate_at_minus_1() -> None:
    assert correlation([0, 1, 1], [1, 0, 0]) == pytest.approx(-1)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_wilson_interval_holds_the_share_and_stays_a_proportion(counts: tuple[int, int]) -> None:
    right, of = counts
    low, high = wilson(right, of)
    assert -1e-12 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1 + 1e-12


def test_a_lower_level_gives_a_narrower_interval() -> None:
    wide, narrow = wilson(5, 10), wilson(5, 10, level=0.8)
    assert wide.low < narrow.low < narrow.high < wide.high
