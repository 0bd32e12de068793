from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.scoring import ReportSentences, report_sentences
from quizgen.scoring.report import Advice, Sureness, Tendency
from quizgen.wording import load_wording
from tests.scoring.readers import Of, judged, reader, report, several

WORDING = load_wording("en")
ANSWERS = st.text("abc", max_size=4)


def sentences(*answered: object) -> ReportSentences:
    return report_sentences(report(*answered), WORDING)  # type: ignore[arg-type]


def test_the_heading_gives_points_to_one_decimal() -> None:
    assert sentences((judged(True), "a"), (several(), ["a"])).heading == "Your result: 1.5 of 2 points"
    assert sentences((judged(True), "a")).heading == "Your result: 1 of 1 point"


def test_a_doubtful_reader_is_told_so_by_counts() -> None:
    told = sentences(*reader("aabb", "bbb"))
    assert told.claims == (
        "You accepted **2 of 4** sound claims and questioned **3 of 3** that go beyond their sources.",
        "Today you were **more doubtful than the evidence**: two claims that the sources back were not accepted.",
    )
    assert "as costly as believing too much" in told.advice


def test_a_trusting_reader_is_told_so_in_the_same_manner() -> None:
    told = sentences(*reader("aaa", "aaab"))
    assert told.claims == (
        "You accepted **3 of 3** sound claims and questioned **1 of 4** that go beyond their sources.",
        "Today you were **more trusting than the evidence**: three claims that go beyond their sources were accepted.",
    )


def test_passages_are_told_in_their_own_words() -> None:
    told = sentences(*reader("abb", "bb", "passage"))
    assert told.claims == ()
    assert told.passages == (
        "You flagged **2 of 2** faulty passages and left **1 of 3** sound ones alone.",
        "Today you **flagged more than the wording deserves**: two sound passages were not left alone.",
    )


@pytest.mark.parametrize(
    ("sound", "said"), [("a", "**left** the one sound passage"), ("b", "**did not leave** the one sound passage")]
)
def test_one_sound_passage_is_not_counted(sound: str, said: str) -> None:
    told = sentences(*reader(sound, "b", "passage"))
    assert told.passages[0] == f"You flagged **1 of 1** faulty passage and {said} alone."


@pytest.mark.parametrize(
    ("sound", "unsound", "said"),
    [
        ("aaa", "bbb", "You agreed and doubted in the right places."),
        ("aaab", "abbb", "You agreed and doubted about equally well."),
        ("abb", "aab", "both kinds were hard"),
        ("aa", "b", "Too few claims to tell"),
    ],
)
def test_a_reader_who_leans_to_neither_side_is_told_how_it_went(sound: str, unsound: str, said: str) -> None:
    assert said in sentences(*reader(sound, unsound)).claims[1]


def test_answers_that_left_a_settled_claim_open_are_told_apart() -> None:
    told = sentences(*reader("aac", "bbc"), (judged(None), "c"), (judged(None), "a"))
    assert told.claims[2:] == (
        "You left **2** open that the sources do settle.",
        "Of 2 that the sources leave open, you left **1** open.",
    )


def test_certainty_is_told_by_counts() -> None:
    told = sentences(*((judged(True), (r, "certain")) for r in "aabbb"))
    assert told.confidence == (
        "When you were certain, **2 of 5** were right.",
        "You were **surer than your answers bear out**: being that sure fits about 5 of 5 right, and 2 were.",
    )


def test_nothing_is_said_of_what_was_not_asked() -> None:
    told = sentences((several(), ["a"]))
    assert (told.claims, told.passages, told.confidence) == ((), (), ())
    assert told.advice


@pytest.mark.parametrize("advice", get_args(Advice))
def test_every_piece_of_advice_has_words(advice: str) -> None:
    assert WORDING.entry(f"report.advice.{advice}")


@pytest.mark.parametrize("sureness", get_args(Sureness))
def test_every_sureness_has_words(sureness: str) -> None:
    assert WORDING.entry(f"report.confidence.{sureness}")


@pytest.mark.parametrize("of", ["claims", "passages"])
@pytest.mark.parametrize("tendency", [*get_args(Tendency), "all", "both-ways"])
def test_every_tendency_has_words_for_claims_and_for_passages(of: str, tendency: str) -> None:
    assert WORDING.entry(f"report.{of}.{tendency}")


@given(ANSWERS, ANSWERS, ANSWERS, st.sampled_from(("claim", "passage")), st.sampled_from((None, "fairly")))
def test_every_outcome_can_be_told(sound: str, unsound: str, unsettled: str, of: Of, confidence: str | None) -> None:
    answered = [*reader(sound, unsound, of), *((judged(None, of), r) for r in unsettled)]
    told = sentences(*((item, (response, confidence)) for item, response in answered))
    spoken = (*told.claims, *told.passages, *told.confidence, told.advice)
    assert all(sentence.endswith((".", "?")) and "  " not in sentence for sentence in spoken)
