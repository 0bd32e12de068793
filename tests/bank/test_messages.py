"""Every error that the model can raise has words of our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from quizgen.bank.messages import TOLD, findings
from quizgen.bank.model import Bank

# What a schema of this type can raise for data of texts, lists, named fields and nothing; by its options, what more.
RAISED = {
    "model": {"model_type"},
    "model-fields": {"model_type", "missing", "extra_forbidden"},
    "list": {"list_type"},
    "dict": {"dict_type"},
    "tuple": {"tuple_type", "missing", "too_long"},
    "str": {"string_type"},
    "float": {"float_type", "finite_number"},
    "int": {"int_type"},
    "bool": {"bool_type"},
    "literal": {"literal_error"},
    "nullable": set[str](),
    "default": set[str](),
    "model-field": set[str](),
    "function-before": set[str](),
    "function-after": set[str](),
    "definitions": set[str](),
    "definition-ref": set[str](),
}
BY_OPTION = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("list", "min_length"): "too_short",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("float", "ge"): "greater_than_equal",
    ("float", "le"): "less_than_equal",
}
OPTIONS = {"min_length", "max_length", "pattern", "ge", "le", "gt", "lt", "multiple_of"}
OURS = {"not-true-or-false", "not-a-number", "not-a-whole-number", "no-such-day", "markup-not-allowed", "still-a-draft"}


def schemas(node: Any = None) -> Iterator[dict[str, Any]]:
    """Yield every part of the bank's core schema."""
    node = Bank.__pydantic_core_schema__ if node is None else node
    if isinstance(node, dict):
        if isinstance(node.get("type"), str):
            yield node
        for name, inner in node.items():
            if name not in ("metadata", "serialization", "config", "function", "default"):
                yield from schemas(inner) if inner is not None else ()
    elif isinstance(node, list | tuple):
        for inner in node:
            yield from schemas(inner) if inner is not None else ()


def test_every_error_that_the_model_can_raise_is_in_the_table() -> None:
    raised = set(OURS)
    for schema in schemas():
        raised |= RAISED[schema["type"]]
        raised |= {BY_OPTION[schema["type"], option] for option in OPTIONS & set(schema)}
    assert raised == set(TOLD)


@pytest.mark.parametrize("wrong", [None, "", "x", [], ["x"], {}, {"x": "y"}, "1" * 5000, "<b>", "2023-02-30"])
def test_every_field_can_hold_anything_and_is_told_of_in_our_words(wrong: Any) -> None:
    for data in everywhere(wrong):
        with pytest.raises(ValidationError) as caught:
            Bank.model_validate(data, by_alias=True, by_name=False)
        for finding in findings(caught.value.errors(include_url=False)):
            assert finding.message
            assert finding.help
            assert "should be a valid" not in finding.message + finding.help


def everywhere(wrong: Any) -> Iterator[Any]:
    """Yield the data of a bank that lacks most fields, with the wrong value in each that it has."""
    option = {"text": wrong, "right": wrong, "why": wrong}
    issue = {
        "type": wrong,
        "span": wrong,
        "spans": wrong,
        "occurrence": wrong,
        "also_accept": [wrong],
        "not": [{"type": wrong, "why": wrong}],
        "rewrites_wrong": [{"text": wrong, "shift": wrong, "why_wrong": wrong}],
    }
    claim = {
        "id": wrong,
        "kind": wrong,
        "record": wrong,
        "evidence": [{"source": wrong, "stance": wrong, "available": wrong, "alone": wrong}],
        "issues": [issue],
        "figure": {"value": wrong, "tolerance": wrong, "other": wrong},
        "parts": {"fails": wrong},
        "min_pack": wrong,
        "accept": [wrong],
    }
    blueprint = {
        "items": wrong,
        "templates": {"verdict": {"min": wrong, "max": wrong}},
        "difficulty": wrong,
        "supported": [wrong, wrong],
        "clean": wrong,
    }
    yield wrong
    yield {"format": wrong, "language": wrong, "article": wrong, "claims": wrong, "sources": wrong, "blueprints": wrong}
    yield {
        "article": {"published": wrong, "as_of": wrong, "url": wrong},
        "sources": {"Bad": wrong, "good": {"reached": wrong}},
        "claims": [wrong, claim],
        "passages": [{"text": wrong, "issues": [issue], "complete": wrong, "phrases": [wrong]}],
        "items": [{"options": [option], "value": wrong, "difficulty": wrong}],
        "blueprints": {"a": wrong, "b": blueprint},
    }
