"""Rivals: a wrong type is never one that a fair marker could give."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.draws import Draws
from quizgen.material.rivals import Rivals, by_part, has_figure, in_keeping
from quizgen.taxonomy import load_taxonomy
from tests.generators.banks import Fields, bank, claim, passage

TAXONOMY = load_taxonomy()
TEXT = "The dreadful library has lost 4,000 “friends” of late."


def _issue(**fields: Any) -> Fields:
    return {"type": "loaded-language", "span": "dreadful", "why": "It pushes.", **fields}


def _rival(of: Bank, *, shown: bool = True) -> str | None:
    entry = of.passages[0]
    return Rivals(of, TAXONOMY).against(entry.issues[0], entry, shown, Draws("test"))


def _with(*ruled_out: str, text: str = TEXT, others: tuple[Fields, ...] = (), **fields: Any) -> Bank:
    """Return a bank whose first passage has one issue, of which the author rules out some types."""
    issue = _issue(**fields) | {"not": _ruled_out(*ruled_out)}
    return bank(passages=[passage(text=text, issues=[issue]), *others])


def _ruled_out(*types: str) -> list[Fields]:
    return [{"type": t, "why": f"Not {t}."} for t in types]


def test_a_type_that_the_author_rules_out_goes_first() -> None:
    assert _rival(_with("straw-man")) == "straw-man"


def test_then_a_type_that_is_easily_confused_with_it() -> None:
    # loaded-language is confused with exaggeration and opinion-as-fact, both arguable, and with name-calling.
    assert _rival(_with()) == "name-calling"


def test_then_another_of_its_family() -> None:
    # Of the family of wording name-calling is accepted, and all but fear-appeal are arguable.
    assert _rival(_with(also_accept=["name-calling"])) == "fear-appeal"


def test_a_type_accepted_anywhere_in_the_passage_is_no_rival() -> None:
    more = _issue(type="false-dilemma", span="of late", also_accept=["straw-man"])
    fields = _issue(**{"not": _ruled_out("straw-man", "bandwagon")})

    assert _rival(bank(passages=[passage(text=TEXT, issues=[fields, more])])) == "bandwagon"


def test_a_type_accepted_for_a_claim_of_the_record_is_no_rival() -> None:
    about = claim(issues=[_issue(type="straw-man", span="4,000")])
    entry = passage(text=TEXT, record=["books-lent"], issues=[_issue(**{"not": _ruled_out("straw-man", "bandwagon")})])

    assert _rival(bank(claims=[about], passages=[entry])) == "bandwagon"


@pytest.mark.parametrize("either_way", [("loaded-language", "straw-man"), ("straw-man", "loaded-language")])
def test_types_once_accepted_together_in_the_bank_are_no_rivals(either_way: tuple[str, str]) -> None:
    given, accepted = either_way
    other = passage(id="other", issues=[_issue(type=given, also_accept=[accepted])])

    assert _rival(_with("straw-man", "bandwagon", others=(other,))) == "bandwagon"


def test_vague_and_anonymous_sources_are_not_set_against_each_other() -> None:
    of = _with("vague-attribution", "circular-sourcing", type="anonymous-source")

    assert _rival(of) == "circular-sourcing"


@pytest.mark.parametrize("arguable", [t.id for t in TAXONOMY.types.values() if t.arguable])
def test_what_can_be_argued_of_any_passage_is_a_rival_only_where_the_author_has_ruled_it_out(arguable: str) -> None:
    assert _rival(_with(arguable, type="false-dilemma")) == arguable
    everything_else = [t for t, found in TAXONOMY.types.items() if not found.arguable and t != "false-dilemma"]
    assert _rival(_with(type="false-dilemma", also_accept=everything_else)) is None


def test_a_fault_outside_the_passage_is_a_rival_only_if_something_is_shown() -> None:
    of = _with("altered-quotation")

    assert _rival(of, shown=True) == "altered-quotation"
    assert _rival(of, shown=False) == "name-calling"


@pytest.mark.parametrize(
    ("type_id", "text", "fits"),
    [
        ("altered-quotation", "It is “dreadful”.", True),
        ("altered-quotation", "It is dreadful.", False),
        ("false-precision", "It is dreadful: 4,000 left.", True),
        ("false-precision", "It is dreadful.", False),
        ("headline-mismatch", "It is “dreadful”: 4,000 left.", False),
    ],
)
def test_a_ruled_out_type_must_be_about_something_in_the_text(type_id: str, text: str, fits: bool) -> None:
    assert (_rival(_with(type_id, text=text)) == type_id) is fits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,000 books", True),
        ("20% more", True),
        ("45 books", True),
        ("in 2021", False),
        ("on 31 May", False),
        ("", False),
    ],
)
def test_a_year_or_a_day_is_no_figure(text: str, *, expected: bool) -> None:
    assert has_figure(text) is expected
    assert in_keeping(TAXONOMY.issue_type("unit-switch"), text) is expected


def test_where_every_type_could_be_given_there_is_no_rival() -> None:
    everything = [t for t in TAXONOMY.types if t != "loaded-language"]

    assert _rival(_with(also_accept=everything)) is None


def test_types_that_are_often_right_are_wrong_oftener() -> None:
    others = tuple(passage(id=f"other-{i}", text=TEXT, issues=[_issue(type="mind-reading")]) for i in range(20))
    of = _with("straw-man", "mind-reading", others=others)
    rivals, entry = Rivals(of, TAXONOMY), of.passages[0]

    drawn = [rivals.against(entry.issues[0], entry, True, Draws("test", i)) for i in range(110)]

    # 21 of 22 tickets are for mind-reading.
    assert 95 <= drawn.count("mind-reading") <= 109
    assert drawn.count("straw-man") == 110 - drawn.count("mind-reading")


def test_issues_of_one_type_are_told_apart_by_number() -> None:
    issues = bank(passages=[passage(issues=[_issue(), _issue(type="bandwagon"), _issue()])]).passages[0].issues

    assert [part for part, _ in by_part(issues)] == ["loaded-language", "bandwagon", "loaded-language-2"]
