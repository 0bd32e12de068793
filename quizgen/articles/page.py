"""A web page as its file has it: decoded, and all of its text, menus and captions included."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_WESTERN = "windows-1252"
"""What browsers take a page for that does not tell its encoding, or tells that it is Latin-1."""
_LATIN = frozenset(("iso8859-1", "ascii", "latin-1"))

_UNSEEN = frozenset(("script", "style", "template", "noscript", "title"))
_WITHIN_A_LINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr",
    )
)


def decoded(content: bytes) -> str | None:
    """Return the text of a page's file, or None if it is in no encoding that it could be in."""
    declared = _DECLARED.search(content, 0, _HEAD)
    names = [name for mark, name in _BOMS if content.startswith(mark)] or [
        "utf-8",
        *([declared[1].decode("ascii")] if declared else []),
        _WESTERN,
    ]
    for name in names:
        try:
            known = codecs.lookup(name).name
            return content.decode(_WESTERN if known in _LATIN else known).removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            continue  # the next one may be meant; a page in none of them is refused
    return None


class Page(HTMLParser):
    """Gathers all text of a page, a line for each block, and the language that the page says it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language: str | None = None
        self._told: list[str] = []
        self._unseen: list[str] = []

    @classmethod
    def of(cls, text: str) -> Page:
        """Return the page that a text describes."""
        page = cls()
        page.feed(text)
        page.close()
        return page

    @property
    def text(self) -> str:
        """All that it shows, and what it would show on a click."""
        lines = (" ".join(line.split()) for line in "".join(self._told).split("\n"))
        return "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or leave out what nobody sees."""
        if tag == "html" and self.language is None:
            self.language = dict(attrs).get("lang")
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag not in _WITHIN_A_LINE:
            self._told.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag not in _WITHIN_A_LINE:
            self._told.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen; a line's end in the file is only a space."""
        if not self._unseen:
            self._told.append(" ".join(data.split("\n")))
