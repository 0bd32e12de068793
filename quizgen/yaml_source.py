"""Turn YAML text into plain data and remember where each value stood.

Knows nothing of claims or banks. The one module that imports yaml.

Every scalar is the text that was typed, as in YAML 1.2's failsafe schema with null added: `no`, `12:30` and `2021-03`
are texts, and an empty value, `~` or `null` is None. Whoever expects a number or true/false reads it from the text.
libyaml's events are built into data here rather than by PyYAML's own composer, since that recurses (a file of brackets
could overflow the C stack), expands without limit, and lets the last of two equal keys win.
"""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from quizgen.diagnostics import Diagnostic, Location, Severity
from quizgen.source_text import MAX_BYTES, SourceText, UnreadableError, shown
from quizgen.yaml_slips import HASH, HASH_SIGN, NO_NAME, Slip, explain, hashes

MAX_NODES = 200_000
MAX_DEPTH = 50

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

Part = str | int


class _Spot(NamedTuple):
    """Where a list or a mapping began, with its children in file order; a mapping's are keys and values in turn."""

    mark: Any
    values: list[Any]
    spots: list[Any]

    def child(self, part: Part, data: Any) -> tuple[Any, Any] | None:
        """Return the spots of the key and of the value at `part`, or None if nothing stands there."""
        if isinstance(data, list):
            if not isinstance(part, int) or not 0 <= part < len(self.spots):
                return None
            return self.spots[part], self.spots[part]
        keys = range(0, len(self.values) if part in data else 0, 2)
        return next(((self.spots[i], self.spots[i + 1]) for i in keys if self.values[i] == part), None)

    def children(self, data: Any) -> Iterator[tuple[Part, Any, Any, Any]]:
        """Yield the name or number of each child, the spot at which it begins (that of its key), its data and its spot.

        A field that is given twice is two children.
        """
        if isinstance(data, list):
            return ((i, spot, self.values[i], spot) for i, spot in enumerate(self.spots))
        names = range(0, len(self.values), 2)
        return ((self.values[i], self.spots[i], self.values[i + 1], self.spots[i + 1]) for i in names)


class Comment(NamedTuple):
    """A comment that was looked for: what was found, its place, and the path of what it stands beside or above."""

    found: re.Match[str]
    location: Location
    path: tuple[Part, ...]


