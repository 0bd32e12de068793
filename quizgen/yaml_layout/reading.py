"""Read YAML with its layout: libyaml tells where each value stands, and what lies between them is comments and space.

Comments are given to entries by where they stand: at the end of a line to what is on that line; on lines of their own
to what comes next, or, where they are indented further than that, to the end of what came before. Reading is only for
texts that the loader could read; it tells of no mistakes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from quizgen.yaml_layout.tree import Alias, Beside, Block, Entry, Layout, Node, Scalar

_SPACE = " \t"
_TEXT: Any = yaml.ScalarEvent  # of whose marks the type stubs say less than is so
_ALIAS: Any = yaml.AliasEvent


class _Line(NamedTuple):
    """A comment, or a blank line, for which `text` is empty; `own` if nothing else stands on the line."""

    at: int
    number: int
    column: int
    text: str
    own: bool


class _Lines:
    """The lines of a text, found by an index in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]

    def number(self, index: int) -> int:
        """Return the number of the line that holds an index, from 0."""
        return bisect_right(self.starts, index) - 1

    def between(self, start: int, end: int) -> Iterator[_Line]:
        """Yield the comments and blank lines of a stretch that holds nothing else but YAML's own signs."""
        while start < end:
            number = self.number(start)
            begin = self.starts[number]
            stop = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
            sign = self.text.find("#", start, min(stop, end))
            if sign >= 0:
                own = not self.text[begin:sign].strip(_SPACE)
                yield _Line(sign, number, sign - begin, self.text[sign:stop].rstrip(_SPACE), own)
            elif start == begin and stop < end and not self.text[begin:stop].strip(_SPACE):
                yield _Line(begin, number, 0, "", own=True)
            start = stop + 1


@dataclass
class _Closed:
    """A block that has just ended, and the column of its entries."""

    block: Block
    column: int


