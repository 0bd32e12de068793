"""Fill the templates of the reference docs: prose stands in `*.md.j2` beside this module, facts come in as values."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from quizgen.inline import escape

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


def filled(name: str, **values: object) -> str:
    """Return a template of this folder with its values, as the text of a page."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  (Markdown of our own, not HTML of others)
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(cell=cell, code=code, spoken=spoken, anchor=anchor)
    written = f"<!-- Written by `python scripts/write_docs.py` from scripts/reference/{name}; change that. -->\n\n"
    return written + re.sub(r"\n{3,}", "\n\n", environment.get_template(name).render(values)).strip() + "\n"


def cell(markdown: str) -> str:
    """Return Markdown as it can stand in a cell of a table."""
    return " ".join(markdown.split()).replace("|", "\\|")


def code(text: str) -> str:
    """Return a text in the marks of code, whatever backticks it holds."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def spoken(message: str) -> str:
    """Return a message, in which backticks mark what is typed, as Markdown that reads the same."""
    return "`".join(part if i % 2 else escape(part) for i, part in enumerate(message.split("`")))


def anchor(heading: str) -> str:
    """Return the name by which a page's heading can be linked, as GitHub makes it."""
    return _NOT_IN_ANCHOR.sub("", heading.lower()).replace(" ", "-")
