"""Changes of a bank's tree, as a misunderstanding or a broken program makes them: of fields, entries and values."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.fuzz.in_text import SIGNS
from tests.strategies import HOSTILE

Path = tuple[str | int, ...]

VALUES: tuple[Any, ...] = (
    *(None, "", " ", "x", "0", "-1", "3", "1e400", "nan", ".inf", "٤", "1,5", "true", "no"),
    *("2023-02-30", "9999-99", "undated", "<b>x</b>", "[x](javascript:alert(1))", "string quartet"),
    *([], {}, ["x"], [[]], [None], {"x": "y"}, {"": ""}, {"a": {}}, ["x", ["y"]], [{"id": "x"}], [{}]),
    *("x" * 70, "x " * 400, "1" * 5000, "line\nline", "\n\n", "A B", "https://example.org/", "ftp://x"),
    *("no-such-name", "None", "…", "?!", "한국어", "verdict", "backed", "bandwagon", "supports", *HOSTILE),
)
"""What is put in the place of any value."""


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value below the root."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inner:
        yield (*path, part)
        yield from paths(value, (*path, part))


def at_path(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


Change = Callable[[random.Random, Any], Any]


def _at_some(change: Callable[[random.Random, Any, Any, Any], None]) -> Change:
    """Make of a change at a holder and its part one that picks a place."""

    def changed(chance: random.Random, data: Any) -> Any:
        places = list(paths(data))
        if places:
            # a level first, or nearly all changes would be made deep in lists
            deep = chance.choice(sorted({len(path) for path in places}))
            *above, part = chance.choice([path for path in places if len(path) == deep])
            change(chance, data, at_path(data, tuple(above)), part)
        return data

    changed.__name__ = change.__name__
    return changed


@_at_some
def value_replaced(chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    holder[part] = copy.deepcopy(chance.choice(VALUES))


@_at_some
def value_deleted(_chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    del holder[part]


@_at_some
def value_wrapped(chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    value = holder[part]
    holder[part] = chance.choice(([value], {"x": value}, {str(part): value}, [[value]]))


@_at_some
def value_repeated(chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    value = holder[part]
    times = chance.choice((2, 3, 300))
    if isinstance(value, str):
        holder[part] = value * times
    elif isinstance(value, list):
        holder[part] = [copy.deepcopy(entry) for _ in range(times) for entry in value][:300]
    else:
        holder[part] = [copy.deepcopy(value) for _ in range(min(times, 5))]


@_at_some
def value_taken_from_elsewhere(chance: random.Random, data: Any, holder: Any, part: Any) -> None:
    holder[part] = copy.deepcopy(at_path(data, chance.choice(list(paths(data)))))


@_at_some
def name_misspelt(chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    if isinstance(holder, dict):
        at = chance.randint(0, len(part))
        slips = (
            part[:at] + part[at + 1 :],
            part[:at] + part[at : at + 1] * 2 + part[at + 1 :],
            part[:at] + part[at : at + 2][::-1] + part[at + 2 :],
            part.replace("_", "-"),
            part.replace("_", " "),
            part.capitalize(),
            part + "s",
            "not_",
        )
        items = list(holder.items())
        holder.clear()
        new = chance.choice(slips)
        holder.update({new if name == part else name: value for name, value in items})


@_at_some
def field_added(chance: random.Random, data: Any, holder: Any, _part: Any) -> None:
    if isinstance(holder, dict):
        names = [str(path[-1]) for path in paths(data)]
        holder[chance.choice((*names, "x", "", "A b", "id", "None", "[key]", "0"))] = copy.deepcopy(
            chance.choice(VALUES)
        )
    else:
        holder.append(copy.deepcopy(chance.choice(VALUES)))


@_at_some
def words_changed(chance: random.Random, _data: Any, holder: Any, part: Any) -> None:
    value = holder[part]
    if isinstance(value, str) and value:
        words = value.split(" ")
        at = chance.randrange(len(words))
        words[at] = chance.choice((words[at].upper(), words[at][:-1], words[at] * 2, "", *SIGNS))
        holder[part] = " ".join(words)


@_at_some
def order_changed(chance: random.Random, _data: Any, holder: Any, _part: Any) -> None:
    if isinstance(holder, list):
        chance.shuffle(holder)


def nested_deep(chance: random.Random, data: Any) -> Any:
    for _ in range(chance.choice((5, 48, 60))):
        data = {"claims": data} if chance.randrange(2) else [data]
    return data


IN_TREE: tuple[Change, ...] = (
    value_replaced,
    value_replaced,
    value_replaced,
    value_deleted,
    value_deleted,
    value_wrapped,
    value_repeated,
    value_taken_from_elsewhere,
    value_taken_from_elsewhere,
    name_misspelt,
    name_misspelt,
    field_added,
    words_changed,
    words_changed,
    order_changed,
    nested_deep,
)
