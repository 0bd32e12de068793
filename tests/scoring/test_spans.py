from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizgen.scoring.spans import Span, merged, span_score

SPANS = st.lists(
    st.builds(lambda start, size, label: Span(start, start + size, label), st.integers(0, 60), st.integers(1, 20),
              st.sampled_from(("", "name-calling"))),
    max_size=8,
)  # fmt: skip


def places(spans: tuple[Span, ...] | list[Span]) -> set[tuple[str, int]]:
    return {(s.label, place) for s in spans for place in range(s.start, s.end)}


def test_spans_that_overlap_or_touch_become_one() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(3, 5), Span(12, 14)]) == (Span(0, 9), Span(12, 14))


def test_a_span_within_another_does_not_shorten_it() -> None:
    assert merged([Span(0, 9), Span(2, 4)]) == (Span(0, 9),)


def test_spans_of_different_labels_stay_apart() -> None:
    assert merged([Span(0, 5, "b"), Span(3, 8, "a")]) == (Span(3, 8, "a"), Span(0, 5, "b"))


def test_equal_places_under_different_labels_do_not_meet() -> None:
    assert span_score([Span(0, 5, "a")], [Span(0, 5, "b")]) == (0, 0, 0)


def test_finding_nothing_is_full_only_where_there_is_nothing() -> None:
    assert span_score([], []) == (1, 1, 1)
    assert span_score([], [Span(0, 1)]) == (0, 0, 0)
    assert span_score([Span(0, 1)], []) == (0, 0, 0)


def test_half_open_neighbours_share_nothing() -> None:
    assert span_score([Span(0, 5)], [Span(5, 9)]) == (0, 0, 0)


@given(SPANS)
def test_merging_keeps_every_place_and_leaves_gaps(spans: list[Span]) -> None:
    once = merged(spans)
    assert places(once) == places(spans)
    assert merged(once) == once
    assert all(a.end < b.start for a, b in pairwise(once) if a.label == b.label)


@given(SPANS, SPANS)
def test_merged_scores_lie_between_0_and_1_and_are_full_only_for_the_gold(reader: list[Span], gold: list[Span]) -> None:
    found, wanted = merged(reader), merged(gold)
    score = span_score(found, wanted)
    assert all(-1e-12 <= part <= 1 + 1e-12 for part in score)
    assert (score.f1 > 1 - 1e-9) == (found == wanted)
