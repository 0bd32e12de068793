"""Item analysis: what the answers of a group say of the items and of the whole test.

Scores form a matrix with one row a reader and one column an item, each score between 0 and 1. Whatever divides by a
spread is None where there is none. Below some 30 readers, show no more than the facility with its interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist, fmean, pstdev, pvariance
from typing import NamedTuple

Matrix = Sequence[Sequence[float]]


class Interval(NamedTuple):
    """A confidence interval."""

    low: float
    high: float


class ItemStatistics(NamedTuple):
    """One item among a group of readers.

    `facility` is the mean score. `item_total` correlates the item with the whole test, `item_rest` with the test less
    the item, which is the fairer figure.
    """

    facility: float
    item_total: float | None
    item_rest: float | None


class UpperLower(NamedTuple):
    """Facility and discrimination from the best and the weakest readers, two groups of one size."""

    facility: float
    discrimination: float


def item_statistics(matrix: Matrix) -> tuple[ItemStatistics, ...]:
    """Return the statistics of every item (column)."""
    totals = [sum(row) for row in matrix]
    columns = [list(column) for column in zip(*matrix, strict=True)]
    return tuple(
        ItemStatistics(
            facility=fmean(column),
            item_total=correlation(column, totals),
            item_rest=correlation(column, [t - x for t, x in zip(totals, column, strict=True)]),
        )
        for column in columns
    )


def wilson(right: int, of: int, level: float = 0.95) -> Interval:
    """Return the score interval of a proportion (Wilson 1927), for `of` ≥ 1."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = right / of
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return Interval((middle - reach) / scale, (middle + reach) / scale)


def correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Return Pearson's r; where x is 0 or 1 it is the point-biserial (M_p - M_q) / s · √(pq), s of the population."""
    spread = pstdev(x) * pstdev(y)
    if not spread:
        return None
    mean_x, mean_y = fmean(x), fmean(y)
    return fmean((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def kr20(matrix: Matrix) -> float | None:
    """Return Kuder-Richardson 20 of right-or-wrong items: k/(k - 1) · (1 - Σpq / σ²), σ² of the population."""
    facilities = [fmean(column) for column in zip(*matrix, strict=True)]
    return _consistency(matrix, sum(p * (1 - p) for p in facilities))


def alpha(matrix: Matrix) -> float | None:
    """Return Cronbach's α, which for right-or-wrong items is KR-20."""
    return _consistency(matrix, sum(pvariance(column) for column in zip(*matrix, strict=True)))


def standard_error(matrix: Matrix) -> float | None:
    """Return the standard error of measurement in points: σ · √(1 - α)."""
    reliability = alpha(matrix)
    return None if reliability is None else pstdev([sum(row) for row in matrix]) * sqrt(1 - reliability)


def upper_lower(upper: int, lower: int, size: int) -> UpperLower:
    """Return p = (U + L) / 2n and D = (U - L) / n from the right answers in two groups of `size` readers each."""
    return UpperLower((upper + lower) / (2 * size), (upper - lower) / size)


def plus_minus(right: int, extra: int, keys: int) -> float:
    """Return max(0, right - extra) / keys, the credit other tests give; ours is `grading.informedness`."""
    return max(0, right - extra) / keys


def _consistency(matrix: Matrix, item_variance: float) -> float | None:
    items = len(matrix[0])
    total = pvariance([sum(row) for row in matrix])
    return items / (items - 1) * (1 - item_variance / total) if items > 1 and total else None
