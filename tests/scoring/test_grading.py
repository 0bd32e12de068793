from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ResponseShapeError
from quizgen.items import (
    INTERACTIONS,
    Choice,
    Highlight,
    Item,
    Judgement,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    OtherValue,
    Phrase,
    Prompt,
)
from quizgen.scoring import Score, grade
from quizgen.scoring.grading import _GRADERS
from tests.item_strategies import highlights, item_of, items, matches, multiple_responses

CLAIM = Judgement(of="claim", sound=True)
PASSAGE = Judgement(of="passage", sound=False)


def choice(key: str = "a") -> Choice:
    leans = {"a": "accept", "b": "doubt", "c": "abstain"}
    return Choice(
        options=tuple(Option(id=i, text=i, why="w", lean=lean) for i, lean in leans.items()), key=tuple(key), fixed=True
    )


def several(*leans: Any, key: str) -> MultipleResponse:
    options = tuple(Option(id=i, text=i, why="w", lean=lean) for i, lean in zip("abcdefgh", leans, strict=False))
    return MultipleResponse(options=options, key=tuple(key))


def passage(*phrases: tuple[str, int]) -> Highlight:
    """A passage of phrases, each a role and its number of words."""
    return Highlight(
        phrases=tuple(
            Phrase(id=str(i), text=" ".join(["word"] * n), role=role, why="w") for i, (role, n) in enumerate(phrases, 1)
        )
    )


def key_of(item: Item) -> Any:
    return item.body.key_response()


def points(body: Any, response: Any) -> float:
    return grade(item_of(body), response).points


@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_every_interaction_is_graded(interaction: str) -> None:
    assert interaction in _GRADERS


@given(items())
def test_a_key_response_earns_full_marks(item: Item) -> None:
    score = grade(item, key_of(item))
    assert (score.points, score.outcome, score.exact) == (1, "right", True)
    assert not score.missed
    assert not score.extra


@given(items())
def test_a_wrong_response_does_not_earn_full_marks(item: Item) -> None:
    wrong: list[Any] = [*item.body.wrong_responses()]
    for response in wrong:
        score = grade(item, response)
        assert 0 <= score.points < 1
        assert score.outcome in ("wrong", "partly")
        assert not score.exact


@given(items())
def test_a_skipped_item_earns_nothing_and_says_nothing(item: Item) -> None:
    assert grade(item, None) == Score(points=0, outcome="skipped")


@given(items())
def test_without_a_judgement_a_response_has_no_lean(item: Item) -> None:
    bare = item.model_copy(update={"judgement": None})
    assert grade(bare, key_of(item)).lean is None


@given(items())
def test_a_score_goes_through_json(item: Item) -> None:
    score = grade(item, key_of(item))
    assert Score.model_validate_json(score.model_dump_json()) == score


@given(items(), st.sampled_from([True, {"z": "z"}, ["?"], "?", 10**400]))
def test_a_response_that_does_not_fit_is_refused(item: Item, response: Any) -> None:
    with pytest.raises(ResponseShapeError):
        grade(item, response)


class TestChoice:
    def test_any_option_of_the_key_set_is_right(self) -> None:
        body = choice("bc")
        assert [points(body, chosen) for chosen in "abc"] == [0, 1, 1]

    def test_a_wrong_option_is_told_with_the_best_answer(self) -> None:
        score = grade(item_of(choice("bc")), "a")
        assert (score.right, score.missed, score.extra) == ((), ("b",), ("a",))

    @pytest.mark.parametrize(("chosen", "lean"), [("a", "accept"), ("b", "doubt"), ("c", "abstain")])
    def test_the_option_says_what_becomes_of_the_judgement(self, chosen: str, lean: str) -> None:
        assert grade(item_of(choice(), judgement=CLAIM), chosen).lean == lean


