"""What an author writes: the bank, its sources, claims, passages, handwritten items and blueprints.

The string under each field is its documentation: editors show it, docs/bank-format.md is written from it, and its first
clause stands in diagnostics. The order of the fields is the one in which `quizgen fmt` puts them. Only the shape of the
fields is told here; rules that look at two fields at once stand in `quizgen.bank.rules`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.bank.choices import (
    LABEL_OF,
    TEMPLATE_IDS,
    ClaimKind,
    Confidence,
    Genre,
    InteractionName,
    Level,
    RecordKind,
    RewriteShift,
    SourceKind,
    Stake,
    Stance,
    Verdict,
    VerdictLabel,
    WeakerBy,
)
from quizgen.bank.fields import (
    NUMBER,
    WHOLE,
    Authored,
    Day,
    FileBeside,
    Finished,
    Flag,
    Id,
    Inline,
    Language,
    Line,
    Number,
    TemplateId,
    Text,
    TypeId,
    Url,
    When,
)
from quizgen.bank.written import (
    Blueprint,
    Bounds,
    WrittenItem,
    WrittenOption,
    WrittenPair,
    WrittenPhrase,
)

__all__ = [
    "LABEL_OF",
    "TEMPLATE_IDS",
    "Article",
    "Authored",
    "Bank",
    "Blueprint",
    "Bounds",
    "Claim",
    "ClaimKind",
    "Day",
    "Evidence",
    "Figure",
    "Id",
    "Ignored",
    "InteractionName",
    "Issue",
    "Language",
    "Line",
    "Misconception",
    "NotAs",
    "NotThisType",
    "OtherNumber",
    "Parts",
    "Passage",
    "RecordKind",
    "Rewrite",
    "Source",
    "Tempting",
    "Url",
    "Verdict",
    "VerdictLabel",
    "WeakerSource",
    "When",
    "WrittenItem",
    "WrittenOption",
    "WrittenPair",
    "WrittenPhrase",
]


class Article(Authored):
    """The text under study, with its bibliographic record."""

    title: Line
    """Its title, as printed."""
    author: Line | None = None
    """Who wrote it, as the byline has it."""
    publisher: Line
    """Who published it: the newspaper, site, office or company."""
    published: When
    """When it appeared: a year, a month or a day, such as `2023`, `2023-10` or `2023-10-20`."""
    url: Url | None = None
    """Where it can be read."""
    language: Language | None = None
    """The language of its own words, where it is not that of the questions, such as `ko` or `pt-BR`."""
    genre: Genre
    """What kind of text it is."""
    as_of: Day
    """The day by which claims are judged, usually that of publication; findings that came later are not shown."""
    text: FileBeside | None = None
    """A file with its text, in the bank's folder or below it: quotes and passages are checked against it."""


class Source(Authored):
    """A source that was opened to check claims."""

    title: Line
    """Its title as printed; in square brackets where you describe it instead: `"[Report on the visit]"`."""
    author: Line | None = None
    """Who wrote it."""
    publisher: Line
    """Who published it: an office, a newspaper, a company."""
    published: When
    """When it was published: a year, a month, a day, `c. 2020`, `annual` or `undated`."""
    url: Url | None = None
    """Where it can be read; needed for every source that is used as evidence."""
    via: Line | None = None
    """Where a republished copy was read, if not on the publisher's own page, such as `a web archive`."""
    kind: SourceKind
    """Whether it is the record itself, reports on it, or collects reports."""
    stake: Stake
    """Whether it belongs to a side of the matter, or takes one."""
    who: Line | None = None
    """Who they are, in at most six words, such as `Russian state news agency`. Shown beside each finding."""
    about: Line
    """What this source can tell, in one line, such as `How each member state voted`.

    No word of it says whether the source is the record or a report on it, as `official` and `copy` do.
    """
    reached: Flag = True
    """Whether the page was opened and read. A source that was not can be named, but is no evidence."""
    note: Text | None = None
    """For authors only; never shown."""


class Evidence(Authored):
    """What one source finds on the claim."""

    source: Id
    """The short name of a source of this bank."""
    stance: Stance
    """Whether the finding backs the claim, goes against it, or is near the subject without deciding it."""
    finding: Line
    """What the source says, in one sentence that stands alone, dated, with no word such as `confirms` or `wrong`."""
    available: When | None = None
    """When the finding could first be read, if not when the source was published."""
    origin: Line | None = None
    """What the finding rests on, if not on the source itself: a source's short name, or words such as `White House`.

    Unlocks `pass-on` where a source collects reports.
    """
    alone: Flag = False
    """True if a reader who sees this finding only would give it this stance. Unlocks `bearing`."""


class Misconception(Authored):
    """A wrong statement that a reader could take from the claim; it is shown as a note that does not hold."""

    text: Line
    """One sentence, as long and as careful as `holds`."""
    why_wrong: Inline
    """What in the findings does not allow it."""


class Rewrite(Authored):
    """A wording that is nearly right."""

    text: Line
    """The wording; it differs from `rewrite` in one place, or in both."""
    shift: RewriteShift
    """What it changes; `both` for the one that makes the other two changes at once."""
    why_wrong: Inline
    """Why the sources do not support the change."""


