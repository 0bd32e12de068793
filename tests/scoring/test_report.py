from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ResponseShapeError, UnknownItemError
from quizgen.items import Item
from quizgen.scoring import Answer, Report, make_report
from quizgen.taxonomy.model import load_taxonomy
from tests.item_strategies import form_of, items
from tests.scoring.readers import ABSTAIN, ACCEPT, DOUBT, judged, reader, report, several


class TestPoints:
    def test_points_and_outcomes_are_counted(self) -> None:
        made = report((judged(True), ACCEPT), (judged(True), DOUBT), (several(), [ACCEPT]), (several(), None))
        assert (made.points, made.of) == (1.5, 4)
        assert (made.right, made.partly, made.wrong, made.skipped) == (1, 1, 1, 1)

    def test_an_item_without_an_answer_is_skipped(self) -> None:
        made = make_report(form_of([judged(True), judged(False)]), {"f-2": Answer(response=DOUBT)})
        assert [told.score.outcome for told in made.items] == ["skipped", "right"]
        assert (made.claims.sound, made.claims.unsound) == (0, 1)

    def test_items_are_told_in_the_forms_order_with_both_ids(self) -> None:
        made = report((judged(True, id="bank/c1/verdict"), (ACCEPT, "certain")), (several(id="bank/c2/sort"), [DOUBT]))
        told = [(t.id, t.number, t.item, t.response, t.confidence) for t in made.items]
        assert told == [
            ("f-1", 1, "bank/c1/verdict", ACCEPT, "certain"),
            ("f-2", 2, "bank/c2/sort", [DOUBT], None),
        ]

    def test_an_unknown_item_is_refused(self) -> None:
        with pytest.raises(UnknownItemError, match="f-9"):
            make_report(form_of([judged(True)]), {"f-9": Answer(response=ACCEPT)})

    def test_a_response_that_does_not_fit_is_refused(self) -> None:
        with pytest.raises(ResponseShapeError):
            make_report(form_of([judged(True)]), {"f-1": Answer(response="z")})

    def test_a_refused_response_is_named_by_the_opaque_id(self) -> None:
        with pytest.raises(ResponseShapeError) as caught:
            make_report(form_of([judged(True, id="bank/c1/verdict")]), {"f-1": Answer(response="z")})
        assert "`f-1`" in str(caught.value)
        assert "bank/c1" not in str(caught.value)

    @given(st.lists(items(), max_size=6), st.data())
    def test_every_picture_adds_up_to_the_whole(self, some: list[Item], data: st.DataObject) -> None:
        responses = st.sampled_from(("key", "wrong", "skip"))
        answers: dict[str, Answer] = {}
        for n, item in enumerate(some, 1):
            wrong: Any = item.body.wrong_responses()
            chosen: Mapping[str, Any] = {"key": item.body.key_response(), "wrong": (wrong or [None])[0], "skip": None}
            answers[f"f-{n}"] = Answer(response=chosen[data.draw(responses)])
        made = make_report(form_of(some), answers)
        assert 0 <= made.points <= made.of == len(some)
        for picture in (made.families, made.moves):
            assert sum(t.of for t in picture) == made.of
            assert sum(t.points for t in picture) == pytest.approx(made.points)
            assert all(t.right + t.partly + t.wrong + t.skipped == t.of for t in picture)

    @given(st.lists(items(), min_size=1, max_size=4))
    def test_a_report_goes_through_json(self, some: list[Item]) -> None:
        keys: list[Any] = [item.body.key_response() for item in some]
        made = make_report(
            form_of(some), {f"f-{n}": Answer(response=k, confidence="fairly") for n, k in enumerate(keys, 1)}
        )
        assert Report.model_validate_json(made.model_dump_json()) == made


class TestPictures:
    def test_families_and_moves_stand_in_the_taxonomys_order_by_their_questions_and_names(self) -> None:
        taxonomy = load_taxonomy()
        first, last = taxonomy.families[0], taxonomy.families[-1]
        move, other = taxonomy.moves[0], taxonomy.moves[-1]
        made = report(
            (judged(True, family=last.id, move=other.id), ACCEPT),
            (judged(True, family=first.id, move=move.id), DOUBT),
            (several(family=last.id, move=move.id), [ACCEPT]),
        )
        assert [(t.id, t.name, t.right, t.partly, t.wrong, t.of, t.points) for t in made.families] == [
            (first.id, first.question, 0, 0, 1, 1, 0),
            (last.id, last.question, 1, 1, 0, 2, 1.5),
        ]
        assert [(t.id, t.name, t.of) for t in made.moves] == [(move.id, move.name, 2), (other.id, other.name, 1)]

    def test_a_family_that_the_taxonomy_has_dropped_comes_last_under_its_id(self) -> None:
        known = load_taxonomy().families[0].id
        made = report((judged(True, family="of-old"), ACCEPT), (judged(True, family=known), ACCEPT))
        assert [t.name for t in made.families][-1] == "of-old"
        assert [t.id for t in made.families] == [known, "of-old"]


