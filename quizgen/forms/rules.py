"""What a blueprint demands of a form, as rules on counts of features, each of which can say how far it gave way.

Every item has features: its template, family, topic, difficulty, whether it judges a claim that holds, whether it shows
a clean passage, and the tags that its generator gave it. A rule looks at the counts of features over the chosen items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Protocol

from quizgen.bank.model import Blueprint, Bounds
from quizgen.items import Item

Feature = str
Counts = Mapping[Feature, int]

WHOLE = {"claim": "judges a claim", "finding": "weighs a finding", "passage": "looks for an issue"}
"""What an item does that asks to accept or doubt something which the evidence settles, by what is judged."""
SOUND = {
    "claim": "judges a claim that holds",
    "finding": "weighs a finding that backs",
    "passage": "shows a clean passage",
}
"""The same, where the evidence accepts it."""

AT_MOST = {"issue:": 2, "step:": 3}
"""How many items of one form may carry the same tag, by the tag's beginning (one issue type keyed, one step shown)."""


def features(item: Item) -> tuple[Feature, ...]:
    """Return everything about an item that a rule may count."""
    found = [f"template:{item.template}", f"family:{item.family}", f"difficulty:{item.difficulty}"]
    if item.topic:
        found.append(f"topic:{item.topic}")
    judgement = item.judgement
    if judgement is not None and judgement.sound is not None:
        found.append(WHOLE[judgement.of])
        if judgement.sound:
            found.append(SOUND[judgement.of])
    found += (f"{item.template}/{tag}" if tag.startswith("key:") else tag for tag in item.tags)
    return tuple(found)


KEYS = "/key:"
SPREAD = {"template:": 3.0, KEYS: 2.0, "topic:": 1.0, "family:": 0.1}
"""What should not pile up in a form, by the feature's beginning, with the weight of two items that share it."""


class Rule(Protocol):
    """A demand on the counts: `miss` is 0 where it is met, else by how many items it is not."""

    @property
    def counted(self) -> tuple[Feature, ...]:
        """The features that it looks at."""

    def miss(self, counts: Counts) -> int:
        """Return by how many items the rule is not met."""

    def unavoidable(self, available: Counts) -> int:
        """Return by how many items the rule is missed whatever is chosen from what there is."""

    def gave_way(self, counts: Counts) -> str:
        """Return a plain sentence that says how far the rule gave way."""


@dataclass(frozen=True)
class Between:
    """At least and at most so many items with a feature."""

    feature: Feature
    name: str
    least: int = 0
    most: int | None = None

    @property
    def counted(self) -> tuple[Feature, ...]:
        """The one feature."""
        return (self.feature,)

    def miss(self, counts: Counts) -> int:
        """Return how many items are missing or too many."""
        n = counts.get(self.feature, 0)
        over = 0 if self.most is None else max(0, n - self.most)
        return max(0, self.least - n) + over

    def unavoidable(self, available: Counts) -> int:
        """Return how many items with the feature do not exist."""
        return max(0, self.least - available.get(self.feature, 0))

    def gave_way(self, counts: Counts) -> str:
        """Say how many there are and how many there should be."""
        n = counts.get(self.feature, 0)
        wanted = f"at least {self.least}" if n < self.least else f"at most {self.most}"
        return f"{self.name}: {n}, though the blueprint asks for {wanted}"


@dataclass(frozen=True)
class ShareOf:
    """The share of items with `part` among those with `whole`; one item alone is free."""

    part: Feature
    whole: Feature
    name: str
    low: float
    high: float = 1.0

    @property
    def counted(self) -> tuple[Feature, ...]:
        """The part and the whole."""
        return (self.part, self.whole)

    def miss(self, counts: Counts) -> int:
        """Return how many items would have to change."""
        n, k = counts.get(self.whole, 0), counts.get(self.part, 0)
        if n < 2:
            return 0
        low, high = self._allowed(n)
        return max(0, low - k, k - high)

    def unavoidable(self, available: Counts) -> int:
        """Return 0: a share can be kept by choosing fewer of the whole."""
        return 0

    def _allowed(self, n: int) -> tuple[int, int]:
        """Return the least and greatest count out of n; where no whole number fits, its neighbours on both sides."""
        low, high = ceil(self.low * n - 1e-9), floor(self.high * n + 1e-9)
        return min(low, high), max(low, high)

    def gave_way(self, counts: Counts) -> str:
        """Say what the share is and what it should be."""
        n, k = counts.get(self.whole, 0), counts.get(self.part, 0)
        low, high = self._allowed(n)
        wanted = f"{low}" if low == high else f"{low} to {high}" if self.high < 1 else f"at least {low}"
        return f"{self.name}: {k} of {n}, though the blueprint asks for {wanted}"


def rules_of(blueprint: Blueprint, length: int) -> list[Rule]:
    """Return the rules of a blueprint for a form of `length` items.

    Bounds are given for the blueprint's own length; where a form is shorter or longer, they are scaled with it.
    """
    scale = length / blueprint.items
    rules: list[Rule] = []
    for kind, bounds in (
        ("template", blueprint.templates),
        ("family", blueprint.families),
        ("topic", blueprint.topics),
        ("difficulty", blueprint.difficulty),
    ):
        rules += (_between(kind, name, b, scale) for name, b in bounds.items())
    low, high = blueprint.supported
    names = {"claim": "claims that hold among those judged", "finding": "findings that back among those weighed"}
    rules += (ShareOf(SOUND[of], WHOLE[of], name, low, high) for of, name in names.items())
    clean = "clean passages among those searched for an issue"
    rules.append(ShareOf(SOUND["passage"], WHOLE["passage"], clean, blueprint.clean))
    return rules


def _between(kind: str, name: str, bounds: Bounds, scale: float) -> Between:
    most = None if bounds.max is None else ceil(bounds.max * scale)
    return Between(f"{kind}:{name}", f"questions with {kind} {name}", floor(bounds.min * scale), most)


def spread(item_features: tuple[Feature, ...]) -> Iterator[tuple[Feature, float]]:
    """Yield the features that should not pile up, with the weight of each pair of items that share one.

    Difficulty is not among them: it goes with the key (a backed finding is easier than an undecided one), so that
    evening it out would make one label of a scale the key more often than the others.
    """
    for feature in item_features:
        for beginning, weight in SPREAD.items():
            if feature.startswith(beginning) or (beginning == KEYS and KEYS in feature):
                yield feature, weight
