"""Put the chosen items and their options in order, so that neither order nor position tells the key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from quizgen.draws import Draws
from quizgen.items import Choice, Highlight, Item, Match, MultipleResponse, Number

LONGEST_RUN = 3
"""How many times in a row the key may stand at one position."""


def in_order(items: Sequence[Item], *draw: object) -> list[Item]:
    """Return the items in a drawn order in which neighbours differ in template, and in key, as far as they can."""
    waiting = Draws(*draw, "order").shuffled(sorted(items, key=lambda i: i.id))
    ordered: list[Item] = []
    while waiting:
        crowd = Counter(i.template for i in waiting)
        before = ordered[-1] if ordered else None
        # The commonest template goes first among those that differ, so that none is left over for the end.
        following = min(waiting, key=lambda i: (_alike(before, i), -crowd[i.template]))
        waiting.remove(following)
        ordered.append(following)
    return ordered


def _alike(before: Item | None, item: Item) -> int:
    if before is None:
        return 0
    return 2 * (before.template == item.template) + bool(set(_keys(before)) & set(_keys(item)))


def _keys(item: Item) -> tuple[str, ...]:
    return tuple(tag for tag in item.tags if tag.startswith("key:"))


def arranged(items: Sequence[Item], *draw: object) -> list[Item]:
    """Return the items with their options in drawn order, the keys spread evenly over the positions."""
    positions = _key_positions(items, *draw)
    return [_arrange(item, positions.get(item.id), Draws(*draw, "options", item.id)) for item in items]


def _key_positions(items: Sequence[Item], *draw: object) -> dict[str, int]:
    """Return a position for the key of each shuffled choice: each position as often as the others, no long runs."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for item in items:
        body = item.body
        if isinstance(body, Choice) and not body.fixed:
            groups[body.movable].append(item.id)
    positions: dict[str, int] = {}
    for size, ids in sorted(groups.items()):
        rounds = -(-len(ids) // size)
        draws = Draws(*draw, "positions", size)
        deck = [p for _ in range(rounds) for p in draws.shuffled(range(size))]
        positions.update(zip(ids, deck, strict=False))
    return positions


def _arrange(item: Item, key_position: int | None, draws: Draws) -> Item:
    body = item.body
    match body:
        case Choice() if not body.fixed and key_position is not None:
            return item.model_copy(update={"body": _with_key_at(body, key_position, draws)})
        case MultipleResponse() if not body.fixed:
            return item.model_copy(update={"body": body.arranged(draws.shuffled(range(len(body.options))))})
        case Match():
            prompts = draws.shuffled(range(len(body.prompts)))
            choices = list(range(len(body.choices))) if body.fixed else draws.shuffled(range(len(body.choices)))
            return item.model_copy(update={"body": body.arranged(prompts, choices)})
        case Choice() | MultipleResponse() | Highlight() | Number():
            return item


def _with_key_at(body: Choice, position: int, draws: Draws) -> Choice:
    """Return the choice with its best answer at `position`; an option pinned last stays last, key or not."""
    ids = [o.id for o in body.options]
    best = ids.index(body.key[0])
    others = draws.shuffled([i for i in range(body.movable) if i != best])
    order = others if best >= body.movable else [*others[:position], best, *others[position:]]
    return body.arranged([*order, *range(body.movable, len(ids))])
