"""Choose the items of a form: a seeded search that meets the blueprint, or says which rule gave way.

A search rather than an integer program: the program's optimum may differ between versions of a solver and between
machines, and a form must be the same byte for byte everywhere. The search builds a form item by item, always adding the
one that costs least (demands not met first, then variety), and then exchanges items while that mends a demand. It is
begun anew from other draws a few times, and last looks at whole sets one by one, before a rule is given up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quizgen.draws import Draws
from quizgen.forms.rules import AT_MOST, Feature, Rule, features, spread
from quizgen.items import Item

STARTS = 6
"""How often the search is begun anew before a rule is given up."""
PER_KIND = (16, 16, 64)
"""How many items of one kind the first starts look at; the later ones look at all of them."""
MOST_SETS = 20_000
"""How many sets of items are looked at one by one before a rule is given up: all of them, for a small bank."""
MOST_FAVOUR = 2.9
"""The greatest favour that a kind of item can be drawn; less than two items of one template weigh."""
UNSETTLED = 0.65
"""What becomes of the favour of claims that the evidence leaves open: most verdicts are on claims that it settles."""
DEMAND = 1000.0
"""Cost of an item by which a demand is missed; variety costs far less."""


@dataclass(frozen=True)
class Candidate:
    """An item with what the search needs to know of it; `kind` are the features that the rules look at."""

    item: Item
    kind: tuple[Feature, ...]
    features: tuple[Feature, ...]
    spread: tuple[tuple[Feature, float], ...]
    favour: float
    capped: tuple[tuple[Feature, int], ...]

    @classmethod
    def of(cls, item: Item, kind: tuple[Feature, ...], favour: float) -> Candidate:
        """Work out an item's features once."""
        found = features(item)
        capped = tuple((f, most) for f in found for start, most in AT_MOST.items() if f.startswith(start))
        return cls(item, kind, found, tuple(spread(found)), favour, capped)


