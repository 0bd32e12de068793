"""A form: one assembled, ordered quiz, as self-contained JSON that can be stored, presented, printed and graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from quizgen.errors import FileShapeError, UnknownItemError
from quizgen.items import Choice, Highlight, Interaction, Item, Match, MultipleResponse, Number, ShownItem
from quizgen.model import Frozen


class Citation(Frozen):
    """The article that a form is about."""

    title: str
    publisher: str
    published: str
    author: str | None = None
    url: str | None = None
    language: str | None = None
    """The language of the article's own words, where it is not that of the form."""


class FormItem(Frozen):
    """An item at its place in a form, its options arranged.

    `id` is opaque: the form's id and the number. `revision` tells whether the item has changed since.
    """

    id: str
    number: int
    revision: str
    item: Item

    def shown(self) -> ShownItem:
        """Return what a learner sees before the answer."""
        return self.item.shown(self.id, self.number)


class ShownForm(Frozen):
    """What a learner may hold before the answers: no key, rationale, difficulty, topic or telling id."""

    id: str
    title: str
    version: str
    language: str
    article: Citation
    as_of: str
    items: tuple[ShownItem, ...]


class Form(Frozen):
    """One assembled, ordered quiz.

    `id` names the content: the same bank revision, blueprint, seed, length and version give the same id and the same
    bytes. `gave_way` tells, in plain sentences, which rules of the blueprint could not be met.
    """

    format: Literal[1] = 1
    id: str
    bank: str
    bank_revision: str
    title: str
    language: str
    level: str
    article: Citation
    as_of: str
    blueprint: str
    seed: int
    version: str
    items: tuple[FormItem, ...]
    gave_way: tuple[str, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, FormItem]:
        return {entry.id: entry for entry in self.items}

    def entry(self, item_id: str) -> FormItem:
        """Return the item with this opaque id, or raise `UnknownItemError`."""
        try:
            return self._by_id[item_id]
        except KeyError:
            raise UnknownItemError(item_id, self._by_id) from None

    def shown(self) -> ShownForm:
        """Return what a learner may hold before the answers."""
        return ShownForm(
            id=self.id,
            title=self.title,
            version=self.version,
            language=self.language,
            article=self.article,
            as_of=self.as_of,
            items=tuple(entry.shown() for entry in self.items),
        )

    def to_json(self) -> str:
        """Return the form as JSON; the same form gives the same bytes."""
        return self.model_dump_json(indent=2, exclude_none=True) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes, file: str = "form") -> Form:
        """Read a form that `to_json` wrote, or raise `FileShapeError` with what does not fit."""
        try:
            form = cls.model_validate_json(text)
        except ValidationError as error:
            raise FileShapeError(file, _LEARNERS if _is_shown(text) else _first_misfit(error)) from None
        if problem := next(_contradictions(form.items), None):
            raise FileShapeError(file, f"{problem}; use the form as `quizgen generate --format json` wrote it")
        return form

    @classmethod
    def read(cls, path: Path) -> Form:
        """Read a form from a file, or raise `FileShapeError`."""
        try:
            return cls.from_json(path.read_bytes(), str(path))
        except OSError as error:
            raise FileShapeError(str(path), f"cannot be read: {error.strerror}") from None


def _first_misfit(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "this is not JSON; it should be a form made by `quizgen generate --format json`"
    place = ".".join(map(str, first["loc"])) or "the top level"
    return f"this is not a form made by `quizgen generate --format json`: `{place}` does not fit"


_LEARNERS = "this is a learner's form, which holds no key; grade needs the one made without `--for learner`"


def _is_shown(text: str | bytes) -> bool:
    try:
        ShownForm.model_validate_json(text)
    except ValidationError:
        return False
    return True


def _contradictions(entries: Sequence[FormItem]) -> Iterator[str]:
    """Yield what the items say against themselves: each fits its shape, and could yet not be graded rightly."""
    yield from (f"the item `{name}` stands in it twice" for name in _twice(entry.id for entry in entries))
    for entry in entries:
        yield from (f"in the item `{entry.id}`, {problem}" for problem in _in_body(entry.item.body))


def _in_body(body: Interaction) -> Iterator[str]:
    match body:
        case Choice() | MultipleResponse():
            yield from _in_key("option", [option.id for option in body.options], body.key)
        case Match():
            yield from _named_twice("prompt", [prompt.id for prompt in body.prompts])
            yield from _in_key("choice", [choice.id for choice in body.choices], [p.key for p in body.prompts])
        case Highlight():
            yield from _named_twice("phrase", [phrase.id for phrase in body.phrases])
        case Number():
            pass


def _in_key(kind: str, known: Sequence[str], key: Sequence[str]) -> Iterator[str]:
    yield from _named_twice(kind, known)
    if not key:
        yield f"the key names no {kind}"
    for name in key:
        if name not in known:
            yield f"the key names `{name}`, which is no {kind}"


def _named_twice(kind: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"two {kind}s are called `{name}`" for name in _twice(names))


def _twice(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
