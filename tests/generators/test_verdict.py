"""verdict: which claims it asks about, what it keys, and what it says of each label."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.verdict import generate
from quizgen.items import Choice, Item
from tests.generators.banks import bank, claim, line, one_decline, one_item

TEXTS = ["Backed as worded", "Not as worded", "Not settled here", "No source could settle it"]
REFUTES = line(stance="refutes", finding="Elm Library lent 3,000 books in 2022.")
CONTEXT = line(stance="context", finding="Elm Library opened a second hall in 2022.")
MORE_CONTEXT = line("daily", "context", "In 2022 Elm Library bought 300 books.")
OPINION = {"kind": "opinion", "verdict": "not-checkable", "says": "Elm Library is the best library."}


def _texts(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.text for option in item.body.options]


def _right(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.text for option in item.body.options if option.id in item.body.key]


@pytest.mark.parametrize(
    ("fields", "label", "sound"),
    [
        ({}, "Backed as worded", True),
        ({"verdict": "misleading", "evidence": [REFUTES]}, "Not as worded", False),
        ({"verdict": "contradicted", "evidence": [REFUTES]}, "Not as worded", False),
        ({"verdict": "not-enough-evidence", "evidence": [CONTEXT]}, "Not settled here", None),
        ({**OPINION, "evidence": [CONTEXT, MORE_CONTEXT]}, "No source could settle it", None),
    ],
)
def test_each_verdict_has_its_label(fields: dict[str, Any], label: str, sound: bool | None) -> None:
    item = one_item(generate, bank(claims=[claim(**fields)]))

    assert _texts(item) == TEXTS
    assert _right(item) == [label]
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound) == ("claim", sound)


def test_the_labels_say_what_choosing_them_does() -> None:
    item = one_item(generate, bank())

    assert isinstance(item.body, Choice)
    assert [option.lean for option in item.body.options] == ["accept", "doubt", "abstain", "abstain"]
    assert item.body.fixed


def test_for_lower_secondary_the_two_open_labels_are_one() -> None:
    evidence = [CONTEXT, MORE_CONTEXT]
    item = one_item(generate, bank(level="lower-secondary", claims=[claim(**OPINION, evidence=evidence)]))

    assert _texts(item) == TEXTS[:3]
    assert _right(item) == ["Not settled here"]


def test_an_accepted_label_earns_full_marks_and_comes_second() -> None:
    item = one_item(generate, bank(claims=[claim(verdict="misleading", evidence=[REFUTES], accept=["unsettled"])]))

    assert isinstance(item.body, Choice)
    assert item.body.key == ("b", "c")
    assert item.difficulty == 3


def test_difficulty_grows_with_lines_of_several_stances() -> None:
    plain = one_item(generate, bank())
    several = one_item(generate, bank(claims=[claim(evidence=[line(), CONTEXT])]))

    assert (plain.difficulty, several.difficulty) == (1, 2)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"says": "It lent 4,000 books in 2022."}, "says"),
        ({"says": "In addition, Elm Library lent 4,000 books in 2022."}, "says"),
        ({"kind": "opinion"}, "says"),
        ({"kind": "prediction", "verdict": "contradicted", "evidence": [REFUTES]}, "says"),
        ({"confidence": "medium"}, "confidence"),
        ({"confidence": "low", "verdict": "not-enough-evidence", "evidence": [CONTEXT]}, "confidence"),
        ({"min_pack": 2}, "evidence"),
        ({"evidence": [line("late")]}, "evidence"),
        ({"evidence": [line(available="2024")]}, "evidence"),
        ({"evidence": [line(finding="The yearbook confirms 4,000 books for Elm Library in 2022.")]}, "evidence"),
        ({"evidence": [line(finding="The daily repeats 4,000 books for Elm Library in 2022.")]}, "evidence"),
        ({"evidence": [line(finding="Elm Library lent many books in 2022.")]}, "evidence"),
        ({"evidence": [line(), line("daily", "refutes")]}, "evidence"),
        ({"evidence": [line(s) for s in ("yearbook", "daily", "weekly", "radio")] + [REFUTES]}, "evidence"),
        ({"verdict": "misleading"}, "evidence"),
        ({"verdict": "contradicted", "evidence": [CONTEXT]}, "evidence"),
        ({"verdict": "not-enough-evidence"}, "evidence"),
        ({**OPINION, "evidence": [CONTEXT]}, "evidence"),
        ({"verdict": "not-checkable", "evidence": [CONTEXT, MORE_CONTEXT]}, "evidence"),
        ({"verdict": "misleading", "evidence": [REFUTES], "accept": ["unsettled", "backed"]}, "accept"),
    ],
)
def test_it_declines_what_the_findings_do_not_make_plain(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[claim(**fields)]))

    assert (declined.template, declined.entry, declined.unlock) == ("verdict", "claim:books-lent", field)


@pytest.mark.parametrize(
    "fields",
    [
        {"says": "Elm Library lent 4,000 books in 2022, and it did so by post."},
        {"confidence": "medium", "verdict": "not-enough-evidence", "evidence": [CONTEXT]},
        {"min_pack": 2, "evidence": [line(), line("daily")]},
        {"evidence": [line("late", available="2023-06-30")]},
        {"evidence": [line(finding='A sign says "right here" and gives 4,000 books for Elm Library in 2022.')]},
        {"evidence": [line(finding="Elm Library lent 3,960 books in 2022.")]},
        {"evidence": [line(), line("late", "refutes")]},
        {"verdict": "misleading", "evidence": [line(), REFUTES]},
        {"verdict": "misleading", "evidence": [REFUTES], "accept": ["unsettled"]},
    ],
)
def test_it_asks_where_only_little_speaks_against_it(fields: dict[str, Any]) -> None:
    assert one_item(generate, bank(claims=[claim(**fields)])).template == "verdict"


def test_it_declines_where_the_author_does() -> None:
    refused = claim(not_as=[{"template": "verdict", "reason": "A matter of degree."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "A matter of degree."


def test_findings_are_shown_by_date_and_without_stance() -> None:
    evidence = [line("weekly"), line("yearbook", finding="Elm Library lent 4,010 books in 2022."), line("daily")]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert [f.publisher for f in item.stimulus.findings] == ["Statistics Office", "The Daily", "The Weekly"]
    assert "supports" not in item.stimulus.model_dump_json()


def test_trust_in_a_misleading_claim_is_answered_with_what_stands_and_what_does_not() -> None:
    issue = {"type": "exaggeration", "span": "4,000", "why": "A plan is told as done."}
    evidence = [line(finding="Elm Library is open."), REFUTES]
    item = one_item(generate, bank(claims=[claim(verdict="misleading", evidence=evidence, issues=[issue])]))

    assert isinstance(item.body, Choice)
    assert item.body.options[0].why == "Part of it stands: Elm Library is open. But: A plan is told as done."


def test_of_a_source_read_in_a_later_copy_the_date_is_shown_on_which_it_could_be_read() -> None:
    evidence = [line("late", available="2023-02"), line("daily")]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert [f.date for f in item.stimulus.findings] == ["2023-02-01", "2023-02"]


def test_who_leaves_open_what_is_decided_is_shown_the_finding_that_decides_it() -> None:
    item = one_item(generate, bank(claims=[claim()]))

    assert isinstance(item.body, Choice)
    assert "Elm Library lent 4,000 books in 2022." in item.body.options[2].why
