"""what-holds: two notes, of which at most one follows from the findings, and nothing but the findings tells which."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from quizgen.generators.what_holds import ID, LABELS, generate
from quizgen.items import Choice, Item
from tests.generators.banks import Fields, bank, claim, items, line, one_decline, one_item
from tests.generators.shipped import shipped_bank, shipped_items

FINDING = "Elm Library lent 4,000 books in 2022 and 5,000 books in 2021."
HOLDS = "Elm Library lent fewer books in 2022 than in 2021."
MIRROR = "Elm Library lent more books in 2022 than in 2021."
OTHER = "Elm Library bought more books in 2022 than in 2021."


def _wrong(*texts: str) -> list[Fields]:
    return [{"text": text, "why_wrong": "It was 4,000 and 5,000."} for text in texts]


def _claim(*wrong: str, **fields: Any) -> Fields:
    return claim(
        **{
            "holds": HOLDS,
            "evidence": [line(finding=FINDING)],
            "misconceptions": _wrong(*(wrong or (MIRROR, OTHER))),
            **fields,
        }
    )


def _several(count: int) -> list[Fields]:
    return [_claim(id=f"claim-{number}") for number in range(count)]


def _notes(item: Item) -> list[str]:
    return [note.text for note in item.stimulus.notes]


def _key(item: Item) -> str:
    assert isinstance(item.body, Choice)
    return LABELS["abc".index(item.body.key[0])]


def _why(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.why for option in item.body.options]


def _keyed(key: str) -> Item:
    """Return the item of a bank with one claim for which this key was drawn."""
    return next(
        item for seed in range(50) for item in items(generate, bank(claims=[_claim()]), seed) if _key(item) == key
    )


@pytest.fixture(scope="module")
def shipped() -> tuple[Item, ...]:
    return shipped_items(ID)


def test_the_scale_is_fixed_and_the_notes_stand_with_claim_and_findings() -> None:
    item = one_item(generate, bank(claims=[_claim()]))

    assert isinstance(item.body, Choice)
    assert item.body.fixed
    assert [option.text for option in item.body.options] == ["Note 1", "Note 2", "No note here"]
    assert all(option.note for option in item.body.options)
    assert item.stimulus.claim is not None
    assert [finding.text for finding in item.stimulus.findings] == [FINDING]
    assert len(item.stimulus.notes) == 2
    assert item.judgement is None


@pytest.mark.parametrize("key", LABELS)
def test_the_key_is_the_note_that_holds_or_none(key: str) -> None:
    item = _keyed(key)
    places = {"note-1": [True, False], "note-2": [False, True], "no-note": [False, False]}

    assert [note == HOLDS for note in _notes(item)] == places[key]
    assert set(_notes(item)) <= {HOLDS, MIRROR, OTHER}
    assert item.tags == (f"key:{key}",)


@pytest.mark.parametrize(("key", "wrong"), [("note-1", "note-2"), ("note-2", "note-1")])
def test_the_note_that_holds_follows_the_other_has_its_fault_and_doubt_is_named(key: str, wrong: str) -> None:
    item = _keyed(key)
    why = dict(zip(LABELS, _why(item), strict=True))
    of = dict(zip(LABELS, _notes(item), strict=False))

    assert why[key].startswith(f"“{of[key]}” It follows")
    assert why[wrong] == f"“{of[wrong]}” It was 4,000 and 5,000."
    assert why["no-note"].startswith(f"Note {key[-1]} follows")


def test_where_no_note_holds_the_record_of_each_is_told_once_and_then_what_holds() -> None:
    item = _keyed("no-note")

    assert _why(item)[2].count("It was 4,000 and 5,000.") == 1
    assert item.rationale.rewrite == HOLDS


def test_two_faults_are_told_by_note() -> None:
    wrong = [{"text": MIRROR, "why_wrong": "It lent 4,000."}, {"text": OTHER, "why_wrong": "It bought none."}]
    faults = {w["text"]: w["why_wrong"] for w in wrong}
    drawn = [items(generate, bank(claims=[_claim(misconceptions=wrong)]), seed)[0] for seed in range(20)]
    without = [item for item in drawn if _key(item) == "no-note"]

    assert without
    for item in without:
        one, other = (faults[note] for note in _notes(item))
        assert _why(item)[2].startswith(f"Note 1: {one} Note 2: {other}")


def test_where_a_note_holds_no_other_wording_is_told() -> None:
    assert _keyed("note-1").rationale.rewrite is None


def test_what_holds_is_told_as_plain_text() -> None:
    holds = "Elm Library lent *fewer* books in 2022 than in 2021."
    told = {
        item.rationale.rewrite
        for seed in range(20)
        for item in items(generate, bank(claims=[_claim(holds=holds)]), seed)
    }

    assert told == {None, r"Elm Library lent \*fewer\* books in 2022 than in 2021."}


@pytest.mark.parametrize("count", [3, 7, 11])
@pytest.mark.parametrize("seed", [0, 1])
def test_each_key_is_as_frequent_as_the_others(count: int, seed: int) -> None:
    keys = Counter(map(_key, items(generate, bank(claims=_several(count)), seed)))

    assert sum(keys.values()) == count
    assert max(keys.values()) - min(keys[label] for label in LABELS) <= 1


def test_claims_that_are_declined_take_no_turn() -> None:
    entries = [entry for pair in zip(_several(3), _several(3), strict=True) for entry in pair]
    mixed = [{**entry, "id": f"entry-{n}", "holds": HOLDS if n % 2 else None} for n, entry in enumerate(entries)]

    assert {_key(item) for item in items(generate, bank(claims=mixed))} == set(LABELS)


def test_the_deal_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    small = bank(claims=_several(9))

    assert items(generate, small, 4) == items(generate, small, 4)
    assert [_notes(item) for item in items(generate, small, 4)] != [_notes(item) for item in items(generate, small, 5)]


def test_either_misconception_is_dealt_beside_what_holds() -> None:
    made = [item for seed in range(20) for item in items(generate, bank(claims=[_claim()]), seed)]

    assert {note for item in made if HOLDS in _notes(item) for note in _notes(item)} == {HOLDS, MIRROR, OTHER}


def test_the_misconceptions_nearest_in_length_are_taken() -> None:
    long = "Elm Library lent more books in the year 2022 than it had lent in the year 2021."
    made = [item for seed in range(20) for item in items(generate, bank(claims=[_claim(long, MIRROR, OTHER)]), seed)]

    assert {note for item in made for note in _notes(item)} == {HOLDS, MIRROR, OTHER}


def test_it_is_harder_where_the_notes_share_a_number() -> None:
    apart = _claim("Elm Library lent more books in winter.", "Elm Library bought fewer books in 2021.")
    apart["holds"] = "Elm Library lent fewer books in 2022."

    assert one_item(generate, bank(claims=[_claim()])).difficulty == 3
    assert one_item(generate, bank(claims=[apart])).difficulty == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"holds": None}, "holds"),
        ({"holds": "Elm Library lent fewer books in 2022 than in 2020."}, "holds"),
        ({"holds": "Oak Museum lent fewer books in 2022 than in 2021."}, "holds"),
        ({"holds": "Elm Library lent 4,000 books in 2022 alone."}, "holds"),
        ({"evidence": [line("late")]}, "evidence"),
        ({"min_pack": 2}, "evidence"),
        ({"says": "They lent 4,000 books."}, "says"),
    ],
)
def test_it_declines_without_a_key_that_follows_from_the_findings(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(**fields)]))

    assert (declined.template, declined.unlock) == ("what-holds", field)


def test_a_number_in_words_may_be_worked_out_from_the_findings() -> None:
    holds = "In 2022 Elm Library lent four fifths of the books of 2021."

    assert one_item(generate, bank(claims=[_claim(holds=holds)]))


@pytest.mark.parametrize(
    "wrong",
    [
        "A library must lend more books in 2022 than in 2021.",
        "Elm Library is loved because it lent more books than before.",
        "It lent more books in 2022 than in 2021, says Elm Library.",
        "Elm Library lent more books in 2024 than in 2021.",
        "Cinemas sold fewer tickets in winter than in summer.",
        "Elm Library lent 5,000 books in 2021.",
        HOLDS.upper(),
        MIRROR.lower(),
        "~",
        "…",
    ],
)
def test_maxims_later_years_other_subjects_findings_and_repetitions_are_not_noted_down(wrong: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(MIRROR, wrong)]))

    assert declined.reason.startswith("1 misconception(s)")
    assert declined.unlock == "misconceptions"


@pytest.mark.parametrize(
    ("holds", "wrong", "cue"),
    [
        (HOLDS, ("Elm Library lent all books in the year 2022.", MIRROR), "absolute"),
        ("Elm Library never lent more books than in 2021.", (MIRROR, OTHER), "absolute"),
        ("Elm Library lent about a fifth fewer books in 2022.", (MIRROR, OTHER), "hedges"),
        (HOLDS, ("Elm Library often lent more books in 2022.", MIRROR), "hedges"),
        (HOLDS, ("Elm Library lent more books.", MIRROR), "length"),
    ],
)
def test_it_declines_where_a_note_could_be_told_by_its_tone(holds: str, wrong: tuple[str, ...], cue: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(*wrong, holds=holds)]))

    assert cue in declined.reason
    assert declined.unlock == "misconceptions"


def test_another_misconception_mends_a_cue() -> None:
    off_key = "Elm Library lent every book in the year 2022."
    made = [item for seed in range(20) for item in items(generate, bank(claims=[_claim(off_key, MIRROR, OTHER)]), seed)]

    assert off_key not in {note for item in made for note in _notes(item)}


def test_an_absolute_word_in_every_statement_is_no_cue() -> None:
    wrong = ("Elm Library lent only 5,000 books in 2022.", "Elm Library bought only 5,000 books in 2022.")
    holds = "Elm Library lent only a part of the 5,000 books of 2021."

    assert one_item(generate, bank(claims=[_claim(*wrong, holds=holds)]))


def test_as_many_as_is_no_hedge() -> None:
    assert one_item(generate, bank(claims=[_claim(MIRROR, "Elm Library lent as many books in 2022 as in 2021.")]))


def test_it_declines_where_the_author_does() -> None:
    refused = _claim(not_as=[{"template": "what-holds", "reason": "Must be shown together."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "Must be shown together."


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_shipped_bank_deals_each_key_as_often(seed: int) -> None:
    keys = Counter(map(_key, items(generate, shipped_bank(), seed)))

    assert sum(keys.values()) >= 40
    assert max(keys.values()) - min(keys[label] for label in LABELS) <= 1


def test_no_note_of_the_shipped_bank_is_a_finding_or_told_by_its_length(shipped: tuple[Item, ...]) -> None:
    for item in shipped:
        one, other = _notes(item)
        assert max(len(one), len(other)) <= 1.5 * min(len(one), len(other)), item.id
        assert not [f.text for f in item.stimulus.findings if one.rstrip(".") in f.text or other.rstrip(".") in f.text]


def test_what_holds_is_shown_where_the_key_says_so_and_nowhere_else(shipped: tuple[Item, ...]) -> None:
    holds = {f"claim:{entry.id}": entry.holds for entry in shipped_bank().claims}

    for item in shipped:
        right = [
            label
            for label, note in zip(LABELS, _notes(item), strict=False)
            if note == holds[item.provenance.entries[0]]
        ]
        assert (right or ["no-note"]) == [_key(item)], item.id


def test_no_option_of_the_scale_is_worded_as_tests_are_gamed(shipped: tuple[Item, ...]) -> None:
    assert isinstance(shipped[0].body, Choice)
    words = {word for o in shipped[0].body.options for word in f"{o.text} {o.note}".lower().split()}

    assert not words & {"both", "neither", "all", "none"}
