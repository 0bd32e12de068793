"""Word of changes to files, found by looking at them several times a second.

Looking is slower than the system's own notices, but it works alike on every system, on network drives, and with editors
that put a new file in the old one's place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

INTERVAL = 0.2
"""Seconds between two looks."""

State = tuple[int, int, int]


def changes(files: Callable[[], Iterable[Path]], *, interval: float = INTERVAL) -> Iterator[frozenset[Path]]:
    """Yield all files at once, and then, for as long as it is asked, those that came, changed or went since.

    `files` is asked at each look, so that a folder may gain and lose files.
    """
    known: Mapping[Path, State | None] = {}
    while True:
        seen = {path: _state(path) for path in files()}
        changed = frozenset(
            path for path in {**known, **seen} if path not in known or path not in seen or known[path] != seen[path]
        )
        known = seen
        if changed:
            yield changed
        time.sleep(interval)


def _state(path: Path) -> State | None:
    """Return what changes when a file is written or replaced, or None if there is no such file now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
