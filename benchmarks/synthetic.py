"""A large bank made from the shipped one, for measuring: its claims again and again, each time with other names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from quizgen.bank import load_bank
from quizgen.bank.dump import dump_bank
from quizgen.bank.model import Bank

SHIPPED = Path(__file__).parent.parent / "question_banks" / "kim-putin-summit.yaml"


_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_TEXTS = ("quote", "context", "says", "record", "holds", "finding", "text", "why", "rewrite", "what")


def large_bank(claims: int) -> str:
    """Return the YAML text of a bank with so many claims; copies bear other names, so that they are no enemies."""
    shipped = load_bank(SHIPPED).usable()
    originals = [claim.model_dump(by_alias=True, exclude_defaults=True) for claim in shipped.claims]
    many = [_renamed(originals[i % len(originals)], i // len(originals)) for i in range(claims)]
    rest = shipped.model_dump(by_alias=True, exclude_defaults=True, exclude={"claims", "items"})
    return dump_bank(Bank.model_validate({**rest, "id": "large", "claims": many}))


def _renamed(claim: dict[str, Any], copy: int) -> dict[str, Any]:
    """Return a copy of a claim in which every capitalised word has an ending of its own, everywhere the same."""
    if copy == 0:
        return claim
    ending = "abcdefghijklmnopqrstuvwxyz"[copy % 26] + "aeiou"[copy // 26 % 5]
    renamed: dict[str, Any] = with_names(claim, ending)
    return {**renamed, "id": f"{claim['id']}-{copy}"}


def with_names(node: Any, ending: str, field: str = "") -> Any:
    """Return a part of a bank in which every capitalised word has this ending."""
    match node:
        case dict():
            return {name: with_names(value, ending, name) for name, value in node.items()}
        case list():
            return [with_names(value, ending, field) for value in node]
        case str() if field in _TEXTS or " " in node:
            return _NAME.sub(lambda m: m[0] + ending, node)
        case _:
            return node


def bare_load(text: str) -> object:
    """Load YAML as PyYAML does with libyaml: what quizgen's loading is held against."""
    return yaml.load(text, yaml.CSafeLoader)
