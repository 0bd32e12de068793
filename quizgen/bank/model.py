"""What an author writes: the bank, its sources, claims, passages, handwritten items and blueprints.

The string under each field is its documentation, for editors and for people. Only the shape
of the fields is told here; rules that look at two fields at once stand in `quizgen.bank.rules`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.bank.fields import (
    LABEL_OF,
    NUMBER,
    TEMPLATE_IDS,
    WHOLE,
    Authored,
    ClaimKind,
    Day,
    Flag,
    Id,
    Inline,
    InteractionName,
    Language,
    Line,
    Number,
    RecordKind,
    RewriteShift,
    Text,
    Url,
    Verdict,
    VerdictLabel,
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
    """Who wrote it."""
    publisher: Line
    """Who published it."""
    published: When
    """When, as year, year-month or year-month-day."""
    url: Url | None = None
    """Where it can be read."""
    language: Language | None = None
    """The language of its own words, where it is not that of the questions: `ko`, `pt-BR`."""
    genre: Literal["news", "opinion", "analysis", "press-release", "social", "advertisement", "fiction"]
    """What kind of text it is."""
    as_of: Day
    """Claims are judged as of this day; findings that came later are hidden."""


class Source(Authored):
    """A source that was opened to check claims."""

    title: Line
    """Its title as printed; in square brackets where you describe it instead."""
    publisher: Line
    """Who published it."""
    published: When
    """When: year, year-month, year-month-day, `c. 2020`, `annual` or `undated`."""
    url: Url | None = None
    """Where it can be read; needed for every source that is used as evidence."""
    kind: Literal["primary", "secondary", "tertiary"]
    """Primary: the record itself. Secondary: reports on it. Tertiary: collects reports."""
    stake: Literal["independent", "party", "partisan"]
    """Whether it belongs to a side of the matter (party) or takes one (partisan)."""
    about: Line
    """What this source can tell, in one line."""
    who: Line | None = None
    """Who they are, in at most six words: "Russian state news agency". Shown beside each finding."""
    author: Line | None = None
    """Who wrote it."""
    via: Line | None = None
    """Where a republished copy was read, if not on the publisher's own page."""
    reached: Flag = True
    """Whether the page was opened and read. A source that was not can be named, but is no evidence."""
    note: Text | None = None
    """For authors only; never shown."""


class Evidence(Authored):
    """What one source finds on the claim."""

    source: Id
    """The id of a source of this bank."""
    stance: Literal["supports", "refutes", "context"]
    """Whether the finding backs the claim, goes against it, or is near the subject without deciding it."""
    finding: Line
    """What the source says, in one sentence that stands alone, with its date and no word of judgement."""
    available: When | None = None
    """When the finding could first be read, if not when the source was published."""
    origin: Line | None = None
    """What the finding rests on, if not on the source itself: a source id, or words such as "the White House"."""
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
    """The wording."""
    shift: RewriteShift
    """What it changes; `both` for the one that makes the other two changes at once."""
    why_wrong: Inline
    """Why the sources do not support the change."""


class NotAs(Authored):
    """A template that must not use this entry."""

    template: Id
    """The question template."""
    reason: Line
    """Why the question would not be fair."""


class NotThisType(Authored):
    """An issue type that somebody might name here, and why it does not fit."""

    type: Id
    """The type."""
    why: Inline
    """Why it does not fit these words."""


class Issue(Authored):
    """A media-literacy fault in the words."""

    type: Id
    """One of the taxonomy's issue types."""
    span: Line | None = None
    """The words that show it, verbatim; use `spans` for several."""
    spans: list[Line] = Field(default_factory=list)
    """Several stretches of words that show it, verbatim."""
    near: list[Line] = Field(default_factory=list)
    """Words beside them that a fair reader of a passage could mark as well, verbatim; marking these does not count."""
    occurrence: Annotated[int, Field(ge=1, le=99), WHOLE] | None = None
    """Which occurrence of the words is meant, where they stand in the text more than once."""
    also_accept: list[Id] = Field(default_factory=list)
    """Types that a fair marker could give as well; they are never a wrong option."""
    not_: list[NotThisType] = Field(default_factory=list, alias="not")
    """Types that it is not, with the reason; they become wrong options."""
    why: Inline
    """What is wrong with the words."""
    rewrite: Inline | None = None
    """A wording that the sources support."""
    rewrites_wrong: list[Rewrite] = Field(default_factory=list)
    """The rewrite with other words in one place, in another place, and in both. Unlock `best-rewrite`."""
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
    """What it is the number of."""


class Figure(Authored):
    """A number that the findings give."""

    question: Line
    """A question for a number, naming what is measured and when: "how many countries … in 2020?"."""
    value: Number
    """The answer."""
    unit: Line
    """What it is counted in."""
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
    """The id of a source of this bank."""
    fails: Literal["copy", "repeats", "too-early", "other-measure", "side"]
    """The test that it fails."""
    why: Inline
    """In what way."""


