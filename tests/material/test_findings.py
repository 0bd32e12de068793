"""The findings on a claim: which may be shown, how many, and in what order."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.material import Material, Pack, stands_alone
from tests.generators.banks import bank, claim, line, source


def _pack(*evidence: dict[str, Any], **fields: Any) -> Pack:
    of = bank(claims=[claim(evidence=list(evidence))], **fields)
    return Material(of).pack(of.claims[0])


def _sources(pack: Pack) -> list[str]:
    return [shown.source_id for shown in pack.lines]


def test_a_finding_later_than_the_article_is_not_shown() -> None:
    # Claims are judged as of 2023-06-30; "late" was published in 2024.
    assert _sources(_pack(line("late"), line("daily"))) == ["daily"]


@pytest.mark.parametrize(("published", "shown"), [("2023-06-30", True), ("2023-07-01", False), ("undated", True)])
def test_the_last_day_that_counts_is_that_of_the_article(published: str, *, shown: bool) -> None:
    assert bool(_pack(line("new"), sources={"new": source(published=published)})) is shown


def test_a_finding_counts_from_the_day_on_which_it_could_be_read() -> None:
    assert _sources(_pack(line("late", available="2023-01"))) == ["late"]
    assert not _pack(line("daily", available="2023-07-01"))


def test_a_date_in_the_text_does_not_hide_a_finding() -> None:
    # Reported before the article, about a day after it.
    assert _pack(line("daily", finding="They are to become members on 1 January 2024."))


@pytest.mark.parametrize(
    "finding",
    [
        "The broadcaster reports the same tour.",
        "A second report says so.",
        "The tour was long.",
        "The agency repeats the number.",
        "The claim is wrong.",
        "In fact, 400 books were lent.",
        "The yearbook confirms it.",
        "The number is MISLEADING.",
    ],
)
def test_a_finding_that_leans_on_another_or_judges_is_not_shown(finding: str) -> None:
    assert not stands_alone(finding)
    assert _sources(_pack(line("daily", finding=finding), line("weekly"))) == ["weekly"]


@pytest.mark.parametrize(
    "finding",
    [
        "The report gives 4,000 books.",
        "The mayor spoke of “the right tour”.",
        'The mayor called it "misleading".',
        "Rightly or not, brighter halls were built.",
    ],
)
def test_words_in_quotation_marks_and_parts_of_words_are_no_judgement(finding: str) -> None:
    assert stands_alone(finding)


def test_findings_stand_by_date_and_not_by_stance() -> None:
    pack = _pack(line("radio"), line("daily", "refutes"), line("weekly", "context"), line("yearbook"))

    assert _sources(pack) == ["yearbook", "daily", "weekly", "radio"]


def test_findings_of_one_day_stand_by_source_id_and_undated_ones_first() -> None:
    same = {"b": source(published="2023-02-01"), "a": source(published="2023-02-01")}

    assert _sources(_pack(line("b"), line("a"), line("lexicon"), sources=same)) == ["lexicon", "a", "b"]


def test_of_more_than_four_those_that_are_only_near_the_claim_give_way() -> None:
    near = [line(s, "context", f"Near, {s}.") for s in ("yearbook", "library")]
    deciding = [line(s, finding=f"Decides, {s}.") for s in ("daily", "weekly", "radio")]
    pack = _pack(*near, *deciding)

    assert _sources(pack) == ["yearbook", "daily", "weekly", "radio"]
    assert [left.source_id for left in pack.left_out] == ["library"]


def test_what_is_shown_of_a_finding_tells_no_stance() -> None:
    who = source(publisher="The Weekly", published="2023-03", who="a paper")
    (shown,) = _pack(line("paper", "refutes", "400 books."), sources={"paper": who}).shown()

    assert shown.model_dump(exclude_none=True) == {
        "publisher": "The Weekly",
        "date": "2023-03",
        "who": "a paper",
        "text": "400 books.",
    }


def test_what_a_finding_rests_on_is_shown_only_where_it_is_asked_for() -> None:
    (first,) = _pack(line()).lines

    assert first.shown(rests_on="the mayor").rests_on == "the mayor"
    assert first.shown().rests_on is None


def test_the_nearest_finding_shares_most_words_and_has_the_stance_if_any_has() -> None:
    pack = _pack(
        line("daily", "refutes", "Elm Library lent 400 books."), line("weekly", "context", "A hall of oak was built.")
    )

    assert pack.nearest("a hall of oak").source_id == "weekly"
    assert pack.nearest("a hall of oak", "refutes").source_id == "daily"
    assert pack.nearest("a hall of oak", "supports").source_id == "weekly"


def test_findings_cover_a_text_together_and_by_stance() -> None:
    pack = _pack(line("daily", finding="83 came."), line("weekly", "context", "28 left."))

    assert pack.covers("83 and 28")
    assert not pack.covers("83 and 28", "supports")
    assert not pack.covers("nothing", "refutes")