class TestMultipleResponse:
    def test_wrong_options_cost_what_their_share_is(self) -> None:
        assert points(several(*[None] * 8, key="abcd"), ["a", "b", "c", "e"]) == 0.5
        assert points(several(*[None] * 5, key="abc"), ["a", "b", "d"]) == pytest.approx(2 / 3 - 1 / 2)

    def test_more_wrong_than_right_is_not_negative(self) -> None:
        assert points(several(*[None] * 4, key="ab"), ["c", "d"]) == 0

    def test_where_all_options_are_right_each_counts_its_share(self) -> None:
        assert points(several(*[None] * 4, key="abcd"), ["a"]) == 0.25

    def test_where_none_is_right_nothing_is_to_be_taken(self) -> None:
        body = several(None, None, key="")
        assert [points(body, []), points(body, ["a"]), points(body, ["a", "b"])] == [1, 0.5, 0]

    def test_options_are_told_as_right_missed_and_extra(self) -> None:
        score = grade(item_of(several(*[None] * 4, key="ab")), ["d", "b"])
        assert (score.right, score.missed, score.extra) == (("b",), ("a",), ("d",))

    def test_partial_credit_is_not_exact(self) -> None:
        score = grade(item_of(several(*[None] * 4, key="ab")), ["a"])
        assert (score.points, score.outcome, score.exact) == (0.5, "partly", False)

    def test_options_that_pull_apart_take_no_side(self) -> None:
        body = several("accept", "accept", "doubt", key="ab")
        responses: list[Any] = [["a", "b"], ["a", "c"], []]
        leans = [grade(item_of(body, judgement=CLAIM), r).lean for r in responses]
        assert leans == ["accept", None, None]

    @given(multiple_responses())
    def test_taking_everything_earns_nothing_where_something_is_wrong(self, body: MultipleResponse) -> None:
        everything: Any = [o.id for o in body.options]
        assert points(body, everything) == (1 if len(body.key) == len(everything) else 0)

    @given(multiple_responses(), st.data())
    def test_one_more_right_option_never_costs_and_one_more_wrong_never_pays(
        self, body: MultipleResponse, data: st.DataObject
    ) -> None:
        ids = [o.id for o in body.options]
        some = data.draw(st.sets(st.sampled_from(ids), max_size=len(ids) - 1))
        more = data.draw(st.sampled_from([i for i in ids if i not in some]))
        before, after = points(body, sorted(some)), points(body, sorted({*some, more}))
        assert after >= before if more in body.key else after <= before


