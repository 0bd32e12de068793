"""Fairness: what stands in the way of a question, whatever template asks it."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Claim
from quizgen.material import Material, Obstacle, mixed, unclear, undecided, unsure
from tests.generators.banks import bank, claim, line

SUPPORTS = line()
REFUTES = line("daily", "refutes", "The Daily gives 400 books for Elm Library in 2022.")
NEAR = line("weekly", "context", "Elm Library opened a new hall in 2022.")
ALSO_NEAR = line("radio", "context", "Elm Library is open every day.")


def _claim(**fields: Any) -> Claim:
    return bank(claims=[claim(**fields)]).claims[0]


def _undecided(**fields: Any) -> Obstacle | None:
    of = bank(claims=[claim(**fields)])
    return undecided(of.claims[0], Material(of).pack(of.claims[0]))


@pytest.mark.parametrize(
    "says",
    [
        "This is a library.",
        "They lent 4,000 books.",
        "It lent 4,000 books.",
        "In addition, 40 countries would like to join.",
        "Its books are old.",
        "Moreover, it lent 4,000 books.",
        "Elm lent these books.",
    ],
)
def test_a_claim_that_leans_on_another_sentence_is_unclear(says: str) -> None:
    found = unclear(_claim(says=says))

    assert found is not None
    assert found.unlock == "says"


@pytest.mark.parametrize(
    "says", ["Elm lent 4,000 books.", "Theseus was a king.", "Italy has libraries.", "Elm has it."]
)
def test_a_claim_that_stands_alone_is_clear(says: str) -> None:
    assert unclear(_claim(says=says)) is None


@pytest.mark.parametrize("kind", ["opinion", "prediction"])
@pytest.mark.parametrize("verdict", ["supported", "misleading", "contradicted"])
def test_an_opinion_or_forecast_with_a_checked_verdict_is_mixed(kind: str, verdict: str) -> None:
    assert mixed(_claim(kind=kind, verdict=verdict)) is not None
    assert mixed(_claim(kind="fact", verdict=verdict)) is None


@pytest.mark.parametrize("verdict", ["not-enough-evidence", "not-checkable"])
def test_an_opinion_that_nothing_settles_is_not_mixed(verdict: str) -> None:
    assert mixed(_claim(kind="opinion", verdict=verdict)) is None


@pytest.mark.parametrize(
    ("verdict", "confidence", "asked"),
    [
        ("supported", "very-high", True),
        ("supported", "high", True),
        ("supported", "medium", False),
        ("supported", "low", False),
        ("not-enough-evidence", "medium", True),
        ("not-enough-evidence", "low", False),
        ("not-checkable", "medium", False),
    ],
)
def test_a_verdict_is_asked_for_only_if_the_author_is_sure(verdict: str, confidence: str, *, asked: bool) -> None:
    assert (unsure(_claim(verdict=verdict, confidence=confidence)) is None) is asked


@pytest.mark.parametrize(
    ("verdict", "evidence", "fair"),
    [
        ("supported", [SUPPORTS], True),
        ("supported", [SUPPORTS, NEAR], True),
        ("supported", [SUPPORTS, REFUTES], False),
        ("supported", [NEAR], False),
        ("misleading", [REFUTES], True),
        ("misleading", [REFUTES, SUPPORTS], True),
        ("misleading", [SUPPORTS], False),
        ("contradicted", [REFUTES, NEAR], True),
        ("contradicted", [NEAR], False),
        ("not-enough-evidence", [NEAR], True),
        ("not-enough-evidence", [NEAR, SUPPORTS], False),
        ("not-enough-evidence", [NEAR, REFUTES], False),
    ],
)
def test_the_stances_shown_must_agree_with_the_verdict(verdict: str, evidence: list[Any], *, fair: bool) -> None:
    assert (_undecided(verdict=verdict, evidence=evidence) is None) is fair


@pytest.mark.parametrize(
    ("kind", "evidence", "fair"),
    [
        ("opinion", [NEAR, ALSO_NEAR], True),
        ("prediction", [NEAR, ALSO_NEAR], True),
        ("fact", [NEAR, ALSO_NEAR], False),
        ("opinion", [NEAR], False),
        ("opinion", [NEAR, ALSO_NEAR, SUPPORTS], False),
    ],
)
def test_beyond_every_source_are_opinions_and_forecasts_near_two_findings(
    kind: str, evidence: list[Any], *, fair: bool
) -> None:
    assert (_undecided(kind=kind, verdict="not-checkable", evidence=evidence) is None) is fair


def test_a_supported_claim_needs_each_of_its_numbers_in_a_finding_that_supports_it() -> None:
    counted = line("daily", "context", "Elm Library has 7 halls.")

    assert _undecided(says="Elm Library lent 4,000 books in 7 halls.", evidence=[SUPPORTS, counted]) is not None
    assert _undecided(says="Elm Library lent 4,000 books.", evidence=[SUPPORTS, counted]) is None


def test_a_supported_claim_is_unfair_if_a_finding_without_room_refutes_it() -> None:
    four = [line(s, finding=f"{s}: Elm Library lent 4,000 books in 2022.") for s in ("yearbook", "daily", "weekly")]
    four.append(line("library", finding="Elm Library tells of 4,000 books in 2022."))

    assert _undecided(evidence=four) is None
    assert _undecided(evidence=[*four, line("radio", "refutes", "Elm Library lent 400 books in 2022.")]) is not None


def test_fewer_findings_than_the_author_asks_for_are_too_few() -> None:
    found = _undecided(min_pack=2, evidence=[SUPPORTS])

    assert found == Obstacle("1 finding(s) can be shown, and 2 are needed", "evidence")
    assert _undecided(min_pack=2, evidence=[SUPPORTS, NEAR]) is None
