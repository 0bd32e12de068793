"""The styles of a sheet as a Word file: type, paper, header and footer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from quizgen.worksheets import word_xml
from quizgen.worksheets.look import Look
from quizgen.worksheets.sheet import Footer, Key, Sheet

SOFT = RGBColor(0x44, 0x44, 0x44)
FONTS = {"normal": "Arial", "large": "Arial", "readable": "Verdana"}
"""Fonts that readers of Word files have; quizgen's own cannot be sent along with a file that is to be edited."""
EAST_ASIAN = "Malgun Gothic"
SIZES = {"normal": 11.0, "large": 18.0, "readable": 12.0}
KEY_SIZES = {"normal": 10.0, "large": 12.0, "readable": 11.0}
LEADING = {"normal": 1.15, "large": 1.3, "readable": 1.5}
MARGIN = Mm(16)


def type_size(content: Sheet | Key) -> float:
    """Return the size of a document's print in points."""
    sizes = KEY_SIZES if isinstance(content, Key) else SIZES
    return sizes[content.look.size] - content.look.compact


def set_up(document: Document, content: Sheet | Key) -> None:
    """Give a new document its properties, styles, paper, header and footer."""
    _properties(document, content)
    _styles(document, content.look, content.language, type_size(content))
    _paper(document, content.look)
    _margins(document, content.head.version, content.footer)


def _properties(document: Document, content: Sheet | Key) -> None:
    """Set what a file says of itself; nothing of the day or the person it was made on or by."""
    core = document.core_properties
    core.title, core.language = content.title, content.language
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = datetime(*content.date)


def _paper(document: Document, look: Look) -> None:
    section = document.sections[0]
    width, height = look.millimetres
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Mm(16), Mm(16)
    section.header_distance, section.footer_distance = Mm(8), Mm(8)


def _margins(document: Document, version: str, footer: Footer) -> None:
    section = document.sections[0]
    inner = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    header = section.header.paragraphs[0]
    foot = section.footer.paragraphs[0]
    for paragraph in (header, foot):
        paragraph.style = document.styles["Margin"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(inner, WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(f"\t{version}").bold = True
    foot.add_run(f"{footer.words}\t{footer.before_page}")
    word_xml.field(foot, "PAGE")
    foot.add_run(footer.between)
    word_xml.field(foot, "NUMPAGES")


def _styles(document: Document, look: Look, language: str, size: float) -> None:
    normal = document.styles["Normal"]
    _font(normal, FONTS[look.size], size)
    word_xml.language(normal.element.get_or_add_rPr(), language)
    normal.paragraph_format.line_spacing = LEADING[look.size]
    normal.paragraph_format.space_after = Pt(size * 0.4)
    normal.paragraph_format.widow_control = True
    for name, share, before in (("Title", 1.5, 0), ("Heading 2", 1.15, 1.2), ("Heading 3", 1.0, 1.2)):
        style = document.styles[name]
        _font(style, FONTS[look.size], size * share)
        style.font.bold, style.font.italic, style.font.color.rgb = True, False, RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size * before), Pt(size * 0.4)
        for border in list(style.element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
    inner = Mm(look.millimetres[0]) - 2 * MARGIN

    def add(name: str, share: float = 1.0, *, soft: bool = False, base: str = "Normal") -> ParagraphStyle:
        style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        style.font.size = Pt(round(size * share * 2) / 2)
        if soft:
            style.font.color.rgb = SOFT
        return style

    _name_styles(add, size, inner)


def _name_styles(add: Callable[..., ParagraphStyle], size: float, inner: int) -> None:
    question = add("Question", base="Heading 2")
    question.paragraph_format.tab_stops.add_tab_stop(inner, WD_TAB_ALIGNMENT.RIGHT)
    add("Small", 0.85, soft=True)
    add("Margin", 7.5 / size, soft=True)
    over = add("Over", 0.8, soft=True)
    over.font.bold = True
    over.paragraph_format.keep_with_next = True
    over.paragraph_format.space_before = Pt(size * 0.5)
    cue = add("Cue", 0.85, soft=True)
    cue.paragraph_format.keep_with_next = True
    add("Option").paragraph_format.space_after = Pt(size * 0.3)
    for name, share in (("Source", 0.85), ("Finding", 1.0)):
        style = add(name, share)
        style.paragraph_format.left_indent = Mm(3)
        style.paragraph_format.space_after = Pt(size * (0.1 if name == "Source" else 0.45))
    for name, share in (("Quotation title", 0.8), ("Quotation", 1.0), ("Quotation small", 0.85)):
        style = add(name, share)
        style.paragraph_format.left_indent = Mm(4)
        style.paragraph_format.space_after = Pt(size * 0.15)
        word_xml.left_border(style.element)


def _font(style: ParagraphStyle, name: str, size: float) -> None:
    style.font.name, style.font.size = name, Pt(round(size * 2) / 2)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if "heme" in attribute:
            del fonts.attrib[attribute]
    for script, face in (("ascii", name), ("hAnsi", name), ("cs", name), ("eastAsia", EAST_ASIAN)):
        fonts.set(qn(f"w:{script}"), face)
