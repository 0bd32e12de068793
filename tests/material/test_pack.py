"""The record shown with a passage: findings on all the claims that it makes, and not too many."""

from __future__ import annotations

from quizgen.material import Material
from tests.generators.banks import bank, claim, line, passage


def _record(*claims: list[dict[str, object]]) -> list[str]:
    made = [claim(id=f"claim-{i}", evidence=evidence) for i, evidence in enumerate(claims)]
    of = bank(claims=made, passages=[passage(record=[c["id"] for c in made])])
    return [shown.evidence.finding for shown in Material(of).record(of.passages[0]).lines]


def test_a_record_of_two_claims_shows_four_findings_of_each_in_turn_by_date() -> None:
    first = [line(s, finding=f"First, {s}.") for s in ("yearbook", "library", "daily", "weekly")]
    second = [line(s, finding=f"Second, {s}.") for s in ("radio", "daily", "rival")]

    # By date: yearbook, library, daily, weekly, radio, rival. Of each claim the two oldest are shown.
    assert _record(first, second) == ["First, yearbook.", "First, library.", "Second, daily.", "Second, radio."]


def test_findings_that_decide_a_claim_go_before_those_that_are_only_near_it() -> None:
    first = [line(s, "context", finding=f"Near, {s}.") for s in ("yearbook", "library", "daily")]
    first.append(line("radio", finding="It decides."))
    second = [line("rival", finding="So does this.")]

    assert _record(first, second) == ["Near, yearbook.", "Near, library.", "It decides.", "So does this."]


def test_what_is_shown_once_leaves_room_for_another_finding() -> None:
    shared = line("yearbook", finding="Both claims rest on this.")
    first = [shared, *(line(s, finding=f"First, {s}.") for s in ("library", "daily"))]
    second = [shared, line("weekly", finding="Second, weekly.")]

    assert _record(first, second) == [
        "Both claims rest on this.",
        "First, library.",
        "First, daily.",
        "Second, weekly.",
    ]
