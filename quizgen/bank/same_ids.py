"""Banks that share an id: a form, a link and a record name a bank by its id, so one of them could not be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizgen.bank.loading import LoadedBank
from quizgen.diagnostics import Diagnostic, Location


class BankName(NamedTuple):
    """The id of a bank and where it stands."""

    id: str
    location: Location

    @classmethod
    def of(cls, loaded: LoadedBank) -> BankName | None:
        """Return the name of a bank.

        A bank with errors has no id to compare yet, and a file whose name begins with `_` is not offered to readers.
        """
        if loaded.bank is None or Path(loaded.source.file).name.startswith("_"):
            return None
        return cls(loaded.bank.id, loaded.source.locate(("id",)))


def same_ids(names: Iterable[BankName | None]) -> list[Diagnostic]:
    """Return an error for each bank whose id is that of an earlier one, at its `id`."""
    first: dict[str, str] = {}
    found: list[Diagnostic] = []
    for name, location in filter(None, names):
        earlier = first.setdefault(name, location.file)
        if earlier != location.file:
            message = f"the id of this bank, `{name}`, is that of the bank in {earlier}"
            help_ = "give it an id of its own, and its file the same name"
            found.append(Diagnostic(location, "duplicate-bank-id", message, help_))
    return found
