"""A pause for the collector of cycles, while much is made that will be kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of cycles: all that is made is kept, and it would go over bank and items again and again.

    Only who has paused it lets it go on, so that threads that generate at the same time cannot leave it off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Both together move what is young to the oldest generation without a look at it: all of it is kept. Where
            # a server has frozen what it loaded, that must stay frozen.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