@dataclass(frozen=True, eq=False)
class SourceMap:
    """Where each value of a document stood; paths are keys and indices, such as `("claims", 3, "says")`."""

    text: SourceText
    _data: Any = field(default=None, repr=False)
    _root: Any = field(default=None, repr=False)
    _whole: SourceMap | None = field(default=None, repr=False)
    _dropped: Mapping[str, Container[int]] = field(default_factory=dict, repr=False)

    @property
    def file(self) -> str:
        """The name that locations carry."""
        return self.text.file

    def value(self, path: Sequence[Part]) -> Any:
        """Return the value at `path` as it was typed, or None if nothing stands there."""
        data = self._data
        for part in path:
            fits = isinstance(part, int) if isinstance(data, list) else isinstance(data, dict)
            if not fits or part not in (range(len(data)) if isinstance(data, list) else data):
                return None
            data = data[part]
        return data

    def locate(self, path: Sequence[Part], *, key: bool = False) -> Location:
        """Return the place of the value at `path`, or of its key; of the nearest thing around it if it is missing."""
        data, spot, place = self._data, self._root, self._root
        for part in path:
            found = spot.child(part, data) if isinstance(spot, _Spot) else None
            if found is None:
                key = False
                break
            place, spot = found
            data = data[part]
        mark = _mark(place if key else spot)
        return Location(self.file) if mark is None else self.text.location(mark.line, mark.column)

    def comments(self, wanted: re.Pattern[str]) -> Iterator[Comment]:
        """Yield the comments that hold what is wanted, a pattern that begins with the `#`, in the order of the file.

        Those of entries that were taken out are not among them.
        """
        if self._whole is not None:
            for comment in self._whole.comments(wanted):
                if (path := self._without(comment.path)) is not None:
                    yield comment._replace(path=path)
            return
        lines = self.text.lines
        hits = [(i, hit) for i, line in enumerate(lines) if "#" in line for hit in wanted.finditer(line)]
        if not hits or self._root is None:
            return
        begun = self._begun()
        starts = sorted(begun)
        scalars = list(_scalars(self.text.text))
        for i, hit in hits:
            before = bisect_right(scalars, (i, hit.start()), key=lambda scalar: scalar[0])
            if before and (i, hit.start()) < scalars[before - 1][1]:
                continue
            alone = not lines[i][: hit.start()].strip(" \t-")  # a dash begins what comes below it
            after = bisect_right(starts, i)
            line = starts[after] if alone and after < len(starts) else starts[after - 1] if after else 0
            yield Comment(hit, self.text.location(i, hit.start()), begun.get(line, ()))

    def path_at(self, place: Location) -> tuple[Part, ...]:
        """Return the path of the last value that begins at a place or in front of it."""
        at = bisect_right(self._starts, (place.line - 1, place.column - 1), key=lambda start: start[:2])
        return self._starts[at - 1][2] if at else ()

    @cached_property
    def _starts(self) -> list[tuple[int, int, tuple[Part, ...]]]:
        """Line, column and path of every value, at its key where it has one, in the order of the file."""
        starts: list[tuple[int, int, tuple[Part, ...]]] = []
        waiting: list[tuple[tuple[Part, ...], Any, Any]] = [((), self._data, self._root)]
        while waiting:
            path, data, spot = waiting.pop()
            for part, start, value, inner in spot.children(data) if isinstance(spot, _Spot) else ():
                if isinstance(part, str | int):
                    mark = _mark(start)
                    starts.append((mark.line, mark.column, (*path, part)))
                    waiting.append(((*path, part), value, inner))
        return sorted(starts, key=lambda start: start[:2])

    def _begun(self) -> dict[int, tuple[Part, ...]]:
        """Return the path of the outermost value that begins on each line, at its key where it has one."""
        begun: dict[int, tuple[Part, ...]] = {}
        for line, _, path in self._starts:
            begun[line] = min(begun.get(line, path), path, key=len)
        return begun

    def without(self, entries: Mapping[str, Container[int]]) -> SourceMap:
        """Return the places of `without_entries` of the data, by the paths that values have there."""
        if not isinstance(self._root, _Spot):
            return self
        values, spots = list(self._root.values), list(self._root.spots)
        for i in range(0, len(spots), 2):
            key, spot = values[i], spots[i + 1]
            if isinstance(key, str) and key in entries and isinstance(values[i + 1], list):
                kept = [n for n in range(len(spot.spots)) if n not in entries[key]]
                values[i + 1] = [spot.values[n] for n in kept]
                spots[i + 1] = spot._replace(values=values[i + 1], spots=[spot.spots[n] for n in kept])
        root = self._root._replace(values=values, spots=spots)
        return SourceMap(self.text, without_entries(self._data, entries), root, self, entries)

    def _without(self, path: tuple[Part, ...]) -> tuple[Part, ...] | None:
        """Return the path that a value has here, for its path in the whole; None if it was taken out."""
        dropped = self._dropped.get(str(path[0])) if len(path) > 1 else None
        if dropped is None or not isinstance(path[1], int):
            return path
        if path[1] in dropped:
            return None
        return (path[0], sum(n not in dropped for n in range(path[1])), *path[2:])


def without_entries(data: dict[str, Any], entries: Mapping[str, Container[int]]) -> dict[str, Any]:
    """Return the data without the entries at these places of its lists."""
    return {
        key: [entry for n, entry in enumerate(value) if n not in entries[key]] if key in entries else value
        for key, value in data.items()
    }


@dataclass(frozen=True)
class Document:
    """What a YAML file held: plain data, or None if it could not be read; what is wrong with it; and its places."""

    data: Any
    diagnostics: tuple[Diagnostic, ...]
    source: SourceMap

    def without(self, entries: Mapping[str, Container[int]]) -> Document:
        """Return the document without the entries at these places of its lists."""
        return Document(without_entries(self.data, entries), self.diagnostics, self.source.without(entries))


def read_yaml(path: Path) -> Document:
    """Read a YAML file; whatever is wrong with it is a diagnostic."""
    file = str(path)
    try:
        content = _read(path)
    except UnreadableError as error:
        return _unreadable(SourceText(file, ""), Location(file), error)
    return parse_yaml(content, file)


