"""What an author writes: the bank, its sources, claims, passages, handwritten items and blueprints.

The string under each field is its documentation, for the editor's schema and for docs/bank-format.md. Only the shape
of the fields is told here; rules that look at two fields at once stand in `quizgen.bank.rules`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from quizgen.bank.values import a_day, flag, inline_markdown, number, whole_number

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Line = Annotated[str, StringConstraints(pattern=r"^[^\r\n]*$", min_length=1, max_length=600, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Inline = Annotated[
    str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), AfterValidator(inline_markdown)
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    AfterValidator(a_day),
]
When = Annotated[
    str,
    StringConstraints(
        pattern=r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|c\. [0-9]{4}|undated|annual)$"
    ),
    AfterValidator(a_day),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Flag = Annotated[bool, BeforeValidator(flag)]
Number = Annotated[float, BeforeValidator(number), Field(allow_inf_nan=False)]
Whole = Annotated[int, BeforeValidator(whole_number)]

Verdict = Literal["supported", "misleading", "contradicted", "not-enough-evidence", "not-checkable"]
VerdictLabel = Literal["backed", "not-as-worded", "unsettled", "no-source"]
ClaimKind = Literal["fact", "opinion", "prediction", "attribution"]
RecordKind = Literal[
    "votes",
    "national-accounts",
    "census",
    "reserves",
    "transcript",
    "newspaper-page",
    "survey",
    "study",
    "dated-reports",
    "statement",
]
Shift = Literal["strength", "cause", "scope", "who", "measure", "place", "date", "sense"]
RewriteShift = Literal["strength", "cause", "scope", "who", "measure", "place", "date", "sense", "both"]
InteractionName = Literal["choice", "multiple-response", "highlight", "match", "number"]

TEMPLATE_IDS = (
    "verdict",
    "bearing",
    "pass-on",
    "what-holds",
    "which-words",
    "best-source",
    "match-records",
    "read-the-figure",
    "claim-kind",
    "sort-statements",
    "name-the-issue",
    "spot-the-issue",
    "best-rewrite",
    "next-move",
    "handwritten",
)
"""The question templates that a bank can name; a test holds them against the table of generators."""

LABEL_OF: dict[Verdict, VerdictLabel] = {
    "supported": "backed",
    "misleading": "not-as-worded",
    "contradicted": "not-as-worded",
    "not-enough-evidence": "unsettled",
    "not-checkable": "no-source",
}
"""The label by which a question about a claim of this verdict is answered."""


class Authored(BaseModel):
    """A part of the bank file: frozen, and an unknown field in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)


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
    """A wrong statement that a reader could take from the claim; it becomes a wrong option."""

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
    occurrence: Annotated[Whole, Field(ge=1, le=99)] | None = None
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
    """Two wordings with one shift each, and a third with both. Unlock `best-rewrite`."""

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
    tolerance: Annotated[Number, Field(ge=0)] | None = None
    """How far an answer may be off; half a unit of the last digit if left out."""
    other: list[OtherNumber] = Field(default_factory=list)
    """What the other numbers in the findings are."""


class NotAs(Authored):
    """A template that must not use this entry."""

    template: Id
    """The question template."""
    reason: Line
    """Why the question would not be fair."""


class Parts(Authored):
    """Which words of the quote the sources back and which not."""

    fails: list[Line]
    """Words that the sources do not back."""
    holds: list[Line]
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
    min_pack: Annotated[Whole, Field(ge=1, le=4)] = 1
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


class WrittenOption(Authored):
    """An option of a handwritten item."""

    text: Line
    """What is offered."""
    right: Flag = False
    """True if it is a right answer."""
    why: Inline
    """Why it is right or wrong."""


class WrittenPhrase(Authored):
    """A phrase of a handwritten highlight item."""

    text: Line
    """The words; all phrases together, in order, are the passage."""
    right: Flag = False
    """True if it should be selected."""
    why: Inline | None = None
    """Why it should be or need not be selected."""


class WrittenPair(Authored):
    """A pair of a handwritten match item."""

    prompt: Line
    """What is to be matched."""
    answer: Line
    """What belongs to it."""
    why: Inline
    """Why."""


class WrittenItem(Authored):
    """A question written by hand."""

    id: Id
    """A short name, unique in the bank."""
    interaction: InteractionName
    """How it is answered."""
    stem: Line
    """The question."""
    text: Text | None = None
    """A passage or claim shown with the question."""
    options: list[WrittenOption] = Field(default_factory=list)
    """For `choice` and `multiple-response`: what is offered, in the order shown if `keep_order`."""
    keep_order: Flag = False
    """True if the options must stay in this order."""
    phrases: list[WrittenPhrase] = Field(default_factory=list)
    """For `highlight`: the passage as phrases."""
    pairs: list[WrittenPair] = Field(default_factory=list)
    """For `match`: what belongs together."""
    surplus: list[Line] = Field(default_factory=list)
    """For `match`: answers that belong to no prompt."""
    value: Number | None = None
    """For `number`: the answer."""
    tolerance: Annotated[Number, Field(ge=0)] = 0
    """For `number`: how far an answer may be off."""
    unit: Line | None = None
    """For `number`: what it is counted in."""
    why: Inline
    """The reason, the correct fact first. Shown after the answer."""
    sources: list[Id] = Field(default_factory=list)
    """Sources of this bank that the answer rests on."""
    family: Id = "evidence"
    """The family of issues it belongs to."""
    move: Id = "compare-coverage"
    """The reader's move that it trains."""
    topic: Line | None = None
    """What it is about, in a word or two."""
    difficulty: Annotated[Whole, Field(ge=1, le=3)] = 2
    """From 1 (easy) to 3 (hard)."""


class Bounds(Authored):
    """At least and at most so many items."""

    min: Annotated[Whole, Field(ge=0, le=200)] = 0
    """At least so many."""
    max: Annotated[Whole, Field(ge=0, le=200)] | None = None
    """At most so many; no upper bound if left out."""


Share = Annotated[Number, Field(ge=0, le=1)]


class Blueprint(Authored):
    """What a quiz must contain."""

    items: Annotated[Whole, Field(ge=1, le=200)] = 12
    """How many questions."""
    templates: dict[Id, Bounds] = Field(default_factory=dict)
    """How many of each question template; templates that are not named are free."""
    only: list[Id] = Field(default_factory=list)
    """Use these templates only; all, if left out."""
    families: dict[Id, Bounds] = Field(default_factory=dict)
    """How many of each family of issues."""
    topics: dict[Line, Bounds] = Field(default_factory=dict)
    """How many on each topic."""
    difficulty: dict[Literal["1", "2", "3"], Bounds] = Field(default_factory=dict)
    """How many of each difficulty."""
    supported: tuple[Share, Share] = (0.45, 0.65)
    """Least and greatest share of supported claims among the questions that judge a claim."""
    clean: Share = 0.3
    """Least share of clean passages among the questions that look for an issue."""
    versions: Literal["reorder", "matched"] = "reorder"
    """Whether versions B, C … put the same questions in another order or draw matched ones."""


class Bank(Authored):
    """A bank: curated claims and passages of one article, with the sources that check them."""

    format: Annotated[Literal[1], BeforeValidator(whole_number)]
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
