"""Why each template declines, read from its source: the sentences that an author meets in `quizgen check --coverage`.

A reason is an argument of `Obstacle` or `Declined` (or of a function of the module that hands it on), written out there
or in a variable, or returned by a function that the argument calls. What only a bank can fill in is shown as `…`.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from types import FunctionType
from typing import Any, NamedTuple

from quizgen.generators import GENERATORS

HOLE = "…"
_PLACE = {"Obstacle": 0, "Declined": 2, "_declined": 1, "_not_two_by_two": 0}
"""Which argument of a call is the reason; the one behind it is the field to mend."""
_FIELD = {"_not_two_by_two": "rewrites_wrong"}
"""The field that a function names itself."""


class Reason(NamedTuple):
    """Why a question is not asked, and the field in which that can be mended, where there is one."""

    text: str
    field: str | None = None

    def fits(self, told: str) -> bool:
        """Whether a sentence that was told is this one, with its holes filled in."""
        pattern = ".+".join(re.escape(part) for part in self.text.split(HOLE))
        return re.fullmatch(rf"(?:[\w-]+: )?{pattern}", told) is not None


@lru_cache
def reasons(template: str) -> tuple[Reason, ...]:
    """Return the reasons for which a template declines, in the order in which it looks for them."""
    found: dict[str, Reason] = {}
    for reason in _found(GENERATORS[template], set()):
        known = found.get(reason.text)
        if known is None or known.field is None:
            found[reason.text] = reason
    return tuple(found.values())


def _found(function: Any, seen: set[FunctionType]) -> Iterator[Reason]:
    """Yield the reasons in a function and in all that it calls in its own module and in `quizgen.material`."""
    function = inspect.unwrap(function) if callable(function) else function
    if not isinstance(function, FunctionType) or function in seen:
        return
    if not function.__module__.startswith(("quizgen.generators.", "quizgen.material.")):
        return
    seen.add(function)
    for node in _in_order(_tree(function)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _PLACE:
            yield from _given(node, node.func.id, function)
        elif isinstance(node, ast.Name):
            yield from _found(function.__globals__.get(node.id), seen)


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)


@lru_cache
def _tree(function: FunctionType) -> ast.FunctionDef:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(tree, ast.FunctionDef)  # noqa: S101  (it is the source of a function)
    return tree


def _given(call: ast.Call, name: str, function: FunctionType) -> Iterator[Reason]:
    """Yield the reasons that a call can give."""
    given = call.args[_PLACE[name] :]
    if not given or isinstance(given[0], ast.Starred):
        return
    field = next(_texts(given[1], function), None) if len(given) > 1 else _FIELD.get(name)
    for text in _texts(given[0], function):
        without_type = text.removeprefix(f"{HOLE}: ")
        if without_type != HOLE:
            yield Reason(without_type, field)


def _texts(node: ast.expr, function: FunctionType) -> Iterator[str]:
    """Yield the texts that an expression can be, `…` in place of what is not known before a bank is read."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from _joined(parts, function)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, function)
            yield from _texts(other, function)
        case ast.Name(id=name):
            for given in _assigned(name, node.lineno, function):
                yield from _texts(given, function)
        case ast.Call(func=ast.Name(id=name)) if isinstance(called := function.__globals__.get(name), FunctionType):
            called = inspect.unwrap(called)
            for found in ast.walk(_tree(called)):
                if isinstance(found, ast.Return) and found.value is not None:
                    yield from _texts(found.value, called)


def _joined(parts: list[ast.expr], function: FunctionType) -> Iterator[str]:
    texts = [""]
    for part in parts:
        texts = [text + end for text in texts for end in _ends(part, function)]
    yield from texts


def _ends(part: ast.expr, function: FunctionType) -> list[str]:
    """Return what a part of an f-string can be."""
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)  # noqa: S101  (an f-string has no others)
    if isinstance(part.value, ast.Name) and isinstance(known := function.__globals__.get(part.value.id), int | str):
        return [str(known)]
    return list(_texts(part.value, function)) or [HOLE]


def _assigned(name: str, line: int, function: FunctionType) -> Iterator[ast.expr]:
    """Yield what a variable was given before a line."""
    assignments = (node for node in _in_order(_tree(function)) if isinstance(node, ast.Assign))
    yield from (
        node.value
        for node in assignments
        if node.lineno < line and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    )
