"""YAML with its layout: what an author wrote with comments, blank lines and anchors, to be put in order and written."""

from quizgen.yaml_layout.reading import read_layout
from quizgen.yaml_layout.tree import Alias, Beside, Block, Entry, Layout, Node, Scalar, comments
from quizgen.yaml_layout.writing import fits, write_layout

__all__ = [
    "Alias",
    "Beside",
    "Block",
    "Entry",
    "Layout",
    "Node",
    "Scalar",
    "comments",
    "fits",
    "read_layout",
    "write_layout",
]