class TestDiscernment:
    def test_claims_are_counted_by_what_was_done_to_them(self) -> None:
        claims = report(*reader("aabc", "bbac"), (judged(None), ABSTAIN), (judged(None), DOUBT)).claims
        assert (claims.sound, claims.accepted_sound, claims.abstained_sound, claims.turned_down) == (4, 2, 1, 2)
        assert (claims.unsound, claims.questioned_unsound, claims.abstained_unsound, claims.let_pass) == (4, 2, 1, 1)
        assert (claims.unsettled, claims.abstained_unsettled) == (2, 1)
        assert claims.discernment == pytest.approx(2 / 4 - 1 / 4)

    def test_skipped_claims_are_in_no_count(self) -> None:
        made = make_report(form_of([judged(True), judged(False)]), {"f-1": Answer(response=ACCEPT)})
        assert (made.claims.sound, made.claims.unsound, made.claims.discernment) == (1, 0, None)

    def test_claims_passages_and_findings_are_never_mixed(self) -> None:
        made = report(*reader("ab", "bb"), *reader("a", "ab", "passage"), *reader("aaa", "bbb", "finding"))
        assert (made.claims.sound, made.claims.unsound) == (2, 2)
        assert (made.passages.sound, made.passages.unsound) == (1, 2)
        assert (made.passages.accepted_sound, made.passages.questioned_unsound) == (1, 1)

    @pytest.mark.parametrize(
        ("sound", "unsound", "tendency"),
        [
            ("aabb", "bbb", "more-doubtful"),
            ("aacc", "bbb", "more-doubtful"),
            ("aaaa", "aab", "more-trusting"),
            ("aabb", "abb", "even"),
            ("abb", "aab", "even"),
            ("aaaa", "ccc", "even"),
            ("aaaa", "b", "too-few"),
            ("", "bbb", "too-few"),
        ],
    )
    def test_a_tendency_takes_a_difference_of_two_claims(self, sound: str, unsound: str, tendency: str) -> None:
        assert report(*reader(sound, unsound)).claims.tendency == tendency

    def test_d_prime_and_c_stand_from_ten_of_either_kind(self) -> None:
        nearly = report(*reader("a" * 10, "b" * 9)).claims
        assert (nearly.d_prime, nearly.criterion) == (None, None)
        enough = report(*reader("a" * 10, "b" * 10)).claims
        assert enough.d_prime == pytest.approx(3.381243, abs=1e-6)
        assert enough.criterion == pytest.approx(0, abs=1e-6)

    def test_c_above_0_means_more_doubt_for_claims_and_for_passages(self) -> None:
        made = report(*reader("a" * 3 + "b" * 7, "b" * 10), *reader("a" * 3 + "b" * 7, "b" * 10, "passage"))
        assert made.claims.criterion == made.passages.criterion
        assert made.claims.criterion is not None
        assert made.claims.criterion > 0


class TestCalibration:
    def test_it_is_left_out_where_certainty_was_not_asked(self) -> None:
        assert report((judged(True), ACCEPT)).calibration is None

    def test_levels_count_what_was_right(self) -> None:
        calibration = report(
            (judged(True), (ACCEPT, "certain")),
            (judged(True), (DOUBT, "certain")),
            (judged(True), (ACCEPT, "guessing")),
            (several(), ([ACCEPT], "fairly")),
            (judged(True), (None, "certain")),
            (judged(True), ACCEPT),
        ).calibration
        assert calibration is not None
        told = [(level.level, level.right, level.of) for level in calibration.levels]
        assert told == [("guessing", 1, 1), ("fairly", 0, 1), ("certain", 1, 2)]
        assert (calibration.right, calibration.of) == (2, 4)
        # Certain is .95, fairly sure .75, a guess among three options 1/3.
        assert calibration.expected == pytest.approx(0.95 + 0.95 + 0.75 + 1 / 3)
        assert calibration.brier == pytest.approx((0.05**2 + 0.95**2 + 0.75**2 + (2 / 3) ** 2) / 4)

    @pytest.mark.parametrize(
        ("confidence", "responses", "sureness"),
        [
            ("certain", "aaabb", "even"),
            ("certain", "aabbb", "surer-than-right"),
            ("guessing", "aaaaa", "less-sure-than-right"),
            ("certain", "bbbb", "too-few"),
        ],
    )
    def test_sureness_takes_five_answers_and_a_difference_of_two(
        self, confidence: str, responses: str, sureness: str
    ) -> None:
        calibration = report(*((judged(True), (r, confidence)) for r in responses)).calibration
        assert calibration is not None
        assert calibration.sureness == sureness


class TestAdvice:
    @pytest.mark.parametrize(
        ("claims", "passages", "advice"),
        [
            (("aabb", "bbb"), ("", ""), "accept-what-is-backed"),
            (("accc", "bbb"), ("", ""), "decide-what-is-decided"),
            (("aaa", "aab"), ("bbb", "bbb"), "question-what-goes-beyond"),
            (("aab", "abb"), ("bba", "bbb"), "leave-sound-wording"),
            (("a", "b"), ("aaa", "aab"), "read-the-wording"),
            (("aab", "abb"), ("", ""), "compare-word-by-word"),
            (("aaa", "bbb"), ("aaa", "bbb"), "keep-going"),
            (("a", "b"), ("a", "b"), "more-questions"),
        ],
    )
    def test_one_piece_of_advice_fits_what_was_done(
        self, claims: tuple[str, str], passages: tuple[str, str], advice: str
    ) -> None:
        assert report(*reader(*claims), *reader(*passages, of="passage")).advice == advice