class Claim(Authored):
    """One proposition that the article makes, with its verdict and evidence."""

    id: Id
    """A short name, unique in the bank: lower-case words joined by hyphens."""
    quote: Text
    """The article's words, verbatim."""
    context: Text | None = None
    """Verbatim sentence or sentences around the quote."""
    says: Line
    """What it claims, in one neutral sentence that stands alone."""
    topic: Line | None = None
    """What it is about, in a word or two; forms spread their items over topics."""
    kind: ClaimKind
    """Whether it is a checkable fact, an opinion, a prediction, or the claim that somebody said something."""
    verdict: Verdict
    """How well the claim holds up against the evidence, as of the article's `as_of`."""
    record: Inline
    """What the record shows, the correct fact first. Shown after the answer."""
    evidence: list[Evidence] = Field(min_length=1)
    """What sources find on it."""
    issues: list[Issue] = Field(default_factory=list)
    """Faults in its wording."""
    misconceptions: list[Misconception] = Field(default_factory=list)
    """Wrong statements that a reader could take from it."""
    holds: Line | None = None
    """One true sentence that follows from a finding without repeating it. Unlocks `what-holds`."""
    accept: list[VerdictLabel] = Field(default_factory=list)
    """Other verdict labels that a fair reader could give."""
    not_as: list[NotAs] = Field(default_factory=list)
    """Templates that must not use this claim, with the reason."""
    min_pack: Annotated[int, Field(ge=1, le=4), WHOLE] = 1
    """The least number of findings to show."""
    parts: Parts | None = None
    """Which words fail and which hold. Unlocks `which-words`."""
    kind_clear: Flag = False
    """True if a colleague would agree at once on `kind`. Unlocks `claim-kind` and `sort-statements`."""
    speaker: Line | None = None
    """Who is quoted, if the claim is that somebody said it."""
    record_kind: RecordKind | None = None
    """The kind of record that could check it. Unlocks `match-records`."""
    figure: Figure | None = None
    """A number to read from the findings. Unlocks `read-the-figure`."""
    originals_to_open: list[Id] = Field(default_factory=list)
    """Sources that hold the record itself."""
    weaker_sources: list[WeakerSource] = Field(default_factory=list)
    """Sources that check the claim less well. Unlock `best-source`."""
    confidence: Literal["low", "medium", "high", "very-high"] = "high"
    """How sure you are of the verdict; below `high`, only `not-enough-evidence` is asked for."""
    note: Text | None = None
    """For authors only; never shown."""


class Tempting(Authored):
    """An issue type that a suspicious reader would claim of a clean passage."""

    type: Id
    """The type."""
    span: Line | None = None
    """The words they would point at, verbatim."""
    why_not: Inline
    """Why it does not apply."""


class Passage(Authored):
    """A short verbatim excerpt with its issues marked, or marked clean."""

    id: Id
    """A short name, unique in the bank: lower-case words joined by hyphens."""
    text: Text
    """One to three sentences, verbatim."""
    issues: list[Issue] = Field(default_factory=list)
    """Its faults; an empty list means that it is clean."""
    why_clean: Inline | None = None
    """Why a clean passage is sound."""
    tempting: list[Tempting] = Field(default_factory=list)
    """For a clean passage: what a suspicious reader would flag, and why not."""
    record: list[Id] = Field(default_factory=list)
    """Claims whose findings are shown with the passage."""
    show_with: Text | None = None
    """A second verbatim excerpt, shown beside the passage."""
    complete: Flag = False
    """True if every fault in the text is marked."""
    phrases: list[Line] = Field(default_factory=list)
    """Your own split into phrases for `spot-the-issue`, in order, together the whole text."""
    kind: ClaimKind | None = None
    """The kind of statement, for `claim-kind` and `sort-statements`; only where a colleague would agree at once."""
    says: Line | None = None
    """The statement in one neutral sentence, for `sort-statements`."""
    topic: Line | None = None
    """What it is about, in a word or two."""
    not_as: list[NotAs] = Field(default_factory=list)
    """Templates that must not use this passage, with the reason."""
    note: Text | None = None
    """For authors only; never shown."""


class Bank(Authored):
    """A bank: curated claims and passages of one article, with the sources that check them."""

    format: Annotated[Literal[1], WHOLE]
    """The version of this file format: 1."""
    id: Id
    """A short name for the bank, the same as the file's: lower-case words joined by hyphens."""
    title: Line
    """What learners see as the quiz's title."""
    description: Line | None = None
    """One line on what the quiz is about, shown on its card."""
    language: Language = "en"
    """The language of the questions."""
    level: Literal["lower-secondary", "upper-secondary", "adult"]
    """Whom it is for."""
    license: Line
    """The licence of the bank, such as CC-BY-4.0."""
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
