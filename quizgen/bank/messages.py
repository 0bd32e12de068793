"""The words for a field of the wrong shape: from the model's error types to what an author can act on.

Pydantic's own words never reach an author. Its error types are few, and each has its function in `TOLD`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from quizgen.bank.fields import Day, FileBeside, Id, Language, Line, Url, When
from quizgen.bank.findings import Finding, Path, nearest, one_of, one_of_the_types
from quizgen.bank.model import TEMPLATE_IDS, Bank
from quizgen.bank.short_names import as_id
from quizgen.source_text import shown
from quizgen.written_dates import when

Told = tuple[str, str, str]  # code, message, help


def findings(errors: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """Yield one finding a cause: a misspelt field is not also told of as missing."""
    told = [_finding(error) for error in errors]
    meant = {
        (*f.path[:-1], near)
        for f in told
        if f.code == "unknown-field" and (near := nearest(str(f.path[-1]), _fields(f.path[:-1])))
    }
    return (f for f in told if f.code != "missing-field" or f.path not in meant)


def _finding(error: ErrorDetails) -> Finding:
    path: Path = error["loc"]
    at_key = _is_about_a_name(error)
    if at_key:
        path = path[:-1]
    value = error["input"]
    empty = value is None and error["type"] not in ("missing", "extra_forbidden")
    tell = _of_nothing if empty else TOLD[error["type"]]
    code, message, help_ = tell(path, value, error.get("ctx", {}))
    return Finding(
        path, code, message, help_, key=at_key or code == "unknown-field", named=len(path) == 2 and path[0] != "article"
    )


def _is_about_a_name(error: ErrorDetails) -> bool:
    """Whether an error is about the name of an entry and not its value; an author may have called a field `[key]`."""
    path: Path = error["loc"]
    return path[-1:] == ("[key]",) and error["type"] != "extra_forbidden" and get_origin(_field(path[:-2])[0]) is dict


def _named(path: Path) -> str:
    """Return what stands at a path, such as "`says`" or "entry 2 of `spans`"."""
    if not path:
        return "the file"
    *before, last = path
    return f"entry {last + 1} of {_named(tuple(before))}" if isinstance(last, int) else f"`{shown(last)}`"


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "named fields"
    return "a list" if isinstance(value, list) else "a text"


@lru_cache
def _field(path: Path) -> tuple[Any, FieldInfo | None]:
    """Return the type of what stands at a path of the model, and the field that it belongs to."""
    type_: Any = Bank
    field = None
    for part in path:
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            field = next((f for n, f in type_.model_fields.items() if part == (f.alias or n)), None)
            type_ = None if field is None else field.annotation
        else:
            type_ = get_args(type_)[-1]
        while get_origin(type_) not in (None, list, dict, tuple, Literal):  # Annotated, or a type or None
            type_ = get_args(type_)[0]
    return type_, field


def _fields(path: Path) -> list[str]:
    """Return the names of the fields of what stands at a path."""
    type_, _ = _field(path)
    return [f.alias or name for name, f in type_.model_fields.items()]


def _meaning(path: Path) -> str:
    """Return what a field takes, or the first sentence of its documentation, to stand in brackets."""
    type_, field = _field(path)
    if get_origin(type_) is Literal:
        return " (" + ", ".join(f"`{value}`" for value in get_args(type_)) + ")"
    text = " ".join(((field.description if field is not None else None) or "").split())
    first = re.split(r"[.;:] ", text.removesuffix("."), maxsplit=1)[0]
    return f" ({first[:1].lower()}{first[1:]})" if first else ""


def _missing(path: Path, _value: Any, _context: Mapping[str, Any]) -> Told:
    if isinstance(path[-1], int):
        return "not-two-values", f"{_named(path[:-1])} has too few values", "write two, as in `[0.45, 0.65]`"
    return "missing-field", f"there is no `{path[-1]}`", f"add `{path[-1]}:`{_meaning(path)}"


def _unknown_field(path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
    fields = _fields(path[:-1])
    rest = "delete it, or write one of: " + ", ".join(f"`{f}`" for f in fields)
    if value is None:
        rest = f"if it is the rest of a text that holds a comma, put that text in quotation marks; else {rest}"
    return "unknown-field", f"unknown field {_named(path[-1:])}", one_of(str(path[-1]), fields, otherwise=rest)


def _of_nothing(path: Path, _value: Any, _context: Mapping[str, Any]) -> Told:
    type_, field = _field(path)
    wanted = {list: "write `[]` if there is nothing to list", dict: "write `{}` if there is nothing to name"}
    help_ = wanted.get(get_origin(type_), f"write it{_meaning(path)}")
    if field is not None and not field.is_required() and not isinstance(path[-1], int):
        help_ += ", or delete the line"
    return "empty-value", f"{_named(path)} is empty", help_


def _wrong_kind(wanted: str, help_: str) -> Callable[[Path, Any, Mapping[str, Any]], Told]:
    def tell(path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
        return "wrong-kind", f"{_named(path)} holds {_kind(value)} where {wanted} should be", help_

    return tell


def _empty_list(path: Path, _value: Any, _context: Mapping[str, Any]) -> Told:
    return "empty-list", f"{_named(path)} has no entry", f"add one, on a line that begins with `- `{_meaning(path)}"


def _too_many(path: Path, _value: Any, context: Mapping[str, Any]) -> Told:
    return "not-two-values", f"{_named(path)} has too many values", f"write {context['max_length']} only"


def _too_long(path: Path, _value: Any, context: Mapping[str, Any]) -> Told:
    return "too-long", f"{_named(path)} is longer than {context['max_length']} characters", "shorten it"


def _misfit(path: Path, value: Any, context: Mapping[str, Any]) -> Told:
    code, says, help_ = _PATTERNS[context["pattern"]]
    known = next((names for part, names in _LISTED.items() if part in path[-2:]), None) if code == "bad-id" else None
    if known is not None:
        return code, f"`{shown(value)}` {says}", known(value)
    if code == "bad-id":
        return code, f"`{shown(value)}` {says}", f"{help_}, such as `{as_id(str(value)) or 'my-article'}`"
    if code == "not-a-date" and (meant := when(str(value))) and re.fullmatch(context["pattern"], meant):
        return code, f"`{shown(value)}` {says}", f"write `{meant}`"
    if says:
        return code, f"`{shown(value)}` {says}", help_
    return code, f"{_named(path)} goes over more than one line", help_


def _unknown_value(path: Path, value: Any, context: Mapping[str, Any]) -> Told:
    known = re.findall(r"'([^']*)'", context["expected"]) or [context["expected"]]
    if path[-1] == value:
        return "unknown-value", f"unknown name {_named(path[-1:])}", one_of(str(value), known)
    what = _kind(value) if isinstance(value, dict | list) else f"`{shown(str(value))}`"
    return "unknown-value", f"{_named(path)} cannot be {what}", one_of(str(value), known)


def _not_flag(path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
    help_ = "write `true` or `false`, or delete the line"
    return "not-true-or-false", f"{_named(path)} cannot be `{shown(value)}`", help_


def _not_number(path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
    help_ = "write a number in digits, with a point before decimals: `1250` or `12.5`"
    return "not-a-number", f"{_named(path)} cannot be `{shown(str(value))}`", help_


def _not_whole(path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
    return "not-a-whole-number", f"{_named(path)} cannot be `{shown(value)}`", "write a whole number in digits: `12`"


def _too_small(path: Path, _value: Any, context: Mapping[str, Any]) -> Told:
    least = f"{context['ge']:g}"
    return "number-too-small", f"{_named(path)} is less than {least}", f"write {least} or more"


def _too_great(path: Path, _value: Any, context: Mapping[str, Any]) -> Told:
    most = f"{context['le']:g}"
    return "number-too-great", f"{_named(path)} is more than {most}", f"write {most} or less"


def _no_such_day(_path: Path, value: Any, _context: Mapping[str, Any]) -> Told:
    return "not-a-date", f"there is no day `{shown(value)}`", "look at the month's last day"


def _draft(_path: Path, _value: Any, _context: Mapping[str, Any]) -> Told:
    help_ = "finish it and delete `draft`, or load the bank from its text, which keeps drafts apart"
    return "still-a-draft", "a draft stands among the finished entries", help_


def _markup(path: Path, _value: Any, context: Mapping[str, Any]) -> Told:
    what = " and ".join(context["problems"])
    help_ = (
        "only *emphasis*, `code` and links such as [title](https://…) may be used; a `\\` before a sign keeps it text"
    )
    return "markup-not-allowed", f"{_named(path)} holds {what}", help_


_NUMBER_WANTED = _wrong_kind("a number", "write one number, such as `12`")

TOLD: dict[str, Callable[[Path, Any, Mapping[str, Any]], Told]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "model_type": _wrong_kind("named fields", "write them below it, indented, each as `name: text`"),
    "dict_type": _wrong_kind("named entries", "write them below it, indented, each under its name and a `:`"),
    "list_type": _wrong_kind("a list", "write each entry below it on a line that begins with `- `"),
    "tuple_type": _wrong_kind("two numbers", "write them as in `[0.45, 0.65]`"),
    "string_type": _wrong_kind("a text", "write one text; put it in quotation marks if it has a bracket or a colon"),
    "bool_type": _wrong_kind("true or false", "write `true` or `false`"),
    "int_type": _NUMBER_WANTED,
    "float_type": _NUMBER_WANTED,
    "finite_number": _not_number,
    "string_too_short": _of_nothing,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _misfit,
    "literal_error": _unknown_value,
    "too_short": _empty_list,
    "too_long": _too_many,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_great,
    "not-true-or-false": _not_flag,
    "not-a-number": _not_number,
    "not-a-whole-number": _not_whole,
    "no-such-day": _no_such_day,
    "markup-not-allowed": _markup,
    "still-a-draft": _draft,
}
"""For each error type that the model can raise: path, value and context to code, message and help."""


_LISTED: dict[str, Callable[[str], str]] = {
    "type": one_of_the_types,
    "also_accept": one_of_the_types,
    "template": lambda name: one_of(name, TEMPLATE_IDS),
    "templates": lambda name: one_of(name, TEMPLATE_IDS),
    "only": lambda name: one_of(name, TEMPLATE_IDS),
}
"""For each field that takes a name from a fixed list: the remedy for a name that is not even shaped like one."""


def pattern_of(type_: Any) -> str:
    """Return the pattern of a field's type."""
    return next(str(c.pattern) for c in type_.__metadata__ if getattr(c, "pattern", None))


