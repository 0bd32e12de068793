"""read-the-figure: one number among several, and only one that can be defended."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import read_the_figure
from quizgen.items import Item, Number
from tests.generators.banks import bank, claim, line, one_decline, one_item
from tests.generators.shipped import shipped_items

FINDING = "Elm Library lent 4,000 books in 2022 and 3,100 books in 2021."
FIGURE: dict[str, Any] = {
    "question": "how many books did Elm Library lend in 2022?",
    "value": 4000,
    "unit": "books",
    "other": [{"value": 3100, "what": "books lent in 2021"}],
}


def _bank(findings: tuple[str, ...] = (FINDING,), *, claim_fields: dict[str, Any] | None = None, **figure: Any) -> Bank:
    sources = ("yearbook", "daily", "weekly")
    evidence = [line(source, finding=finding) for source, finding in zip(sources, findings, strict=False)]
    return bank(claims=[claim(evidence=evidence, figure=FIGURE | figure, **(claim_fields or {}))])


def _number(item: Item) -> Number:
    assert isinstance(item.body, Number)
    return item.body


def test_the_value_is_asked_for_with_its_unit_and_the_other_numbers() -> None:
    body = _number(one_item(read_the_figure.generate, _bank()))

    assert (body.value, body.unit, body.whole) == (4000, "books", True)
    assert [(o.value, o.what) for o in body.other] == [(3100, "books lent in 2021")]
    assert body.why == f"4000 books. Statistics Office: {FINDING}"


def test_the_findings_are_shown_and_the_claim_is_not() -> None:
    stimulus = one_item(read_the_figure.generate, _bank()).stimulus

    assert [f.text for f in stimulus.findings] == [FINDING]
    assert stimulus.claim is None


def test_no_source_is_said_to_back_a_claim_that_is_not_shown() -> None:
    assert {note.stance for note in one_item(read_the_figure.generate, _bank()).sources} == {None}


def test_the_stem_names_the_publisher_only_where_one_alone_gives_the_figure() -> None:
    alone = one_item(read_the_figure.generate, _bank((FINDING, "Oak Library lent 900 books in 2022.")))
    both = one_item(read_the_figure.generate, _bank((FINDING, "In 2022 Elm Library lent 4,000 books.")))

    assert "Statistics Office" in alone.stem
    assert "Statistics Office" not in both.stem


def test_the_stem_names_no_publisher_where_the_question_names_its_source() -> None:
    item = one_item(
        read_the_figure.generate, _bank(question="how many books did Elm Library lend in 2022, by the yearbook?")
    )

    assert "Statistics Office" not in item.stem


@pytest.mark.parametrize(
    ("value", "tolerance"),
    [(28.0, 0.5), (4000.0, 0.5), (39.7, 0.05), (2.25, 0.005)],
)
def test_half_a_unit_of_the_last_digit_is_allowed_for(value: float, tolerance: float) -> None:
    finding = f"Elm Library had {value:,}% of all loans in 2022 and 7% in 2021."
    of = _bank(
        (finding,), question="what share of loans had Elm Library in 2022?", value=value, unit="% of loans", other=[]
    )

    assert _number(one_item(read_the_figure.generate, of)).tolerance == pytest.approx(tolerance)


@pytest.mark.parametrize(
    ("unit", "whole"),
    [("books", True), ("countries", True), ("km", False), ("million dollars", False), ("metric tons", False)],
)
def test_whether_a_whole_number_is_asked_for_follows_from_the_unit(unit: str, whole: bool) -> None:
    assert _number(one_item(read_the_figure.generate, _bank(unit=unit))).whole is whole


def test_four_numbers_make_it_harder() -> None:
    four = "Elm Library lent 4,000 books in 2022, 3,100 in 2021, 900 in 2020 and 800 in 2019."

    assert one_item(read_the_figure.generate, _bank()).difficulty == 1
    assert one_item(read_the_figure.generate, _bank((four,))).difficulty == 2


def test_it_declines_a_claim_without_a_figure() -> None:
    assert one_decline(read_the_figure.generate, bank()).unlock == "figure"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("what did the 4,000 of 2022 measure?", "does not ask for a number"),
        ("it lent how many books in 2022?", "leans on words"),
        ("how many books did Elm Library lend?", "names no year"),
        ("how many books did Elm Library lend " + "to the people of the town " * 3 + "in 2022?", "longer than"),
        ("how many bicycles were borrowed by commuters in 2022?", "fewer than half"),
    ],
)
def test_it_declines_a_question_that_does_not_say_which_number_it_wants(question: str, reason: str) -> None:
    declined = one_decline(read_the_figure.generate, _bank(question=question))

    assert reason in declined.reason
    assert declined.unlock == "figure.question"


def test_a_question_needs_no_year_where_the_findings_have_none() -> None:
    of = _bank(
        ("Elm Library owns 4,000 maps and 310 globes.",), question="how many maps does Elm Library own?", other=[]
    )

    assert _number(one_item(read_the_figure.generate, of)).value == 4000


@pytest.mark.parametrize(
    ("findings", "figure", "reason"),
    [
        (("Elm Library lent 3,900 books in 2022 and 3,100 in 2021.",), {}, "gives the figure"),
        (("Elm Library lent 4,000 books in 2022.",), {}, "no second number"),
        (("Elm Library lent 4,000 books in 2022, 7% more than in 2021.",), {}, "no second number"),
        (("Elm Library lent 4,000 books on 24 March 2022.",), {}, "no second number"),
        ((FINDING, "Elm Library lent 3,950 books in 2022."), {}, "so near"),
        ((FINDING,), {"other": [{"value": 4000, "what": "books"}]}, "under `other`"),
    ],
)
def test_it_declines_where_the_findings_do_not_give_one_answer(
    findings: tuple[str, ...], figure: dict[str, Any], reason: str
) -> None:
    assert reason in one_decline(read_the_figure.generate, _bank(findings, **figure)).reason


def test_a_near_number_that_the_author_explains_is_no_second_answer() -> None:
    findings = (FINDING, "Oak Library lent 3,950 books in 2022.")
    other = [{"value": 3950, "what": "books lent by Oak Library"}]

    assert _number(one_item(read_the_figure.generate, _bank(findings, other=other))).value == 4000


def test_it_declines_a_broken_number_of_whole_things() -> None:
    of = _bank(("Elm Library lent 4.5 books a head in 2022 and 2 in 2021.",), value=4.5, unit="books", other=[])

    assert one_decline(read_the_figure.generate, of).unlock == "figure.unit"


def test_number_words_are_read() -> None:
    of = _bank(
        ("Elm Library has six rooms in 2022 and had four in 2021.",),
        question="how many rooms has Elm Library in 2022?",
        value=6,
        unit="rooms",
        other=[],
    )

    assert _number(one_item(read_the_figure.generate, of)).value == 6


def test_the_record_is_told_only_where_it_is_about_the_figure() -> None:
    other = {"record": "Whether Elm is a good library depends on the reader."}

    assert one_item(read_the_figure.generate, _bank()).rationale.record == "The yearbook gives 4,000 books for 2022."
    assert one_item(read_the_figure.generate, _bank(claim_fields=other)).rationale.record == FINDING


def test_an_author_can_refuse() -> None:
    refused = {"not_as": [{"template": "read-the-figure", "reason": "Two counts differ."}]}

    assert one_decline(read_the_figure.generate, _bank(claim_fields=refused)).reason == "Two counts differ."


def test_in_the_shipped_bank_no_stem_is_long_and_no_other_number_is_right() -> None:
    for item in shipped_items("read-the-figure"):
        assert len(item.stem.split()) <= 25, item.stem
        assert not any(_number(item).accepts(other.value) for other in _number(item).other)


def test_the_reason_is_given_in_the_words_of_the_finding_that_the_question_is_about() -> None:
    rounded = "Oak Library says that over 4,000 books and 90 films were lent."
    body = _number(one_item(read_the_figure.generate, _bank((rounded, FINDING))))

    assert body.why == f"4000 books. The Daily: {FINDING}"
