"""What is printed: the student's sheet and the teacher's key, computed once, so that outputs only lay out.

A `Sheet` is made from what a learner may see (`ShownItem`) and nothing else, so that no output can print a key on it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.model import Frozen
from quizgen.worksheets.bubbles import BubblePage
from quizgen.worksheets.look import Look
from quizgen.worksheets.text import Text


class Picture(Frozen):
    """A drawing as SVG, with its words for those who do not see it and its size in millimetres."""

    svg: str
    words: str
    width: float
    height: float


class Head(Frozen):
    """The top of the first page."""

    title: str
    article: Text
    version: str
    fields: tuple[str, ...] = ()
    """What is to be filled in by hand: name, class, date."""
    score: str | None = None
    instructions: tuple[Text, ...] = ()
    qr: Picture | None = None
    qr_words: str | None = None


class Quotation(Frozen):
    """Something quoted or written down that is asked about; `over` says what it is."""

    over: str
    text: Text
    below: tuple[Text, ...] = ()


class Finding(Frozen):
    """One line of evidence: the short key of its source, who found it and when, and what."""

    key: str
    source: Text
    text: Text


class Lettered(Frozen):
    """Something with a letter or a number before it; `note` is its one-line meaning."""

    label: str
    text: Text
    note: Text = ()


class Options(Frozen):
    """One box for each option; `several` if more than one may be ticked."""

    kind: Literal["options"] = "options"
    cue: str
    several: bool
    options: tuple[Lettered, ...]


class Phrase(Frozen):
    """A stretch of a passage with its number; `gap` is the white space before it."""

    label: str
    gap: str
    text: Text


class Phrases(Frozen):
    """A passage in numbered phrases to underline, and a box for each number."""

    kind: Literal["phrases"] = "phrases"
    cue: str
    over: str
    phrases: tuple[Phrase, ...]
    nothing: str


class Pairs(Frozen):
    """Two columns: prompts with a box for a letter, and lettered choices."""

    kind: Literal["pairs"] = "pairs"
    cue: str
    prompts_title: str
    choices_title: str
    prompts: tuple[Lettered, ...]
    choices: tuple[Lettered, ...]


class Blank(Frozen):
    """A line to write a number on, with its unit."""

    kind: Literal["blank"] = "blank"
    cue: str
    unit: str


Answering = Annotated[Options | Phrases | Pairs | Blank, Field(discriminator="kind")]


class Question(Frozen):
    """One question as it is printed."""

    number: int
    stem: Text
    points: str
    quotations: tuple[Quotation, ...] = ()
    definition: Text = ()
    findings_title: str = ""
    findings: tuple[Finding, ...] = ()
    answering: Answering


class Reference(Frozen):
    """A source in the list of sources, under the short key that findings name."""

    key: str
    text: Text
    url: str | None = None


class Entry(Frozen):
    """A word of the glossary and its meaning."""

    word: str
    meaning: Text


class Listed(Frozen):
    """A list with its heading, left out where it is empty."""

    title: str
    rows: tuple[Reference, ...] = ()


class Glossary(Frozen):
    """The issues that the sheet names, with their meaning."""

    title: str
    entries: tuple[Entry, ...] = ()


class Footer(Frozen):
    """The foot of each page: how to make the sheet again, and `Page … of …` around the numbers."""

    words: str
    before_page: str
    between: str


class Sheet(Frozen):
    """The student's sheet. `date` is the day in the file's properties, from the bank: year, month, day."""

    kind: Literal["sheet"] = "sheet"
    language: str
    title: str
    """The title of the document."""
    look: Look
    date: tuple[int, int, int]
    head: Head
    questions: tuple[Question, ...]
    sources: Listed
    glossary: Glossary
    bubbles: tuple[BubblePage, ...] = ()
    footer: Footer


class Row(Frozen):
    """A row of a table: cells of text."""

    cells: tuple[Text, ...]


class Table(Frozen):
    """A table with a heading row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


class Reason(Frozen):
    """Why an option is right or wrong; `word` says that it is right."""

    label: str
    word: str
    text: Text


class Answer(Frozen):
    """The key to one question: the answer, the record first, then why, the sources, and how to mark it."""

    number: int
    stem: Text
    subject: Text = ()
    """The claim or passage that is asked about."""
    key: Text
    record_title: str
    record: Text
    rewrite_title: str = ""
    rewrite: Text = ()
    reasons_title: str
    reasons: tuple[Reason, ...]
    evidence_title: str = ""
    evidence: tuple[Finding, ...] = ()
    marking_title: str = ""
    marking: tuple[Text, ...] = ()
    origin: str
    """Where the question comes from: its id, family, move and difficulty."""


class Key(Frozen):
    """The teacher's key to one version of a sheet."""

    kind: Literal["key"] = "key"
    language: str
    title: str
    look: Look
    date: tuple[int, int, int]
    head: Head
    strip_title: str
    strip: tuple[Text, ...]
    """The answers in one line, one text a question."""
    crossing: Table | None = None
    """Which question is which in the other versions."""
    guide_title: str
    guide: tuple[Text, ...]
    answers_title: str
    answers: tuple[Answer, ...]
    sources: Listed
    footer: Footer
