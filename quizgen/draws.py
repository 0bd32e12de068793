"""Deterministic draws: the same seed gives the same choice and order on every machine and Python.

`random.Random` promises the same stream of `random()` but not the same `shuffle` or `choice` from one Python to the
next, and forms must stay the same byte for byte; so the few draws that are needed are made from BLAKE2 here.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def fingerprint(*parts: object, size: int = 8) -> str:
    """Return a hexadecimal digest of the parts, `size` bytes long."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=size).hexdigest()


class Draws:
    """A stream of draws named by its parts; two streams with the same parts give the same draws."""

    def __init__(self, *parts: object) -> None:
        self._name = "\x1f".join(map(str, parts)).encode()
        self._block = b""
        self._drawn = 0

    def below(self, n: int) -> int:
        """Return an integer from 0 to n - 1; the bias of the remainder is below 2**-40 for the sizes used here."""
        start = 8 * self._drawn % 64
        if start == 0:
            self._block = blake2b(self._name, digest_size=64, salt=(self._drawn // 8).to_bytes(8, "big")).digest()
        self._drawn += 1
        return int.from_bytes(self._block[start : start + 8], "big") % n

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def sampled(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` of the items, each at most once, in a drawn order; `count` is at most their number."""
        places: dict[int, int] = {}
        chosen: list[T] = []
        for i in range(count):
            j = i + self.below(len(items) - i)
            chosen.append(items[places.get(j, j)])
            places[j] = places.get(i, i)
        return chosen

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in a drawn order (Fisher and Yates)."""
        order = list(items)
        for i in range(len(order) - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order