def _read(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError("directory", "this is a folder, not a file", "name a file inside it")
        if not stat.S_ISREG(mode):
            raise UnreadableError("not-a-file", "this is not an ordinary file", "name a file of text")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError("missing-file", "there is no such file", "check its name and its folder") from None
    except PermissionError:
        help_ = "ask its owner, or change its permissions"
        raise UnreadableError("unreadable-file", "this file may not be read", help_) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or "its name cannot be used"
        help_ = "check its name and its disk"
        raise UnreadableError("unreadable-file", f"this file cannot be read: {reason.lower()}", help_) from None


def parse_yaml(content: str | bytes, file: str) -> Document:
    """Build the data of one YAML document from text or UTF-8 bytes.

    Never raises for anything that a file can contain. Where only single values are amiss (a key given twice, a tag) the
    rest is still built, so that all problems can be told at once.
    """
    text = SourceText(file, "")
    try:
        text = SourceText.of(content, file)
        data, root, found = _Builder(text).build()
    except UnreadableError as error:
        return _unreadable(text, error.location or Location(file), error)
    return Document(data, (*text.diagnostics, *found), SourceMap(text, data, root))


def _unreadable(text: SourceText, place: Location, error: UnreadableError) -> Document:
    # what stands on a line with an error told already is only its consequence
    cause = any(d.location.line == place.line and d.severity is Severity.ERROR for d in error.before)
    last = () if cause else (Diagnostic(place, error.code, error.message, error.help),)
    return Document(None, (*text.diagnostics, *error.before, *last), SourceMap(text))


class _Open(NamedTuple):
    """A list or mapping that has begun and not yet ended, with what was being filled around it."""

    event: Any
    values: list[Any]
    spots: list[Any]
    budget: int


class _Builder:
    """Builds data and places from libyaml's events, within the limits and without recursion."""

    def __init__(self, text: SourceText) -> None:
        self._text = text
        self._found: list[Diagnostic] = []
        self._stack: list[_Open] = []
        self._values: list[Any] = []
        self._spots: list[Any] = []
        self._anchors: dict[str, tuple[Any, Any, int] | None] = {}
        self._hashes = hashes(text.lines) if HASH_SIGN.search(text.text) else {}

    def build(self) -> tuple[Any, Any, list[Diagnostic]]:
        """Return the data, the spot of its root, and the diagnostics that did not keep it from being built."""
        try:
            self._run(CParser(self._text.text))
        except yaml.MarkedYAMLError as error:
            raise self._slip(error) from None
        if not self._values or self._values[0] is None:
            raise UnreadableError("empty-file", "the file is empty", "copy `_template.yaml` and fill it in")
        return self._values[0], self._spots[0], self._found

    def _run(self, parser: CParser) -> None:
        next_event, budget = parser.get_event, MAX_NODES
        values, spots = self._values, self._spots
        scalar_event = yaml.ScalarEvent
        hashes = self._hashes
        event: Any
        while True:
            event = next_event()
            if type(event) is scalar_event:
                # the hot path: most events of a bank are plain scalars without tag or anchor
                value: str | None = event.value
                style = event.style
                budget -= 1
                if not style and len(event.value) < 5 and value in _NULLS:
                    value = None
                elif style == '"':
                    self._check_escapes(event)
                if hashes and not style:
                    self._check_hash(event.end_mark, hashes)
                values.append(value)
                spots.append(event.start_mark)
                if event.tag is not None or event.anchor is not None:
                    self._check_properties(event)
                    self._define(event.anchor, value, event.start_mark, 1)
            elif isinstance(event, yaml.StreamEndEvent):
                return
            else:
                budget = self._structure(event, budget)
                values, spots = self._values, self._spots
            if budget < 0:
                slip = Slip(
                    "too-many-values",
                    f"the file holds more than {MAX_NODES:,} values, those behind `*name` counted in full",
                )
                raise self._stop(slip._replace(help="divide it into several banks"), event.start_mark)

    def _structure(self, event: Any, budget: int) -> int:
        if isinstance(event, yaml.CollectionStartEvent):
            budget -= 1
            self._begin(event, budget)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(budget)
        elif isinstance(event, yaml.AliasEvent):
            budget -= self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self._values:
            slip = Slip("several-documents", "a second document begins here", "keep one bank in a file: delete `---`")
            raise self._stop(slip, event.start_mark)
        return budget

    def _begin(self, event: Any, budget: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            slip = Slip("nested-too-deep", f"more than {MAX_DEPTH} lists or groups stand inside each other")
            raise self._stop(slip._replace(help="if this is text, put it in quotation marks"), event.start_mark)
        self._check_properties(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(_Open(event, self._values, self._spots, budget))
        self._values, self._spots = [], []

    def _end(self, budget: int) -> None:
        opened, values, spots = self._stack.pop(), self._values, self._spots
        data: Any = values
        if isinstance(opened.event, yaml.MappingStartEvent):
            data = self._mapping(values, spots)
        spot = _Spot(opened.event.start_mark, values, spots)
        self._values, self._spots = opened.values, opened.spots
        self._values.append(data)
        self._spots.append(spot)
        self._define(opened.event.anchor, data, spot, opened.budget - budget + 1)

    def _mapping(self, values: list[Any], spots: list[Any]) -> dict[str, Any]:
        keys = values[::2]
        try:
            data = dict(zip(keys, values[1::2], strict=True))
        except TypeError:  # a list or mapping as a key
            return self._mapping_with_care(values, spots)
        if len(data) != len(keys) or None in data or "<<" in data:
            return self._mapping_with_care(values, spots)
        return data

    def _mapping_with_care(self, values: list[Any], spots: list[Any]) -> dict[str, Any]:
        """Build what can be built of a mapping that holds a bad key, and tell of each bad key."""
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for i in range(0, len(values), 2):
            key, mark = values[i], _mark(spots[i])
            if not isinstance(key, str):
                self._tell(NO_NAME, mark)
            elif key == "<<":
                help_ = "write the fields out; `*name` can stand for one whole value only"
                self._tell(Slip("merge-key", "`<<` does not merge fields here", help_), mark)
            elif key in data:
                message = f"`{shown(key)}` is given twice, first on line {first[key]}"
                self._tell(Slip("duplicate-field", message, "keep one of the two"), mark)
            else:
                data[key], first[key] = values[i + 1], mark.line + 1
        return data

    def _alias(self, event: Any) -> int:
        """Put the anchored value in the alias's place and return how many nodes it has."""
        quote = "; if this is text that begins with `*`, put it in quotation marks"
        target = self._anchors.get(event.anchor, (None, event.start_mark, 1))
        if event.anchor not in self._anchors:
            slip = Slip(
                "unknown-anchor", f"nothing above is marked `&{event.anchor}`", "mark the value that is meant" + quote
            )
            self._tell(slip, event.start_mark)
        elif target is None:
            slip = Slip("recursive-alias", f"`*{event.anchor}` stands inside the value that it stands for")
            raise self._stop(slip._replace(help="write the value out" + quote), event.start_mark)
        assert target is not None  # noqa: S101  (told above)
        value, spot, size = target
        self._values.append(value)
        self._spots.append(spot)
        return int(size)

    def _define(self, anchor: str | None, value: Any, spot: Any, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (value, spot, size)

    def _check_properties(self, event: Any) -> None:
        if event.tag is not None:
            tag = shown(event.tag.replace("tag:yaml.org,2002:", "!!"))
            help_ = "delete it; if this is text that begins with `!`, put it in quotation marks"
            self._tell(Slip("tag", f"the tag `{tag}` is not allowed", help_), event.start_mark)

    def _check_escapes(self, event: Any) -> None:
        mark = event.start_mark
        self._found += self._text.hidden_in(event.value, mark.line, mark.column)

    def _check_hash(self, end: Any, hashes: dict[tuple[int, int], int]) -> None:
        column = hashes.get((end.line, end.column))
        if column is not None:
            place = self._text.location(end.line, column)
            self._found.append(Diagnostic(place, HASH.code, HASH.message, HASH.help, Severity.WARNING))

    def _tell(self, slip: Slip, mark: Any) -> None:
        self._found.append(Diagnostic(self._text.location(mark.line, mark.column), slip.code, slip.message, slip.help))

    def _stop(self, slip: Slip, mark: Any) -> UnreadableError:
        return UnreadableError(*slip, location=self._text.location(mark.line, mark.column), before=tuple(self._found))

    def _slip(self, error: yaml.MarkedYAMLError) -> UnreadableError:
        brackets = (opened.event.start_mark for opened in reversed(self._stack) if opened.event.flow_style)
        at: Any = error.problem_mark
        since = next(brackets, error.context_mark)
        begun = None if since is None else (since.line, since.column)
        last = None if not self._spots or isinstance(self._spots[-1], _Spot) else self._spots[-1]
        read = None if last is None else (last.line, last.column)
        slip, (line, column) = explain(error.problem or "", (at.line, at.column), begun, self._text.lines, read)
        return UnreadableError(*slip, location=self._text.location(line, column), before=tuple(self._found))


def _mark(spot: Any) -> Any:
    return spot.mark if isinstance(spot, _Spot) else spot


def _scalars(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield from where to where the texts of a file reach; that of a block, from the line below its `>` or `|`."""
    for token in yaml.scan(text, yaml.CBaseLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark, token.end_mark
            begin = (start.line + 1, 0) if token.style in (">", "|") else (start.line, start.column)
            yield begin, (end.line, end.column)


def read_packaged(file: Traversable) -> Any:
    """Return the data of a YAML file that ships with quizgen; every scalar is the text that was typed."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  (the base loader makes text only)


class _Dumper(yaml.CSafeDumper):
    """Writes every value out in full, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def to_yaml(data: Any) -> str:
    """Return plain data as YAML, in the order given; texts that a YAML 1.1 reader would take for others are quoted."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    assert isinstance(text, str)  # noqa: S101  (told by the absence of a stream)
    return text
