"""best-rewrite: two by two, so that the right wording is not the one from which all the others vary."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.best_rewrite import generate
from quizgen.items import Choice, Item
from tests.generators.banks import Fields, bank, claim, declines, items, line, one_decline, one_item, passage
from tests.generators.shipped import shipped_items

RIGHT = "In 2022 Elm Library lent 4,000 books."


def _wrong(**fields: Any) -> list[Fields]:
    texts = {
        "date": "In 2021 Elm Library lent 4,000 books.",
        "measure": "In 2022 Elm Library owned 4,000 books.",
        "both": "In 2021 Elm Library owned 4,000 books.",
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


def _item(entry: Fields) -> Item:
    return one_item(generate, bank(claims=[entry]))


def _texts(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.text for option in item.body.options]


def _reason(entry: Fields) -> tuple[str, str | None]:
    declined = one_decline(generate, bank(claims=[entry]))
    return declined.reason, declined.unlock


def test_four_wordings_make_no_change_one_another_and_both() -> None:
    item = _item(_claim())

    assert _texts(item) == [RIGHT, *(w["text"] for w in _wrong())]
    assert isinstance(item.body, Choice)
    assert item.body.key == ("a",)
    assert not item.body.fixed
    assert not item.body.pinned_last
    assert (item.family, item.move, item.difficulty, item.judgement) == ("wording", "check-the-figures", 3, None)


def test_the_order_of_the_author_does_not_matter() -> None:
    assert _item(_claim(rewrites_wrong=_wrong()[::-1])).body.key_response() == "a"


def test_of_a_claim_the_claim_and_its_findings_are_shown() -> None:
    item = _item(_claim())

    assert item.stimulus.claim is not None
    assert item.stimulus.claim.says == "Elm Library lent 4,000 books in 2022."
    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]
    assert "30\u00a0June\u00a02023" in item.stem


def test_of_a_passage_its_marked_words_and_the_findings_of_its_record_are_shown() -> None:
    text = "Elm Library lent a flood of books."
    entry = passage(text=text, record=["books-lent"], issues=[_issue(span="flood")])
    (item,) = items(generate, bank(passages=[entry]))

    assert item.stimulus.passage is not None
    assert [text[m.start : m.end] for m in item.stimulus.passage.marks] == ["flood"]
    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]


def test_what_is_told_names_what_was_changed() -> None:
    item = _item(_claim())
    assert isinstance(item.body, Choice)
    whys = [option.why for option in item.body.options]

    assert item.rationale.record == "It is too much."
    assert [why.split(" (")[0] for why in whys[1:]] == ["Not the date.", "Not the measure.", "Not the both."]
    assert ["the time" in whys[1], "what it is about" in whys[2], "two things" in whys[3]] == [True] * 3


def test_emphasis_of_the_author_is_not_shown_as_asterisks() -> None:
    assert _texts(_item(_claim(rewrite="In 2022 Elm Library *lent* 4,000 books.")))[0] == RIGHT


def test_each_issue_gives_an_item_of_its_own_id() -> None:
    entry = claim(issues=[_issue(), _issue()])

    assert [item.id for item in items(generate, bank(claims=[entry]))] == [
        "small/books-lent/best-rewrite.exaggeration",
        "small/books-lent/best-rewrite.exaggeration-2",
    ]


def test_an_author_may_refuse() -> None:
    entry = _claim() | {"not_as": [{"template": "best-rewrite", "reason": "Too plain."}]}

    assert _reason(entry) == ("Too plain.", None)


def test_declines_an_entry_without_an_issue_or_an_issue_without_a_better_wording() -> None:
    assert _reason(claim()) == ("it has no issue to be worded better", None)
    assert _reason(_claim(rewrite=None))[1] == "rewrite"


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        _wrong(both=None),
        _wrong(date=None),
        _wrong(measure=None),
        _wrong(scope="In 2022 Elm Library lent all books."),
    ],
    ids=["none", "no-third", "no-first", "no-second", "three-single"],
)
def test_declines_what_is_not_two_by_two(wrong: list[Fields]) -> None:
    assert _reason(_claim(rewrites_wrong=wrong))[1] == "rewrites_wrong"


def test_declines_two_wordings_that_say_the_same() -> None:
    same = _wrong(both="in 2022  Elm Library lent 4,000 books")

    assert "are the same" in _reason(_claim(rewrites_wrong=same))[0]


def test_declines_a_wording_that_the_findings_do_not_hold() -> None:
    assert _reason(_claim(rewrite="In 2022 Elm Library lent 5,000 books."))[1] == "evidence"
    assert _item(_claim(rewrite="In 2022 Elm Library lent 3,900 books."))


def test_declines_a_passage_without_a_record() -> None:
    entry = passage(text="A flood of 4,000 books.", issues=[_issue()])
    declined = one_decline(generate, bank(claims=[], passages=[entry]))

    assert declined.unlock == "record"


def test_declines_a_passage_whose_words_cannot_be_placed() -> None:
    entry = passage(text="A flood of books.", record=["books-lent"], issues=[_issue(span="gone")])

    assert [declined.unlock for declined in declines(generate, bank(passages=[entry]))] == [None, "occurrence"]


def test_findings_that_came_later_do_not_count() -> None:
    declined = one_decline(generate, bank(claims=[_claim() | {"evidence": [line("late")]}]))

    assert declined.unlock == "evidence"


def test_declines_a_wording_that_its_length_would_tell() -> None:
    # The longest wrong wording has 38 characters, so that 41 are few enough and 42 too many.
    assert max(len(w["text"]) for w in _wrong()) == 38
    assert _item(_claim(rewrite="In 2022 Elm Library had lent 4,000 books."))
    assert "longer" in _reason(_claim(rewrite="In 2022 Elm Library had lent 4,000 books.."))[0]


def test_no_two_wordings_of_the_shipped_bank_are_the_same_and_the_right_one_is_not_the_longest() -> None:
    made = shipped_items("best-rewrite")

    assert len(made) >= 15
    for item in made:
        right, *wrong = _texts(item)
        assert len({right, *wrong}) == 4
        assert len(right) <= 1.1 * max(map(len, wrong))