_PATTERNS: dict[str, Told] = {
    pattern_of(Id): (
        "bad-id",
        "cannot be a short name",
        "use lower-case letters a to z and digits, in words joined by hyphens",
    ),
    pattern_of(Line): (
        "line-break",
        "",
        "write it on one line, or on several below `>-` instead of `|`; delete empty lines inside it",
    ),
    pattern_of(Url): (
        "bad-url",
        "is not a web address",
        "copy it from the browser; it begins with https:// or http://",
    ),
    pattern_of(FileBeside): (
        "bad-path",
        "is not the path of a file beside the bank",
        "write it from the bank's own folder and with `/`, such as `articles/my-article.txt`",
    ),
    pattern_of(Day): ("not-a-date", "is not a day", "write year, month and day, such as `2023-10-20`"),
    pattern_of(When): (
        "not-a-date",
        "is not a date",
        "write `2023`, `2023-10`, `2023-10-20`, `c. 2020`, `annual` or `undated`",
    ),
    pattern_of(Language): ("bad-language", "is not a language code", "write two letters, such as `en`"),
}
"""For each pattern of the model: code, what a value that does not fit it is, and help."""


def told_of_pattern(pattern: str) -> str:
    """Return in one sentence what a value must look like that a pattern of the model holds for."""
    _, says, help_ = _PATTERNS[pattern]
    return f"this {says}: {help_}" if says else help_
