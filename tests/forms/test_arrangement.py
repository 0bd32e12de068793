"""Neither order nor position tells the key."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizgen.draws import Draws
from quizgen.forms.arrangement import LONGEST_RUN, arranged, in_order
from quizgen.items import Choice, Match, MatchChoice, MultipleResponse, Option, Prompt, letter
from tests.forms.small_items import small_item


def position(body: object) -> int:
    assert isinstance(body, Choice)
    return [o.id for o in body.options].index(body.key[0])


@given(st.integers(0, 10_000), st.integers(2, 5), st.integers(1, 24))
def test_key_positions_are_balanced_over_a_form(seed: int, options: int, count: int) -> None:
    items = [small_item(f"c{i}", options=options) for i in range(count)]

    positions = [position(item.body) for item in arranged(items, seed)]

    often = Counter(dict.fromkeys(range(options), 0))
    often.update(positions)
    assert max(often.values()) - min(often.values()) <= 1
    assert max(len(list(run)) for _, run in groupby(positions)) <= LONGEST_RUN


@given(st.integers(0, 10_000), st.integers(2, 8))
def test_arranged_options_are_a_permutation_and_the_key_stays_the_key(seed: int, options: int) -> None:
    (item,) = [small_item("c", options=options, key=options - 1)]

    (after,) = arranged([item], seed)

    assert isinstance(after.body, Choice)
    assert sorted(o.text for o in after.body.options) == sorted(o.text for o in item.body.options)  # type: ignore[union-attr]
    texts = {o.id: o.text for o in after.body.options}
    assert texts[after.body.key[0]] == f"option {options - 1} of c"
    assert list(texts) == [letter(i) for i in range(options)]


def test_a_fixed_scale_keeps_its_order() -> None:
    item = small_item("c", fixed=True, key=2)

    assert arranged([item], 5) == [item]


def test_an_option_pinned_last_stays_last_whether_or_not_it_is_the_key() -> None:
    for key in (0, 2):
        item = small_item("c", key=key)
        pinned = item.model_copy(update={"body": item.body.model_copy(update={"pinned_last": True})})
        for seed in range(20):
            (after,) = arranged([pinned], seed)
            assert isinstance(after.body, Choice)
            assert after.body.options[-1].text == "option 2 of c"
            assert {o.id: o.text for o in after.body.options}[after.body.key[0]] == f"option {key} of c"


def test_a_multiple_response_keeps_its_right_options() -> None:
    body = MultipleResponse(
        options=tuple(Option(id=letter(i), text=f"t{i}", why="w") for i in range(4)), key=("a", "c")
    )
    item = small_item("c").model_copy(update={"body": body})

    (after,) = arranged([item], 1)

    assert isinstance(after.body, MultipleResponse)
    assert {o.text for o in after.body.options if o.id in after.body.key} == {"t0", "t2"}


def test_a_match_keeps_its_pairs() -> None:
    body = Match(
        prompts=tuple(Prompt(id=str(i), text=f"p{i}", key=letter(i - 1), why="w") for i in (1, 2, 3)),
        choices=tuple(MatchChoice(id=letter(i), text=f"c{i + 1}") for i in range(4)),
    )
    item = small_item("c").model_copy(update={"body": body})

    (after,) = arranged([item], 1)

    assert isinstance(after.body, Match)
    texts = {c.id: c.text for c in after.body.choices}
    assert {(p.text, texts[p.key]) for p in after.body.prompts} == {("p1", "c1"), ("p2", "c2"), ("p3", "c3")}


def test_neighbours_differ_in_template_where_they_can() -> None:
    items = [small_item(f"v{i}") for i in range(4)] + [small_item(f"b{i}", template="bearing") for i in range(4)]

    ordered = in_order(items, 9)

    assert all(a.template != b.template for a, b in pairwise(ordered))


def test_draws_are_the_same_on_every_python() -> None:
    """Worked out once by hand from BLAKE2's digest of the name, with the block number as salt."""
    from hashlib import blake2b

    digest = blake2b(b"7\x1fa", digest_size=64, salt=bytes(8)).digest()
    words = [int.from_bytes(digest[i : i + 8], "big") for i in (0, 8)]

    draws = Draws(7, "a")

    assert [draws.below(1000), draws.below(10)] == [words[0] % 1000, words[1] % 10]
