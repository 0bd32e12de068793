"""What the figures mean; their worked values stand in test_reference_values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.scoring.discernment import (
    Rates,
    auc,
    criterion,
    d_prime,
    discernment,
    log_beta,
    log_linear_rates,
    mist,
    raw_rates,
)

COUNTS = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
RATINGS = st.lists(st.integers(-6, 6), min_size=1, max_size=12)


@pytest.mark.parametrize("accepted", [0, 1])
def test_accepting_all_or_nothing_discerns_nothing(accepted: int) -> None:
    assert discernment(raw_rates(6 * accepted, 6, 4 * accepted, 4)) == 0


def test_more_doubt_than_the_evidence_asks_for_is_a_criterion_above_0() -> None:
    assert criterion(log_linear_rates(4, 10, 0, 10)) > 0
    assert criterion(log_linear_rates(10, 10, 6, 10)) < 0


@given(COUNTS, COUNTS)
def test_log_linear_rates_never_reach_0_or_1(sound: tuple[int, int], unsound: tuple[int, int]) -> None:
    assert all(0 < rate < 1 for rate in log_linear_rates(*sound, *unsound))


@given(COUNTS, COUNTS)
def test_log_beta_is_criterion_times_d_prime(sound: tuple[int, int], unsound: tuple[int, int]) -> None:
    rates = log_linear_rates(*sound, *unsound)
    assert log_beta(rates) == pytest.approx(criterion(rates) * d_prime(rates), abs=1e-12)


@given(COUNTS, COUNTS)
def test_exchanging_the_kinds_turns_both_round(sound: tuple[int, int], unsound: tuple[int, int]) -> None:
    here, there = log_linear_rates(*sound, *unsound), log_linear_rates(*unsound, *sound)
    assert d_prime(here) == pytest.approx(-d_prime(there))
    assert criterion(here) == pytest.approx(criterion(there))
    assert discernment(here) == -discernment(there)


def test_a_rate_of_one_half_is_where_z_is_0() -> None:
    assert d_prime(Rates(0.5, 0.5)) == criterion(Rates(0.5, 0.5)) == 0


@given(RATINGS, RATINGS)
def test_auc_turns_round_with_the_kinds(sound: list[int], unsound: list[int]) -> None:
    assert auc(sound, unsound) == pytest.approx(1 - auc(unsound, sound))
    assert auc(sound, sound) == pytest.approx(0.5)


def test_auc_is_1_where_every_sound_claim_is_rated_higher() -> None:
    assert auc([1, 2], [0, -3]) == 1


def test_mist_calls_a_surplus_of_fake_answers_distrust_and_of_real_ones_naivety() -> None:
    assert mist(4, 10, each=10)[3:] == (6, 0)
    assert mist(10, 7, each=10)[3:] == (0, 3)
