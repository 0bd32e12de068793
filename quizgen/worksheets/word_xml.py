"""What a Word file needs and python-docx has no call for: lists, links, page numbers, borders, and the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Element = Any
"""An lxml element; python-docx gives them no types."""

SIGNS_FONT = "Segoe UI Symbol"
"""Has the empty box and circle; other programs replace it by a font that has them."""


def element(tag: str, **attributes: str) -> Element:
    """Return an element such as `w:num` with attributes of the same name space."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


@dataclass(frozen=True)
class ListKind:
    """How the rows of a list are numbered: `%1` in `sign` is the number or letter."""

    number: str
    sign: str
    indent: int
    """Twentieths of a point from the margin to the text, in print of 11 points."""


LISTS = {
    "one": ListKind("upperLetter", "\u25cb  %1", 680),
    "several": ListKind("upperLetter", "\u2610  %1", 680),
    "letters": ListKind("upperLetter", "%1", 400),
    "numbers": ListKind("decimal", "\u2610 %1", 560),
    "references": ListKind("decimal", "[%1]", 560),
    "points": ListKind("bullet", "\u2022", 300),
}
"""The kinds of lists that a sheet has."""


class Lists:
    """The lists of a document; each begins anew at its first number. `scale` widens their indents with the print."""

    def __init__(self, document: Document, scale: float) -> None:
        self._numbering = document.part.numbering_part.element
        for old in list(self._numbering):
            self._numbering.remove(old)
        self._kinds = {name: str(place) for place, name in enumerate(LISTS)}
        for name, place in self._kinds.items():
            self._numbering.append(_abstract(place, LISTS[name], scale))
        self._count = 0

    def begin(self, kind: str) -> str:
        """Return the id of a new list of a kind."""
        self._count += 1
        number = element("w:num", numId=str(self._count))
        number.append(element("w:abstractNumId", val=self._kinds[kind]))
        override = element("w:lvlOverride", ilvl="0")
        override.append(element("w:startOverride", val="1"))
        number.append(override)
        self._numbering.append(number)
        return str(self._count)


def _abstract(place: str, kind: ListKind, scale: float) -> Element:
    abstract = element("w:abstractNum", abstractNumId=place)
    abstract.append(element("w:multiLevelType", val="singleLevel"))
    level = element("w:lvl", ilvl="0")
    level.append(element("w:start", val="1"))
    level.append(element("w:numFmt", val=kind.number))
    level.append(element("w:lvlText", val=kind.sign))
    level.append(element("w:lvlJc", val="left"))
    shape = element("w:pPr")
    shape.append(element("w:ind", left=str(round(kind.indent * scale)), hanging=str(round(kind.indent * scale))))
    level.append(shape)
    if not kind.sign.isascii():
        look = element("w:rPr")
        look.append(element("w:rFonts", ascii=SIGNS_FONT, hAnsi=SIGNS_FONT, eastAsia=SIGNS_FONT, cs=SIGNS_FONT))
        level.append(look)
    abstract.append(level)
    return abstract


def put_in_list(paragraph: Paragraph, number: str) -> None:
    """Make a paragraph a row of a list."""
    properties = paragraph._p.get_or_add_pPr()
    rows = element("w:numPr")
    rows.append(element("w:ilvl", val="0"))
    rows.append(element("w:numId", val=number))
    properties.insert_element_before(rows, "w:spacing", "w:ind", "w:jc", "w:rPr")


def link(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make a run of a paragraph lead to an address."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    around = OxmlElement("w:hyperlink")
    around.set(qn("r:id"), relation)
    run._r.addprevious(around)
    around.append(run._r)


def field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field, such as the number of the page, to a paragraph."""
    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "":
            words = element("w:instrText")
            words.text = f" {instruction} "
            run._r.append(words)
        elif kind == "text":
            run.text = "1"
        else:
            run._r.append(element("w:fldChar", fldCharType=kind))


def left_border(style: Element) -> None:
    """Draw a bar at the left of the paragraphs of a style."""
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="18", space="8", color="B3B3B3"))
    style.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def shade(properties: Element, colour: str) -> None:
    """Give a run or a paragraph a ground colour."""
    properties.append(element("w:shd", val="clear", color="auto", fill=colour))


def language(properties: Element, code: str) -> None:
    """Say in what language a run or a style is."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=code, eastAsia=code, bidi=code))


def saved(document: Document) -> bytes:
    """Return the file of a document; the same document gives the same bytes, whenever it is saved."""
    whole = io.BytesIO()
    document.save(whole)
    again = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(name))
    return again.getvalue()
