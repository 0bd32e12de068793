"""The models of the taxonomy and its reading from issues.yaml; adding an issue type is one entry there."""

from __future__ import annotations

from functools import cached_property, lru_cache
from importlib.resources import files

from quizgen.errors import UnknownIssueTypeError
from quizgen.model import Frozen
from quizgen.yaml_source import read_packaged


class Step(Frozen):
    """What a reader asks about words with an issue of a type, and what then to do.

    `out` tells whether the step leaves the page; `answers` names further types whose question it would answer too.
    """

    asks: str
    do: str
    out: bool
    answers: tuple[str, ...] = ()


class IssueType(Frozen):
    """One media-literacy fault: its name, definition, the question that finds it, and its neighbours.

    `external` says that the fault cannot be seen in the passage alone. `confused_with` names types that are easily
    taken for it. `figures` and `quotes` say that it can only be claimed of words with a digit, or with quotation marks.
    `absence` says that the fault is something missing, so that no words can be pointed at. `arguable` says that it
    could be argued of almost any passage, so that it is a wrong option only where an author has ruled it out for the
    passage. `published_label` is its name in published schemes; where none has it, `unpublished` says why. `cues` are
    phrases by which `quizgen draft` proposes the type, where none of `unless` stands in the sentence: no proof of it.
    """

    id: str
    name: str
    plain: str
    definition: str
    look_for: str
    external: bool
    step: Step
    example: str
    near_miss: str
    confused_with: tuple[str, ...]
    move: str
    published_label: str | None = None
    unpublished: str | None = None
    figures: bool = False
    quotes: bool = False
    headline: bool = False
    absence: bool = False
    arguable: bool = False
    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class NoIssue(Frozen):
    """The answer that the words are sound."""

    id: str
    name: str
    plain: str
    definition: str
    example: str


class Family(Frozen):
    """A question that a reader asks, with the issue types that it finds."""

    id: str
    name: str
    question: str
    types: tuple[IssueType, ...]


class Move(Frozen):
    """Something a careful reader does."""

    id: str
    name: str


class Taxonomy(Frozen):
    """Families of issue types, the answer that there is none, and the reader's moves."""

    families: tuple[Family, ...]
    no_issue: NoIssue
    moves: tuple[Move, ...]

    @cached_property
    def types(self) -> dict[str, IssueType]:
        """Every issue type by its id, in the taxonomy's order."""
        return {t.id: t for family in self.families for t in family.types}

    @cached_property
    def _family_of(self) -> dict[str, Family]:
        return {t.id: family for family in self.families for t in family.types}

    def issue_type(self, type_id: str) -> IssueType:
        """Return the issue type, or raise `UnknownIssueTypeError`."""
        try:
            return self.types[type_id]
        except KeyError:
            raise UnknownIssueTypeError(type_id, self.types) from None

    def family_of(self, type_id: str) -> Family:
        """Return the family of an issue type, or raise `UnknownIssueTypeError`."""
        self.issue_type(type_id)
        return self._family_of[type_id]


@lru_cache
def load_taxonomy() -> Taxonomy:
    """Return the taxonomy that ships with quizgen."""
    return Taxonomy.model_validate(read_packaged(files("quizgen.taxonomy") / "issues.yaml"))
