"""The fonts of a sheet: those that come with quizgen's packages, and those of a folder for further scripts.

System fonts are never used, so that a sheet is the same on every machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from quizgen.errors import FontFolderError, MissingGlyphError, UnprintableCharacterError
from quizgen.worksheets.look import Look, Size

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
MAIN: dict[Size, str] = {
    "normal": "fontpkg_atkinson_hyperlegible",
    "large": "fontpkg_atkinson_hyperlegible",
    "readable": "fontpkg_lexend",
}
"""The package of the main font, by the size of the print."""
FALLBACKS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
"""The packages for what the main font does not have: Greek, Cyrillic, further accents; Arabic."""
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
"""Characters that need no glyph: they only join or part others, or tell their direction."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text after them, so that it reads otherwise than it is written."""


@dataclass(frozen=True)
class Face:
    """One font of a file: its family, weight and slant, and the characters that it has."""

    path: Path
    index: int
    family: str
    bold: bool
    italic: bool

    @cached_property
    def characters(self) -> frozenset[int]:
        """The characters that it has."""
        with _opened(self.path) as fonts:
            return frozenset(fonts[self.index].getBestCmap() or ())


@dataclass(frozen=True)
class FontSet:
    """The fonts that a sheet may use, the main one first."""

    faces: tuple[Face, ...]

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families, in the order in which they are asked for a character."""
        return tuple(dict.fromkeys(face.family for face in self.faces))

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders that hold them."""
        return tuple(dict.fromkeys(face.path.parent for face in self.faces))

    def family_with(self, character: str) -> str | None:
        """Return the first family that has a character; None if none has."""
        return next((face.family for face in self.faces if ord(character) in face.characters), None)

    def require(self, text: str, where: str) -> None:
        """Raise for the first character of a text that cannot be printed.

        Raises:
            UnprintableCharacterError: if it is a control character or turns the direction of the text.
            MissingGlyphError: if no font has it.
        """
        for character in sorted(set(text)):
            name = unicodedata.name(character, "").lower()
            if character in _TURNING or unicodedata.category(character) in ("Cc", "Cs"):
                raise UnprintableCharacterError(character, name, where)
            if character not in _INVISIBLE and self.family_with(character) is None:
                raise MissingGlyphError(character, name, where)


def fonts_for(look: Look) -> FontSet:
    """Return the fonts of a look.

    Raises:
        FontFolderError: if its folder holds no font.
    """
    own = _in_folder(look.font_folder) if look.font_folder else ()
    packaged = (face for name in (MAIN[look.size], *FALLBACKS) for face in _in_package(name))
    return FontSet((*packaged, *own))


@lru_cache
def _in_package(name: str) -> tuple[Face, ...]:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return tuple(_faces(sorted((Path(spec.origin).parent / "files").iterdir())))


def _in_folder(folder: Path) -> tuple[Face, ...]:
    files = sorted(f for f in folder.rglob("*") if f.suffix.lower() in SUFFIXES) if folder.is_dir() else []
    faces = tuple(_faces(files))
    if not faces:
        raise FontFolderError(str(folder))
    return faces


def _faces(files: Iterable[Path]) -> Iterator[Face]:
    for path in files:
        stamp = path.stat()
        yield from _read(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, changed: int, size: int) -> tuple[Face, ...]:
    with _opened(path) as fonts:
        return tuple(_face(path, index, font) for index, font in enumerate(fonts))


@contextmanager
def _opened(path: Path) -> Iterator[list[TTFont]]:
    """Open the fonts of a file; what is read of them is read when it is asked for."""
    if path.suffix.lower() in (".ttc", ".otc"):
        with TTCollection(path, lazy=True) as collection:
            yield list(collection.fonts)
    else:
        with TTFont(path, lazy=True) as font:
            yield [font]


def _face(path: Path, index: int, font: TTFont) -> Face:
    style = font["OS/2"].fsSelection
    family = str(font["name"].getBestFamilyName() or path.stem)
    return Face(path=path, index=index, family=family, bold=bool(style & (1 << 5)), italic=bool(style & 1))
