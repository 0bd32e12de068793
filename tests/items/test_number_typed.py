"""A typed number is read as its writer meant it."""

from __future__ import annotations

import pytest

from quizgen.errors import ResponseShapeError
from quizgen.items import Number

BODY = Number(value=1001, tolerance=0, unit="km", whole=False, why="So it is.")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1001", 1001),
        (" 1001 ", 1001),
        ("1,001", 1001),
        ("12,345,678", 12345678),
        ("1,001.5", 1001.5),
        ("39,7", 39.7),
        ("39.7", 39.7),
        ("0,125", 0.125),
        ("1,0015", 1.0015),
        ("-3,5", -3.5),
    ],
)
def test_a_comma_is_a_decimal_sign_unless_it_parts_groups_of_three(typed: str, value: float) -> None:
    assert BODY.read("item", typed) == value


@pytest.mark.parametrize("typed", ["", "about 5", "1,2,3", "nan", "inf", True, None, [1]])
def test_what_is_no_number_is_refused(typed: str | bool | list[int] | None) -> None:
    with pytest.raises(ResponseShapeError, match="number"):
        BODY.read("item", typed)  # type: ignore[arg-type]
