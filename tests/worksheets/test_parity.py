"""PDF, HTML and Word files carry the same texts in the same order, and bank text stays text in all of them."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import docx as word
import pymupdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from quizgen.forms import Form
from quizgen.worksheets import Look, documents, files
from quizgen.worksheets.docx import docx
from quizgen.worksheets.fonts import fonts_for
from quizgen.worksheets.html import html
from quizgen.worksheets.pdf import pdf
from quizgen.worksheets.sheet import Key, Sheet
from tests.worksheets.conftest import CJK
from tests.worksheets.forms import HOSTILE, SECRET, bundled, choice, every_interaction, form_of, hard, item, match
from tests.worksheets.reading import body, docx_text, expected, html_text, places, squeezed

LOOK = Look(glossary=True, font_folder=CJK)
FORMS = {"bundled": bundled()[0], "every interaction": every_interaction()}


def pdf_text(file: bytes) -> str:
    return "".join(c.text for c in body(file))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_three_formats_say_the_same_in_the_same_order(form: Form) -> None:
    fonts = fonts_for(LOOK)
    for document in documents([form, form.model_copy(update={"version": "B"})], LOOK):
        texts = list(expected(document.content))

        assert len(texts) > 30
        # Word numbers its lists itself, two columns are rows of a table there, and the PDF draws a column at a time.
        for text in (html_text(html(document.content, fonts)), pdf_text(pdf(document.content, fonts))):
            places(texts, text)
        in_word = docx_text(docx(document.content, fonts))
        if isinstance(document.content, Key):
            places(texts, in_word)
        else:
            missing = [t for t in texts if squeezed(t) not in in_word]
            assert missing == []


def test_a_word_file_keeps_the_order_of_the_questions() -> None:
    form = bundled()[0]
    (sheet,) = documents([form], LOOK, key=False)
    assert isinstance(sheet.content, Sheet)

    text = docx_text(docx(sheet.content, fonts_for(LOOK)))

    places([f"{q.number}. {''.join(r.text for r in q.stem)}" for q in sheet.content.questions], text)


def test_letters_after_z_are_those_of_the_key_in_word_too() -> None:
    """Word itself would go on with AA, BB, CC."""
    options = [f"option {n}" for n in range(1, 31)]
    form = form_of(item("many", choice(*options, key=27)), item("pairs", match(30)))
    sheet, key = documents([form], LOOK)
    assert isinstance(sheet.content, Sheet)
    assert isinstance(key.content, Key)

    text = docx_text(docx(sheet.content, fonts_for(LOOK)))

    assert "AB\u2013option28" in docx_text(docx(key.content, fonts_for(LOOK)))
    assert "ABoption28" in text
    assert "ADRecordnumber30" in text


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "style", "onerror")]


def test_hostile_text_is_text_in_every_format() -> None:
    fonts = fonts_for(LOOK)
    for document in documents([hard()], LOOK):
        page = html(document.content, fonts)
        parser = _Tags()
        parser.feed(page.decode())
        wanted = squeezed(HOSTILE)

        assert "script" not in parser.tags
        assert all(address.startswith("https://") for address in parser.addresses)
        for text in (html_text(page), pdf_text(pdf(document.content, fonts)), docx_text(docx(document.content, fonts))):
            assert text.count(wanted) >= 2


def test_an_html_file_needs_nothing_else() -> None:
    for document in documents([bundled()[0]], Look(bubbles=True, base_url="https://quiz.example.org")):
        page = html(document.content, fonts_for(Look())).decode()
        style = page.split("<style>")[1].split("</style>")[0]

        assert "default-src 'none'" in page
        assert not re.search(r"<(script|img|link|iframe|object)\b", page)
        assert re.findall(r"url\((?!data:font/woff2;base64,)", style) == []
        assert "@import" not in style


def test_links_lead_to_the_web_only() -> None:
    (_, key) = documents([every_interaction()], Look())
    file = docx(key.content, fonts_for(Look()))
    part = word.Document(io.BytesIO(file)).part
    linked = [r.target_ref for r in part.rels.values() if r.reltype == RELATIONSHIP_TYPE.HYPERLINK]

    assert linked
    assert all(address.startswith("https://") for address in linked)
    assert squeezed("javascript:alert(1)") in docx_text(file)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_students_files_hold_nothing_of_the_key(form: Form) -> None:
    look = Look(bubbles=True, glossary=True, base_url="https://quiz.example.org")
    for file in files([form], look, ("pdf", "html", "docx"), key=False):
        whole = file.content
        if file.name.endswith("docx"):
            with zipfile.ZipFile(io.BytesIO(whole)) as parts:
                whole = b"".join(parts.read(name) for name in parts.namelist())
        text = whole.decode("latin-1") + (pdf_text(file.content) if file.name.endswith("pdf") else "")

        assert SECRET not in text
        for entry in form.items:
            assert entry.item.id not in text
            given = {finding.text for finding in entry.item.stimulus.findings}
            for told in (entry.item.rationale.record, entry.item.rationale.rewrite):
                assert not told or told in given or squeezed(told) not in squeezed(text)


def test_students_get_the_same_sheet_whatever_the_key_is() -> None:
    sheets = [
        list(
            files(
                [form_of(item("x", choice("One", "Two", key=key)))],
                Look(bubbles=True),
                ("pdf", "html", "docx"),
                key=False,
            )
        )
        for key in (0, 1)
    ]

    assert [f.content for f in sheets[0]] == [f.content for f in sheets[1]]


def test_words_in_another_language_are_marked() -> None:
    form = every_interaction()
    korean = form.model_copy(update={"article": form.article.model_copy(update={"language": "ko"})})
    (sheet,) = documents([korean], LOOK, key=False)
    fonts = fonts_for(LOOK)
    with zipfile.ZipFile(io.BytesIO(docx(sheet.content, fonts))) as parts:
        in_word = parts.read("word/document.xml").decode()

    assert '<span lang="ko">The quoted words.</span>' in html(sheet.content, fonts).decode()
    assert 'w:lang w:val="ko"' in in_word
    assert b"/Lang(ko)" in _unpacked(pdf(sheet.content, fonts)).replace(b" ", b"")


def _unpacked(file: bytes) -> bytes:
    with pymupdf.open(stream=file) as document:
        return bytes(document.tobytes(expand=255))