class NotAs(Authored):
    """A template that must not use this entry."""

    template: TemplateId
    """The template that must leave it alone."""
    reason: Line
    """Why the question would not be fair."""


class NotThisType(Authored):
    """An issue type that somebody might name here, and why it does not fit."""

    type: TypeId
    """The issue type."""
    why: Inline
    """Why it does not fit these words."""


class Issue(Authored):
    """A media-literacy fault in the words."""

    type: TypeId
    """The fault: one of the issue types, such as `loaded-language`."""
    span: Line | None = None
    """The words that show it, verbatim; use `spans` for several."""
    spans: list[Line] = Field(default_factory=list)
    """Several stretches of words that show it, verbatim."""
    near: list[Line] = Field(default_factory=list)
    """Words beside them that a fair reader of a passage could mark as well, verbatim; marking these does not count."""
    occurrence: Annotated[int, Field(ge=1, le=99), WHOLE] | None = None
    """Which occurrence of the words is meant, where they stand in the text more than once: `2` for the second."""
    also_accept: list[TypeId] = Field(default_factory=list)
    """Types that a fair marker could give as well; they are never a wrong option."""
    not_: list[NotThisType] = Field(default_factory=list, alias="not")
    """Types that it is not, with the reason; they become wrong options. Unlocks `name-the-issue`."""
    why: Inline
    """What is wrong with the words, in one sentence."""
    rewrite: Inline | None = None
    """A wording that the sources support. Unlocks `best-rewrite`."""
    rewrites_wrong: list[Rewrite] = Field(default_factory=list)
    """The rewrite with other words in one place, in another place, and in both. Unlocks `best-rewrite`."""
    not_as: list[NotAs] = Field(default_factory=list)
    """Templates that must not use this issue, with the reason."""

    @property
    def words(self) -> list[str]:
        """Every marked stretch, whether written as `span` or as `spans`."""
        return [self.span, *self.spans] if self.span is not None else list(self.spans)


class OtherNumber(Authored):
    """A number that stands in the findings but answers another question."""

    value: Number
    """The number."""
    what: Line
    """What it is the number of, such as `the harvest of 2022`."""


class Figure(Authored):
    """A number that the findings give."""

    question: Line
    """A question for a number, naming what is measured and when: `how many countries … in 2020?`."""
    value: Number
    """The answer, in digits."""
    unit: Line
    """What it is counted in, such as `countries` or `per cent`."""
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False), NUMBER] | None = None
    """How far an answer may be off; half a unit of the last digit if left out."""
    other: list[OtherNumber] = Field(default_factory=list)
    """What the other numbers in the findings are."""


class Parts(Authored):
    """Which words of the quote the sources back and which not."""

    fails: list[Line] = Field(default_factory=list)
    """Words that the sources do not back; none in a supported claim."""
    holds: list[Line] = Field(default_factory=list)
    """Words of the same kind that a shown finding gives."""
    open: list[Line] = Field(default_factory=list)
    """Words that the findings leave open; never offered."""


class WeakerSource(Authored):
    """A source that checks the claim less well than the record itself."""

    source: Id
    """The short name of a source of this bank."""
    fails: WeakerBy
    """The test that it fails."""
    why: Inline
    """In what way, such as `It measures ground, not vegetables.`"""


class Claim(Authored):
    """One proposition that the article makes, with its verdict and evidence."""

    id: Id
    """A short name, unique in the bank: lower-case words joined by hyphens, such as `democracy-improved`."""
    draft: Finished = False
    """True while the entry is being written: it may have gaps, and no question is made of it."""
    topic: Line | None = None
    """What it is about, in a word or two; a quiz takes questions from several topics. Unlocks `sort-statements`."""
    quote: Text
    """The article's words, verbatim."""
    context: Text | None = None
    """The sentence or sentences around the quote, verbatim, with the quote in them."""
    says: Line
    """What it claims, in one neutral sentence that stands alone."""
    kind: ClaimKind
    """Whether it is a checkable fact, an opinion, a prediction, or the claim that somebody said something."""
    kind_clear: Flag = False
    """True if a colleague would agree at once on `kind`. Unlocks `claim-kind` and `sort-statements`."""
    speaker: Line | None = None
    """Who is quoted, if the claim is that somebody said it. Unlocks `claim-kind` for an attribution."""
    verdict: Verdict
    """How well the claim holds up against the evidence, as of the article's `as_of`."""
    accept: list[VerdictLabel] = Field(default_factory=list)
    """Other answers to `verdict` that a fair reader could give; they count as right."""
    confidence: Confidence = "high"
    """How sure you are of the verdict. It is asked for from `high` on, and `not-enough-evidence` from `medium` on."""
    record: Inline
    """What the record shows, the correct fact first. Shown after the answer."""
    evidence: list[Evidence] = Field(min_length=1)
    """What sources find on it."""
    min_pack: Annotated[int, Field(ge=1, le=4), WHOLE] = 1
    """How many findings it takes to decide the claim; if fewer can be shown, its verdict is not asked for."""
    holds: Line | None = None
    """One true sentence that follows from a finding without repeating it. Unlocks `what-holds`."""
    misconceptions: list[Misconception] = Field(default_factory=list)
    """Wrong statements that a reader could take from it, two or more. Unlocks `what-holds`."""
    issues: list[Issue] = Field(default_factory=list)
    """Faults in its wording. Unlocks `best-rewrite`."""
    parts: Parts | None = None
    """Which words fail and which hold. Unlocks `which-words`."""
    figure: Figure | None = None
    """A number to read from the findings. Unlocks `read-the-figure`."""
    record_kind: RecordKind | None = None
    """The kind of record that could check it. Unlocks `match-records`."""
    originals_to_open: list[Id] = Field(default_factory=list)
    """Sources that hold the record itself. Unlocks `best-source`."""
    weaker_sources: list[WeakerSource] = Field(default_factory=list)
    """Sources that check the claim less well. Unlocks `best-source`."""
    not_as: list[NotAs] = Field(default_factory=list)
    """Templates that must not use this claim, with the reason."""
    note: Text | None = None
    """For authors only; never shown."""


