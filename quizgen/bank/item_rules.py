"""Rules for handwritten items: each interaction has its own fields, and needs enough of them."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.findings import Finding, Path, one_of
from quizgen.bank.model import WrittenItem
from quizgen.bank.names import Names
from quizgen.taxonomy import load_taxonomy

OWN_FIELDS = {
    "choice": ("options", "keep_order"),
    "multiple-response": ("options", "keep_order"),
    "highlight": ("phrases",),
    "match": ("pairs", "surplus", "keep_order"),
    "number": ("value", "tolerance", "unit"),
}
"""The fields that only questions of this interaction have."""


def broken(item: WrittenItem, path: Path, names: Names) -> Iterator[Finding]:
    """Yield what keeps an item from being asked."""
    yield from names.unknown_sources(item.sources, (*path, "sources"))
    yield from _taxonomy(item, path)
    yield from _foreign_fields(item, path)
    match item.interaction:
        case "choice" | "multiple-response":
            yield from _options(item, path)
        case "highlight":
            yield from _at_least_two(len(item.phrases), "phrases", path)
        case "match":
            yield from _pairs(item, path)
        case "number" if item.value is None:
            yield Finding(path, "missing-field", "there is no `value`", "add `value:` with the right answer")


def _taxonomy(item: WrittenItem, path: Path) -> Iterator[Finding]:
    families = [family.id for family in load_taxonomy().families]
    if item.family not in families:
        help_ = one_of(item.family, families)
        yield Finding((*path, "family"), "unknown-family", f"unknown family `{item.family}`", help_)
    moves = [move.id for move in load_taxonomy().moves]
    if item.move not in moves:
        yield Finding((*path, "move"), "unknown-move", f"unknown move `{item.move}`", one_of(item.move, moves))


def _foreign_fields(item: WrittenItem, path: Path) -> Iterator[Finding]:
    own = OWN_FIELDS[item.interaction]
    for name in dict.fromkeys(f for fields in OWN_FIELDS.values() for f in fields):
        if name not in own and name in item.model_fields_set:
            message = f"`{name}` does not belong to a `{item.interaction}`"
            help_ = f"delete it, or change `interaction`; a `{item.interaction}` has " + ", ".join(
                f"`{f}`" for f in own
            )
            yield Finding((*path, name), "field-of-other-interaction", message, help_, key=True)


def _options(item: WrittenItem, path: Path) -> Iterator[Finding]:
    few = list(_at_least_two(len(item.options), "options", path))
    yield from few
    right = sum(option.right for option in item.options)
    at = (*path, "options")
    if not few and not right:
        yield Finding(at, "no-right-option", "no option is right", "add `right: true` to the right one")
    if not few and right == len(item.options):
        help_ = "delete `right: true` from the wrong ones, or add a wrong one"
        yield Finding(at, "no-wrong-option", "every option is right", help_)
    yield from _twice([option.text for option in item.options], at, "text")


def _pairs(item: WrittenItem, path: Path) -> Iterator[Finding]:
    few = list(_at_least_two(len(item.pairs), "pairs", path))
    yield from few
    answers = [pair.answer for pair in item.pairs]
    if not few and len({*answers, *item.surplus}) < 2:
        help_ = "give at least two different answers, or add one under `surplus`"
        yield Finding((*path, "pairs"), "too-few-answers", "all pairs have the same answer", help_)
    yield from _twice([pair.prompt for pair in item.pairs], (*path, "pairs"), "prompt")
    for i, text in enumerate(item.surplus):
        if text in answers:
            help_ = "delete it, since it belongs to a prompt"
            yield Finding((*path, "surplus", i), "same-wording", "this answer belongs to a pair", help_)


def _at_least_two(count: int, name: str, path: Path) -> Iterator[Finding]:
    if count == 0:
        yield Finding(path, "missing-field", f"there are no `{name}`", f"add `{name}:` with two entries or more")
    elif count == 1:
        yield Finding((*path, name), "too-few-entries", f"there is only one entry in `{name}`", "add at least one more")


def _twice(texts: list[str], path: Path, field: str) -> Iterator[Finding]:
    for i, text in enumerate(texts):
        if text in texts[:i]:
            message = f"the same text stands in entry {texts.index(text) + 1} of `{path[-1]}`"
            yield Finding((*path, i, field), "same-wording", message, "change or delete one of them")
