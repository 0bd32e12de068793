"""PDFs as paragraphs: the text of the pages, without what stands at the edge of all. The one door to pypdf."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Sequence

from quizgen.articles.article import Paragraph, Record
from quizgen.articles.plain import plain_paragraphs
from quizgen.errors import ArticleNotReadableError

MAX_PAGES = 300

_NUMBER = re.compile(r"\d+")
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(docx?|pdf|indd|odt|tex)$", re.IGNORECASE)
_AT_THE_EDGE = 2  # lines at the top and bottom of a page among which running titles and page numbers stand
_DAMAGES = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError, zlib.error)
"""What pypdf raises for a damaged file, beside its own errors."""


def read_pdf(content: bytes, file: str) -> tuple[list[Paragraph], Record]:
    """Return the paragraphs of a PDF, and what it tells of itself; no paragraphs if it is made of pictures.

    Raises:
        ArticleNotReadableError: if the file is locked, damaged or too long.
    """
    from pypdf import PdfReader  # noqa: PLC0415  (needed for PDFs alone)
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs what it mends in a file
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleNotReadableError(file, "is locked with a password", "save it without one")
        if len(reader.pages) > MAX_PAGES:
            raise ArticleNotReadableError(file, f"has more than {MAX_PAGES} pages", "save the article's pages alone")
        pages = [page.extract_text().splitlines() for page in reader.pages]
        told = reader.metadata
        record = Record(title=_title(told.title if told else None), author=told.author if told else None)
    except DependencyError:
        raise ArticleNotReadableError(file, "is locked", "open it, and print it to a new PDF") from None
    except (PyPdfError, *_DAMAGES):
        help_ = "open it, and print it to a new PDF; or copy its text into a .txt file"
        raise ArticleNotReadableError(file, "is damaged, or is no PDF", help_) from None
    return plain_paragraphs("\n".join(_without_edges(pages)), hyphenated=True), record


def _title(title: object) -> str | None:
    return title if isinstance(title, str) and title.strip() and not _NO_TITLE.search(title) else None


def _without_edges(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages without running titles and page numbers."""
    edges = Counter(mark for lines in pages for mark in {_mark(line) for line in _edge(lines)})
    often = {mark for mark, count in edges.items() if count > 1 and count > len(pages) / 2}
    kept = []
    for lines in pages:
        edge = range(_AT_THE_EDGE, len(lines) - _AT_THE_EDGE)
        kept += [line for i, line in enumerate(lines) if i in edge or not (_mark(line) in often or _is_number(line))]
    return kept


def _edge(lines: Sequence[str]) -> Sequence[str]:
    return [*lines[:_AT_THE_EDGE], *lines[-_AT_THE_EDGE:]]


def _mark(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))


def _is_number(line: str) -> bool:
    return line.strip().isdigit()
