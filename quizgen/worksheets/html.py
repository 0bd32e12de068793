"""A sheet as one HTML file: for the screen and for a browser's print, with its fonts in it and no script."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quizgen.worksheets.fonts import Face, FontSet
from quizgen.worksheets.sheet import Key, Sheet

TEMPLATES = Path(__file__).with_name("templates")


class WebFont(NamedTuple):
    """A font as a style sheet carries it: its family, its weights and slant, and the file as a `data:` address."""

    family: str
    weight: str
    italic: bool
    address: str


def html(document: Sheet | Key, fonts: FontSet) -> bytes:
    """Return a sheet or key as an HTML file that needs nothing else."""
    environment = _environment()
    body = environment.get_template("sheet.html").render(d=document)
    faces = list(_web_fonts(fonts, frozenset(body)))
    return environment.get_template("page.html").render(d=document, body=body, fonts=fonts, faces=faces).encode()


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css"] = _in_css_string
    environment.tests["web"] = lambda address: address.startswith(("http://", "https://"))
    return environment


def _in_css_string(text: str) -> Markup:
    """Return text for a string of a style sheet, where neither a quotation mark nor a tag may end it."""
    return Markup("".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text))  # noqa: S704


def _web_fonts(fonts: FontSet, characters: frozenset[str]) -> Iterator[WebFont]:
    """Yield the fonts that the characters need, each cut to those that no font before it has."""
    supplier = {character: fonts.family_with(character) for character in characters}
    for face in fonts.faces:
        wanted = frozenset(
            ord(c) for c, family in supplier.items() if family == face.family and ord(c) in face.characters
        )
        fallback = face.family != fonts.families[0]
        if wanted and not (fallback and face.italic):
            yield _web_font(face, wanted)


@lru_cache(maxsize=64)
def _web_font(face: Face, characters: frozenset[int]) -> WebFont:
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["*"], notdef_outline=True)
    options.font_number = face.index if face.path.suffix.lower() in (".ttc", ".otc") else -1
    font = subset.load_font(str(face.path), options)
    with font:
        font.recalcTimestamp = False
        variable = "fvar" in font
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
        address = f"data:font/woff2;base64,{base64.b64encode(_saved(font, options)).decode()}"
    weight = "100 900" if variable else "700" if face.bold else "400"
    return WebFont(face.family, weight, face.italic, address)


def _saved(font: TTFont, options: subset.Options) -> bytes:
    file = io.BytesIO()
    subset.save_font(font, file, options)
    return file.getvalue()
