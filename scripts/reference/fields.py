"""What the fields of a bank's parts hold, in plain words, read from the models' types and docstrings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from quizgen.bank.choices import TEMPLATE_IDS, Meanings
from quizgen.bank.fields import (
    Day,
    FamilyId,
    FileBeside,
    Finished,
    Flag,
    Id,
    Inline,
    Language,
    Line,
    MoveId,
    Number,
    TemplateId,
    Text,
    TypeId,
    Url,
    When,
)
from scripts.reference.page import anchor
from scripts.reference.parts import PART_OF, PARTS

TEMPLATE_PAGE, GLOSSARY_PAGE = "question-templates.md", "glossary.md"

_SIMPLE: tuple[tuple[Any, str, str], ...] = (
    (Id, "a short name", "short names"),
    (Line, "one line", "lines"),
    (Text, "a text", "texts"),
    (Inline, "a text, *emphasis* allowed", "texts"),
    (Url, "a web address", "web addresses"),
    (Day, "a day", "days"),
    (When, "a date", "dates"),
    (Language, "a language code", "language codes"),
    (Flag, "`true` or `false`", "`true` or `false`"),
    (Finished, "`true` or `false`", "`true` or `false`"),
    (FileBeside, "a path from the bank's folder", "paths from the bank's folder"),
    (Number, "a number", "numbers"),
    (TypeId, f"an [issue type]({GLOSSARY_PAGE}#issue-types)", f"[issue types]({GLOSSARY_PAGE}#issue-types)"),
    (TemplateId, f"a [template]({TEMPLATE_PAGE})", f"[templates]({TEMPLATE_PAGE})"),
    (FamilyId, f"a [family]({GLOSSARY_PAGE}#families)", f"[families]({GLOSSARY_PAGE}#families)"),
    (MoveId, f"a [move]({GLOSSARY_PAGE}#the-readers-moves)", f"[moves]({GLOSSARY_PAGE}#the-readers-moves)"),
)
"""For each type of a single value: what it is called, one and several."""


class Choices(NamedTuple):
    """The words of which a field of a part takes one, with what they mean."""

    model: type[BaseModel]
    heading: str
    words: Mapping[str, str]


class Field(NamedTuple):
    """A field of a part, as a row of its table."""

    name: str
    needed: str
    type: str
    told: str


def rows(model: type[BaseModel]) -> list[Field]:
    """Return the rows of a part's table, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    return [
        Field(info.alias or name, _needed(info), _type(hints[name], several=False), _told(info))
        for name, info in model.model_fields.items()
    ]


def choices(model: type[BaseModel]) -> list[Choices]:
    """Return the fields of a part that take one of several words, unless a part before it has the same words."""
    return [found for literal, found in _all_choices().items() if found.model is model]


@lru_cache
def _all_choices() -> dict[Any, Choices]:
    """Return for each list of words the field where its words are told of: the first that takes them."""
    found: dict[Any, Choices] = {}
    for part in PARTS:
        for name, hint in get_type_hints(part.model, include_extras=True).items():
            for literal, meanings in _listed(hint):
                heading = f"`{name}` of {part.one}"
                found.setdefault(literal, Choices(part.model, heading, meanings.told()))
    return found


def _type(hint: Any, *, several: bool) -> str:
    """Return what a type is called, as one value or as several."""
    simple = next((words for type_, *words in _SIMPLE if hint == type_), None)
    if simple is not None:
        return simple[several]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _type(next(arg for arg in args if arg is not NoneType), several=several)
    if origin in (list, dict, tuple):
        return _of_many(origin, args)
    if origin is Annotated:
        return _listed_word(args[0], several) if get_origin(args[0]) is Literal else _number(*args, several=several)
    part = PART_OF[hint]
    return f"[{part.several if several else part.one}](#{part.place})"


def _of_many(origin: Any, args: tuple[Any, ...]) -> str:
    if origin is dict:
        return f"{_type(args[1], several=True)}, each under {_type(args[0], several=False)}"
    return ("a list of " if origin is list else "two ") + _type(args[0], several=True)


def _listed_word(literal: Any, several: bool) -> str:
    words = get_args(literal)
    if len(words) == 1:
        return f"`{words[0]}`"
    return f"[{'words' if several else 'one word'} out of {len(words)}](#{anchor(_all_choices()[literal].heading)})"


def _number(type_: type, *marks: Any, several: bool) -> str:
    bounds = [m for mark in marks for m in (mark.metadata if isinstance(mark, FieldInfo) else (mark,))]
    least = next(mark.ge for mark in bounds if isinstance(mark, Ge))
    most = next((mark.le for mark in bounds if isinstance(mark, Le)), None)
    kind = "whole number" if type_ is int else "number"
    name = f"{kind}s" if several else f"a {kind}"
    return f"{name}, {least} or more" if most is None else f"{name} from {least} to {most}"


def _listed(hint: Any) -> list[tuple[Any, Meanings]]:
    """Return the lists of words within a type, with what the words mean."""
    if get_origin(hint) is Annotated:
        literal, *marks = get_args(hint)
        meanings = next((mark for mark in marks if isinstance(mark, Meanings)), None)
        return [(literal, meanings)] if get_origin(literal) is Literal and meanings is not None else []
    return [found for arg in get_args(hint) if not isinstance(arg, str | int) for found in _listed(arg)]


def _needed(info: FieldInfo) -> str:
    if info.is_required():
        return "**yes**"
    default = info.get_default(call_default_factory=True)
    if (not default and default != 0) or default is False:
        return "no"
    written = list(default) if isinstance(default, tuple) else default
    return f"no: `{str(written).lower() if written is True else written}`"


def _told(info: FieldInfo) -> str:
    """Return the docstring of a field, with a link at each template that it names."""
    told = " ".join((info.description or "").split())
    names = "|".join(TEMPLATE_IDS)
    return re.sub(rf"`({names})`", rf"[`\1`]({TEMPLATE_PAGE}#\1)", told)


def unlocks(model: type[BaseModel]) -> dict[str, list[str]]:
    """Return for each field of a part the templates that its docstring says it unlocks."""
    return {
        info.alias or name: [
            template
            for sentence in re.findall(r"[Uu]nlocks [^.]*\.", " ".join((info.description or "").split()))
            for template in re.findall(r"`([\w-]+)`", sentence)
            if template in TEMPLATE_IDS
        ]
        for name, info in model.model_fields.items()
    }