@dataclass
class _Reader:
    """Builds the tree from events, and hands out the comments on the way."""

    text: _Lines
    events: list[Any]
    lines: list[_Line]
    place: int = 0
    next_line: int = 0
    owner: dict[int, Entry] = field(default_factory=dict)
    closed: list[_Closed] = field(default_factory=list)
    anchored: dict[str, Scalar | Block] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    plain_ends: set[int] = field(default_factory=set)

    def whole(self) -> Layout:
        """Return the whole file."""
        while not isinstance(self.events[self.place], yaml.NodeEvent):
            self.place += 1
        above = [line.text for line in self._lines_until(self.events[self.place].start_mark.index)]
        whole = Entry(Scalar(""))
        whole.value = self._node(whole)
        below = self._share(len(self.text.text) + 1, -1)
        if whole.beside:
            below = [*whole.beside.lines, *below]
        top, first = _top(above)
        if isinstance(whole.value, Block) and whole.value.entries and not whole.value.flow:
            whole.value.entries[0].before[:0] = first
            return Layout(top, whole.value, below)
        return Layout(above, whole.value, below)

    def _node(self, entry: Entry) -> Node:
        event: Any = self.events[self.place]
        self.place += 1
        self.owner[event.start_mark.line] = entry
        self.closed = []
        if isinstance(event, _ALIAS):
            return self._alias(self.anchored[event.anchor])
        if isinstance(event, _TEXT):
            if event.style not in ("|", ">"):  # a comment can stand beside these signs, not beside their last line
                self.owner[event.end_mark.line] = entry
            if not event.style:
                self.plain_ends.add(event.end_mark.index)
            return self._named(Scalar(event.value, event.style or ""), event.anchor)
        block = Block(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style))
        self._named(block, event.anchor)
        column = self._column(event)
        while not isinstance(self.events[self.place], yaml.CollectionEndEvent):
            block.entries.append(self._entry(block, column))
        end = self.events[self.place]
        self.place += 1
        if block.flow:
            block.after = [line.text for line in self._lines_until(end.start_mark.index) if line.text]
            self.owner[end.end_mark.line] = entry
            self.closed = []
        else:
            self.closed.append(_Closed(block, column))
        return block

    def _column(self, event: Any) -> int:
        """Return the column of the entries of a block that begins: where it ends to begin, behind its anchor."""
        end = event.end_mark
        behind = isinstance(event, yaml.SequenceStartEvent) and self.text.text[end.index : end.index + 1] != "-"
        return int(end.column) - behind  # a list that is not indented has its first dash behind it already

    def _entry(self, block: Block, column: int) -> Entry:
        start = self.events[self.place].start_mark.index
        entry = Entry(Scalar(""))
        if not block.mapping and not block.flow:
            self.owner[self._dash(start)] = entry
        entry.before[:0] = self._share(start, column)
        if block.mapping:
            entry.key = self._key(entry)
            following = self.events[self.place]
            if not isinstance(following, yaml.CollectionStartEvent) or following.flow_style:
                entry.before += [line.text for line in self._lines_until(following.start_mark.index) if line.text]
        entry.value = self._node(entry)
        return entry

    def _key(self, entry: Entry) -> Scalar:
        """Read the name of a field; its anchor and aliases are written out, since fields change places."""
        event = self.events[self.place]
        key = self._node(entry)
        written = self.anchored[event.anchor] if isinstance(key, Alias) else key
        assert isinstance(written, Scalar)  # noqa: S101  (the loader refuses other names)
        if written is key:
            key.anchor = None
        return Scalar(written.value, written.style)

    def _named(self, node: Scalar | Block, anchor: str | None) -> Scalar | Block:
        """Give a node its anchor, by a name that no other has."""
        if anchor is not None:
            self.anchored[anchor] = node
            name, count = anchor, self.names.get(anchor, 1)
            while name in self.names:
                count += 1
                name = f"{anchor}-{count}"
            self.names[anchor] = count
            self.names.setdefault(name, 1)
            node.anchor = name
        return node

    def _alias(self, node: Scalar | Block) -> Node:
        """Return an alias of a node, or its text again where it is the name of a field."""
        if node.anchor is None:
            assert isinstance(node, Scalar)  # noqa: S101  (only names of fields lose their anchor)
            return Scalar(node.value, node.style)
        return Alias(node.anchor)

    def _dash(self, index: int) -> int:
        """Return the line of the dash in front of a value: the last line that holds more than space and a comment."""
        number = self.text.number(index)
        before = self.text.text[self.text.starts[number] : index]
        while not before.strip(_SPACE) or before.lstrip(_SPACE).startswith("#"):
            number -= 1
            before = self.text.text[self.text.starts[number] : self.text.starts[number + 1] - 1]
        return number

    def _lines_until(self, index: int) -> list[_Line]:
        """Take the comments and blank lines before an index; give those beside something away."""
        own: list[_Line] = []
        while self.next_line < len(self.lines) and self.lines[self.next_line].at < index:
            line = self.lines[self.next_line]
            self.next_line += 1
            beside = self.owner.get(line.number if line.own is False else line.number - 1)
            if beside is None or (line.own and not _goes_on(line, beside)):
                own.append(line)
            elif line.own or beside.beside is None:
                self._set_beside(line, beside)
            else:
                beside.before.append(line.text)
        return own

    def _set_beside(self, line: _Line, entry: Entry) -> None:
        self.owner[line.number] = entry
        if entry.beside is None:
            begin = self.text.starts[line.number]
            written = self.text.text[begin : line.at].rstrip(_SPACE)
            cut = begin + len(written) in self.plain_ends
            entry.beside = Beside(line.column, line.column - len(written.rstrip(_SPACE + ",")), [line.text], cut)
        else:
            entry.beside.lines.append(line.text)

    def _share(self, index: int, column: int) -> list[str]:
        """Give lines that are indented further than what begins at an index to the blocks that end; return the rest."""
        lines = self._lines_until(index)
        rest = 0
        for i, line in enumerate(lines):
            # the innermost of the blocks that end comes first
            fitting = [c for c in self.closed if line.text and column < line.column and c.column <= line.column]
            if fitting:
                fitting[0].block.after += [line.text for line in lines[rest : i + 1]]
                self.closed = self.closed[self.closed.index(fitting[0]) :]
                rest = i + 1
            elif line.text:
                break
        return [line.text for line in lines[rest:]]


def _goes_on(line: _Line, above: Entry) -> bool:
    """Whether a comment on a line of its own goes on with the one beside what is above it."""
    return bool(line.text) and above.beside is not None and above.beside.column == line.column


def read_layout(text: str) -> Layout:
    """Read a text that `parse_yaml` reads without errors, and whose lines end as on Unix."""
    events = list(_events(text))
    lines = _Lines(text)
    return _Reader(lines, events, list(_between(lines, events))).whole()


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    event: Any = None
    while not isinstance(event, yaml.StreamEndEvent):
        event = parser.get_event()
        yield event


def _between(lines: _Lines, events: list[Any]) -> Iterator[_Line]:
    """Yield the comments and blank lines of the whole text."""
    end = 0
    for event in events:
        if isinstance(event, _TEXT):
            start = event.start_mark.index
            yield from lines.between(end, start)
            end = event.end_mark.index
            if event.style in ("|", ">"):
                sign_ends = min(lines.text.find("\n", start) % (len(lines.text) + 1), end)
                yield from lines.between(start, sign_ends)
                # the blank lines below its last words are layout
                end = sign_ends + len(lines.text[sign_ends:end].rstrip(_SPACE + "\n"))
    yield from lines.between(end, len(lines.text))


def _top(lines: list[str]) -> tuple[list[str], list[str]]:
    """Divide the lines above the first entry: its own are the last ones, if a blank line divides them from others."""
    filled = [i for i, line in enumerate(lines) if line]
    if not filled or filled[-1] != len(lines) - 1:
        return lines, []
    last = max((i for i, line in enumerate(lines) if not line), default=-1)
    return (lines, []) if last < filled[0] else (lines[: last + 1], lines[last + 1 :])