class Tempting(Authored):
    """An issue type that a suspicious reader would claim of a clean passage."""

    type: TypeId
    """The issue type."""
    span: Line | None = None
    """The words they would point at, verbatim."""
    why_not: Inline
    """Why it does not apply."""


class Passage(Authored):
    """A short verbatim excerpt with its issues marked, or marked clean."""

    id: Id
    """A short name, unique in the bank: lower-case words joined by hyphens, such as `everybody-knows`."""
    draft: Finished = False
    """True while the entry is being written: it may have gaps, and no question is made of it."""
    topic: Line | None = None
    """What it is about, in a word or two. Unlocks `sort-statements`."""
    text: Text
    """One to three sentences, verbatim."""
    show_with: Text | None = None
    """A second verbatim excerpt, shown beside the passage, such as the quotation that was changed."""
    record: list[Id] = Field(default_factory=list)
    """Claims whose findings are shown with the passage. Unlocks `name-the-issue` and `spot-the-issue`.

    An issue that cannot be seen in the words alone needs them; so does `best-rewrite`.
    """
    issues: list[Issue] = Field(default_factory=list)
    """Its faults; an empty list means that it is clean. Unlocks `next-move` and `best-rewrite`."""
    why_clean: Inline | None = None
    """Why a clean passage is sound. Unlocks `name-the-issue` and `spot-the-issue`."""
    tempting: list[Tempting] = Field(default_factory=list)
    """For a clean passage, what a suspicious reader would flag, and why not.

    Unlocks `name-the-issue` and `spot-the-issue`.
    """
    kind: ClaimKind | None = None
    """The kind of statement, only where a colleague would agree at once. Unlocks `claim-kind` and `sort-statements`."""
    says: Line | None = None
    """The statement in one neutral sentence. Unlocks `sort-statements`."""
    complete: Flag = False
    """True if every fault in the text is marked: a note for those who work on the bank; no question depends on it."""
    phrases: list[Line] = Field(default_factory=list)
    """Your own split into phrases for `spot-the-issue`, in order, together the whole text."""
    not_as: list[NotAs] = Field(default_factory=list)
    """Templates that must not use this passage, with the reason."""
    note: Text | None = None
    """For authors only; never shown."""


class Ignored(Authored):
    """A check that is to be silent on the whole bank."""

    code: Id
    """The code of the check, as it stands in brackets behind a warning, such as `judging-words`."""
    why: Line
    """Why it does not apply to this bank."""


class Bank(Authored):
    """A bank: curated claims and passages of one article, with the sources that check them."""

    format: Annotated[Literal[1], WHOLE]
    """The version of this file format, which is 1."""
    id: Id
    """A short name for the bank, the same as the file's: lower-case words joined by hyphens."""
    title: Line
    """What learners see as the quiz's title."""
    description: Line | None = None
    """One line on what the quiz is about, shown on its card."""
    language: Language = "en"
    """The language of the questions, such as `en`."""
    level: Level
    """Whom it is for. At `lower-secondary`, `verdict` has three answers to choose from, else four."""
    license: Line
    """The licence of the bank, such as `CC-BY-4.0`."""
    authors: list[Line] = Field(default_factory=list)
    """Who curated it."""
    article: Article
    """The text under study."""
    sources: dict[Id, Source] = Field(default_factory=dict)
    """The sources, each under a short name of its own."""
    claims: list[Claim] = Field(default_factory=list)
    """What the article claims."""
    passages: list[Passage] = Field(default_factory=list)
    """Excerpts with or without issues."""
    items: list[WrittenItem] = Field(default_factory=list)
    """Questions written by hand."""
    blueprints: dict[Id, Blueprint] = Field(default_factory=dict)
    """What a quiz must contain; `default` is used where none is named."""
    ignore: list[Ignored] = Field(default_factory=list)
    """Checks that are to be silent on this bank, each with the reason.

    To silence a check at one entry or field only, write `# quizgen: ignore CODE – reason` beside it or right above it.
    """
