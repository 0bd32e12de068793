"""A sheet as PDF, by typst: tagged (PDF/UA-1), made to last (PDF/A-2a), and the same bytes for the same sheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from quizgen.worksheets.fonts import FontSet
from quizgen.worksheets.sheet import Key, Sheet

TEMPLATES = Path(__file__).with_name("templates")
SHEET = "sheet.typ"
PICTURE = "picture.typ"
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_ONE_AT_A_TIME = Lock()
"""A compiler keeps the sheet that it was given last, so two sessions must not share it at once."""


def pdf(document: Sheet | Key, fonts: FontSet) -> bytes:
    """Return a sheet or key as a PDF file."""
    year, month, day = document.date
    with _ONE_AT_A_TIME:
        made = _compiler(SHEET, fonts.folders).compile(
            format="pdf",
            sys_inputs=_inputs(document, fonts),
            pdf_standards=STANDARDS,
            timestamp=datetime(year, month, day, tzinfo=UTC),
        )
    return _pages(made)[0]


def pictures(document: Sheet | Key, fonts: FontSet, dpi: float = 110) -> list[bytes]:
    """Return the pages of a sheet or key as PNG files, as they will be printed."""
    with _ONE_AT_A_TIME:
        made = _compiler(SHEET, fonts.folders).compile(format="png", ppi=dpi, sys_inputs=_inputs(document, fonts))
    return _pages(made)


def picture(svg: str, width: float, height: float, fonts: FontSet, dpi: float = 300) -> bytes:
    """Return a drawing of this size in millimetres as a PNG file."""
    inputs = {"svg": svg, "width": str(width), "height": str(height)}
    with _ONE_AT_A_TIME:
        made = _compiler(PICTURE, fonts.folders).compile(format="png", ppi=dpi, sys_inputs=inputs)
    return _pages(made)[0]


def _inputs(document: Sheet | Key, fonts: FontSet) -> dict[str, str]:
    return {
        "document": document.model_dump_json(exclude={"look": {"font_folder"}}),
        "families": json.dumps(fonts.families),
    }


def _pages(made: bytes | Sequence[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())


@lru_cache(maxsize=8)
def _compiler(template: str, folders: tuple[Path, ...]) -> typst.Compiler:
    """Return the compiler of a template with these fonts, which is slow to make and quick to use again."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
    return typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
