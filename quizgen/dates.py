"""Dates as authors give them: a day, a month, a year, or words such as "undated"."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def parts(when: str) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day, as far as they are given; None for words such as "undated" and "annual"."""
    found = _PARTIAL.search(when)
    if found is None:
        return None
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


@lru_cache(maxsize=4096)
def earliest(when: str) -> str | None:
    """Return the first day that `when` can mean, as YYYY-MM-DD; None for words."""
    found = parts(when)
    return None if found is None else f"{found[0]:04}-{found[1] or 1:02}-{found[2] or 1:02}"


def not_after(when: str, day: str) -> bool:
    """Whether something of the date `when` could be read on `day` (YYYY-MM-DD).

    A month or a year is taken by its first day, since the author gives the coarser date only where the finer is not
    known; undated things count as readable and are shown as undated.
    """
    first = earliest(when)
    return first is None or first <= day
