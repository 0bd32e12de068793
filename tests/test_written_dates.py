"""Dates as people write them."""

from __future__ import annotations

import pytest

from quizgen.written_dates import day, when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 May 2024", "2024-05-02"),
        ("2nd May, 2024", "2024-05-02"),
        ("May 2, 2024", "2024-05-02"),
        ("Sept. 2, 2024", "2024-09-02"),
        ("2024-05-02T08:00", "2024-05-02"),
        ("31 February 2024", None),
        ("May 2024", None),
        ("2 men 2024", None),
        ("02/05/2024", None),
    ],
)
def test_a_day_is_one_that_the_calendar_has_and_that_can_be_read_in_one_way(text: str, found: str | None) -> None:
    assert day(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" 3 May 2024, 8 a.m.", "2024-05-03"),
        ("May 2024", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-13", None),
        ("last week", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_told(text: str | None, found: str | None) -> None:
    assert when(text) == found