@dataclass
class Chosen:
    """The items chosen so far, with the counts that rules look at."""

    items: list[Candidate] = field(default_factory=list)
    counts: Counter[Feature] = field(default_factory=Counter)
    marks: set[str] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in."""
        self.items.append(candidate)
        self.counts.update(candidate.features)
        self.marks.update(candidate.item.exclusive)

    def remove(self, candidate: Candidate) -> None:
        """Put a candidate back."""
        self.items.remove(candidate)
        self.counts.subtract(candidate.features)
        self.marks.difference_update(candidate.item.exclusive)

    def admits(self, candidate: Candidate) -> bool:
        """Whether a candidate is no enemy of a chosen item and goes over no cap."""
        return self.marks.isdisjoint(candidate.item.exclusive) and all(
            self.counts[f] < most for f, most in candidate.capped
        )

    def missed(self, rules: Iterable[Rule]) -> int:
        """Return by how many items the rules are missed."""
        return sum(rule.miss(self.counts) for rule in rules)

    def crowding(self, candidate: Candidate) -> float:
        """Return what it costs in variety to have this candidate among the others."""
        counts = self.counts
        return sum([weight * counts[f] for f, weight in candidate.spread])


def select(items: Sequence[Item], rules: Sequence[Rule], length: int, *draw: object) -> tuple[list[Item], list[str]]:
    """Return at most `length` items that meet the rules as far as they can, and what gave way in plain sentences."""
    kinds = _kinds(items, rules)
    reachable = (0, _unavoidable(kinds, rules))
    best: Chosen | None = None
    best_cost = (0, 0)
    for start in range(STARTS):
        candidates = _drawn(kinds, PER_KIND[start] if start < len(PER_KIND) else None, Draws(*draw, start))
        chosen = _build(candidates, rules, length)
        _lengthen(chosen, candidates, length)
        _mend(chosen, candidates, rules)
        cost = (length - len(chosen.items), chosen.missed(rules))
        if best is None or cost < best_cost:
            best, best_cost = chosen, cost
        if best_cost <= reachable:
            break
    else:
        best = _every_way(candidates, rules, length) or best
    assert best is not None  # noqa: S101  (STARTS is at least 1)
    gave_way = [rule.gave_way(best.counts) for rule in rules if rule.miss(best.counts)]
    if len(best.items) < length:
        short = f"questions: {len(best.items)}, though {length} are asked for; the others would share entries"
        gave_way.insert(0, short)
    return [c.item for c in best.items], gave_way


Kinds = dict[tuple[Feature, ...], list[Item]]


def _kinds(items: Sequence[Item], rules: Sequence[Rule]) -> Kinds:
    """Return the items by what the rules see of them, and by template and key."""
    seen = {feature for rule in rules for feature in rule.counted}
    kinds: Kinds = {}
    for item in items:
        kind = tuple(f for f in features(item) if f in seen or f.startswith("template:") or "/key:" in f)
        kinds.setdefault(kind, []).append(item)
    return kinds


def _unavoidable(kinds: Kinds, rules: Sequence[Rule]) -> int:
    """Return by how many items the rules are missed whatever is chosen, so that nothing better is looked for."""
    available: Counter[Feature] = Counter()
    for kind, items in kinds.items():
        available.update(dict.fromkeys(kind, len(items)))
    return sum(rule.unavoidable(available) for rule in rules)


def _drawn(kinds: Kinds, most: int | None, draws: Draws) -> list[Candidate]:
    """Return candidates of every kind in a drawn order, at most so many of each: the rest differ by the draw alone.

    Each label of a scale gets a drawn favour, greater than what variety of topics can weigh: so every label has about
    the same chance to be the key, however many items of it the bank has and whatever they are about.
    """
    drawn: list[Candidate] = []
    for kind, items in kinds.items():
        favour = MOST_FAVOUR * draws.below(1000) / 1000 * (UNSETTLED if _leaves_open(items[0]) else 1)
        some = items if most is None or len(items) <= most else draws.sampled(items, most)
        drawn += (Candidate.of(item, kind, favour) for item in some)
    return draws.shuffled(drawn)


def _leaves_open(item: Item) -> bool:
    return item.judgement is not None and item.judgement.of == "claim" and item.judgement.sound is None


def _build(candidates: Sequence[Candidate], rules: Sequence[Rule], length: int) -> Chosen:
    chosen = Chosen()
    for _ in range(length):
        remaining = length - len(chosen.items) - 1
        missing: dict[tuple[Feature, ...], float] = {}
        cheapest: tuple[float, Candidate] | None = None
        for candidate in candidates:
            if not chosen.admits(candidate):
                continue
            demand = missing.get(candidate.kind)
            if demand is None:
                demand = missing[candidate.kind] = _unmet_with(chosen, candidate, rules, remaining)
            cost = demand + chosen.crowding(candidate) - candidate.favour
            if cheapest is None or cost < cheapest[0]:
                cheapest = cost, candidate
        if cheapest is None:
            break
        chosen.add(cheapest[1])
    return chosen


def _unmet_with(chosen: Chosen, candidate: Candidate, rules: Sequence[Rule], remaining: int) -> float:
    """Return the cost of what a candidate leaves unmet; what the remaining places can still meet costs little."""
    chosen.counts.update(candidate.kind)
    missed = chosen.missed(rules)
    chosen.counts.subtract(candidate.kind)
    return DEMAND * max(0, missed - remaining) + 2.0 * missed


def _lengthen(chosen: Chosen, candidates: Sequence[Candidate], length: int) -> None:
    """Exchange one chosen item for two others as long as the form is short of items."""
    while len(chosen.items) < length:
        exchange = next(filter(None, (_two_for(out, chosen, candidates) for out in list(chosen.items))), None)
        if exchange is None:
            return
        out, *others = exchange
        chosen.remove(out)
        for other in others:
            chosen.add(other)


def _two_for(
    out: Candidate, chosen: Chosen, candidates: Sequence[Candidate]
) -> tuple[Candidate, Candidate, Candidate] | None:
    """Return `out` with two items that could both stand in its place, if there are two among the first that could."""
    chosen.remove(out)
    admitted = list(islice((c for c in candidates if c is not out and chosen.admits(c)), PER_KIND[-1]))
    found: tuple[Candidate, Candidate, Candidate] | None = None
    for first in admitted:
        chosen.add(first)
        second = next((c for c in admitted if c is not first and chosen.admits(c)), None)
        chosen.remove(first)
        if second is not None:
            found = out, first, second
            break
    chosen.add(out)
    return found


def _every_way(candidates: Sequence[Candidate], rules: Sequence[Rule], length: int) -> Chosen | None:
    """Return a form that meets every rule, looking at sets of candidates one by one until `MOST_SETS` are looked at."""
    chosen = Chosen()
    looked_at = 0

    def complete(start: int) -> bool:
        nonlocal looked_at
        if len(chosen.items) == length:
            return chosen.missed(rules) == 0
        for place in range(start, len(candidates) - (length - len(chosen.items)) + 1):
            candidate = candidates[place]
            looked_at += 1
            if looked_at > MOST_SETS:
                return False
            if chosen.admits(candidate):
                chosen.add(candidate)
                if complete(place + 1):
                    return True
                chosen.remove(candidate)
        return False

    return chosen if complete(0) else None


def _mend(chosen: Chosen, candidates: Sequence[Candidate], rules: Sequence[Rule]) -> None:
    """Exchange chosen items for others as long as that lessens what is missed."""
    missed = chosen.missed(rules)
    while missed:
        exchange = _exchange(chosen, candidates, rules, missed)
        if exchange is None:
            return
        out, into, missed = exchange
        chosen.remove(out)
        chosen.add(into)


def _exchange(
    chosen: Chosen, candidates: Sequence[Candidate], rules: Sequence[Rule], missed: int
) -> tuple[Candidate, Candidate, int] | None:
    for out in list(chosen.items):
        chosen.remove(out)
        tried: set[tuple[Feature, ...]] = set()
        found: tuple[Candidate, Candidate, int] | None = None
        for into in candidates:
            if into.kind in tried or not chosen.admits(into):
                continue
            tried.add(into.kind)
            chosen.counts.update(into.kind)
            now = chosen.missed(rules)
            chosen.counts.subtract(into.kind)
            if now < missed:
                found = out, into, now
                break
        chosen.add(out)
        if found:
            return found
    return None
