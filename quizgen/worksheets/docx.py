"""A sheet as a Word file, which a teacher can edit: real styles, lists and tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import docx as word
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from quizgen.worksheets import word_xml
from quizgen.worksheets.fonts import FontSet
from quizgen.worksheets.pdf import picture
from quizgen.worksheets.sheet import (
    Answer,
    Answering,
    Blank,
    Finding,
    Head,
    Key,
    Lettered,
    Listed,
    Options,
    Pairs,
    Phrases,
    Question,
    Sheet,
    Table,
)
from quizgen.worksheets.text import Text, plain
from quizgen.worksheets.word_styles import set_up, type_size

LINE_FOR_A_NUMBER = "_" * 24
LONG = 1500
"""Characters of a paragraph that may well fill a page of large print."""
LETTERS = 26
"""Word goes on after Z with AA, BB, CC, which no key here says: from there on letters are written out."""


def docx(document: Sheet | Key, fonts: FontSet) -> bytes:
    """Return a sheet or key as a Word file."""
    page = _Page(document, fonts)
    if isinstance(document, Sheet):
        page.sheet(document)
    else:
        page.key(document)
    return word_xml.saved(page.document)


class _Page:
    """A Word document that is being written from top to bottom."""

    def __init__(self, content: Sheet | Key, fonts: FontSet) -> None:
        self.fonts = fonts
        self.look = content.look
        self.document = word.Document()
        self.lists = word_xml.Lists(self.document, scale=type_size(content) / 11)
        set_up(self.document, content)

    def sheet(self, sheet: Sheet) -> None:
        self._head(sheet.head)
        for question in sheet.questions:
            self._question(question)
        if sheet.glossary.entries:
            self._add(plain(sheet.glossary.title), "Heading 2")
            for entry in sheet.glossary.entries:
                self._add((*plain(entry.word, strong=True), *plain(" "), *entry.meaning), "Finding")
        self._references(sheet.sources)
        for bubbles in sheet.bubbles:
            title = self._add(plain(f"{bubbles.title} · {sheet.head.version}"), "Heading 2")
            title.paragraph_format.page_break_before = True
            self._picture(self.document.add_paragraph(), bubbles.svg, 178.0, 235.0, bubbles.words)

    def key(self, key: Key) -> None:
        self._head(key.head)
        self._add(plain(key.strip_title), "Heading 2")
        self._add(tuple(run for told in key.strip for run in (*told, *plain("  ·  ")))[:-1], "Normal")
        if key.crossing:
            self._table(key.crossing)
        self._add(plain(key.guide_title), "Heading 2")
        self._list("points", key.guide)
        self._add(plain(key.answers_title), "Heading 2")
        for answer in key.answers:
            self._answer(answer)
        self._references(key.sources)

    def _add(self, text: Text, style: str, *, to: Document | _Cell | None = None) -> Paragraph:
        paragraph = (to or self.document).add_paragraph(style=style)
        self._write(paragraph, text)
        return paragraph

    def _write(self, paragraph: Paragraph, text: Text) -> None:
        for part in text:
            if part.mark:
                paragraph.add_run(f"[{part.mark}]\u00a0").bold = True
            run = paragraph.add_run(part.text)
            readable = self.look.size == "readable"
            run.bold = True if part.strong or part.mark is not None or (part.emphasis and readable) else None
            run.italic = True if part.emphasis and not readable else None
            if part.mark is not None:
                run.underline = not readable
                word_xml.shade(run._r.get_or_add_rPr(), "DBDBDB")
            if part.language:
                word_xml.language(run._r.get_or_add_rPr(), part.language)
            if part.href:
                word_xml.link(paragraph, run, part.href)

    def _head(self, head: Head) -> None:
        self._add(plain(head.title), "Title")
        self._add((*head.article, *plain(" · "), *plain(head.version, strong=True)), "Small")
        if head.qr:
            paragraph = self.document.add_paragraph(style="Small")
            self._picture(paragraph, head.qr.svg, head.qr.width, head.qr.height, head.qr.words)
            for right in (paragraph, self._add(plain(head.qr_words or ""), "Small")):
                right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if head.fields:
            blanks = "   ".join(f"{name} {'_' * (22 if place == 0 else 12)}" for place, name in enumerate(head.fields))
            self._add(plain(f"{blanks}   {head.score}"), "Normal")
        for line in head.instructions:
            self._add(line, "Normal")

    def _question(self, question: Question) -> None:
        start = len(self.document.paragraphs)
        stem = self._add((*plain(f"{question.number}. "), *question.stem), "Question")
        points = stem.add_run(f"\t{question.points}")
        points.bold, points.font.size = False, Pt(8.5)
        for quotation in question.quotations:
            self._add(plain(quotation.over, strong=True), "Quotation title")
            self._add(quotation.text, "Quotation")
            for below in quotation.below:
                self._add(below, "Quotation small")
        if question.definition:
            self._add(question.definition, "Normal")
        self._findings(question.findings_title, question.findings)
        self._answering(question.answering)
        asked = self.document.paragraphs[start:]
        together = asked[:-1] if not self.look.compact else asked[: _until_second_option(asked)]
        for paragraph in together:
            # What fills pages cannot be kept on one, and to ask for it would leave the heading alone.
            short = len(paragraph.text) < LONG
            paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = short

    def _findings(self, title: str, findings: Sequence[Finding]) -> None:
        if findings:
            self._add(plain(title), "Over")
        for finding in findings:
            source = self._add((*plain(f"[{finding.key}] "), *finding.source), "Source")
            source.paragraph_format.keep_with_next = bool(finding.text)
            if finding.text:
                self._add(finding.text, "Finding")

    def _answering(self, answering: Answering) -> None:
        match answering:
            case Options(several=several, options=options):
                self._add(plain(answering.cue), "Cue")
                self._lettered("several" if several else "one", options)
            case Phrases():
                self._phrases(answering)
            case Pairs():
                self._pairs(answering)
            case Blank():
                self._add(plain(answering.cue), "Cue")
                self._add(plain(f"{LINE_FOR_A_NUMBER} {answering.unit}"), "Normal")

    def _phrases(self, answering: Phrases) -> None:
        self._add(plain(answering.over, strong=True), "Quotation title")
        passage = self._add((), "Quotation")
        for phrase in answering.phrases:
            number = passage.add_run(f"{phrase.gap}{phrase.label}\u00a0")
            number.bold, number.font.superscript = True, True
            self._write(passage, phrase.text)
        self._add(plain(answering.cue), "Cue")
        boxes = "   ".join(f"\u2610\u00a0{phrase.label}" for phrase in answering.phrases)
        ticks = self._add((), "Normal")
        for words in (boxes, "   \u2610\u00a0", answering.nothing):
            ticks.add_run(words)

    def _pairs(self, answering: Pairs) -> None:
        self._add(plain(answering.cue), "Cue")
        rows = max(len(answering.prompts), len(answering.choices))
        table = self.document.add_table(rows=rows + 1, cols=2)
        for cell, title in zip(table.rows[0].cells, (answering.prompts_title, answering.choices_title), strict=True):
            self._write(cell.paragraphs[0], plain(title, strong=True))
        _repeat_head(table.rows[0]._tr)
        columns = (("numbers", answering.prompts), ("letters", answering.choices))
        for column, (kind, entries) in enumerate(columns):
            number = self.lists.begin(kind)
            for row, entry in enumerate(entries, 1):
                paragraph = table.cell(row, column).paragraphs[0]
                paragraph.style = self.document.styles["Option"]
                if kind == "letters" and len(entries) > LETTERS:
                    self._write(paragraph, (*plain(f"{entry.label}  "), *_named(entry)))
                else:
                    self._write(paragraph, _named(entry))
                    word_xml.put_in_list(paragraph, number)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(word_xml.element("w:cantSplit"))
        self.document.add_paragraph(style="Small")

    def _lettered(self, kind: str, entries: Sequence[Lettered]) -> None:
        if len(entries) <= LETTERS:
            self._list(kind, [_named(entry) for entry in entries])
            return
        for entry in entries:
            sign = word_xml.LISTS[kind].sign.replace("%1", entry.label)
            self._add((*plain(f"{sign}  "), *_named(entry)), "Option")

    def _list(self, kind: str, rows: Iterable[Text]) -> None:
        number = self.lists.begin(kind)
        for row in rows:
            word_xml.put_in_list(self._add(row, "Option"), number)

    def _answer(self, answer: Answer) -> None:
        start = len(self.document.paragraphs)
        self._add((*plain(f"{answer.number}. "), *answer.stem), "Heading 3")
        if answer.subject:
            self._add(answer.subject, "Small")
        word_xml.shade(self._add(answer.key, "Normal")._p.get_or_add_pPr(), "F0F0F0")
        self._add((*plain(answer.record_title, strong=True), *plain(" "), *answer.record), "Normal")
        if answer.rewrite:
            self._add((*plain(answer.rewrite_title, strong=True), *plain(" "), *answer.rewrite), "Normal")
        self._add(plain(answer.reasons_title), "Over")
        for paragraph in self.document.paragraphs[start:]:
            paragraph.paragraph_format.keep_with_next = True
        for reason in answer.reasons:
            word = plain(f"({reason.word}) ") if reason.word else ()
            label = (*plain(reason.label, strong=True), *plain(" ")) if reason.label else ()
            self._add((*label, *word, *reason.text), "Finding")
        if answer.marking:
            self._add(plain(answer.marking_title), "Over")
            self._list("points", answer.marking)
        if answer.evidence:
            self._add(plain(answer.evidence_title), "Over")
        for found in answer.evidence:
            told = (*plain(": "), *found.text) if found.text else ()
            self._add((*plain(f"[{found.key}] "), *found.source, *told), "Source")
        self._add(plain(answer.origin), "Small")

    def _table(self, table: Table) -> None:
        self._add(plain(table.title), "Heading 2")
        made = self.document.add_table(rows=len(table.rows) + 1, cols=len(table.head), style="Table Grid")
        for column, head in enumerate(table.head):
            self._write(made.cell(0, column).paragraphs[0], plain(head, strong=True))
        _repeat_head(made.rows[0]._tr)
        for row, cells in enumerate(table.rows, 1):
            for column, text in enumerate(cells.cells):
                self._write(made.cell(row, column).paragraphs[0], text)

    def _references(self, listed: Listed) -> None:
        if not listed.rows:
            return
        self._add(plain(listed.title), "Heading 2")
        number = self.lists.begin("references")
        for row in listed.rows:
            paragraph = self._add(row.text, "Source")
            word_xml.put_in_list(paragraph, number)
            if row.url:
                paragraph.add_run(" ")
                run = paragraph.add_run(row.url)
                if row.url.startswith(("http://", "https://")):
                    word_xml.link(paragraph, run, row.url)

    def _picture(self, paragraph: Paragraph, svg: str, width: float, height: float, words: str) -> None:
        drawn = picture(svg, width, height, self.fonts)
        paragraph.add_run().add_picture(io.BytesIO(drawn), width=Mm(width), height=Mm(height))
        for properties in paragraph._p.iter(qn("wp:docPr")):
            properties.set("descr", words)


def _named(entry: Lettered) -> Text:
    if not entry.note:
        return entry.text
    return (*(run.model_copy(update={"strong": True}) for run in entry.text), *plain(" – "), *entry.note)


def _until_second_option(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many paragraphs stand before the second option."""
    options = [place for place, p in enumerate(paragraphs) if p.style is not None and p.style.name == "Option"]
    return options[1] if len(options) > 1 else len(paragraphs) - 1


def _repeat_head(row: word_xml.Element) -> None:
    row.get_or_add_trPr().append(word_xml.element("w:tblHeader"))
