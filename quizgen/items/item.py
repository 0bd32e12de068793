"""One question with its key, rationale and provenance, and the learner's view that holds neither.

The learner's view (`ShownItem`) is built from the parts that may be shown, never by striking out the rest: what is not
copied cannot leak.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.draws import fingerprint
from quizgen.items.choice import Choice, ShownChoice
from quizgen.items.highlight import Highlight, ShownHighlight
from quizgen.items.match import Match, ShownMatch
from quizgen.items.multiple_response import MultipleResponse, ShownMultipleResponse
from quizgen.items.number import Number, ShownNumber
from quizgen.model import Frozen

Interaction = Annotated[Choice | MultipleResponse | Highlight | Match | Number, Field(discriminator="interaction")]
ShownInteraction = Annotated[
    ShownChoice | ShownMultipleResponse | ShownHighlight | ShownMatch | ShownNumber, Field(discriminator="interaction")
]
Difficulty = Annotated[int, Field(ge=1, le=3)]


class ShownClaim(Frozen):
    """The claim as shown: what it says, and the article's words with the sentence around them."""

    says: str
    quote: str
    context: str | None = None
    speaker: str | None = None
    """Named only where the claim is that somebody said it."""


class Mark(Frozen):
    """A marked stretch of a passage: half-open character offsets."""

    start: int
    end: int


class ShownPassage(Frozen):
    """The passage as shown, with the words that the question is about."""

    text: str
    marks: tuple[Mark, ...] = ()
    show_with: str | None = None


class Finding(Frozen):
    """One line of evidence as shown: publisher, date (as the author gave it), who they are, and what they found."""

    publisher: str
    date: str
    who: str | None = None
    text: str
    rests_on: str | None = None
    """What the finding rests on; shown only where the question is about origins."""


class Stimulus(Frozen):
    """What is shown with the question: any of a claim, a passage, findings, a definition."""

    as_of: str | None = None
    claim: ShownClaim | None = None
    passage: ShownPassage | None = None
    notes: tuple[ShownPassage, ...] = ()
    """What readers wrote down, to be held against the findings; their marked words are asked about."""
    findings: tuple[Finding, ...] = ()
    term: str | None = None
    """The name of the issue that is looked for."""
    definition: str | None = None
    """Its definition."""


class SourceNote(Frozen):
    """A source as told after the answer, with its finding and what that does to the claim."""

    title: str
    publisher: str
    date: str
    url: str | None = None
    who: str | None = None
    finding: str | None = None
    stance: Literal["supports", "refutes", "context"] | None = None
    later: bool = False
    """Whether it could not be read yet on the day that the article is judged by."""


class Provenance(Frozen):
    """Where an item comes from: the bank, the kind and ids of its entries, and the sources it rests on."""

    bank: str
    entries: tuple[str, ...]
    """Each as `claim:ID`, `passage:ID` or `item:ID`."""
    sources: tuple[str, ...] = ()


class Judgement(Frozen):
    """What the item asks a reader to accept or to doubt, and whether the evidence accepts it.

    `of` keeps the kinds apart that are scored apart: a claim weighed against all findings, one finding alone, or a
    passage. `sound` is None where the evidence does not settle it.
    """

    of: Literal["claim", "finding", "passage"]
    sound: bool | None = None


class Rationale(Frozen):
    """What is told after the answer: the record first, then a better wording; inline Markdown.

    `about` says what `record` is: what sources show, what is to be said of the words, or of such a question at all.
    """

    record: str
    about: Literal["record", "words", "question"] = "record"
    rewrite: str | None = None


class ShownItem(Frozen):
    """What a learner sees of an item before the answer. `id` is opaque: it names the form and the number only."""

    id: str
    number: int
    stem: str
    stimulus: Stimulus
    body: ShownInteraction


class Item(Frozen):
    """One question with its key and rationale.

    `id` is stable: bank, entry and template. `exclusive` holds marks of which no two items of one form may share any
    (same claim, same finding, one giving away the other); `tags` hold marks that a form counts (`issue:unit-switch`).
    """

    id: str
    template: str
    stem: str
    stimulus: Stimulus
    body: Interaction
    rationale: Rationale
    sources: tuple[SourceNote, ...]
    provenance: Provenance
    family: str
    move: str
    topic: str | None = None
    difficulty: Difficulty
    judgement: Judgement | None = None
    exclusive: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def interaction(self) -> str:
        """How it is answered."""
        return self.body.interaction

    @property
    def revision(self) -> str:
        """A digest of everything the item holds; it changes when anything in the item does."""
        return fingerprint(self.model_dump_json(), size=6)

    def shown(self, item_id: str, number: int) -> ShownItem:
        """Return what a learner sees, under an opaque id and a number."""
        return ShownItem(id=item_id, number=number, stem=self.stem, stimulus=self.stimulus, body=self.body.shown())