class TestHighlight:
    def test_f1_over_words_by_hand(self) -> None:
        body = passage(("plain", 4), ("key", 3), ("plain", 5), ("key", 2))
        # Spans of words: gold 4–7 and 12–14. Marked 0–7: P = 3/7, R = (1 + 0)/2, F1 = 2·(3/7)·(1/2) / (13/14).
        assert points(body, ["1", "2"]) == pytest.approx(6 / 13)
        # Marked 4–7 alone: P = 1, R = 1/2, F1 = 2/3.
        assert points(body, ["2"]) == pytest.approx(2 / 3)

    def test_neighbours_are_one_span(self) -> None:
        body = passage(("key", 3), ("key", 1), ("plain", 4), ("plain", 4))
        # One gold span of 4 words; 3 of them marked: P = 1, R = 3/4, F1 = 6/7, which is as good as full.
        score = grade(item_of(body), ["1"])
        assert (score.points, score.outcome, score.exact) == (1, "right", False)
        # Apart they would have been two: R = 1/2 and F1 = 2/3.
        assert points(passage(("key", 3), ("plain", 4), ("key", 1), ("plain", 4)), ["1"]) == pytest.approx(2 / 3)

    @pytest.mark.parametrize(("words", "earned"), [(1, 1), (2, 1), (3, 8 / 11), (4, 8 / 12)])
    def test_full_marks_from_an_f1_of_four_fifths(self, words: int, earned: float) -> None:
        # Four key words, and so many plain ones marked beside them: F1 = 2·4 / (4 + 4 + words), .8 for two.
        body = passage(("key", 4), ("plain", words), ("plain", 9))
        assert points(body, ["1", "2"]) == pytest.approx(earned)

    def test_neutral_phrases_are_not_counted(self) -> None:
        body = passage(("key", 2), ("neutral", 7), ("key", 2), ("plain", 5))
        score = grade(item_of(body), ["1", "2", "3"])
        assert (score.points, score.exact, score.extra) == (1, True, ())
        # Taken out of the text, the neutral words no longer part the key into two.
        assert points(body, ["1"]) == pytest.approx(2 / 3)

    def test_marking_nothing_is_right_only_where_nothing_is_to_be_marked(self) -> None:
        assert points(passage(("key", 2), ("plain", 5)), []) == 0
        assert points(passage(("plain", 2), ("plain", 5)), []) == 1
        assert points(passage(("plain", 2), ("plain", 5)), ["1"]) == 0
        assert points(passage(("neutral", 2), ("plain", 5)), ["1"]) == 1

    @pytest.mark.parametrize(
        ("roles", "marked", "lean"),
        [
            (("key", "plain"), [], "accept"),
            (("key", "plain"), ["2"], "doubt"),
            (("key", "neutral"), ["2"], "doubt"),
            (("plain", "plain"), ["1"], "doubt"),
            (("plain", "neutral"), ["2"], "accept"),
        ],
    )
    def test_any_mark_doubts_the_passage(self, roles: tuple[str, ...], marked: Any, lean: str) -> None:
        assert grade(item_of(passage(*((r, 2) for r in roles)), judgement=PASSAGE), marked).lean == lean

    def test_phrases_are_told_as_right_missed_and_extra(self) -> None:
        score = grade(item_of(passage(("key", 2), ("plain", 2), ("neutral", 2), ("key", 2))), ["2", "3", "4"])
        assert (score.right, score.missed, score.extra) == (("4",), ("1",), ("2",))

    def test_a_key_that_fills_the_passage_is_not_had_by_marking_everything(self) -> None:
        # Everything: P = 14/20, R = 1, F1 = .82, above four fifths and yet no reading at all.
        body = passage(("key", 7), ("key", 7), ("plain", 3), ("plain", 3))
        assert points(body, ["1", "2", "3", "4"]) == pytest.approx(2 * 0.7 / 1.7)
        assert points(body, ["1", "2", "3"]) == 1  # F1 = 28/31

    @given(highlights())
    def test_marking_everything_earns_less_than_full_where_something_is_plain(self, body: Highlight) -> None:
        everything: Any = [p.id for p in body.phrases]
        full = grade(item_of(body), everything).points == 1
        assert full == all(p.role != "plain" for p in body.phrases)

    @given(highlights(), st.data())
    def test_one_more_key_phrase_never_costs_a_reader_who_marked_only_such(
        self, body: Highlight, data: st.DataObject
    ) -> None:
        some = data.draw(st.sets(st.sampled_from(body.key))) if body.key else set()
        for more in body.key:
            assert points(body, sorted({*some, more})) >= points(body, sorted(some))

    @given(highlights(), st.data())
    def test_marks_on_plain_words_alone_earn_nothing(self, body: Highlight, data: st.DataObject) -> None:
        plain = [p.id for p in body.phrases if p.role == "plain"]
        some: Any = data.draw(st.lists(st.sampled_from(plain), min_size=1)) if plain else []
        if some:
            assert points(body, some) == 0


class TestMatch:
    body = Match(
        prompts=tuple(Prompt(id=str(i), text="p", key=key, why="w") for i, key in enumerate("abc", 1)),
        choices=tuple(MatchChoice(id=i, text="c") for i in "abcd"),
    )

    def test_points_are_the_share_of_pairs(self) -> None:
        score = grade(item_of(self.body), {"1": "a", "2": "c"})
        assert score.points == pytest.approx(1 / 3)
        assert (score.outcome, score.right, score.missed, score.extra) == ("partly", ("1",), ("3",), ("2",))

    @given(matches())
    def test_each_right_pair_adds_one_share(self, body: Match) -> None:
        pairs = body.key_response()
        for n in range(len(pairs) + 1):
            assert points(body, dict(list(pairs.items())[:n])) == pytest.approx(n / len(pairs))


class TestNumber:
    body = Number(
        value=73,
        tolerance=1,
        unit="countries",
        whole=True,
        other=(OtherValue(value=28, what="gains"), OtherValue(value=30, what="both")),
        why="w",
    )

    @pytest.mark.parametrize(("typed", "earned"), [(73, 1), (74, 1), ("72,0", 1), (75, 0), (71.9, 0)])
    def test_right_within_the_tolerance(self, typed: Any, earned: float) -> None:
        assert points(self.body, typed) == earned

    @pytest.mark.parametrize(
        ("typed", "what"), [(28, "gains"), (28.9, "gains"), (29.2, "both"), (50, None), (73, None)]
    )
    def test_a_number_of_another_question_is_named(self, typed: float, what: str | None) -> None:
        other = grade(item_of(self.body), typed).other
        assert (other.what if other else None) == what
