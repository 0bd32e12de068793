"""best-source: the key is the record itself, and nothing but the claim tells it."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import best_source
from quizgen.items import Choice, Item
from tests.generators.banks import bank, claim, line, one_decline, one_item, source
from tests.generators.shipped import shipped_bank, shipped_items

MORE = {
    "yearbook": source(
        title="Yearbook 2022 (original page)",
        publisher="Statistics Office",
        published="2023-01-15",
        kind="primary",
        about="Books lent by library and year.",
    ),
    "census": source(
        title="Readers by age", publisher="Statistics Office", kind="primary", about="Readers by age and town."
    ),
    "rooms": source(title="Rooms", publisher="Town Hall", kind="primary", about="Rooms by library and floor."),
    "daily": source(about="What the libraries do."),
}
CENSUS = {"source": "census", "fails": "other-measure", "why": "It counts readers, not books."}
ROOMS = {"source": "rooms", "fails": "other-measure", "why": "It lists rooms, not books."}
DAILY = {"source": "daily", "fails": "repeats", "why": "It tells of the yearbook."}


def _bank(*weaker: dict[str, Any], sources: dict[str, Any] | None = None, **fields: Any) -> Bank:
    rows = list(weaker) or [DAILY, CENSUS, ROOMS]
    return bank(claims=[claim(weaker_sources=rows, **fields)], sources=MORE | (sources or {}))


def _choice(item: Item) -> Choice:
    assert isinstance(item.body, Choice)
    return item.body


def test_the_primary_and_independent_source_of_evidence_is_the_key() -> None:
    item = one_item(best_source.generate, _bank())
    texts = {o.id: o.text for o in _choice(item).options}

    assert [texts[k] for k in _choice(item).key] == [
        "Statistics Office, 15\u00a0January\u00a02023: Books lent by library and year"
    ]
    assert len(texts) == 4


def test_a_source_that_the_author_names_as_the_original_goes_before_the_evidence() -> None:
    ledger = source(title="Ledger", publisher="Archive", about="Each loan of each library.")
    item = one_item(best_source.generate, _bank(sources={"ledger": ledger}, originals_to_open=["ledger"]))

    assert _choice(item).options[0].text.startswith("Archive,")
    assert _choice(item).key == ("a",)


def test_two_records_of_something_else_are_offered_and_one_report() -> None:
    other = {"source": "radio", "fails": "repeats", "why": "It tells of the yearbook."}
    item = one_item(best_source.generate, _bank(DAILY, other, CENSUS, ROOMS))
    texts = [o.text for o in _choice(item).options[1:]]

    assert [t.split(",")[0] for t in texts] == ["Statistics Office", "Town Hall", "The Daily"]


def test_every_distractor_tells_first_where_the_record_is_and_then_why_it_falls_short() -> None:
    options = _choice(one_item(best_source.generate, _bank())).options

    for option in options[1:]:
        assert option.why.startswith("The record itself is “Yearbook 2022” (Statistics Office).")
    assert "It counts readers, not books." in options[1].why
    assert "It tells of the yearbook." in options[3].why


def test_difficulty_rises_where_a_distractor_has_the_publisher_of_the_key() -> None:
    elsewhere = {"census": MORE["census"] | {"publisher": "Town Hall"}}

    assert one_item(best_source.generate, _bank()).difficulty == 3
    assert one_item(best_source.generate, _bank(sources=elsewhere)).difficulty == 2


def test_neither_finding_nor_verdict_is_shown() -> None:
    item = one_item(best_source.generate, _bank())

    assert item.stimulus.findings == ()
    assert item.stimulus.as_of is None


def test_it_declines_without_weaker_sources() -> None:
    declined = one_decline(best_source.generate, bank())

    assert declined.unlock == "weaker_sources"


@pytest.mark.parametrize(
    ("changes", "unlock"),
    [
        ({"kind": "secondary"}, "originals_to_open"),
        ({"stake": "party"}, "originals_to_open"),
        ({"stake": "partisan"}, "originals_to_open"),
        ({"published": "2024-02-01"}, "originals_to_open"),
        ({"about": "The original count of books."}, "originals_to_open"),
        ({"about": "Books lent by library and year, and " + "much more of that kind, " * 6}, "about"),
    ],
)
def test_it_declines_without_a_record_that_may_be_shown(changes: dict[str, str], unlock: str) -> None:
    of = _bank(sources={"yearbook": MORE["yearbook"] | changes})

    assert one_decline(best_source.generate, of).unlock == unlock


@pytest.mark.parametrize(
    "changes",
    [
        {"stake": "party"},
        {"published": "2024-02-01"},
        {"kind": "secondary"},
        {"about": "Rooms, second-hand."},
        {"about": "The rooms, as told in the press."},
        {"about": "Books lent by library and year."},
    ],
)
def test_it_declines_where_fewer_than_two_records_of_something_else_may_be_shown(changes: dict[str, str]) -> None:
    declined = one_decline(best_source.generate, _bank(sources={"rooms": MORE["rooms"] | changes}))

    assert declined.reason.startswith("1 weaker source(s)")
    assert declined.unlock == "weaker_sources"


@pytest.mark.parametrize(
    "changes",
    [
        {"stake": "party"},
        {"about": "The books, as told in the press."},
        {"publisher": "Statistics Office"},
        {"about": "Which books were lent."},
    ],
)
def test_a_report_that_may_not_be_shown_is_left_out(changes: dict[str, str]) -> None:
    item = one_item(best_source.generate, _bank(sources={"daily": MORE["daily"] | changes}))

    assert len(_choice(item).options) == 3


def test_a_word_that_only_looks_like_one_of_rank_is_let_pass() -> None:
    of = _bank(sources={"daily": MORE["daily"] | {"about": "How copious the reading in the town has been."}})

    assert len(_choice(one_item(best_source.generate, of)).options) == 4


def test_a_source_of_a_side_is_never_offered() -> None:
    side = {"source": "rival", "fails": "side", "why": "It belongs to a side."}
    item = one_item(best_source.generate, _bank(CENSUS, ROOMS, side))

    assert not any("Oak Library" in option.text for option in _choice(item).options)


def test_an_author_can_refuse() -> None:
    refused = [{"template": "best-source", "reason": "The record is lost."}]

    assert one_decline(best_source.generate, _bank(not_as=refused)).reason == "The record is lost."


def test_a_source_of_evidence_that_is_named_as_weaker_is_not_the_key() -> None:
    copy = {"source": "yearbook", "fails": "copy", "why": "A copy."}

    declined = one_decline(best_source.generate, _bank(copy, CENSUS, ROOMS, evidence=[line()]))
    assert declined.unlock == "originals_to_open"


def test_in_the_shipped_bank_no_option_names_its_rank_or_belongs_to_a_side() -> None:
    sides = {s.publisher for s in shipped_bank().sources.values() if s.stake == "party"}

    for item in shipped_items("best-source"):
        for option in _choice(item).options:
            assert best_source.TELLS_RANK.search(option.text) is None
            assert option.text.split(", ")[0] not in sides


def test_in_the_shipped_bank_dropping_all_that_is_not_primary_leaves_three() -> None:
    primary = {(s.publisher, s.about.rstrip(".")) for s in shipped_bank().sources.values() if s.kind == "primary"}

    for item in shipped_items("best-source"):
        texts = [o.text for o in _choice(item).options]
        assert sum(any(t.startswith(f"{p},") and t.endswith(a) for p, a in primary) for t in texts) == 3


def test_in_the_shipped_bank_the_key_is_seldom_the_longest_option() -> None:
    items = shipped_items("best-source")
    longest = sum(max(_choice(i).options, key=lambda o: len(o.text)).id in _choice(i).key for i in items)

    # 1 of 4 by chance; the binomial bound for eight items at .05 is 4.
    assert longest <= len(items) * 0.5
