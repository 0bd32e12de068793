"""A question as checks look at it: the options that an author worded, and where each of them can be mended.

Labels of a scale, names of issue types and steps are quizgen's own words. An author can mend none of them, so they are
held by tests and not by checks; a question that offers nothing else is no matter of a check on options.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizgen.bank.findings import Path
from quizgen.bank.model import WrittenItem
from quizgen.checks.subject import Subject, Text
from quizgen.checks.texts import unquoted, words
from quizgen.items import Choice, Item, MultipleResponse, Option
from quizgen.taxonomy import load_taxonomy


@dataclass(frozen=True, eq=False)
class Offered:
    """An option as it is read, the author's own words in it and their place, and whether it is right."""

    text: str
    own: str
    place: Path
    right: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The author's words in lower case, those in quotation marks left out."""
        return words(unquoted(self.own))


@dataclass(frozen=True, eq=False)
class Question:
    """A choice or multiple response whose options an author worded.

    `written` is the handwritten item, if it is one; else `stem` is quizgen's own wording.
    """

    item: Item
    path: Path
    options: tuple[Offered, ...]
    written: WrittenItem | None = None

    @property
    def stem(self) -> str:
        """The question sentence."""
        return self.item.stem

    @cached_property
    def key(self) -> tuple[Offered, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.right)

    @cached_property
    def distractors(self) -> tuple[Offered, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.right)

    @property
    def only_key(self) -> Offered | None:
        """The right option of a choice that has one only; what makes an option stand out gives away no other."""
        return self.key[0] if len(self.key) == 1 and isinstance(self.item.body, Choice) else None


def question_of(subject: Subject, item: Item) -> Question | None:
    """Return the question that an item asks, or None if no option of it is in an author's words."""
    body = item.body
    if not isinstance(body, Choice | MultipleResponse):
        return None
    entry = item.provenance.entries[0]
    if body.fixed and not entry.startswith("item:"):
        return None
    path = subject.places[entry]
    if entry.startswith("item:"):
        written = subject.bank.items[int(path[1])]
        return Question(item, path, tuple(_written(body, written, path)), written)
    if all(option.text in _own_words() for option in body.options):
        return None
    found = [_authored(subject, path, option) for option in body.options]
    options = [(o, text) for o, text in zip(body.options, found, strict=True) if text is not None]
    if len(options) < len(found):
        return None
    return Question(item, path, tuple(Offered(o.text, t.value, t.path, o.id in body.key) for o, t in options))


def _written(body: Choice | MultipleResponse, written: WrittenItem, path: Path) -> Iterator[Offered]:
    """Yield the options of a handwritten item; in a form they may stand in another order."""
    order = {option.text: i for i, option in enumerate(written.options)}
    for option in body.options:
        place = (*path, "options", order[option.text], "text")
        yield Offered(option.text, option.text, place, option.id in body.key)


@lru_cache
def _own_words() -> frozenset[str]:
    """Return the names and steps of the taxonomy."""
    taxonomy = load_taxonomy()
    return frozenset((taxonomy.no_issue.name, *(text for t in taxonomy.types.values() for text in (t.name, t.step.do))))


def _authored(subject: Subject, entry: Path, option: Option) -> Text | None:
    """Return the text that stands in an option: the longest of the entry's own and of what sources are about."""
    shown = option.text
    found = [text for text in subject.texts_of(entry) if text.role == "shown" and text.value.rstrip(".") in shown]
    found += (text for about, publisher, text in subject.described if about in shown and publisher in shown)
    return max(found, key=lambda text: len(text.value), default=None)
