"""What is found to be wrong before it is given a place in the file: a path, a code, plain words and a remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from quizgen.diagnostics import Severity
from quizgen.source_text import shown
from quizgen.taxonomy import load_taxonomy

Path = tuple[str | int, ...]

_LONGEST = 64
_NEAR = 0.8  # of difflib's likeness: a slip of the keyboard, not another word


class Finding(NamedTuple):
    """One thing that is wrong at a path such as `("claims", 3, "says")`.

    `key` says that the name of the field is meant and not its value; `named`, that the message names the entry itself.
    """

    path: Path
    code: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    key: bool = False
    named: bool = False


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that was most likely meant, or None if none is near; `Name calling` is `name-calling`.

    A name with a word or syllable in front, as `not-checkable` to `checkable`, may say the opposite and is not near.
    """
    if len(name) > _LONGEST:
        return None
    typed = _plain(name)
    by_plain = {_plain(k): k for k in known if len(k) <= _LONGEST}
    near = (n for n in get_close_matches(typed, by_plain, cutoff=_NEAR) if not _one_ends_the_other(typed, n))
    return next((by_plain[n] for n in near), None)


@lru_cache(maxsize=2**15)
def _plain(name: str) -> str:
    return "-".join(name.lower().replace("_", " ").replace("-", " ").split())


def _one_ends_the_other(a: str, b: str) -> bool:
    return abs(len(a) - len(b)) > 1 and (a.endswith(b) or b.endswith(a))


def one_of(name: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return a remedy for a name that is not known: the nearest one, else `otherwise`, else all of them."""
    names = list(known)
    if near := nearest(name, names):
        return f"did you mean `{near}`?"
    if otherwise or len(names) == 1:
        return otherwise or f"write `{names[0]}`"
    return "choose one of " + ", ".join(f"`{shown(n)}`" for n in names)


def one_of_the_types(name: str) -> str:
    """Return a remedy for an issue type that is not known: the nearest one, else where the list of them stands."""
    taxonomy = load_taxonomy()
    families = ", ".join(f"`{family.id}`" for family in taxonomy.families)
    look = f"choose one from the list in quizgen/taxonomy/issues.yaml; its families are {families}"
    return one_of(name, taxonomy.types, otherwise=look)


def entry_name(path: Path, ids: dict[str, list[str]], kept: Mapping[str, Sequence[int]] | None = None) -> str:
    """Return the entry that a path lies in, such as "claim `democracy-improved`"; nothing outside of entries.

    Args:
        path: The path.
        ids: The ids of the entries of each list.
        kept: The places in the file of the entries of a list, where drafts among them are left out.
    """
    if len(path) < 2 or path[0] not in _ENTRIES:
        return "`article`" if len(path) > 1 and path[0] == "article" else ""
    kind, place = _ENTRIES[path[0]], path[1]
    if isinstance(place, str):
        return f"{kind} `{shown(place)}`"
    names = ids.get(str(path[0]), [])
    name = names[place] if place < len(names) else ""
    number = kept[str(path[0])][place] if kept and str(path[0]) in kept else place
    return f"{kind} `{shown(name)}`" if name else f"{kind} number {number + 1}"


_ENTRIES = {"claims": "claim", "passages": "passage", "items": "item", "sources": "source", "blueprints": "blueprint"}
