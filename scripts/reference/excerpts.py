"""Examples cut out of real bank files, line by line, so that what the docs show is what stands in a bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.bank import load_bank
from quizgen.yaml_source import Document, read_yaml
from scripts.reference.page import ROOT

LEFT_OUT = "# …"


class Example(NamedTuple):
    """A part of a bank file: where it stands, and which of its fields are shown (all, if none are named).

    A string in `path` names a field, or in a list the entry with this `id`; a number is an entry's place from 0.
    """

    file: str
    path: tuple[str | int, ...]
    fields: tuple[str, ...] = ()


@lru_cache
def document(file: str) -> Document:
    """Return the data and the places of a bank file, which must have no problem."""
    loaded = load_bank(ROOT / file)
    if loaded.bank is None:
        raise ValueError(f"{file} has errors: {loaded.diagnostics[0]}")
    return read_yaml(ROOT / file)


@lru_cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple(Path(ROOT / file).read_text(encoding="utf-8").split("\n"))


def place_of(example: Example) -> tuple[str | int, ...]:
    """Return the path of an example with each entry that is named by its id as a number."""
    data: Any = document(example.file).data
    path: list[str | int] = []
    for part in example.path:
        found = part
        if isinstance(data, list) and isinstance(part, str):
            found = [entry["id"] for entry in data].index(part)
        path.append(found)
        data = data[found]
    return tuple(path)


def shown_data(example: Example) -> Any:
    """Return the data of what an example shows."""
    data: Any = document(example.file).data
    for part in place_of(example):
        data = data[part]
    return {name: value for name, value in data.items() if name in _fields(example, data)} if example.fields else data


def _fields(example: Example, data: dict[str, Any]) -> list[str]:
    """Return the fields to show; the first one of an entry stands on the line of its dash, so it is always shown."""
    unknown = set(example.fields) - set(data)
    if unknown:
        raise ValueError(f"{example} names fields that are not there: {', '.join(sorted(unknown))}")
    first = next(iter(data))
    return [name for name in data if name in example.fields or (name == first and example.path)]


def excerpt(example: Example) -> str:
    """Return the lines of an example, below the lines that tell where it stands; what is left out is told by `# …`."""
    lines = _lines(example.file)
    kept = sorted({n for start, end in _ranges(example) for n in range(start, end)})
    told: list[str] = []
    before = None
    for number in kept:
        line = lines[number]
        listed = line.lstrip().startswith("- ")  # that entries stand before it goes without saying
        if before is not None and not listed and any(_counts(left) for left in lines[before + 1 : number]):
            told.append(" " * _indent(line) + LEFT_OUT)
        told.append(line)
        before = number
    return "\n".join(told)


def _ranges(example: Example) -> Iterator[tuple[int, int]]:
    """Yield the ranges of lines that an example shows: the heads of what is around it, then itself."""
    path = place_of(example)
    for depth in range(1, len(path) + (1 if example.fields else 0)):
        start = _start(example.file, path[:depth])
        yield start, start + 1
    if not example.fields:
        yield _extent(example.file, path)
        return
    data: Any = document(example.file).data
    for part in path:
        data = data[part]
    for name in _fields(example, data):
        yield _extent(example.file, (*path, name))


def _start(file: str, path: Sequence[str | int]) -> int:
    return document(file).source.locate(path, key=True).line - 1


def _extent(file: str, path: Sequence[str | int]) -> tuple[int, int]:
    """Return the first line of a part and the line after its last: all that is indented deeper belongs to it."""
    lines = _lines(file)
    start = _start(file, path)
    column = document(file).source.locate(path, key=True).column - 1
    margin = column - 2 if isinstance(path[-1], int) else column
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > margin):
        end += 1
    while not _counts(lines[end - 1]):
        end -= 1
    return start, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _counts(line: str) -> bool:
    """Whether a line holds more than space or a comment."""
    return line.strip() != "" and not line.lstrip().startswith("#")
