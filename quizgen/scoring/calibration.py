"""Does a reader know what they know: how sure they said they were against how often they were right.

Readers choose among three words, since people tell few degrees of certainty apart. For the Brier score a word stands
for a probability: *guessing* for the chance that a blind answer is the right one, so that an honest guesser is not
called miscalibrated; *fairly sure* for three in four, midway between even odds and certainty; *certain* for 19 in 20,
since even careful people err now and then. These values are a convention; what is told to readers are counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from math import perm
from statistics import fmean
from typing import Any, Literal, NamedTuple, get_args

from quizgen.items import Choice, Highlight, Item, Match, MultipleResponse, Number

Confidence = Literal["guessing", "fairly", "certain"]
LEVELS: tuple[Confidence, ...] = get_args(Confidence)
_AT_LEAST: dict[Confidence, float] = {"guessing": 0.0, "fairly": 0.75, "certain": 0.95}


class Forecast(NamedTuple):
    """The probability that a reader gave to being right, and whether they were."""

    probability: float
    right: bool


class Murphy(NamedTuple):
    """The Brier score and its parts: brier = reliability - resolution + uncertainty.

    `reliability` is how far the stated probabilities lie from the shares that were right (0 is best), `resolution` how
    far these shares lie from their mean (more is better), `uncertainty` the variance of being right. `overconfidence`
    is the mean probability less the share right.
    """

    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    overconfidence: float


def brier(forecasts: Sequence[Forecast]) -> float:
    """Return the mean of (p - o)², o being 1 for a right answer: 0 is best, and one half throughout gives 0.25."""
    return fmean((f.probability - f.right) ** 2 for f in forecasts)


def murphy(forecasts: Sequence[Forecast]) -> Murphy:
    """Return the decomposition of Murphy (1973), exact because it groups by equal probabilities and never by bins."""
    share = fmean(f.right for f in forecasts)
    reliability = resolution = 0.0
    for probability, group in groupby(sorted(forecasts), key=lambda f: f.probability):
        rights = [f.right for f in group]
        weight = len(rights) / len(forecasts)
        reliability += weight * (probability - fmean(rights)) ** 2
        resolution += weight * (fmean(rights) - share) ** 2
    return Murphy(
        brier=brier(forecasts),
        reliability=reliability,
        resolution=resolution,
        uncertainty=share * (1 - share),
        overconfidence=fmean(f.probability for f in forecasts) - share,
    )


def probability(confidence: Confidence, item: Item) -> float:
    """Return the probability of being right that a word of certainty stands for; never below that of a blind answer."""
    return max(_AT_LEAST[confidence], chance(item))


def chance(item: Item) -> float:
    """Return the probability that a response drawn blindly is the key (of a choice: is any accepted option)."""
    return _CHANCES[item.interaction](item.body)


def _choice(body: Choice) -> float:
    return len(body.key) / len(body.options)


def _multiple_response(body: MultipleResponse) -> float:
    return _subsets(body.options)


def _highlight(body: Highlight) -> float:
    return _subsets(p for p in body.phrases if p.role != "neutral")


def _match(body: Match) -> float:
    prompts, choices = len(body.prompts), len(body.choices)
    return 1 / (choices**prompts if body.reuse else perm(choices, prompts))


def _number(_: Number) -> float:
    return 0.0


def _subsets(things: Iterable[object]) -> float:
    return 0.5 ** sum(1 for _ in things)


_CHANCES: dict[str, Callable[[Any], float]] = {
    "choice": _choice,
    "multiple-response": _multiple_response,
    "highlight": _highlight,
    "match": _match,
    "number": _number,
}
"""The chance of a blind answer by interaction; a test holds it to `quizgen.items.INTERACTIONS`."""
