"""Banks that share an id: a form, a link and a record name a bank by its id, so one of them could not be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.bank.loading import LoadedBank
from quizgen.diagnostics import Diagnostic


def same_ids(banks: Iterable[LoadedBank]) -> list[Diagnostic]:
    """Return an error for each bank whose id is that of an earlier one, at its `id`.

    A bank with errors has no id to compare yet, and a file whose name begins with `_` is not offered to readers.
    """
    first: dict[str, str] = {}
    found: list[Diagnostic] = []
    for loaded in banks:
        file = loaded.source.file
        if loaded.bank is None or Path(file).name.startswith("_"):
            continue
        earlier = first.setdefault(loaded.bank.id, file)
        if earlier != file:
            message = f"the id of this bank, `{loaded.bank.id}`, is that of the bank in {earlier}"
            help_ = "give it an id of its own, and its file the same name"
            found.append(Diagnostic(loaded.source.locate(("id",)), "duplicate-bank-id", message, help_))
    return found
