"""match-records: three claims, three kinds of record, one left over, and only one way to match them."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import match_records
from quizgen.items import Item, Match
from quizgen.wording import load_wording
from tests.generators.banks import bank, claim, declines, items, one_decline
from tests.generators.shipped import shipped_bank, shipped_items

RECORDS: dict[str, str] = load_wording("en").entry("match-records.records")


def _claim(number: int, kind: str | None, **fields: Any) -> dict[str, Any]:
    says = f"Elm Library lent {number},000 books to Ashford."
    return claim(id=f"claim-{number}", says=says, quote=says, record_kind=kind, **fields)


def _bank(*kinds: str | None) -> Bank:
    return bank(claims=[_claim(i, kind) for i, kind in enumerate(kinds, 2)])


def _match(item: Item) -> Match:
    assert isinstance(item.body, Match)
    return item.body


def test_each_claim_is_keyed_to_its_kind_of_record() -> None:
    (item,) = items(match_records.generate, _bank("votes", "census", "transcript"))
    texts = {c.id: c.text for c in _match(item).choices}

    assert {p.text: texts[p.key] for p in _match(item).prompts} == {
        "Elm Library lent 2,000 books to Ashford.": RECORDS["votes"],
        "Elm Library lent 3,000 books to Ashford.": RECORDS["census"],
        "Elm Library lent 4,000 books to Ashford.": RECORDS["transcript"],
    }


def test_one_record_is_left_over_and_could_check_none_of_the_claims() -> None:
    (item,) = items(match_records.generate, _bank("votes", "study", "transcript"))
    keys = {p.key for p in _match(item).prompts}
    (left,) = (c.text for c in _match(item).choices if c.id not in keys)

    assert left in {RECORDS[kind] for kind in ("national-accounts", "census", "reserves")}


@pytest.mark.parametrize(
    "kinds",
    [
        ("transcript", "statement", "votes"),
        ("newspaper-page", "dated-reports", "votes"),
        ("survey", "study", "votes"),
        ("votes", "votes", "census"),
        ("votes", "census"),
    ],
)
def test_it_declines_where_two_records_could_stand_for_each_other(kinds: tuple[str, ...]) -> None:
    assert items(match_records.generate, _bank(*kinds)) == []
    assert {d.unlock for d in declines(match_records.generate, _bank(*kinds))} == {"record_kind"}


def test_kinds_of_different_groups_are_not_held_against_each_other() -> None:
    assert len(items(match_records.generate, _bank("transcript", "survey", "votes"))) == 1


def test_it_declines_a_claim_without_a_kind_of_record() -> None:
    assert one_decline(match_records.generate, bank()).unlock == "record_kind"


def test_it_declines_a_claim_that_leans_on_words_not_shown() -> None:
    of = bank(claims=[claim(says="They lent 4,000 books.", record_kind="votes")])

    assert one_decline(match_records.generate, of).unlock == "says"


def test_an_author_can_refuse() -> None:
    refused = [{"template": "match-records", "reason": "Nobody writes this down."}]
    of = bank(claims=[claim(record_kind="votes", not_as=refused)])

    assert one_decline(match_records.generate, of).reason == "Nobody writes this down."


def test_the_words_of_two_claims_in_a_set_do_not_point_to_their_records() -> None:
    echo = {
        "votes": "The roll was called in May.",
        "census": "The table is made of oak.",
        "reserves": "Banks lend too.",
    }
    claims = [claim(id=kind, says=says, record_kind=kind) for kind, says in echo.items()]

    assert items(match_records.generate, bank(claims=claims)) == []
    claims[1] |= {"says": "Ashford grew by a tenth."}
    claims[2] |= {"says": "The dollar leads."}
    assert len(items(match_records.generate, bank(claims=claims))) == 1


def test_every_claim_serves_once_and_as_many_sets_are_made_as_the_groups_allow() -> None:
    kinds = ["votes", "census", "transcript"] * 3 + ["reserves", "study"]
    made = items(match_records.generate, _bank(*kinds))
    used = [entry for item in made for entry in item.provenance.entries]

    assert len(made) == 3
    assert len(used) == len(set(used)) == 9


def test_another_seed_makes_other_sets_and_the_same_seed_the_same() -> None:
    of = _bank(*["votes", "census", "transcript"] * 4)
    by_seed = [items(match_records.generate, of, seed) for seed in (1, 1, 2, 3)]

    assert by_seed[0] == by_seed[1]
    assert len({tuple(i.id for i in made) for made in by_seed}) > 1


def test_each_pair_tells_the_kind_of_record_its_title_and_what_it_shows() -> None:
    (item,) = items(match_records.generate, _bank("votes", "census", "transcript"))
    whys = {p.why for p in _match(item).prompts}

    assert (
        f"{RECORDS['votes']}: here Statistics Office, “Yearbook 2022”. The yearbook gives 4,000 books for 2022." in whys
    )


def test_no_kind_of_record_is_left_over_again_before_the_others_were() -> None:
    made = items(match_records.generate, _bank(*["statement", "study", "census"] * 6))
    keys = [{p.key for p in _match(item).prompts} for item in made]
    left = [c.text for item, used in zip(made, keys, strict=True) for c in _match(item).choices if c.id not in used]

    assert sorted(left.count(text) for text in set(left)) == [2, 2, 2]


def test_the_record_left_over_is_one_on_which_another_claim_rests_if_there_is_any() -> None:
    made = items(match_records.generate, _bank("statement", "study", "votes", "statement", "study", "votes", "census"))
    for item in made:
        used = {p.key for p in _match(item).prompts}
        assert [c.text for c in _match(item).choices if c.id not in used] in ([RECORDS["census"]], [RECORDS["votes"]])


def test_in_the_shipped_bank_every_set_has_one_record_of_a_group() -> None:
    kind_of = {text: kind for kind, text in RECORDS.items()}
    made = shipped_items("match-records")
    used = [entry for item in made for entry in item.provenance.entries]

    assert len(used) == len(set(used))
    for item in made:
        groups = [match_records.GROUPS.get(kind_of[c.text], kind_of[c.text]) for c in _match(item).choices]
        assert len(set(groups)) == len(groups) == 4


def test_in_the_shipped_bank_every_key_is_what_the_author_wrote() -> None:
    authored = {c.says: c.record_kind for c in shipped_bank().claims}

    for item in shipped_items("match-records"):
        texts = {c.id: c.text for c in _match(item).choices}
        for prompt in _match(item).prompts:
            assert texts[prompt.key] == RECORDS[authored[prompt.text] or ""]
