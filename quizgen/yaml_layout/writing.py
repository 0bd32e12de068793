"""Write a file in the one layout: two spaces a level, lines of a fixed width, comments where they belong."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.yaml_layout.scalars import block, inline
from quizgen.yaml_layout.tree import Alias, Block, Entry, Layout, Node, Scalar, comments

WIDTH = 112
_STEP = "  "
_NEAR = 2
"""Spaces between a text and the comment beside it, where that does not stand in line with others."""
_LONGEST_NAME = 1000
"""A longer name could not be told from a text by a reader of YAML, which looks 1024 characters ahead for the colon."""
_BLANK_IN_TEXT = "\0"
"""Stands for a line of a text that is empty, which must not be taken for layout."""


def write_layout(layout: Layout) -> str:
    """Return the file as text."""
    root = layout.root
    body = _entries(root, "") if isinstance(root, Block) and not fits(root, 0) else [_on_one_line(root, key=True)]
    return "\n".join(_spaced([*layout.top, *body, *layout.bottom])) + "\n"


def _spaced(lines: list[str]) -> Iterator[str]:
    """Yield the lines with no more than one blank line in a row, and none at the beginning or the end.

    Nor is there any below a text that ends with blank lines, which it would be taken for.
    """
    blank = False
    last = _BLANK_IN_TEXT
    for line in lines:
        if line:
            if blank and last != _BLANK_IN_TEXT:
                yield ""
            yield "" if line == _BLANK_IN_TEXT else line
            last = line
        blank = not line


def _entries(node: Block, indent: str) -> list[str]:
    lines: list[str] = []
    for entry in node.entries:
        above = list(entry.before)
        if not node.mapping and isinstance(entry.value, Block) and not fits(entry.value, len(indent) + 2):
            above += _hoisted(entry)
        first = not lines
        lines += [indent + line if line else "" for line in (_without_blank_start(above) if first else above)]
        lines += _entry(node, entry, indent)
    return lines + [indent + line if line else "" for line in node.after]


def _without_blank_start(lines: list[str]) -> list[str]:
    return lines[next((i for i, line in enumerate(lines) if line), len(lines)) :]


def _hoisted(entry: Entry) -> list[str]:
    """Take the comments that would stand between the dash of an entry and its first field."""
    first = entry.value.entries[0] if isinstance(entry.value, Block) else entry
    taken = (entry.beside.lines if entry.beside else []) + first.before
    entry.beside, first.before = None, []
    deeper = isinstance(first.value, Block) and first.value.entries and first.key is None and first is not entry
    inner = _hoisted(first) if deeper else []
    hoisted = _without_blank_start([*taken, *inner])
    return _without_blank_start(hoisted[::-1])[::-1]


def _entry(node: Block, entry: Entry, indent: str) -> list[str]:
    start = _name(entry, indent) if node.mapping else f"{indent}-"
    anchored = f"{start} &{entry.value.anchor}" if not isinstance(entry.value, Alias) and entry.value.anchor else start
    if isinstance(entry.value, Block) and not fits(entry.value, len(start) + 1):
        inner = _entries(entry.value, indent + _STEP)
        if node.mapping or anchored != start:
            return [*_beside(anchored, entry), *inner]
        return [f"{start} {inner[0].lstrip(' ')}", *inner[1:]]
    if isinstance(entry.value, Scalar):
        words = inline(entry.value, flow=False)
        cut = entry.beside is not None and entry.beside.cut and entry.beside.like_text  # which is seen on one line only
        wanted = len(anchored) + 1 + len(words) > WIDTH and not cut
        made = block(entry.value, WIDTH - len(indent) - 2, wanted=wanted)
        if made:
            sign, lines = made
            return [
                *_beside(f"{anchored} {sign}", entry),
                *(indent + _STEP + line if line else _BLANK_IN_TEXT for line in lines),
            ]
        return _beside(f"{anchored} {words}".rstrip(" "), entry)
    return _beside(f"{start} {_on_one_line(entry.value)}".rstrip(" "), entry)


def _beside(line: str, entry: Entry) -> list[str]:
    beside = entry.beside
    if beside is None:
        return [line]
    column = len(line) + _NEAR
    if beside.gap > _NEAR:
        column = max(column, beside.column)
    first, *others = beside.lines
    return [f"{line:{column}}{first}", *(" " * column + other for other in others)]


def _name(entry: Entry, indent: str) -> str:
    """Return the beginning of a field, with the sign that YAML wants before a very long name."""
    name = _key(entry, flow=False)
    return f"{indent}{name}:" if len(name) <= _LONGEST_NAME else f"{indent}? {name}\n{indent}:"


def _key(entry: Entry, *, flow: bool) -> str:
    return inline(entry.key, flow=flow, key=True) if entry.key else ""


def fits(node: Block, column: int) -> bool:
    """Whether a list or mapping stays in brackets: it was, it holds no comment, and there is room on the line."""
    if not node.entries:
        return True
    if not node.flow or any(comments(Layout([], node))) or not _is_inline(node):
        return False
    return column + len(_on_one_line(node)) <= WIDTH


def _is_inline(node: Node) -> bool:
    """Whether nothing in a node needs lines of its own."""
    if isinstance(node, Block):
        return all(_is_inline(entry.value) for entry in node.entries)
    return not isinstance(node, Scalar) or "\n" not in node.value


def _on_one_line(node: Node, *, flow: bool = False, key: bool = False) -> str:
    if isinstance(node, Alias):
        return f"*{node.anchor}"
    anchor = f"&{node.anchor} " if node.anchor else ""
    if isinstance(node, Scalar):
        return (anchor + inline(node, flow=flow, key=key)).removesuffix(" ")
    parts = []
    for entry in node.entries:
        value = _on_one_line(entry.value, flow=True)
        parts.append(f"{_key(entry, flow=True)}: {value}".rstrip(" ") if node.mapping else value)
    inside = ", ".join(parts)
    return f"{anchor}{{{inside}}}" if node.mapping else f"{anchor}[{inside}]"
