"""A large bank made from the shipped one, for measuring: its claims again and again, each time with other names."""

from __future__ import annotations

from pathlib import Path

import yaml

from quizgen.bank import load_bank
from quizgen.bank.dump import dump_bank
from quizgen.bank.model import Bank, Claim

SHIPPED = Path(__file__).parent.parent / "question_banks" / "kim-putin-summit.yaml"


def large_bank(claims: int) -> str:
    """Return the YAML text of a bank with so many claims; excerpts differ, so that entries do not shut each other out."""
    shipped = load_bank(SHIPPED).usable()
    many = [_renamed(shipped.claims[i % len(shipped.claims)], i // len(shipped.claims)) for i in range(claims)]
    bank = Bank.model_validate(
        {
            **shipped.model_dump(by_alias=True, exclude={"claims", "passages", "items"}),
            "id": "large",
            "claims": [claim.model_dump(by_alias=True) for claim in many],
        }
    )
    return dump_bank(bank)


def _renamed(claim: Claim, copy: int) -> Claim:
    return claim if copy == 0 else claim.model_copy(update={"id": f"{claim.id}-{copy}"})


def bare_load(text: str) -> object:
    """Load YAML as PyYAML does with libyaml: what quizgen's loading is held against."""
    return yaml.load(text, yaml.CSafeLoader)  # noqa: S506  (a safe loader)
