"""Test-wise strategies: what each takes, and what chance has to say of it."""

from __future__ import annotations

from math import comb

import pytest

from quizgen.checks.strategies import STRATEGIES, at_least, misses
from quizgen.items import Option
from tests.checks.checking import check_silent, found

CODE = "test-wise-strategy"
SCORES = {strategy.takes: strategy.score for strategy in STRATEGIES}


def options(*texts: str) -> list[Option]:
    return [Option(id="abcdef"[i], text=text, why="So.") for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("takes", "texts", "taken"),
    [
        ("the longest", ("one", "eleven", "two"), [1]),
        ("the shortest", ("one", "eleven", "two"), [0, 2]),
        ("the one with most hedges", ("It rose.", "It rose in some towns, it seems.", "It may fall."), [1]),
        ("the one with most hedges", ("Somewhere", "Maypole", "Cannery"), [0, 1, 2]),
        ("the one with fewest absolute words", ("All of them", "Most of them", "None of them"), [1]),
        ("the one with fewest absolute words", ("Allotments", "Nevertheless", "Every one"), [0, 1]),
        ("the one that shares most words with the others", ("red bikes", "red cars", "blue bikes"), [0]),
        ("the one that shares most words with the others", ("the cat of it", "the dog of it", "bird"), [0, 1, 2]),
        ("the one with most digits", ("in 2023", "in 2023 and 24", "never"), [1]),
        ("the first", ("c", "b", "a"), [0]),
        ("the last", ("c", "b", "a"), [2]),
    ],
)
def test_what_a_strategy_takes(takes: str, texts: tuple[str, ...], taken: list[int]) -> None:
    scores = SCORES[takes](options(*texts))
    assert [i for i, score in enumerate(scores) if score == max(scores)] == taken


def test_chance_is_binomial_where_all_trials_are_alike() -> None:
    # 11 of 20 questions with three options: P .038, as worked out in the guidance on item writing
    assert at_least(11, [1 / 3] * 20) == pytest.approx(0.038, abs=5e-4)
    exact = sum(comb(20, k) * 2 ** (20 - k) for k in range(11, 21)) / 3**20
    assert at_least(11, [1 / 3] * 20) == pytest.approx(exact, rel=1e-12)


def test_chance_with_trials_that_differ() -> None:
    assert at_least(2, [0.5, 0.25]) == pytest.approx(0.125)
    assert at_least(1, [0.5, 0.25]) == pytest.approx(1 - 0.5 * 0.75)
    assert at_least(0, [0.5, 0.25]) == pytest.approx(1)
    assert at_least(0, []) == 1


@pytest.mark.parametrize(
    ("of", "keys", "taken", "chance"),
    [(3, 1, 1, 2 / 3), (4, 1, 2, 1 / 2), (4, 2, 1, 1 / 2), (4, 2, 2, 1 / 6), (3, 2, 2, 0)],
)
def test_chance_of_missing_every_key(of: int, keys: int, taken: int, chance: float) -> None:
    assert misses(of, keys, taken) == pytest.approx(chance)


def written(*items: tuple[str, str, str]) -> str:
    """Return handwritten items of three options, the first of which is right."""
    lines = ["items:"]
    for i, texts in enumerate(items):
        given = [f"{{text: {text}, right: {'true' if n == 0 else 'false'}, why: So.}}" for n, text in enumerate(texts)]
        head = f"id: q{i}, interaction: choice, stem: What was it?, why: So., sources: [daily]"
        lines.append(f"  - {{{head}, options: [{', '.join(given)}]}}")
    return "\n".join(lines) + "\n"


LONG = [("a red bike", "a car", "a bus"), ("an old boat", "ships", "rafts"), ("three blue trams", "trains", "carts")]


def test_a_run_that_luck_explains_is_silent() -> None:
    four = [*LONG, ("a very long road", "a path", "stairs")]
    assert (1 / 3) ** 4 > 0.05 / 8 > (1 / 3) ** 5
    check_silent(CODE, written(*four))


def test_a_leak_names_template_strategy_and_items_at_the_first_of_them() -> None:
    [told] = [d for d in found(written(*LONG, *LONG, LONG[0], ("mud", "sandstone", "gravel"))) if d.code == CODE]
    assert told.location.line == 2
    assert told.message.startswith("in 7 of 8 questions of handwritten a right option is the longest, and by chance ")
    assert "it would be in 2.7: `q0`, `q1`, `q2`, `q3`, `q4`, `q5` and 1 more" in told.message
    assert "shorten the right option" in told.help


def claims(number: int, verdict: str, stance: str) -> str:
    lines = ["claims:"]
    for i in range(number):
        lines.append(
            f"  - {{id: c{i}, quote: Elm Library lent {i + 2}000 books., says: Elm Library lent {i + 2}000 books., "
            f"kind: fact, verdict: {verdict}, record: It did., evidence: [{{source: daily, stance: {stance}, "
            f"finding: Elm Library lent {i + 2}000 books in 2023.}}]}}"
        )
    return "\n".join(lines) + "\n"


def never_right(part: str) -> list[str]:
    return [d.message for d in found(part) if d.code == CODE and "never right" in d.message]


def test_an_answer_of_a_scale_that_is_never_right_is_told_once_luck_does_not_explain_it() -> None:
    # four answers: (3/4)^17 > .05/8 > (3/4)^18
    assert never_right(claims(17, "supported", "supports")) == []
    told = never_right(claims(18, "supported", "supports"))
    assert len([message for message in told if message.startswith("in 18 questions of verdict the answer “")]) == 3
