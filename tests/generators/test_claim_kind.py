"""claim-kind: the kind of a statement, asked only where a colleague would agree at once."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import claim_kind
from quizgen.items import Choice, Item
from tests.generators.banks import bank, claim, line, one_decline, one_item, passage
from tests.generators.shipped import shipped_items


def _bank(**fields: Any) -> Bank:
    return bank(claims=[claim(**{"kind_clear": True} | fields)])


def _of_passage(**fields: Any) -> Bank:
    return bank(claims=[], passages=[passage(**fields)])


OPINION = {"kind": "opinion", "verdict": "not-checkable", "evidence": [line(stance="context")]}
VIEW = OPINION | {"says": "Elm is the finest library.", "quote": "Elm is the finest library"}
FORECAST = OPINION | {"kind": "prediction", "says": "Elm will close.", "quote": "Elm will close"}
WORDS = {
    "kind": "attribution",
    "says": "The mayor said that Elm is open.",
    "quote": "Elm is open",
    "speaker": "the mayor",
}


def _choice(item: Item) -> Choice:
    assert isinstance(item.body, Choice)
    return item.body


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({}, "A checkable statement"),
        ({"verdict": "contradicted"}, "A checkable statement"),
        (VIEW, "A judgement"),
        (FORECAST, "A forecast"),
        (WORDS, "Somebody's words"),
    ],
)
def test_the_key_is_the_kind_whatever_the_verdict(fields: dict[str, Any], label: str) -> None:
    body = _choice(one_item(claim_kind.generate, _bank(**fields)))

    assert [o.text for o in body.options if o.id in body.key] == [label]


def test_the_scale_is_fixed_and_every_label_has_its_meaning() -> None:
    body = _choice(one_item(claim_kind.generate, _bank()))

    assert body.fixed
    assert len(body.options) == 4
    assert all(o.note for o in body.options)
    assert not any("fact" in o.text.lower() for o in body.options)


def test_of_a_wrong_claim_it_is_told_that_it_can_be_checked_and_that_the_check_says_something_else() -> None:
    body = _choice(one_item(claim_kind.generate, _bank(verdict="contradicted")))

    assert body.options[0].why.startswith("It can be checked, and the check says something else.")


def test_the_form_can_count_the_keys() -> None:
    assert one_item(claim_kind.generate, _bank(**VIEW)).tags == ("key:judgement",)


def test_neither_evidence_nor_verdict_is_shown() -> None:
    assert one_item(claim_kind.generate, _bank()).stimulus.findings == ()


def test_a_quotation_is_shown_with_its_speaker() -> None:
    shown = one_item(claim_kind.generate, _bank(**WORDS)).stimulus.claim

    assert shown is not None
    assert shown.speaker == "the mayor"


def test_an_unmarked_judgement_and_a_wrong_claim_in_a_strong_tone_are_harder() -> None:
    marked = VIEW | {"says": "Elm should lend more.", "quote": "Elm should lend more"}
    strong = {"verdict": "contradicted", "says": "Elm never lent a book.", "quote": "Elm never lent a book"}

    assert one_item(claim_kind.generate, _bank()).difficulty == 1
    assert one_item(claim_kind.generate, _bank(**marked)).difficulty == 1
    assert one_item(claim_kind.generate, _bank(**VIEW)).difficulty == 2
    assert one_item(claim_kind.generate, _bank(**strong)).difficulty == 3
    assert one_item(claim_kind.generate, _bank(**strong | {"verdict": "supported"})).difficulty == 1


LOADED = {"type": "loaded-language", "span": "proudly", "why": "It praises."}


@pytest.mark.parametrize(
    ("fields", "unlock"),
    [
        ({"kind_clear": False}, "kind_clear"),
        (WORDS | {"speaker": None}, "speaker"),
        ({"verdict": "not-checkable"}, "kind"),
        ({"says": "It lent 4,000 books."}, "says"),
        (OPINION | {"verdict": "supported"}, "says"),
        (VIEW | {"says": "Elm will be the finest library."}, "says"),
        (VIEW | {"says": "Elm is becoming the finest library."}, "says"),
        (VIEW | {"says": "The time of Elm draws to a close."}, "says"),
        (VIEW | {"quote": "Elm may be the finest library"}, "says"),
        (FORECAST | {"says": "Elm closes.", "quote": "Elm closes"}, "says"),
        ({"says": "Elm will lend 4,000 books."}, "says"),
        ({"says": "Elm reported 4,000 loans, and said so twice."}, "kind"),
        (FORECAST | {"quote": "Experts say that Elm will close"}, "kind"),
        ({"context": "According to the mayor, Elm lent 4,000 books."}, "kind"),
        ({"quote": "proudly lent 4,000 books", "issues": [LOADED]}, "quote"),
    ],
)
def test_it_declines_where_readers_could_differ(fields: dict[str, Any], unlock: str) -> None:
    assert one_decline(claim_kind.generate, _bank(**fields)).unlock == unlock


@pytest.mark.parametrize(
    "fields",
    [
        {"says": "Elm lent 4,000 books in May 2022."},
        {"quote": "lent 4,000 books", "issues": [LOADED]},
        {"issues": [{"type": "false-precision", "span": "4,000", "why": "It is rounded."}]},
        VIEW | {"quote": "Elm is proudly the finest library", "issues": [LOADED]},
    ],
    ids=["the month of May", "coloured words elsewhere", "an issue that is no colour", "a coloured judgement"],
)
def test_it_does_not_decline_for_what_only_looks_like_a_doubt(fields: dict[str, Any]) -> None:
    assert one_item(claim_kind.generate, _bank(**fields)).template == "claim-kind"


def test_a_passage_with_a_kind_is_asked_about_in_its_own_words() -> None:
    item = one_item(claim_kind.generate, _of_passage(kind="opinion", text="I think Elm is fine.", why_clean="A view."))

    assert item.stimulus.passage is not None
    assert item.stimulus.passage.text == "I think Elm is fine."
    assert item.tags == ("key:judgement",)
    assert "A view." in _choice(item).options[1].why


@pytest.mark.parametrize(
    ("fields", "unlock"),
    [
        ({}, "kind"),
        ({"kind": "attribution"}, "kind"),
        ({"kind": "opinion", "text": "I think Elm may close."}, "says"),
        ({"kind": "opinion", "text": "which I think is fine."}, "text"),
        ({"kind": "opinion", "text": "The message of the mayor is clear: read."}, "kind"),
    ],
)
def test_it_declines_a_passage_where_readers_could_differ(fields: dict[str, Any], unlock: str) -> None:
    assert one_decline(claim_kind.generate, _of_passage(**fields)).unlock == unlock


def test_an_author_can_refuse() -> None:
    refused = [{"template": "claim-kind", "reason": "Two propositions."}]

    assert one_decline(claim_kind.generate, _bank(not_as=refused)).reason == "Two propositions."


def test_the_shipped_bank_yields_every_kind() -> None:
    assert {item.tags for item in shipped_items("claim-kind")} == {
        (f"key:{label}",) for label in ("checkable", "judgement", "forecast", "words")
    }


def test_the_check_is_not_said_to_deny_what_fair_readers_leave_open() -> None:
    disputed = {"verdict": "misleading", "accept": ["unsettled"], "evidence": [line(stance="refutes")]}
    body = _choice(one_item(claim_kind.generate, _bank(**disputed)))

    assert "says something else" not in body.options[0].why
