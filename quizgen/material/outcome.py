"""What a generator says of an entry: an item, or why it declines and what would unlock one."""

from __future__ import annotations

from typing import NamedTuple


class Declined(NamedTuple):
    """A question that was not asked, because it would not have been fair.

    `entry` is `claim:ID` or `passage:ID`; `reason` is one plain sentence for the author; `unlock` names the field that
    would unlock the question, where one would.
    """

    template: str
    entry: str
    reason: str
    unlock: str | None = None
