"""Load a bank file: its shape, then the rules across its fields, and everything that is wrong at its place.

Nothing that a file can contain makes loading raise; what is wrong is told all at once, in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quizgen.bank import messages, rules, todos
from quizgen.bank.drafts import Division, Draft, divide
from quizgen.bank.dump import revision
from quizgen.bank.findings import Finding, entry_name
from quizgen.bank.model import Bank
from quizgen.bank.names import Names
from quizgen.bank.sound import sound_part
from quizgen.diagnostics import Diagnostic, Location, Severity, has_errors
from quizgen.errors import BankNotUsableError
from quizgen.yaml_source import Document, SourceMap, parse_yaml, read_yaml

MAX_DIAGNOSTICS = 200


@dataclass(frozen=True)
class LoadedBank:
    """A bank, or None if there are errors; what is wrong, in the order of the file; and where each value stood.

    `revision` is a hash of the bank's content, empty if there is no bank. `drafts` are entries that are still being
    written, and no part of the bank. `folder` is that of its file; None if it was loaded from a text.
    """

    bank: Bank | None
    diagnostics: tuple[Diagnostic, ...]
    source: SourceMap
    revision: str
    drafts: tuple[Draft, ...] = ()
    folder: Path | None = None

    def usable(self) -> Bank:
        """Return the bank, or raise `BankNotUsableError` with what is wrong."""
        if self.bank is None:
            raise BankNotUsableError(self.diagnostics)
        return self.bank

    def place(self, entry: str, *field: str | int) -> Location:
        """Return where a field of an entry stands, such as `place("claim:books-lent", "evidence", 0, "finding")`.

        The entry is named as in an item's provenance: `claim:ID`, `passage:ID` or `item:ID`. Where the field is missing
        it is the place of what is around it.

        Raises:
            BankNotUsableError: if the bank has errors.
            KeyError: if it has no such entry.
        """
        bank = self.usable()
        kind, _, name = entry.partition(":")
        ids = {
            "claim": [claim.id for claim in bank.claims],
            "passage": [passage.id for passage in bank.passages],
            "item": [item.id for item in bank.items],
        }[kind]
        if name not in ids:
            raise KeyError(entry)
        return self.source.locate((f"{kind}s", ids.index(name), *field))


def load_bank(path: Path) -> LoadedBank:
    """Load a bank file."""
    loaded = _load(read_yaml(path), stem=None if path.name.startswith("_") else path.stem)
    return replace(loaded, folder=path.parent)


def load_bank_text(text: str | bytes, file: str = "<text>") -> LoadedBank:
    """Load a bank from its text; `file` is the name that its diagnostics carry."""
    return _load(parse_yaml(text, file), stem=None)


def _load(document: Document, stem: str | None) -> LoadedBank:
    if document.data is None:
        return LoadedBank(None, _in_order(document.diagnostics), document.source, "")
    division = divide(document)
    bank, found = _examine(division, stem)
    diagnostics = _in_order((*document.diagnostics, *_placed(division, found)))
    if bank is None or has_errors(diagnostics):
        return LoadedBank(None, diagnostics, division.rest.source, "", division.drafts)
    return LoadedBank(bank, diagnostics, division.rest.source, revision(bank), division.drafts)


def _examine(division: Division, stem: str | None) -> tuple[Bank | None, list[Finding]]:
    """Return the bank if its shape is sound, and what is wrong with it.

    Where the shape is not sound, the rules are held against the entries that are, so that all can be told at once.
    """
    data = division.rest.data
    unwritten = list(todos.broken(data)) if todos.TODO in division.rest.source.text.text else []
    try:
        bank = Bank.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        sound = sound_part(data, {e["loc"] for e in errors})
        names = sound.names._replace(drafts=_claim_ids(division.drafts))
        found = islice(rules.broken(sound.bank, names, stem=stem if sound.has_id else None), MAX_DIAGNOSTICS + 1)
        shape = messages.findings(errors[: MAX_DIAGNOSTICS + 1])
        return None, _with(unwritten, [*shape, *(f._replace(path=sound.original(f.path)) for f in found)])
    names = Names.of(bank)._replace(drafts=_claim_ids(division.drafts))
    return bank, _with(unwritten, islice(rules.broken(bank, names, stem=stem), MAX_DIAGNOSTICS + 1))


def _with(unwritten: list[Finding], found: Iterable[Finding]) -> list[Finding]:
    """Return all findings, without those on a value that is still to be written."""
    told = {f.path for f in unwritten}
    return [*unwritten, *(f for f in found if f.path not in told)]


def _claim_ids(drafts: tuple[Draft, ...]) -> frozenset[str]:
    return frozenset(draft.name for draft in drafts if draft.section == "claims")


def _placed(division: Division, found: list[Finding]) -> list[Diagnostic]:
    """Give each finding its place; leave out what only follows from something told already at the same place."""
    if not found:
        return []
    document = division.rest
    taken = {d.location for d in document.diagnostics}
    ids = _ids(document.data)
    placed: dict[tuple[Location, str, str], Diagnostic] = {}
    for path, code, message, help_, severity, key, named in found:
        location = document.source.locate(path, key=key)
        entry = "" if named else entry_name(path, ids, division.kept)
        words = f"{message} in {entry}" if entry else message
        if location not in taken:
            placed.setdefault((location, code, message), Diagnostic(location, code, words, help_, severity))
    return list(placed.values())


def _ids(data: Any) -> dict[str, list[str]]:
    """Return the ids of the entries of each list, for the messages; empty where there is none."""
    if not isinstance(data, dict):
        return {}
    return {
        section: [str(e.get("id") or "") if isinstance(e, dict) else "" for e in entries]
        for section, entries in data.items()
        if isinstance(entries, list)
    }


def _in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    ordered = sorted(diagnostics)
    if len(ordered) <= MAX_DIAGNOSTICS:
        return tuple(ordered)
    kept = ordered[:MAX_DIAGNOSTICS]
    last = Diagnostic(
        kept[-1].location,
        "too-many-problems",
        f"there are more than {MAX_DIAGNOSTICS} problems; the rest is not shown",
        "mend the first ones: often many have one cause",
        Severity.ERROR,
    )
    return (*kept, last)
