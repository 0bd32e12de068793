"""Spoilt banks without end: each is made from a small sound one, and can be made again by its seed and number."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.authoring.formatting import format_bank
from quizgen.yaml_source import parse_yaml, to_yaml
from tests.bank.checking import CLAIM, PASSAGE, whole
from tests.fuzz.in_text import IN_TEXT
from tests.fuzz.in_tree import IN_TREE
from tests.messy import Messy

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "question_banks").glob("*.yaml"))
SLICES = 12
"""How many small banks are cut from each shipped one."""
ODD_LAYOUT = """\
# of the file

authors: [A, # one
  B, # two
  # three
  C
  # four
]
claims: &all
- # of the claim
  # more of it
  says: b

  id: &name x
- - a
  - b # deep
note: >2+
   a
  b


? title
: *name
items: *all
sources: {? a : {title: , kind: primary}, b}
"""
"""Every sign of YAML that a bank can do without."""


class Mutant(NamedTuple):
    """A spoilt bank, and how it was spoilt."""

    text: str | bytes
    how: tuple[str, ...]


def mutant(seed: int, number: int) -> Mutant:
    """Return one spoilt bank."""
    chance = random.Random(f"{seed}:{number}")
    text = chance.choice(SHIPPED).read_text(encoding="utf-8") if not chance.randrange(200) else chance.choice(bases())
    how: list[str] = []
    if chance.randrange(2):
        data = parse_yaml(text, "base").data
        for _ in range(_few(chance)):
            change = chance.choice(IN_TREE)
            data = change(chance, data)
            how.append(change.__name__)
        text = _written(chance, data)
    for _ in range(_few(chance) if not how or not chance.randrange(4) else 0):
        change_text = chance.choice(IN_TEXT)
        text = change_text(chance, text)
        how.append(change_text.__name__)
    if not chance.randrange(60):
        return Mutant(text.encode(chance.choice(("latin-1", "utf-16", "utf-8-sig")), "replace"), (*how, "encoded"))
    return Mutant(text, tuple(how))


def _few(chance: random.Random) -> int:
    return chance.choice((1, 1, 1, 2, 3, 5))


def _written(chance: random.Random, data: Any) -> str:
    how = chance.randrange(4)
    if how == 0:
        return json.dumps(data, ensure_ascii=False, indent=chance.choice((None, 1, 2)))
    if how == 1 and isinstance(data, dict) and data:
        return Messy(chance.randrange(2**32), orders=True).text(data)
    return to_yaml(data)


@cache
def bases() -> Sequence[str]:
    """Return the small banks that are spoilt: some made by hand, and slices of the shipped ones."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    faulty = (ROOT / "tests" / "golden" / "diagnostics" / "faulty.yaml").read_text(encoding="utf-8")
    sound = PASSAGE + "    issues: []\n    why_clean: It only tells.\n"
    everything = (ROOT / "tests" / "fuzz" / "everything.yaml").read_text(encoding="utf-8")
    twelve_lines = readme.split("```yaml\n")[1].split("```")[0]
    by_hand = [everything, everything, twelve_lines, whole(CLAIM), whole(CLAIM + sound), faulty, ODD_LAYOUT]
    template = (ROOT / "question_banks" / "_template.yaml").read_text(encoding="utf-8")
    return [*by_hand, template, *(text for file in SHIPPED for text in _slices(file))]


def _slices(file: Path) -> Iterator[str]:
    data = parse_yaml(file.read_bytes(), file.name).data
    for number in range(SLICES):
        chance = random.Random(f"{file.stem}:{number}")
        text = to_yaml(_slice(data, chance))
        yield text if number % 2 else format_bank(parse_yaml(text, file.name)).after or ""


def _slice(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a bank with a few of the entries, and with the sources and claims that these name."""
    few = {name: _some(data.get(name, []), chance) for name in ("claims", "passages", "items")}
    named = {name for passage in few["passages"] for name in passage.get("record", [])}
    few["claims"] += [c for c in data["claims"] if c["id"] in named and c not in few["claims"]]
    words = json.dumps(few, ensure_ascii=False)
    sources = {name: source for name, source in data["sources"].items() if f'"{name}"' in words}
    return {**data, **few, "sources": sources}


def _some(entries: list[Any], chance: random.Random) -> list[Any]:
    return chance.sample(entries, min(len(entries), chance.choice((0, 1, 1, 2))))
