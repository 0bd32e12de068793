"""Inline Markdown as authors may use it: emphasis, code and http(s) links, and nothing else."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_\[\]<>&])")


def escape(text: str) -> str:
    """Return plain text as inline Markdown that reads the same."""
    return _MARKS.sub(r"\\\1", text)
