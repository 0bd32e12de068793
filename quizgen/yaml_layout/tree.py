"""What a YAML file is made of for whoever lays it out anew: nodes, and the comments that belong to their entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Scalar:
    """A text as it was read, and the sign that it was written in: nothing, `'`, `"`, `|` or `>`."""

    value: str
    style: str = ""
    anchor: str | None = None


@dataclass
class Alias:
    """A second place of a value that is written elsewhere."""

    anchor: str


@dataclass
class Block:
    """A list or a mapping; `flow` if it was written in brackets. `after` stands below its last entry."""

    mapping: bool
    flow: bool
    entries: list[Entry] = field(default_factory=list)
    anchor: str | None = None
    after: list[str] = field(default_factory=list)


Node = Scalar | Alias | Block


@dataclass
class Beside:
    """A comment at the end of a line, and those below it that go on with it; where it stood, and how far from the text.

    A comment further away than usual is taken to stand in line with others, and keeps its column. `cut` tells that what
    stands in front of it is a plain text, of which it may be the rest.
    """

    column: int
    gap: int
    lines: list[str]
    cut: bool = False

    @property
    def like_text(self) -> bool:
        """Whether there is no space after the `#`, so that it looks like text."""
        return self.lines[0][1:2].isalnum()


@dataclass
class Entry:
    """An entry of a list or, with a key, of a mapping; `before` holds the lines above it, blank ones as ``""``."""

    value: Node
    key: Scalar | None = None
    before: list[str] = field(default_factory=list)
    beside: Beside | None = None

    @property
    def name(self) -> str | None:
        """The name of the field; None in a list."""
        return self.key.value if self.key else None


@dataclass
class Layout:
    """A whole file: what stands at its top whatever comes first, and its root."""

    top: list[str]
    root: Node
    bottom: list[str] = field(default_factory=list)


def comments(layout: Layout) -> Iterator[str]:
    """Yield every comment of the file."""
    yield from filter(None, (*layout.top, *layout.bottom))
    yield from _comments_in(layout.root)


def _comments_in(node: Node) -> Iterator[str]:
    if isinstance(node, Block):
        for entry in node.entries:
            yield from filter(None, entry.before)
            yield from entry.beside.lines if entry.beside else ()
            yield from _comments_in(entry.value)
        yield from filter(None, node.after)
