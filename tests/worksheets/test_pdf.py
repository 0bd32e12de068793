"""The PDF: nothing is cut off or split, it is accessible, and the same sheet is the same file."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pdfua
import pymupdf
import pytest

from quizgen.forms import Form
from quizgen.worksheets import Look, documents
from quizgen.worksheets.fonts import fonts_for
from quizgen.worksheets.look import Paper, Size
from quizgen.worksheets.pdf import pdf, pictures
from quizgen.worksheets.sheet import Key, Options, Sheet
from tests.worksheets.conftest import CJK
from tests.worksheets.forms import ARABIC, bundled, every_interaction, hard
from tests.worksheets.reading import MM, Character, body, characters, expected, page_sizes, places, said, squeezed

LOOKS = {
    "normal": Look(),
    "large": Look(size="large", paper="letter", glossary=True),
    "readable": Look(size="readable", bubbles=True, base_url="https://quiz.example.org"),
    "compact": Look(compact=True, paper="letter"),
}


def printed(form: Form, look: Look) -> list[tuple[Sheet | Key, bytes]]:
    fonts = fonts_for(look)
    return [(document.content, pdf(document.content, fonts)) for document in documents([form], look)]


def whole(found: list[Character]) -> str:
    return "".join(unicodedata.normalize("NFC", c.text) for c in found)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_text_of_a_hard_form_is_printed_within_the_page(look: Look) -> None:
    for document, file in printed(hard(), look.model_copy(update={"font_folder": CJK})):
        found = body(file)
        text = whole(found)
        latin = [t for t in expected(document) if ARABIC not in t]

        for one in latin:
            assert squeezed(one) in text, one
        sizes = page_sizes(file)
        for c in characters(file):
            width, height = sizes[c.page]
            inside = c.left > 10 * MM and c.right < width - 10 * MM and c.top > 5 * MM and c.bottom < height - 4 * MM
            assert inside or not squeezed(c.text), f"{c} on a page of {width} by {height}"


def test_arabic_is_printed_with_all_its_letters() -> None:
    ((_, sheet), *_) = printed(hard(), Look(font_folder=CJK))

    def letters(text: str) -> Counter[str]:
        return Counter(c for c in unicodedata.normalize("NFKC", text) if "\u0600" <= c <= "\u06ff")

    found = letters(whole(body(sheet)))
    wanted = letters(ARABIC)

    # It stands in the stem, in the option and in its note; a reader of PDF files may see a joined letter twice.
    assert all(found[c] >= 3 * n for c, n in wanted.items())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_no_question_is_split_from_its_first_options(look: Look) -> None:
    ((sheet, file), _) = printed(bundled()[0], look)
    assert isinstance(sheet, Sheet)
    found = body(file)
    starts = places(list(expected(sheet)), whole(found))
    pages: dict[int, set[int]] = {}
    texts = iter(zip(expected(sheet), starts, strict=True))
    for question in sheet.questions:
        for text, start in texts:
            if text == said(question.stem):
                pages[question.number] = {found[start].page}
                break
        first = question.answering.options[1] if isinstance(question.answering, Options) else None
        for text, start in texts:
            pages[question.number].add(found[start].page)
            if first and text in (said(first.text), said(first.note)):
                break
            if not first and text in (question.answering.cue, getattr(question.answering, "unit", None)):
                break
    height = _heights(sheet, look)
    split = {number for number, on in pages.items() if len(on) > 1}

    assert len(pages) == len(sheet.questions)
    assert split == {number for number in split if height[number] > 1}


def _heights(sheet: Sheet, look: Look) -> dict[int, int]:
    """Return how many pages each question takes when it is printed alone, below nothing."""
    head = sheet.head.model_copy(update={"fields": (), "instructions": (), "qr": None, "title": "T", "article": ()})
    nothing = {
        "sources": sheet.sources.model_copy(update={"rows": ()}),
        "glossary": sheet.glossary.model_copy(update={"entries": ()}),
    }
    alone = [
        sheet.model_copy(update={"questions": (q,), "head": head, "bubbles": (), **nothing}) for q in sheet.questions
    ]
    return {one.questions[0].number: len(page_sizes(pdf(one, fonts_for(look)))) for one in alone}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(look: Look) -> None:
    for document, file in printed(bundled()[0], look):
        found = body(file)
        text = whole(found)
        numbered = document.questions if isinstance(document, Sheet) else document.answers
        last = {page: max(c.bottom for c in found if c.page == page) for page in {c.page for c in found}}
        for question in numbered:
            stem = squeezed(said(question.stem))
            ends = [start + len(stem) - 1 for start in _all(stem, text)]
            assert ends
            for end in ends:
                assert found[end].bottom < last[found[end].page] - 4, f"the stem of {question.number} ends its page"


def _all(part: str, text: str) -> list[int]:
    return [n for n in range(len(text)) if text.startswith(part, n)]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_pdfua_finds_nothing(look: Look, tmp_path: Path) -> None:
    for document, file in printed(every_interaction(), look):
        path = tmp_path / f"{document.kind}.pdf"
        path.write_bytes(file)
        report = pdfua.validate(str(path))

        assert list(report.findings) == []


def test_the_file_says_its_title_language_and_day_and_nothing_of_its_maker() -> None:
    ((sheet, file), (key, told)) = printed(bundled()[0], Look())
    for document, made in ((sheet, file), (key, told)):
        with pymupdf.open(stream=made) as opened:
            about = opened.metadata
            assert about["title"] == document.title
            assert about["creationDate"].startswith("D:20231020")
            assert not about["author"]
            assert opened.xref_get_key(opened.pdf_catalog(), "Lang")[1].startswith("en")


def test_the_same_form_is_the_same_file_in_every_process() -> None:
    program = (
        "from tests.worksheets.forms import bundled\n"
        "from quizgen.worksheets import Look, files\n"
        "import hashlib\n"
        "look = Look(bubbles=True, glossary=True, base_url='https://quiz.example.org')\n"
        "for file in files(bundled(2), look, ('pdf', 'html', 'docx')):\n"
        "    print(file.name, hashlib.sha256(file.content).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
        )
        for _ in range(2)
    ]

    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count("\n") == 14


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_the_paper_is_the_one_that_was_asked_for(paper: Paper, size: tuple[float, float]) -> None:
    ((_, file), _) = printed(every_interaction(), Look(paper=paper))

    assert {(round(w / MM, 1), round(h / MM, 1)) for w, h in page_sizes(file)} == {size}


@pytest.mark.parametrize(("size", "points"), [("normal", 11), ("large", 18), ("readable", 12)])
def test_the_print_has_the_size_that_was_asked_for(size: Size, points: float) -> None:
    ((_, file), _) = printed(bundled()[0], Look(size=size))
    with pymupdf.open(stream=file) as document:
        spans = [
            (round(s["size"], 1), len(s["text"]))
            for page in document
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for s in line["spans"]
        ]
    commonest = Counter[float]()
    for at, length in spans:
        commonest[at] += length

    assert commonest.most_common(1)[0][0] == points


def test_large_print_is_hardly_ever_smaller_than_fourteen_points_where_it_is_to_be_read() -> None:
    ((_, file), _) = printed(bundled()[0], Look(size="large"))
    with pymupdf.open(stream=file) as document:
        sizes = {
            round(s["size"], 1)
            for page in document
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for s in line["spans"]
            if 60 < line["bbox"][1] < page.rect.height - 60 and len(s["text"].strip()) > 3
        }

    assert min(sizes) >= 14


def test_compact_saves_paper() -> None:
    ((_, normal), _), ((_, compact), _) = (printed(bundled()[0], look) for look in (Look(), Look(compact=True)))

    assert len(page_sizes(compact)) < len(page_sizes(normal))


def test_every_page_tells_the_version_the_sheet_and_its_number() -> None:
    ((sheet, file), _) = printed(bundled()[0], Look())
    with pymupdf.open(stream=file) as document:
        of = len(document)
        for number, page in enumerate(document, 1):
            text = squeezed(page.get_text())
            assert squeezed(f"Page {number} of {of}") in text
            assert squeezed(sheet.footer.words) in text
            assert squeezed("Version A") in text


def test_the_pictures_are_the_pages() -> None:
    ((sheet, file), _) = printed(bundled()[0], Look())
    drawn = pictures(sheet, fonts_for(Look()), dpi=40)

    assert len(drawn) == len(page_sizes(file))
    assert all(page.startswith(b"\x89PNG") for page in drawn)


def test_two_files_of_one_form_differ_by_their_look_alone() -> None:
    digests = {hashlib.sha256(printed(bundled()[0], look)[0][1]).hexdigest() for look in LOOKS.values()}

    assert all(one != other for one, other in pairwise(sorted(digests)))
    assert len(digests) == len(LOOKS)
