"""Coverage: what each entry yields, and which field would unlock more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizgen.authoring.coverage import Coverage, Remedy, coverage_of
from quizgen.bank import LoadedBank, load_bank, load_bank_text
from quizgen.errors import BankNotUsableError
from quizgen.generators import GENERATORS, generate, outcomes

BANKS = Path(__file__).parents[2] / "question_banks"
TEMPLATE = (BANKS / "_template.yaml").read_text(encoding="utf-8")


def covered(loaded: LoadedBank) -> Coverage:
    return coverage_of(loaded, outcomes(loaded.usable()))


def of_text(text: str) -> Coverage:
    return covered(load_bank_text(text))


def without(text: str, first: str, last: str) -> str:
    """Return the text without the lines from the one that begins with `first` to the one that begins with `last`."""
    lines = text.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.strip().startswith(first))
    end = next(i for i, line in enumerate(lines) if i >= start and line.strip().startswith(last))
    return "".join(lines[:start] + lines[end + 1 :])


@pytest.mark.parametrize("name", ["kim-putin-summit", "bike-lane-survey", "morning-light-lamp"])
def test_every_question_is_counted_at_each_of_its_entries(name: str) -> None:
    loaded = load_bank(BANKS / f"{name}.yaml")
    found, items = covered(loaded), generate(loaded.usable())
    assert found.questions == Counter(item.template for item in items)
    for entry in found.entries:
        mine = [item.template for item in items if entry.entry in item.provenance.entries]
        assert entry.questions == Counter(mine), entry.entry
    assert found.feeding["match-records"] == 3 * found.questions["match-records"]


@pytest.mark.parametrize("name", ["kim-putin-summit", "bike-lane-survey", "morning-light-lamp"])
def test_of_each_entry_each_template_that_looks_at_it_says_something(name: str) -> None:
    found = covered(load_bank(BANKS / f"{name}.yaml"))
    of_claims = {"verdict", "bearing", "pass-on", "what-holds", "which-words", "best-source", "match-records"}
    of_claims |= {"read-the-figure", "claim-kind", "sort-statements", "best-rewrite"}
    of_passages = {"name-the-issue", "spot-the-issue", "best-rewrite", "next-move", "claim-kind", "sort-statements"}
    for entry in found.entries:
        told = {*entry.questions, *(missing.template for missing in entry.missing)}
        assert told >= (of_claims if entry.entry.startswith("claim:") else of_passages), entry.entry
        assert told <= set(GENERATORS)


def test_the_place_is_that_of_the_entry() -> None:
    lines = TEMPLATE.splitlines()
    for entry in of_text(TEMPLATE).entries:
        assert lines[entry.place.line - 1].startswith(f"  - id: {entry.entry.split(':')[1]}")
        assert entry.place.column == len("  - ") + 1


@pytest.mark.parametrize(
    ("first", "last", "field", "template"),
    [
        ("figure:", "- {value: 900", "figure", "read-the-figure"),
        ("parts:", "holds: [12 beds", "parts", "which-words"),
        ("holds: From 2022", "holds: From 2022", "holds", "what-holds"),
        (
            "misconceptions:",
            "why_wrong: It gave 610 kilograms in 2023 and 900 in 2022.",
            "misconceptions",
            "what-holds",
        ),
        ("kind_clear:", "kind_clear:", "kind_clear", "claim-kind"),
    ],
)
def test_a_field_that_was_taken_away_is_the_one_to_add(first: str, last: str, field: str, template: str) -> None:
    text = TEMPLATE
    if field == "misconceptions":
        text = without(text, "- text: From 2022 to 2023 the harvest of the garden became larger.", "why_wrong")
        text = without(text, "- text: From 2022 to 2023 the harvest of the garden stayed", "why_wrong")
        text = without(text, "misconceptions:", "misconceptions:")
    else:
        text = without(text, first, last)
    before, after = of_text(TEMPLATE).entries[0], of_text(text).entries[0]
    assert template in before.questions
    assert field not in before.addable
    assert template not in after.questions
    assert template in after.addable[field]


def test_a_field_that_is_there_and_does_not_serve_is_to_be_looked_at() -> None:
    [missing] = [m for m in of_text(TEMPLATE).entries[0].missing if m.template == "best-source"]
    assert (missing.remedy, missing.field) == (Remedy.CHANGE, "weaker_sources")


def test_what_an_author_declined_is_neither_added_nor_looked_at() -> None:
    declined = "not_as:\n      - {template: verdict, reason: It is meant as a joke.}\n    quote: Last year"
    found = of_text(TEMPLATE.replace("quote: Last year", declined))
    [missing] = [m for m in found.entries[0].missing if m.template == "verdict"]
    assert missing == ("verdict", "It is meant as a joke.", Remedy.NONE, None)
    assert "verdict" not in {template for _, templates, _ in found.addable for template in templates}


def test_the_fields_to_add_are_counted_over_the_bank() -> None:
    found = covered(load_bank(BANKS / "bike-lane-survey.yaml"))
    for field, templates, number in found.addable:
        lacking = [entry for entry in found.entries if field in entry.addable]
        assert len(lacking) == number
        assert set(templates) == {template for entry in lacking for template in entry.addable[field]}
    assert [number for *_, number in found.addable] == sorted((n for *_, n in found.addable), reverse=True)


def test_a_bank_with_errors_has_no_coverage() -> None:
    with pytest.raises(BankNotUsableError):
        coverage_of(load_bank_text("format: 1\n"), [])
