"""The page on the bank format tells every part, field and rule, and its examples and traps are true."""

from __future__ import annotations

import ast
import re
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from quizgen.bank import load_bank
from quizgen.bank.choices import VerdictLabel
from quizgen.bank.model import Bank, Claim, Evidence
from quizgen.wording import load_wording
from quizgen.yaml_source import parse_yaml
from scripts.reference import traps
from scripts.reference.bank_format import YAML_EXAMPLES, bank_format
from scripts.reference.excerpts import LEFT_OUT, Example, excerpt, place_of, shown_data
from scripts.reference.fields import choices, rows, unlocks
from scripts.reference.page import ROOT
from scripts.reference.parts import NEWS, OWN, PARTS

PAGE = bank_format()
EXAMPLES = [*(example for part in PARTS for example in part.examples), *YAML_EXAMPLES.values()]


def models_below(hint: Any) -> set[type[BaseModel]]:
    """Return every model that a type leads to."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        hints = get_type_hints(hint).values()
        return {hint}.union(*(models_below(inner) for inner in hints))
    return set().union(*(models_below(arg) for arg in get_args(hint)))


def test_every_part_is_told_under_its_heading() -> None:
    assert {part.model for part in PARTS} == models_below(Bank)
    for part in PARTS:
        assert PAGE.count(f"\n### {part.heading}\n") == 1


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.heading)
def test_every_field_has_its_row(part: Any) -> None:
    told = PAGE.split(f"\n### {part.heading}\n")[1].split("\n### ")[0]

    for name, field in part.model.model_fields.items():
        assert f"| `{field.alias or name}` | {'**yes**' if field.is_required() else 'no'}" in told


def test_what_a_field_holds_is_told_in_plain_words() -> None:
    told = {row.name: (row.needed, row.type) for row in rows(Claim)}

    assert told["id"] == ("**yes**", "a short name")
    assert told["confidence"] == ("no: `high`", "[one word out of 4](#confidence-of-a-claim)")
    assert told["evidence"] == ("**yes**", "a list of [findings](#evidence)")
    assert told["min_pack"] == ("no: `1`", "a whole number from 1 to 4")
    assert told["kind_clear"] == ("no", "`true` or `false`")
    assert not re.search(
        r"str\b|float|None|Annotated", " ".join(row.type for part in PARTS for row in rows(part.model))
    )


def test_words_to_choose_from_are_told_once_with_their_meanings() -> None:
    headings = [found.heading for part in PARTS for found in choices(part.model)]

    assert len(headings) == len(set(headings)) > 12
    assert "* `refutes`: the finding says something else on the same point" in PAGE


def test_what_a_field_unlocks_is_read_from_its_docstring() -> None:
    assert unlocks(Evidence)["alone"] == ["bearing"]
    assert unlocks(Claim)["kind_clear"] == ["claim-kind", "sort-statements"]
    assert unlocks(Claim)["quote"] == []


def test_a_label_that_can_be_accepted_is_told_by_the_words_of_the_app() -> None:
    literal, meanings = get_args(VerdictLabel)
    for label in get_args(literal):
        assert f"“{load_wording('en').text(f'verdict.options.{label}.text')}”" in meanings.told()[label]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: ".".join(map(str, example.path)) or example.file)
def test_an_example_reads_as_what_stands_in_the_bank(example: Example) -> None:
    document = parse_yaml(excerpt(example), "example")

    assert document.diagnostics == ()
    data: Any = document.data
    for part in place_of(example):
        data = data[0] if isinstance(part, int) else data[part]
    assert data == shown_data(example)


def test_lines_that_are_left_out_are_told_of() -> None:
    shown = excerpt(Example(NEWS, ("claims", "cars-collapsed"), ("says", "issues")))

    assert shown.split("\n")[:4] == [
        "claims:",
        "  - id: cars-collapsed",
        f"    {LEFT_OUT}",
        "    says: Car traffic on Station Street collapsed during the trial of 2024.",
    ]
    assert LEFT_OUT not in excerpt(Example(NEWS, ("article",)))


def test_an_example_cannot_name_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="shoesize"):
        excerpt(Example(NEWS, ("article",), ("shoesize",)))


def test_the_questions_written_by_hand_are_a_sound_bank_with_each_interaction() -> None:
    loaded = load_bank(ROOT / OWN)

    assert loaded.diagnostics == ()
    assert {item.interaction for item in loaded.usable().items} == {
        "choice",
        "multiple-response",
        "highlight",
        "match",
        "number",
    }


@pytest.mark.parametrize("trap", [*traps.TRAPS, *traps.BLOCK_TRAPS.values()], ids=lambda trap: trap.typed)
def test_a_trap_is_one_and_its_way_out_is_none(trap: traps.Trap) -> None:
    said = traps.told(trap)

    assert traps.problems(trap) == ()
    if said.startswith("nothing, and it reads"):
        assert traps.value(trap, trap.typed) != traps.value(trap, trap.instead)
    assert said


@pytest.mark.parametrize("text", traps.NO_TRAPS)
def test_what_needs_no_quotation_marks_is_read_as_typed(text: str) -> None:
    trap = traps.Trap(traps.TITLE, f"title: {text}", f"title: {text}")

    assert traps.problems(trap) == ()
    assert traps.value(trap, trap.typed) == text


RULES = [
    f"bank/{name}" for name in ("rules", "item_rules", "blueprint_rules", "names", "verbatim", "same_ids", "todos")
]
RULES += ["articles/excerpts"]
OF_FIELDS = {"bad-path", "still-a-draft"}
"""Codes of single fields that are told with the rules all the same. (`unknown-topic` is put together of two words.)"""


def codes_of(module: str) -> set[str]:
    """Return the codes of what a module of rules finds."""
    tree = ast.parse((ROOT / "quizgen" / f"{module}.py").read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    given = [n.args[1] for n in calls if n.func.id in ("Finding", "Diagnostic") and len(n.args) > 1]  # type: ignore[attr-defined]
    return {str(arg.value) for arg in given if isinstance(arg, ast.Constant)}


def test_every_rule_is_told_with_its_code_and_no_other() -> None:
    section = PAGE.split("## Rules across fields")[1].split("## Limits")[0]
    told = {code for group in re.findall(r"\[(`[^\]]+)\]", section) for code in re.findall(r"`([a-z-]+)`", group)}
    codes = set().union(*map(codes_of, RULES))

    assert len(codes) > 35
    assert codes - told == set()
    assert told - codes == {"unknown-topic", *OF_FIELDS}


def test_every_limit_is_told() -> None:
    limits = PAGE.split("## Limits")[1].split("## Traps")[0]

    assert all(limit in limits for limit in ("5 MB", "200,000 values", "50 deep", "200"))
