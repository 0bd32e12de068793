"""Reading a text by its stretches without white space, each of which is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

MOST_KEPT = 65536
"""How many stretches are remembered."""


class Stretches(dict[str, T]):
    """What a function reads in stretches without white space; for what can hold no white space, such as words.

    Most stretches of a text stand in other texts, too, and to look them up is far quicker than to look for words. It is
    a dictionary and no `lru_cache`, since that takes twice as long to look something up.
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, stretch: str) -> T:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[stretch] = self._read(stretch)
        return found

    def of(self, text: str) -> Iterator[T]:
        """Return what is read in each stretch of a text."""
        return map(self.__getitem__, text.split())
