"""Read printed files back: the characters of a PDF with their places, and the texts of all formats in order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

import docx as word
import pymupdf
from docx.oxml.ns import qn

from quizgen.worksheets.sheet import Blank, Finding, Key, Lettered, Listed, Options, Pairs, Phrases, Question, Sheet
from quizgen.worksheets.text import Text

MM = 72 / 25.4
_SPACES = re.compile(r"[\s\u200b\u00a0\u202f]+")


class Character(NamedTuple):
    """A character of a PDF: its page from 0, and its box in points."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def squeezed(text: str) -> str:
    """Return text without white space and the places where a word may be broken."""
    return _SPACES.sub("", text)


def characters(pdf: bytes) -> list[Character]:
    """Return the characters of a PDF in the order in which they are drawn, those outside the page too."""
    found: list[Character] = []
    with pymupdf.open(stream=pdf) as document:
        for number, page in enumerate(document):
            raw = page.get_text("rawdict", clip=pymupdf.INFINITE_RECT(), flags=pymupdf.TEXT_PRESERVE_LIGATURES)
            for block in raw["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        found += [Character(c["c"], number, *c["bbox"]) for c in span["chars"]]
    return found


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in points."""
    with pymupdf.open(stream=pdf) as document:
        return [(page.rect.width, page.rect.height) for page in document]


def body(pdf: bytes) -> list[Character]:
    """Return the characters between head and foot of the pages, white space left out."""
    sizes = page_sizes(pdf)

    def between(c: Character) -> bool:
        return (c.page == 0 or c.top > 11 * MM) and c.bottom < sizes[c.page][1] - 14.5 * MM

    return [c for c in characters(pdf) if squeezed(c.text) and between(c)]


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "title", "svg")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "title", "svg")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def html_text(page: bytes) -> str:
    """Return what a reader of an HTML page reads, squeezed."""
    parser = _Texts()
    parser.feed(page.decode())
    return squeezed("".join(parser.texts))


def docx_text(file: bytes) -> str:
    """Return what a reader of a Word file reads, squeezed; numbers of lists are not in it."""
    body = word.Document(io.BytesIO(file)).element.body
    return squeezed("".join(node.text or "" for node in body.iter(qn("w:t"))))


def said(text: Text) -> str:
    """Return a text as it is printed: numbers of marks before the marked words."""
    return "".join(f"[{run.mark}]{run.text}" if run.mark else run.text for run in text)


def expected(document: Sheet | Key) -> Iterator[str]:
    """Yield the texts of a document in the order in which they are printed, but for labels and what is not text."""
    head = document.head
    yield from (head.title, said(head.article), head.version)
    if isinstance(document, Sheet):
        yield from (*head.fields, *map(said, head.instructions))
        for question in document.questions:
            yield from _question(question)
        for entry in document.glossary.entries:
            yield from (entry.word, said(entry.meaning))
    else:
        yield from _told(document)
    yield from _listed(document.sources)


def _question(question: Question) -> Iterator[str]:
    yield said(question.stem)
    for quotation in question.quotations:
        yield from (quotation.over, said(quotation.text), *map(said, quotation.below))
    yield said(question.definition)
    yield question.findings_title
    yield from _findings(question.findings)
    answering = question.answering
    match answering:
        case Options(options=options):
            yield answering.cue
            yield from _lettered(options)
        case Phrases(phrases=phrases):
            yield from (answering.over, *(said(p.text) for p in phrases), answering.cue, answering.nothing)
        case Pairs():
            yield from (answering.cue, answering.prompts_title)
            yield from _lettered(answering.prompts)
            yield from _lettered(answering.choices)
        case Blank():
            yield from (answering.cue, answering.unit)


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield from (f"[{finding.key}]", said(finding.source), said(finding.text))


def _lettered(rows: Sequence[Lettered]) -> Iterator[str]:
    for row in rows:
        yield from (said(row.text), said(row.note))


def _listed(listed: Listed) -> Iterator[str]:
    for row in listed.rows:
        yield said(row.text)
        yield row.url or ""


def _told(key: Key) -> Iterator[str]:
    yield from (key.strip_title, *map(said, key.strip))
    if key.crossing:
        yield from (key.crossing.title, *key.crossing.head)
        yield from (said(cell) for row in key.crossing.rows for cell in row.cells)
    yield from (key.guide_title, *map(said, key.guide), key.answers_title)
    for answer in key.answers:
        yield from (said(answer.stem), said(answer.subject), said(answer.key))
        yield from (answer.record_title, said(answer.record), answer.rewrite_title, said(answer.rewrite))
        yield answer.reasons_title
        yield from (said(reason.text) for reason in answer.reasons)
        yield from (answer.marking_title, *map(said, answer.marking), answer.evidence_title)
        yield from _findings(answer.evidence)
        yield answer.origin


def places(texts: Sequence[str], whole: str) -> list[int]:
    """Return where each text begins in the whole, each found after the one before; fail with the first that is not."""
    cursor = 0
    found: list[int] = []
    for text in texts:
        start = whole.find(squeezed(text), cursor)
        assert start >= 0, (
            f"not printed, or not in its place: {text!r}; what follows there: {whole[cursor : cursor + 90]!r}"
        )
        found.append(start)
        cursor = start + len(squeezed(text))
    return found
