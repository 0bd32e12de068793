"""Web pages as paragraphs: the article of a page, without its menus and its comments. The one door to trafilatura."""

from __future__ import annotations

import logging

from quizgen.articles.article import Paragraph, Record
from quizgen.articles.plain import mended, role_of

_ITEM = "- "
_CELL = "|"


def read_html(text: str) -> tuple[list[Paragraph], Record]:
    """Return the paragraphs of the article on a page, and what the page tells of it; no paragraphs if it has none."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (a third of a second, needed for web pages alone)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what a bad page lacks, which we tell
    found = bare_extraction(text, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return [], Record()
    record = Record(
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        published=found.date,
        url=found.url,
        language=found.language,
    )
    lines = [line.strip() for line in (found.text or "").splitlines()]
    paragraphs = mended([paragraph for line in lines if (paragraph := _paragraph(line)) is not None])
    title = [Paragraph(found.title, "heading")] if found.title and paragraphs else []
    return [*title, *(p for p in paragraphs if p.text != found.title)], record


def _paragraph(line: str) -> Paragraph | None:
    """Return a line of the extracted text as a paragraph; the row of a table is one, but the rule below its head."""
    if line.startswith(_CELL):
        cells = " ".join(" ".join(cell for cell in line.split(_CELL) if cell.strip(" -")).split())
        return Paragraph(cells, "item") if cells else None
    if line.startswith(_ITEM):
        return Paragraph(line.removeprefix(_ITEM), "item")
    return Paragraph(line, role_of(line)) if line else None
