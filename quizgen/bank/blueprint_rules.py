"""Rules for blueprints: bounds that can be met, of things that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from quizgen.bank.findings import Finding, Path, one_of
from quizgen.bank.model import TEMPLATE_IDS, Blueprint, Bounds
from quizgen.bank.names import Names
from quizgen.source_text import shown
from quizgen.taxonomy import load_taxonomy


def broken(blueprint: Blueprint, path: Path, names: Names) -> Iterator[Finding]:
    """Yield what keeps a blueprint from ever being met."""
    families = [family.id for family in load_taxonomy().families]
    yield from _known(blueprint.templates, TEMPLATE_IDS, (*path, "templates"), "template")
    yield from _known(blueprint.families, families, (*path, "families"), "family")
    yield from _known(blueprint.topics, sorted(names.topics), (*path, "topics"), "topic")
    for i, template in enumerate(blueprint.only):
        if template not in TEMPLATE_IDS:
            help_ = one_of(template, TEMPLATE_IDS)
            yield Finding((*path, "only", i), "unknown-template", f"unknown template `{template}`", help_)
    for name in ("templates", "families", "topics", "difficulty"):
        yield from _bounds(getattr(blueprint, name), blueprint.items, (*path, name))
    yield from _room(blueprint, path)
    least, greatest = blueprint.supported
    if least > greatest:
        message = f"`supported` goes from {least:g} down to {greatest:g}"
        yield Finding((*path, "supported"), "bounds-crossed", message, "write the smaller number first")


def _known(named: Collection[str], known: Collection[str], path: Path, kind: str) -> Iterator[Finding]:
    for name in named:
        if name not in known:
            help_ = one_of(name, known, otherwise="" if known else "delete it: no entry has a `topic`")
            yield Finding((*path, name), f"unknown-{kind}", f"unknown {kind} `{name}`", help_, key=True)


def _bounds(bounds: Mapping[str, Bounds], items: int, path: Path) -> Iterator[Finding]:
    for name, bound in bounds.items():
        if bound.max is not None and bound.min > bound.max:
            message = f"`{shown(name)}` has a `min` of {bound.min} and a `max` of {bound.max}"
            yield Finding((*path, name), "bounds-crossed", message, "let `min` be no more than `max`")
    wanted = sum(bound.min for bound in bounds.values())
    if wanted > items:
        message = f"`{path[-1]}` asks for at least {wanted} questions, but the quiz has {items}"
        yield Finding(path, "bounds-too-great", message, "lower some `min`, or raise `items`")


def _room(blueprint: Blueprint, path: Path) -> Iterator[Finding]:
    """Bounds must leave room for as many questions as the quiz has, where everything that can come is bounded."""
    for name, bounds in blueprint.templates.items():
        if blueprint.only and name not in blueprint.only and bounds.min:
            message = f"`{name}` is asked for, but does not stand in `only`"
            yield Finding((*path, "templates", name), "bounds-crossed", message, "add it to `only`, or delete it here")
    closed = (
        ("templates", [blueprint.templates.get(name) for name in set(blueprint.only)]),
        ("difficulty", [blueprint.difficulty.get(level) for level in ("1", "2", "3")]),
    )
    for field, all_bounds in closed:
        most = [bounds.max for bounds in all_bounds if bounds is not None and bounds.max is not None]
        if all_bounds and len(most) == len(all_bounds) and sum(most) < blueprint.items:
            message = f"`{field}` leaves room for {sum(most)} questions, but the quiz has {blueprint.items}"
            yield Finding((*path, field), "bounds-too-small", message, "raise some `max`, or lower `items`")
