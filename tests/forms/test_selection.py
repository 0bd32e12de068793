"""The search meets a blueprint wherever an exhaustive one can, and says what gave way where it cannot."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.model import Blueprint
from quizgen.forms.rules import AT_MOST, Rule, features, rules_of
from quizgen.forms.selection import select
from quizgen.items import Item, Judgement
from tests.forms.small_items import small_item


def claim(sound: bool | None) -> Judgement:
    return Judgement(of="claim", sound=sound)


def passage(clean: bool) -> Judgement:
    return Judgement(of="passage", sound=clean)


def counts_of(items: tuple[Item, ...] | list[Item]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items:
        for feature in features(item):
            counts[feature] = counts.get(feature, 0) + 1
    return counts


def allowed_together(items: tuple[Item, ...] | list[Item]) -> bool:
    marks = [mark for item in items for mark in set(item.exclusive)]
    counts = counts_of(items)
    capped = all(n <= most for f, n in counts.items() for start, most in AT_MOST.items() if f.startswith(start))
    return len(marks) == len(set(marks)) and capped


def can_be_met(items: list[Item], rules: list[Rule], length: int) -> bool:
    """Try every set of items."""
    return any(
        allowed_together(chosen) and not any(rule.miss(counts_of(chosen)) for rule in rules)
        for chosen in combinations(items, length)
    )


def test_enemies_never_stand_in_one_form() -> None:
    items = [small_item(f"c{i}", exclusive=(f"finding:{i // 2}",)) for i in range(10)]

    chosen, gave_way = select(items, [], 5, 0)

    assert allowed_together(chosen)
    assert len(chosen) == 5
    assert gave_way == []


def test_a_form_that_enemies_keep_short_says_so() -> None:
    items = [small_item(f"c{i}", exclusive=("finding:one",)) for i in range(4)]

    chosen, gave_way = select(items, [], 3, 0)

    assert len(chosen) == 1
    assert gave_way == ["questions: 1, though 3 are asked for; the others would share entries"]


def test_an_issue_type_is_keyed_twice_at_most() -> None:
    items = [small_item(f"p{i}", tags=("issue:unit-switch",)) for i in range(6)]

    chosen, _ = select(items, [], 4, 0)

    assert len(chosen) == 2


def test_the_share_of_supported_claims_is_kept() -> None:
    items = [small_item(f"s{i}", judgement=claim(True)) for i in range(20)]
    items += [small_item(f"u{i}", judgement=claim(False)) for i in range(20)]

    chosen, gave_way = select(items, rules_of(Blueprint(items=10), 10), 10, 3)

    sound = sum(1 for item in chosen if item.judgement and item.judgement.sound)
    assert 0.45 <= sound / 10 <= 0.65
    assert gave_way == []


def test_a_share_that_cannot_be_kept_is_named() -> None:
    items = [small_item(f"s{i}", judgement=claim(True)) for i in range(6)]

    _, gave_way = select(items, rules_of(Blueprint(items=6), 6), 6, 0)

    assert gave_way == ["claims that hold among those judged: 6 of 6, though the blueprint asks for 3"]


def test_a_least_number_of_a_template_that_is_missing_is_named() -> None:
    items = [small_item(f"c{i}", template="bearing") for i in range(4)]
    plan = Blueprint.model_validate({"items": 4, "templates": {"verdict": {"min": 2}}})

    _, gave_way = select(items, rules_of(plan, 4), 4, 0)

    assert gave_way == ["questions with template verdict: 0, though the blueprint asks for at least 2"]


def test_bounds_are_scaled_to_the_length_that_is_asked_for() -> None:
    plan = Blueprint.model_validate({"items": 12, "templates": {"verdict": {"min": 4, "max": 6}}})
    items = [small_item(f"v{i}") for i in range(10)]
    items += [small_item(f"b{i}", template="bearing") for i in range(10)]

    chosen, gave_way = select(items, rules_of(plan, 6), 6, 0)

    assert 2 <= sum(item.template == "verdict" for item in chosen) <= 3
    assert gave_way == []


small = st.builds(
    small_item,
    st.uuids().map(str),
    template=st.sampled_from(["verdict", "bearing", "name-the-issue"]),
    difficulty=st.sampled_from([1, 2, 3]),
    judgement=st.sampled_from([None, claim(True), claim(False), claim(None), passage(True), passage(False)]),
    exclusive=st.sampled_from([(), (), (), ("finding:a",), ("finding:b",), ("finding:a", "finding:b")]),
    tags=st.sampled_from([(), (), ("issue:unit-switch",)]),
)
plans = st.fixed_dictionaries(
    {
        "items": st.just(4),
        "templates": st.dictionaries(
            st.sampled_from(["verdict", "bearing"]),
            st.sampled_from([{"min": 1}, {"max": 1}, {"min": 1, "max": 2}, {"min": 2}]),
        ),
        "difficulty": st.dictionaries(st.sampled_from(["1", "3"]), st.sampled_from([{"min": 1}, {"max": 2}])),
    }
).map(Blueprint.model_validate)


@settings(max_examples=150, deadline=None)
@given(st.lists(small, min_size=4, max_size=9, unique_by=lambda i: i.id), plans, st.integers(0, 5))
def test_what_exhaustive_search_can_meet_is_met(items: list[Item], plan: Blueprint, seed: int) -> None:
    rules = rules_of(plan, 4)

    chosen, gave_way = select(items, rules, 4, seed)

    assert allowed_together(chosen)
    met = len(chosen) == 4 and not any(rule.miss(counts_of(chosen)) for rule in rules)
    assert met == (gave_way == [])
    if can_be_met(items, rules, 4):
        assert met
