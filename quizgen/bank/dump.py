"""A bank's canonical form: the YAML that an author would write, and the revision that tells two contents apart."""

from __future__ import annotations

import json
from typing import Any

from quizgen.bank.model import Bank
from quizgen.draws import fingerprint
from quizgen.yaml_source import to_yaml

_SAFE_WHOLE = 1e15  # beyond it, not every whole number has a float of its own


def dump_bank(bank: Bank) -> str:
    """Return the bank as YAML, in the order of the model's fields and without what is at its default.

    Loading it again gives an equal bank, provided that its texts hold nothing hidden, as those of a loaded bank never
    do.
    """
    return to_yaml(_plain(bank.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def revision(bank: Bank) -> str:
    """Return a short hash of the content: equal banks have the same, whatever their comments, layout or field order.

    Which checks are to be silent is no part of the content: no question depends on it.
    """
    named = {"sources", "blueprints"}  # whose order is the author's, and no part of the content
    listed = bank.model_dump_json(by_alias=True, exclude_defaults=True, exclude={*named, "ignore"})
    rest = bank.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=named)
    return fingerprint(listed, json.dumps(rest, sort_keys=True, ensure_ascii=False))


def _plain(value: Any) -> Any:
    """Write whole numbers without a decimal point, as an author would."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _SAFE_WHOLE:
        return int(value)
    return value
