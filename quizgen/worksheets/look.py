"""How a sheet looks on paper: what a teacher chooses, apart from what it asks."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from quizgen.errors import BaseUrlError
from quizgen.model import Frozen

Paper = Literal["a4", "letter"]
Size = Literal["normal", "large", "readable"]


class Look(Frozen):
    """The look of worksheets.

    `size` is the print: `normal` (11 pt), `large` (18 pt, for weak sight) or `readable` (Lexend, 1.5 line spacing, no
    italics, for readers with dyslexia). `compact` saves paper: less white, and a question may go on over the page
    between its later options. `bubbles` adds a page of bubbles to be filled in, `glossary` the meaning of each issue
    that the sheet names. `base_url` is the address of the app, to which a QR code leads. `font_folder` holds fonts for
    characters that the shipped ones do not have.
    """

    paper: Paper = "a4"
    size: Size = "normal"
    compact: bool = False
    bubbles: bool = False
    glossary: bool = False
    base_url: str | None = None
    font_folder: Path | None = None

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height of the paper in millimetres."""
        return (210.0, 297.0) if self.paper == "a4" else (215.9, 279.4)

    def quiz_address(self, bank: str) -> str | None:
        """Return where the bank's quiz is taken online, or raise `BaseUrlError` if the base is no web address."""
        if self.base_url is None:
            return None
        base = self.base_url.rstrip("/")
        if not base.startswith(("http://", "https://")) or any(c.isspace() or ord(c) < 33 for c in base):
            raise BaseUrlError(self.base_url)
        return f"{base}/quiz?bank={bank}"
