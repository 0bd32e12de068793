"""Put a bank file in its one layout: fields in the model's order, comments kept, the meaning unchanged.

What was written is read again and held against what was there before; where anything differs, nothing is returned.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from quizgen.bank import Bank
from quizgen.diagnostics import Diagnostic, has_errors
from quizgen.yaml_layout import Alias, Block, Entry, Layout, Node, Scalar, comments, fits, read_layout, write_layout
from quizgen.yaml_source import Document, parse_yaml

SECTIONS = ("sources", "claims", "passages", "items")
"""The fields of a bank whose entries are divided by a blank line."""
_ORDER = re.compile(r"#\s*quizgen:.*")
"""A comment that quizgen obeys, and that therefore means what it stands beside or above."""


class Formatted(NamedTuple):
    """A bank file as it was and in its one layout; the latter is None where something is in the way."""

    before: str
    after: str | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file is to be written anew."""
        return self.after is not None and self.after != self.before


def format_bank(before: Document) -> Formatted:
    """Return a bank file in its one layout.

    A bank may lack fields or hold wrong ones, but it must be readable as YAML: what cannot be read is not touched. Nor
    is a bank in which a comment such as `# quizgen: ignore …` would come to mean something else.
    """
    source = before.source.text.text
    if has_errors(before.diagnostics):
        return Formatted(source, None, before.diagnostics)
    file = before.source.file
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    layout = read_layout(text)
    kept = sorted(comments(layout))
    _InOrder(layout).put(layout.root, Bank)
    _no_text_cut_short(layout)
    _divide(layout.root)
    written = write_layout(layout)
    after = parse_yaml(written, file)
    if has_errors(after.diagnostics) or after.data != before.data or sorted(comments(read_layout(written))) != kept:
        return Formatted(source, None, (_refusal(before, after),))
    if moved := list(_moved(before, after)):
        return Formatted(source, None, tuple(moved))
    return Formatted(source, written.replace("\n", "\r\n") if "\r\n" in source else written)


def _refusal(before: Document, after: Document) -> Diagnostic:
    """Tell where the meaning would change; no file is known for which this is so."""
    return Diagnostic(
        before.source.locate(() if has_errors(after.diagnostics) else _first_difference(before.data, after.data)),
        "layout-not-safe",
        "laid out anew, this would be read as something else, so the file was left as it is",
        "write what stands here more simply, such as in quotation marks on one line",
    )


