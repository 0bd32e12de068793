"""best-rewrite: one wording of four is shown, and both of its marked places must be held against the findings."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators.best_rewrite import generate
from quizgen.items import Choice, Item, Option
from tests.generators.banks import Fields, bank, claim, declines, items, line, one_decline, one_item, passage
from tests.generators.shipped import shipped_bank, shipped_items

RIGHT = "In 2022 Elm Library lent 4,000 books."
WORDINGS = {
    "stands": RIGHT,
    "first": "In 2021 Elm Library lent 4,000 books.",
    "second": "In 2022 Elm Library owned 4,000 books.",
    "first-and-second": "In 2021 Elm Library owned 4,000 books.",
}
KEYS = dict(zip(WORDINGS, "abcd", strict=True))


def _wrong(**fields: Any) -> list[Fields]:
    texts = {
        "measure": WORDINGS["second"],
        "date": WORDINGS["first"],
        "both": WORDINGS["first-and-second"],
        **fields,
    }
    return [{"text": text, "shift": shift, "why_wrong": f"Not the {shift}."} for shift, text in texts.items() if text]


def _issue(**fields: Any) -> Fields:
    return {
        "type": "exaggeration",
        "span": "4,000",
        "why": "It is too much.",
        "rewrite": RIGHT,
        "rewrites_wrong": _wrong(),
        **fields,
    }


def _claim(**fields: Any) -> Fields:
    return claim(issues=[_issue(**fields)])


def _four() -> dict[str, Item]:
    """Return the items of a bank of four cases by the wording that each shows."""
    entries = [_claim() | {"id": f"books-{number}"} for number in range(4)]
    return {item.stimulus.notes[0].text: item for item in items(generate, bank(claims=entries))}


def _body(item: Item) -> Choice:
    assert isinstance(item.body, Choice)
    return item.body


def _options(item: Item) -> dict[str, Option]:
    return dict(zip(WORDINGS, _body(item).options, strict=True))


def _reason(entry: Fields) -> tuple[str, str | None]:
    declined = one_decline(generate, bank(claims=[entry]))
    return declined.reason, declined.unlock


@pytest.mark.parametrize("key", WORDINGS)
def test_the_key_names_the_places_in_which_the_wording_is_wrong(key: str) -> None:
    item = _four()[WORDINGS[key]]

    assert _body(item).key == (KEYS[key],)
    assert item.tags == (f"key:{key}",)


@pytest.mark.parametrize("key", WORDINGS)
def test_one_wording_is_shown_with_the_words_of_both_shifts_marked(key: str) -> None:
    (note,) = _four()[WORDINGS[key]].stimulus.notes

    # "In 2022 Elm Library lent 4,000 books.": four letters from the third, and the verb before " 4,000".
    assert [(mark.start, mark.end) for mark in note.marks] == [(3, 7), (20, note.text.index(" 4,000"))]


def test_the_answers_are_a_scale_that_is_the_same_for_every_wording() -> None:
    scales = {tuple((o.id, o.text, o.note) for o in _body(item).options) for item in _four().values()}
    item = next(iter(_four().values()))

    assert len(scales) == 1
    assert _body(item).fixed
    assert (item.family, item.move, item.difficulty, item.judgement) == ("wording", "check-the-figures", 3, None)


def test_the_right_answer_tells_of_both_places_and_a_wrong_one_of_those_that_it_takes_wrongly() -> None:
    whys = {key: option.why for key, option in _options(_four()[WORDINGS["first"]]).items()}

    first = "Not the date. So “2021” cannot stay."
    second = "The sources bear out “lent”, so this can stay."
    assert whys == {
        "stands": first,
        "first": f"{first} {second}",
        "second": f"{first} {second}",
        "first-and-second": second,
    }


def test_where_the_places_are_alike_they_are_told_of_together() -> None:
    stands = {key: option.why for key, option in _options(_four()[RIGHT]).items()}
    wrong = {key: option.why for key, option in _options(_four()[WORDINGS["first-and-second"]]).items()}

    told = "The sources bear out “2022” and “lent”, so these words can stay."
    assert (stands["stands"], stands["first-and-second"]) == (told, told)
    assert stands["first"] == "The sources bear out “2022”, so this can stay."
    told = "Not the both. So “2021” and “owned” cannot stay."
    assert (wrong["stands"], wrong["first-and-second"]) == (told, told)
    assert wrong["first"] == "Not the measure. So “owned” cannot stay."


def test_the_right_wording_is_told_after_the_answer() -> None:
    for item in _four().values():
        told = item.rationale
        assert (told.record, told.about, told.rewrite) == ("The yearbook gives 4,000 books for 2022.", "record", RIGHT)


def test_the_order_of_the_author_does_not_matter() -> None:
    of = bank(claims=[_claim(rewrites_wrong=_wrong()[::-1])])

    assert one_item(generate, of) == one_item(generate, bank(claims=[_claim()]))


def test_of_a_claim_the_claim_and_its_findings_are_shown() -> None:
    item = one_item(generate, bank(claims=[_claim()]))

    assert item.stimulus.claim is not None
    assert item.stimulus.claim.says == "Elm Library lent 4,000 books in 2022."
    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]
    assert "30\u00a0June\u00a02023" in item.stem


def test_of_a_passage_the_findings_of_its_record_are_shown_and_nothing_but_the_draft_is_marked() -> None:
    text = "Elm Library lent a flood of books."
    entry = passage(text=text, record=["books-lent"], issues=[_issue(span="flood")])
    (item,) = items(generate, bank(passages=[entry]))

    assert item.stimulus.passage is not None
    assert (item.stimulus.passage.text, item.stimulus.passage.marks) == (text, ())
    assert len(item.stimulus.notes[0].marks) == 2
    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]


def test_emphasis_of_the_author_is_not_shown_as_asterisks() -> None:
    entries = [_claim(rewrite="In 2022 Elm Library *lent* 4,000 books.") | {"id": f"books-{i}"} for i in range(4)]

    assert {item.stimulus.notes[0].text for item in items(generate, bank(claims=entries))} == set(WORDINGS.values())


def test_each_issue_gives_an_item_of_its_own_id() -> None:
    entry = claim(issues=[_issue(), _issue()])

    assert [item.id for item in items(generate, bank(claims=[entry]))] == [
        "small/books-lent/best-rewrite.exaggeration",
        "small/books-lent/best-rewrite.exaggeration-2",
    ]


@pytest.mark.parametrize("seed", range(5))
def test_each_four_cases_of_the_shipped_bank_have_each_key_once(seed: int) -> None:
    keys = [item.tags[0] for item in items(generate, shipped_bank(), seed)]

    assert len(keys) >= 28
    for start in range(0, len(keys), 4):
        assert max(Counter(keys[start : start + 4]).values()) == 1


def test_the_seed_deals_the_wordings() -> None:
    of = bank(claims=[_claim()])

    assert {item.tags for seed in range(40) for item in items(generate, of, seed)} == {(f"key:{k}",) for k in KEYS}
    assert items(generate, of, 3) == items(generate, of, 3)


def test_a_case_that_comes_later_or_is_declined_changes_no_earlier_one() -> None:
    def dealt(of: Bank) -> dict[str, tuple[str, ...]]:
        return {item.id: (item.stimulus.notes[0].text, *item.tags) for item in items(generate, of)}

    few = [_claim() | {"id": f"books-{number}"} for number in range(5)]
    declined = _claim(rewrites_wrong=[]) | {"id": "none"}
    more = [declined, *few, _claim() | {"id": "books-5"}]

    assert dealt(bank(claims=few)).items() <= dealt(bank(claims=more)).items()


def test_an_author_may_refuse_an_entry_or_one_issue() -> None:
    refusal = {"not_as": [{"template": "best-rewrite", "reason": "Too plain."}]}

    assert _reason(_claim() | refusal) == ("Too plain.", None)
    assert _reason(_claim(**refusal)) == ("Too plain.", None)


def test_declines_an_entry_without_an_issue_or_an_issue_without_a_better_wording() -> None:
    assert _reason(claim()) == ("it has no issue to be worded better", None)
    assert _reason(_claim(rewrite=None))[1] == "rewrite"


def test_declines_what_is_not_two_by_two() -> None:
    assert _reason(_claim(rewrites_wrong=[]))[1] == "rewrites_wrong"
    assert _reason(_claim(rewrites_wrong=_wrong(both="In 2020 Elm Library owned 4,000 books.")))[1] == "rewrites_wrong"


def test_declines_a_wording_that_the_findings_do_not_hold() -> None:
    wrong = {
        shift: text.replace("4,000", "5,000")
        for shift, text in zip(("date", "measure", "both"), list(WORDINGS.values())[1:], strict=True)
    }
    entry = _claim(rewrite=RIGHT.replace("4,000", "5,000"), rewrites_wrong=_wrong(**wrong))

    assert _reason(entry) == (
        "exaggeration: the findings shown do not hold every number and half of the names of the better wording: 5,000",
        "evidence",
    )


def test_declines_marked_words_with_a_name_that_the_findings_do_not_hold() -> None:
    rewrite = "In 2022 Elm Library lent 4,000 books to Ashby."
    wrong = {
        "date": rewrite.replace("2022", "2021"),
        "measure": rewrite.replace("Ashby", "Oakham"),
        "both": rewrite.replace("2022", "2021").replace("Ashby", "Oakham"),
    }
    entry = _claim(rewrite=rewrite, rewrites_wrong=_wrong(**wrong))

    assert _reason(entry) == ("exaggeration: the findings shown do not hold the names of “Ashby”", "evidence")


def test_declines_a_passage_without_a_record() -> None:
    entry = passage(text="A flood of 4,000 books.", issues=[_issue()])
    declined = one_decline(generate, bank(claims=[], passages=[entry]))

    assert declined.unlock == "record"


def test_findings_that_came_later_do_not_count() -> None:
    assert [d.unlock for d in declines(generate, bank(claims=[_claim() | {"evidence": [line("late")]}]))] == [
        "evidence"
    ]


def test_of_the_shipped_bank_no_option_or_stem_gives_a_key_away() -> None:
    made = shipped_items("best-rewrite")

    assert len({tuple((o.text, o.note) for o in _body(item).options) for item in made}) == 1
    assert all(len(item.stem.split()) <= 25 for item in made)
    assert all(len(item.stimulus.notes[0].marks) == 2 for item in made)
