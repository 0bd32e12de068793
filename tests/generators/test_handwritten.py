"""handwritten: what an author wrote out becomes an item of the same five interactions."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import handwritten
from quizgen.items import Choice, Highlight, Item, Match, MultipleResponse, Number
from tests.generators.banks import bank, one_decline, one_item

OPTIONS: list[dict[str, Any]] = [
    {"text": "A yearbook", "right": True, "why": "It holds the count."},
    {"text": "A poster", "why": "It holds no count."},
    {"text": "A ledger", "why": "It holds the loans."},
]
WRITTEN: dict[str, dict[str, Any]] = {
    "choice": {"options": OPTIONS},
    "multiple-response": {"options": [*OPTIONS[:2], OPTIONS[2] | {"right": True}]},
    "highlight": {
        "phrases": [{"text": "Elm is open", "right": True, "why": "Since 1990."}, {"text": "to all who read."}],
    },
    "match": {
        "pairs": [
            {"prompt": "Loans", "answer": "Ledger", "why": "Loans are listed there."},
            {"prompt": "Counts", "answer": "Yearbook", "why": "Counts are printed there."},
        ],
        "surplus": ["Poster"],
    },
    "number": {"value": 4000, "unit": "books", "tolerance": 5},
}


def _bank(interaction: str, **fields: Any) -> Bank:
    written = {"id": "own", "interaction": interaction, "stem": "Which one?", "why": "So it is."}
    return bank(claims=[], items=[written | WRITTEN[interaction] | fields])


def _item(interaction: str, **fields: Any) -> Item:
    return one_item(handwritten.generate, _bank(interaction, **fields))


@pytest.mark.parametrize("interaction", WRITTEN)
def test_every_interaction_can_be_written_by_hand(interaction: str) -> None:
    item = _item(interaction)

    assert item.interaction == interaction
    assert (item.id, item.template, item.stem) == ("small/own/handwritten", "handwritten", "Which one?")
    assert (item.rationale.record, item.rationale.about) == ("So it is.", "question")
    assert item.judgement is None


def test_a_choice_is_keyed_to_its_right_option() -> None:
    body = _item("choice").body

    assert isinstance(body, Choice)
    assert [(o.text, o.why) for o in body.options if o.id in body.key] == [("A yearbook", "It holds the count.")]


def test_the_order_is_kept_only_where_the_author_says_so() -> None:
    for keep in (True, False):
        body = _item("choice", keep_order=keep).body
        assert isinstance(body, Choice)
        assert body.fixed is keep


def test_every_right_option_of_a_multiple_response_is_in_its_key() -> None:
    body = _item("multiple-response").body

    assert isinstance(body, MultipleResponse)
    assert body.key == ("a", "c")


def test_the_phrases_of_a_highlight_make_the_passage() -> None:
    body = _item("highlight").body

    assert isinstance(body, Highlight)
    assert "".join(p.gap + p.text for p in body.phrases) == "Elm is open to all who read."
    assert body.key == ("1",)
    assert [p.why for p in body.phrases] == ["Since 1990.", "Plain wording: nothing to flag here."]


def test_a_match_offers_every_answer_and_the_surplus() -> None:
    body = _item("match").body

    assert isinstance(body, Match)
    texts = {c.id: c.text for c in body.choices}
    assert {p.text: texts[p.key] for p in body.prompts} == {"Loans": "Ledger", "Counts": "Yearbook"}
    assert list(texts.values()) == ["Ledger", "Yearbook", "Poster"]
    assert not body.reuse


def test_an_answer_that_serves_two_prompts_may_be_used_twice() -> None:
    pairs = [*WRITTEN["match"]["pairs"], {"prompt": "Fines", "answer": "Ledger", "why": "So are fines."}]
    body = _item("match", pairs=pairs).body

    assert isinstance(body, Match)
    assert body.reuse
    assert len(body.choices) == 3


def test_a_number_has_its_value_unit_and_tolerance() -> None:
    body = _item("number").body

    assert isinstance(body, Number)
    assert (body.value, body.unit, body.tolerance, body.whole) == (4000, "books", 5, True)


def test_a_number_without_a_unit_may_be_a_fraction() -> None:
    body = _item("number", unit=None).body

    assert isinstance(body, Number)
    assert body.unit == ""
    assert not body.whole


def test_a_text_is_shown_and_sources_are_told() -> None:
    item = _item("choice", text="Elm is open.", sources=["yearbook"])

    assert item.stimulus.passage is not None
    assert item.stimulus.passage.text == "Elm is open."
    assert [note.publisher for note in item.sources] == ["Statistics Office"]
    assert item.provenance.entries == ("item:own",)


@pytest.mark.parametrize(
    ("interaction", "fields", "unlock"),
    [
        ("choice", {"options": OPTIONS[1:]}, "options"),
        ("choice", {"options": OPTIONS[:1]}, "options"),
        ("multiple-response", {"options": OPTIONS[1:]}, "options"),
        ("multiple-response", {"options": OPTIONS[:1]}, "options"),
        ("highlight", {"phrases": [{"text": "Elm is open."}]}, "phrases"),
        ("match", {"pairs": WRITTEN["match"]["pairs"][:1]}, "pairs"),
        ("number", {"value": None}, "value"),
    ],
)
def test_it_declines_what_could_not_be_answered(interaction: str, fields: dict[str, Any], unlock: str) -> None:
    declined = one_decline(handwritten.generate, _bank(interaction, **fields))

    assert declined.unlock == unlock
    assert declined.entry == "item:own"


def test_a_highlight_with_nothing_to_select_can_be_answered() -> None:
    body = _item("highlight", phrases=[{"text": "Elm is"}, {"text": "open."}]).body

    assert isinstance(body, Highlight)
    assert body.key_response() == []