def _first_difference(one: Any, other: Any) -> tuple[str | int, ...]:
    """Return the path at which two pieces of data begin to differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        pairs: Any = ((name, value, other.get(name)) for name, value in one.items())
    elif isinstance(one, list) and isinstance(other, list):
        pairs = ((i, value, other[i] if i < len(other) else None) for i, value in enumerate(one))
    else:
        return ()
    return next(((part, *_first_difference(a, b)) for part, a, b in pairs if a != b), ())


def _moved(before: Document, after: Document) -> Iterator[Diagnostic]:
    """Yield the comments that quizgen obeys and that would come to mean another entry or field."""
    then = Counter((comment.found[0].rstrip(), comment.path) for comment in after.source.comments(_ORDER))
    for comment in before.source.comments(_ORDER):
        what = comment.found[0].rstrip(), comment.path
        then[what] -= 1
        if then[what] < 0:
            message = "laid out anew, this comment would be about something else, so the file was left as it is"
            help_ = "put it on a line of its own, right above the entry or field that it is about"
            yield Diagnostic(comment.location, "comment-would-move", message, help_)


class _InOrder:
    """Sorts the fields of every part of a bank as its model has them; names of the author's own keep their order.

    A value that is used in several places is written in the first of them, and is sorted as what it is there.
    """

    def __init__(self, layout: Layout) -> None:
        entries = _in_file(layout.root)
        self._holders = {e.value.anchor: e for e in entries if not isinstance(e.value, Alias) and e.value.anchor}

    def put(self, node: Node, type_: Any) -> None:
        """Sort what is a value of this type of the model; None for what the model does not know."""
        if not isinstance(node, Block):
            return
        origin, given = get_origin(type_), get_args(type_)
        if given and origin not in (list, dict):  # a type that is marked, or a type or None
            self.put(node, given[0])
        elif isinstance(type_, type) and issubclass(type_, BaseModel) and node.mapping:
            fields = {field.alias or name: field.annotation for name, field in type_.model_fields.items()}
            _sort(node, {name: place for place, name in enumerate(fields)})
            for entry in node.entries:
                self._put_entry(entry, fields.get(entry.name or ""))
        else:
            for entry in node.entries:
                first = entry.value.entries[0] if isinstance(entry.value, Block) and entry.value.entries else entry
                self._put_entry(entry, given[-1] if given else None)
                if not node.mapping and isinstance(entry.value, Block):
                    _keep_above(entry, first)

    def _put_entry(self, entry: Entry, type_: Any) -> None:
        holder = self._holders.pop(entry.value.anchor or "", None)
        if holder is not None:
            entry.value, holder.value = holder.value, entry.value
        self.put(entry.value, type_)


def _keep_above(entry: Entry, first: Entry) -> None:
    """Keep a comment that stood on the first line of a list's entry: it is about all of it, whatever comes first."""
    assert isinstance(entry.value, Block)  # noqa: S101  (told by the caller)
    if first.beside and _ORDER.match(first.beside.lines[0]) and entry.value.entries[:1] != [first]:
        entry.before += first.beside.lines
        first.beside = None


def _sort(node: Block, places: dict[str, int]) -> None:
    """Sort the fields; one that moves leaves the blank line above it behind, unless a comment stands between."""
    numbers = [places.get(entry.name or "", len(places)) for entry in node.entries]
    staying = _longest_rising(numbers)
    for moved, entry in enumerate(node.entries):
        if moved in staying or not entry.before or any(entry.before):
            continue
        entry.before = []
        after = next((node.entries[i] for i in staying if i > moved), None)
        if after is not None and not after.before:
            after.before = [""]
    node.entries.sort(key=lambda entry: places.get(entry.name or "", len(places)))


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest row of numbers that do not fall: of what can stay where it is."""
    ends: list[int] = []  # for each length, the place where the row of that length with the least end ends
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number, key=numbers.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [place]
    row = ends[-1:]
    while row and before[row[-1]] >= 0:
        row.append(before[row[-1]])
    return row[::-1]


def _no_text_cut_short(layout: Layout) -> None:
    """Put a comment that looks like the rest of a plain text above it, unless it stood behind one already.

    The loader warns of such comments, and must go on doing so of those that it warned of, and of no others.
    """
    for entry in _in_file(layout.root):
        beside = entry.beside
        if not beside or not beside.like_text or not isinstance(entry.value, Scalar):
            continue
        if not beside.cut or "\n" in entry.value.value:
            entry.before += beside.lines
            entry.beside = None


def _in_file(node: Node) -> Iterator[Entry]:
    if isinstance(node, Block):
        for entry in node.entries:
            yield entry
            yield from _in_file(entry.value)


def _divide(root: Node) -> None:
    """Put a blank line before each part of the bank, and before each of its longer entries but the first."""
    if not isinstance(root, Block) or not root.mapping:
        return
    for place, part in enumerate(root.entries):
        if not isinstance(part.value, Block) or fits(part.value, len(part.name or "") + 2):
            continue
        _blank_before(part, place)
        if part.name in SECTIONS:
            for number, entry in enumerate(part.value.entries):
                column = 4 + (len(entry.name or "") if part.value.mapping else 0)
                if isinstance(entry.value, Block) and not fits(entry.value, column):
                    _blank_before(entry, number)


def _blank_before(entry: Entry, place: int) -> None:
    if place and (not entry.before or entry.before[0]):
        entry.before.insert(0, "")
