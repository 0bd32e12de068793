"""key-position: the right option stands at one place too often.

Readers who know nothing have learnt that the answer is (b) or (c), and notice when it is; the place of the key has to
vary (Haladyna, Downing and Rodriguez 2002). A quiz shuffles options, but not those that keep their order, and there the
author's habit shows. Told of are fifteen questions or more with as many options, if chance would spread the places so
unevenly in fewer than 5 of 100 cases (χ²); five or more whose keys all stand at one place; and, in a quiz, one place
four times in a row. This is a warning.

Pass:

    items:
      - {id: a, interaction: choice, keep_order: true, stem: In 2018?, why: Lent., sources: [daily], options: [
          {text: 10, right: true, why: Lent.}, {text: 20, why: Sold.}, {text: 30, why: Sold.}]}
      - {id: b, interaction: choice, keep_order: true, stem: In 2019?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: c, interaction: choice, keep_order: true, stem: In 2020?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: d, interaction: choice, keep_order: true, stem: In 2021?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: e, interaction: choice, keep_order: true, stem: In 2022?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, why: Sold.}, {text: 30, right: true, why: Lent.}]}

Fail:

    items:
      - {id: a, interaction: choice, keep_order: true, stem: In 2018?, why: Lent., sources: [daily], options: [  # told
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: b, interaction: choice, keep_order: true, stem: In 2019?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: c, interaction: choice, keep_order: true, stem: In 2020?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: d, interaction: choice, keep_order: true, stem: In 2021?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
      - {id: e, interaction: choice, keep_order: true, stem: In 2022?, why: Lent., sources: [daily], options: [
          {text: 10, why: Sold.}, {text: 20, right: true, why: Lent.}, {text: 30, why: Sold.}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.bank.findings import Path
from quizgen.checks.paper import Paper
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.items import Choice

CODE = "key-position"
FEWEST = 15
ALL_ALIKE = 5
LONGEST_RUN = 3
BOUND = {1: 3.841, 2: 5.991, 3: 7.815, 4: 9.488, 5: 11.070}
"""What χ² exceeds by chance in 5 of 100 cases, by its degrees of freedom."""


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the first of the handwritten questions whose options keep their order, if their keys stand at one place."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    first: dict[int, Path] = {}
    for path, item in numbered("items", bank.bank.items):
        right = [i for i, option in enumerate(item.options) if option.right]
        if item.interaction == "choice" and item.keep_order and len(right) == 1:
            places[len(item.options)].append(right[0])
            first.setdefault(len(item.options), (*path, "options"))
    for size, keys in places.items():
        if uneven(keys, size) or (len(keys) >= ALL_ALIKE and len(set(keys)) == 1):
            message = f"of {len(keys)} questions that keep their order, {_most(keys)} have the key at one place"
            yield Fault(first[size], message, "turn the order of some round, or change what is asked", key=True)


def of_form(paper: Paper) -> Iterator[Fault]:
    """Yield the first question that keeps its order, if the keys of a quiz stand at one place too often.

    Where none does, the places are drawn by quizgen; and scales are another matter.
    """
    keys: list[tuple[int, int]] = []
    kept: Path = ()
    for item in paper.items:
        body = item.body
        entry = item.provenance.entries[0]
        if isinstance(body, Choice) and (not body.fixed or entry.startswith("item:")):
            if body.fixed:
                kept = kept or (*paper.subject.places[entry], "options")
            keys.append((len(body.options), [option.id for option in body.options].index(body.key[0])))
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    for size, place in keys:
        by_size[size].append(place)
    runs = [len(list(run)) for _, run in groupby(place for _, place in keys)]
    help_ = "let fewer questions keep their order"
    if not kept:
        return
    if any(uneven(places, size) for size, places in by_size.items()):
        yield Fault(kept, "in a quiz of this bank the keys stand at one place too often", help_, key=True)
    elif max(runs, default=0) > LONGEST_RUN:
        message = f"in a quiz of this bank the key stands at one place {max(runs)} times in a row"
        yield Fault(kept, message, help_, key=True)


def uneven(places: Sequence[int], size: int) -> bool:
    """Whether so many keys are spread over as many places so unevenly that chance hardly would."""
    if len(places) < FEWEST or size - 1 not in BOUND:
        return False
    expected = len(places) / size
    return sum((places.count(i) - expected) ** 2 / expected for i in range(size)) > BOUND[size - 1]


def _most(keys: Sequence[int]) -> int:
    return max(keys.count(place) for place in set(keys))
