"""Helpers for tests of articles: files in every format that can be read, made of one text."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import typst

PARAGRAPHS = (
    "The “Elm Library” lent 4,000 books – more than ever before – in 2022, the town’s yearbook says.",
    (
        "Its readers come from all quarters of the town, and from the surrounding villages as well; the well-known "
        "reading room is open on Sundays. An extraordinarily comprehensive refurbishment is unavoidable, said Dr. Elm."
    ),
    "“We need the money now,” she said. “Next year is too late.”",
)


def as_text(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """Return the paragraphs with an empty line between them."""
    return "\n\n".join(paragraphs) + "\n"


def as_page(paragraphs: tuple[str, ...] = PARAGRAPHS, *, head: str = "", beside: str = "") -> str:
    """Return a web page with a menu and a footer; `beside` stands in the article's frame and is none of its text."""
    body = "".join(f"<p>{escape(p)}</p>\n" for p in paragraphs)
    return f"""<!doctype html><html lang="en"><head><title>Elm Library</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>How Elm Library is doing</h1>{beside}{body}</article></main>
<footer><p>© The Elm Mirror. All rights reserved.</p></footer></body></html>"""


def as_pdf(paragraphs: tuple[str, ...] = PARAGRAPHS, *, width: str = "7cm") -> bytes:
    """Return a PDF with narrow, justified lines, whose words are divided, and a running title on each page."""
    setting = (
        f'#set page(width: {width}, height: 7cm, margin: 1cm, header: [The Elm Mirror], numbering: "1")\n'
        '#set par(justify: true)\n#set text(lang: "en", hyphenate: true, size: 10pt)\n'
    )
    told = "\n\n".join(f"#{json.dumps(p, ensure_ascii=False)}" for p in paragraphs)
    return bytes(typst.compile((setting + told).encode()))


def scanned() -> bytes:
    """Return a PDF whose page is a picture."""
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    source = f'#image(bytes({list(square)!r}.map(int)), format: "svg")'.replace("[", "(").replace("]", ")")
    return bytes(typst.compile(source.encode()))


def write_all(folder: Path) -> list[Path]:
    """Write the text in each format and return the files."""
    made: dict[str, bytes] = {
        "elm.txt": as_text().encode(),
        "wrapped.txt": as_text().replace(" and from", "\nand from").replace(" said", "\nsaid").encode(),
        "elm.md": as_text().replace("Elm Library", "**Elm Library**").encode(),
        "elm.html": as_page().encode(),
        "elm.pdf": as_pdf(),
        "utf-16.txt": as_text().encode("utf-16"),
        "windows.htm": as_page(head='<meta charset="windows-1252">').encode("windows-1252"),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]
