"""Rules of thumb by which somebody who knows nothing could find the key from the options alone, held against chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import comb, prod
from typing import NamedTuple

from quizgen.checks.texts import words
from quizgen.items import Choice, Item, Option
from quizgen.material import content_words

ABSOLUTES = frozenset(
    words(
        "all always cannot certainly completely entirely every everybody everyone everything impossible must never no "
        "nobody none nothing only solely totally"
    )
)
"""Words that leave no exception; whoever writes a wrong option is easily drawn to them."""
HEDGES = frozenset(
    words(
        "about almost apparently appear appears around can could likely many may maybe might mostly nearly often "
        "partly perhaps possibly probably roughly seem seems several some sometimes suggest suggests tend tends usually"
    )
)
"""Words that leave room; whoever writes the right option with care is easily drawn to them."""

Score = Callable[[Sequence[Option]], list[int]]


class Strategy(NamedTuple):
    """What somebody takes who has not read the question.

    `takes` completes "take …", `help` says how to mend it, and `score` gives each option a number: the highest counts.
    """

    takes: str
    help: str
    score: Score


def _shared(options: Sequence[Option]) -> list[int]:
    """Return how many words each option has in common with the others, counted option by option."""
    found = [content_words(option.text) for option in options]
    return [sum(len(own & other) for other in found) - len(own) for own in found]


def _counted(listed: frozenset[str], sign: int = 1) -> Score:
    return lambda options: [sign * _hits(listed, option.text) for option in options]


@lru_cache(maxsize=65536)
def _hits(listed: frozenset[str], text: str) -> int:
    """Return how many words of a text are in a list; names of issue types are offered again and again."""
    return sum(word in listed for word in words(text))


@lru_cache(maxsize=65536)
def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


STRATEGIES = (
    Strategy(
        "the longest",
        "in some of them shorten the right option, or write wrong ones out as far",
        lambda options: [len(option.text) for option in options],
    ),
    Strategy(
        "the shortest",
        "in some of them write the right option out, or shorten wrong ones",
        lambda options: [-len(option.text) for option in options],
    ),
    Strategy(
        "the one with most hedges",
        "hedge wrong options as often as right ones, with words such as `about` or `often`",
        _counted(HEDGES),
    ),
    Strategy(
        "the one with fewest absolute words",
        "keep words such as `all` or `never` out of the wrong options, or use them in right ones as well",
        _counted(ABSOLUTES, -1),
    ),
    Strategy(
        "the one that shares most words with the others",
        "in some of them let two wrong options share words that the right one does not have",
        _shared,
    ),
    Strategy(
        "the one with most digits",
        "give wrong options numbers as exact as those of right ones",
        lambda options: [_digits(option.text) for option in options],
    ),
    Strategy("the first", "put the right option in other places", lambda options: [-i for i in range(len(options))]),
    Strategy("the last", "put the right option in other places", lambda options: list(range(len(options)))),
)
"""The strategies that are tried."""


class Trial(NamedTuple):
    """What a strategy comes to over some questions.

    `hits` are those in which it finds a key, of `tried` in which it singles out options; by chance it would find
    `expected`, and `chance` is the probability of finding as many or more.
    """

    strategy: Strategy
    hits: tuple[Item, ...]
    tried: int
    expected: float
    chance: float


def trials(items: Sequence[Item]) -> Iterator[Trial]:
    """Yield what each strategy comes to over these choices, whose options stand in the order in which they are shown.

    Where it takes several options alike, it has found the key if that is one of them.
    """
    for strategy in STRATEGIES:
        hits: list[Item] = []
        chances: list[float] = []
        for item in items:
            body = item.body
            if isinstance(body, Choice) and (taken := _taken(strategy, body)):
                chances.append(1 - misses(len(body.options), len(body.key), len(taken)))
                if taken & set(body.key):
                    hits.append(item)
        yield Trial(strategy, tuple(hits), len(chances), sum(chances), at_least(len(hits), chances))


def _taken(strategy: Strategy, body: Choice) -> set[str]:
    """Return the options that a strategy takes, or none where all are alike to it."""
    scores = strategy.score(body.options)
    best = max(scores)
    if best == min(scores):
        return set()
    return {option.id for option, score in zip(body.options, scores, strict=True) if score == best}


def misses(options: int, keys: int, taken: int) -> float:
    """Return the probability that none of the keys is among so many options taken at random."""
    return comb(options - taken, keys) / comb(options, keys)


def at_least(successes: int, chances: Sequence[float]) -> float:
    """Return the probability of so many successes or more in independent trials, each with a chance of its own.

    This is the tail of the Poisson binomial distribution; with equal chances it is that of the binomial one.
    """
    spread = [1.0]
    for chance in chances:
        spread = [a * (1 - chance) + b * chance for a, b in zip([*spread, 0.0], [0.0, *spread], strict=True)]
    return sum(spread[successes:])


def never_right(items: Sequence[Item]) -> Iterator[tuple[str, int, float]]:
    """Yield answers of a scale that are never right: the answer, how often it is offered, and the chance of that."""
    offered: dict[str, list[Item]] = {}
    for item in items:
        if isinstance(item.body, Choice):
            for option in item.body.options:
                offered.setdefault(option.text, []).append(item)
    for text, asked in offered.items():
        bodies = [item.body for item in asked if isinstance(item.body, Choice)]
        if not any(option.text == text and option.id in body.key for body in bodies for option in body.options):
            yield text, len(bodies), prod(misses(len(body.options), len(body.key), 1) for body in bodies)
