"""bearing: one item a finding that gives its stance alone."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.bearing import generate
from quizgen.items import Choice
from tests.generators.banks import bank, claim, declines, items, line, one_decline, one_item

CONTEXT = line(stance="context", finding="Elm Library opened a second hall in 2022.", alone=True)


@pytest.mark.parametrize(
    ("fields", "key", "sound", "difficulty"),
    [
        ({"evidence": [line(alone=True)]}, "a", True, 1),
        ({"verdict": "contradicted", "evidence": [line(stance="refutes", alone=True)]}, "b", False, 2),
        ({"verdict": "not-enough-evidence", "evidence": [CONTEXT]}, "c", None, 3),
        ({"verdict": "not-checkable", "kind": "opinion", "evidence": [CONTEXT]}, "c", None, 3),
    ],
)
def test_the_stance_is_the_key(fields: dict[str, Any], key: str, sound: bool | None, difficulty: int) -> None:
    item = one_item(generate, bank(claims=[claim(**fields)]))

    assert isinstance(item.body, Choice)
    assert item.body.key == (key,)
    assert [option.lean for option in item.body.options] == ["accept", "doubt", "abstain"]
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound, item.difficulty) == ("finding", sound, difficulty)


def test_each_finding_marked_alone_yields_an_item_that_shows_it_only() -> None:
    evidence = [line("yearbook"), line("daily", alone=True), line("weekly", alone=True)]
    made = items(generate, bank(claims=[claim(evidence=evidence)]))

    assert [item.id for item in made] == ["small/books-lent/bearing.2", "small/books-lent/bearing.3"]
    assert [[f.publisher for f in item.stimulus.findings] for item in made] == [["The Daily"], ["The Weekly"]]


def test_a_finding_for_which_the_pack_has_no_room_is_asked_about_too() -> None:
    evidence = [line(s) for s in ("yearbook", "daily", "weekly", "radio")] + [line("library", alone=True)]

    assert len(items(generate, bank(claims=[claim(evidence=evidence)]))) == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "evidence.alone"),
        ({"says": "They lent 4,000 books in 2022.", "evidence": [line(alone=True)]}, "says"),
        ({"kind": "opinion", "evidence": [line(alone=True)]}, "says"),
        ({"evidence": [line("late", alone=True)]}, "evidence.finding"),
        ({"evidence": [line(finding="The office agrees: 4,000 books.", alone=True)]}, "evidence.finding"),
        ({"evidence": [line(finding="Elm Library lent books in 2022.", alone=True)]}, "evidence.finding"),
        ({"evidence": [line(), CONTEXT]}, "evidence.alone"),
        ({"verdict": "misleading", "evidence": [line(stance="refutes"), CONTEXT]}, "evidence.alone"),
    ],
)
def test_it_declines_a_finding_that_does_not_decide_alone(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[claim(**fields)]))

    assert (declined.template, declined.unlock) == ("bearing", field)


def test_a_finding_that_refutes_need_not_hold_the_numbers_of_the_claim() -> None:
    evidence = [line(stance="refutes", finding="Elm Library was closed all through 2022.", alone=True)]

    assert one_item(generate, bank(claims=[claim(verdict="contradicted", evidence=evidence)]))


def test_one_unfit_finding_does_not_keep_another_back() -> None:
    both = bank(claims=[claim(evidence=[line("late", alone=True), line(alone=True)])])

    assert (len(items(generate, both)), len(declines(generate, both))) == (1, 1)


def test_it_declines_where_the_author_does() -> None:
    refused = claim(evidence=[line(alone=True)], not_as=[{"template": "bearing", "reason": "Arguable."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "Arguable."
