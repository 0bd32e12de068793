"""test-wise-strategy: a rule of thumb finds the right options of a template without the questions.

Who has sat many tests takes the longest option, the most careful one, or the one that has most in common with the
others, and knows nothing (Haladyna, Downing and Rodriguez 2002: give no clues). Over all questions that a template
makes of the bank, each of these is tried: the longest, the shortest, the one with most hedges, with fewest absolute
words, with most words that the other options have, with most digits, the first and the last. A strategy is told of if
it finds the key so often that luck would explain it in fewer than 5 of 100 banks, all eight together (binomial).

The options of a scale are the same words in the same order in every question, and a quiz takes its answers in turn; so
only this is told there: that an answer is offered so often and is never right. This is a warning.

Pass:

    items:
      - {id: a, interaction: choice, stem: What was lent?, why: So it says., sources: [daily], options: [
          {text: books, right: true, why: Yes.}, {text: some films, why: No.}, {text: maps, why: No.}]}
      - {id: b, interaction: choice, stem: What was read?, why: So it says., sources: [daily], options: [
          {text: poems by pupils, right: true, why: Yes.}, {text: plays, why: No.}, {text: letters, why: No.}]}
      - {id: c, interaction: choice, stem: What was sold?, why: So it says., sources: [daily], options: [
          {text: shelves, right: true, why: Yes.}, {text: chairs from the hall, why: No.}, {text: lamps, why: No.}]}
      - {id: d, interaction: choice, stem: What was lost?, why: So it says., sources: [daily], options: [
          {text: keys, right: true, why: Yes.}, {text: a cat, why: No.}, {text: two umbrellas, why: No.}]}
      - {id: e, interaction: choice, stem: What was found?, why: So it says., sources: [daily], options: [
          {text: a list of names, right: true, why: Yes.}, {text: coins, why: No.}, {text: a ring, why: No.}]}

Fail:

    items:
      - {id: a, interaction: choice, stem: What was lent?, why: So it says., sources: [daily], options: [  # told
          {text: books and films, right: true, why: Yes.}, {text: some art, why: No.}, {text: maps, why: No.}]}
      - {id: b, interaction: choice, stem: What was read?, why: So it says., sources: [daily], options: [
          {text: poems by pupils, right: true, why: Yes.}, {text: plays, why: No.}, {text: letters, why: No.}]}
      - {id: c, interaction: choice, stem: What was sold?, why: So it says., sources: [daily], options: [
          {text: shelves and a desk, right: true, why: Yes.}, {text: old chairs, why: No.}, {text: lamps, why: No.}]}
      - {id: d, interaction: choice, stem: What was lost?, why: So it says., sources: [daily], options: [
          {text: keys and a card, right: true, why: Yes.}, {text: a cat, why: No.}, {text: umbrellas, why: No.}]}
      - {id: e, interaction: choice, stem: What was found?, why: So it says., sources: [daily], options: [
          {text: a list of names, right: true, why: Yes.}, {text: coins, why: No.}, {text: a ring, why: No.}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizgen.bank.findings import Path
from quizgen.checks.rule import Fault
from quizgen.checks.strategies import STRATEGIES, Trial, never_right, trials
from quizgen.checks.subject import Subject
from quizgen.forms.arrangement import arranged
from quizgen.items import Choice, Item
from quizgen.source_text import shown

CODE = "test-wise-strategy"
BOUND = 0.05 / len(STRATEGIES)
NAMED = 6
"""How many of the entries concerned are named."""
SECTIONS = ("claims", "passages", "items")
"""The sections of a bank that questions are made of, in the order of the file."""


def of_items(subject: Subject, items: Sequence[Item]) -> Iterator[Fault]:
    """Yield the strategies that work, template by template."""
    templates: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if isinstance(item.body, Choice):
            templates[item.template].append(item)
    for template, asked in templates.items():
        if isinstance(asked[0].body, Choice) and asked[0].body.fixed:
            yield from _of_scale(subject, template, asked)
        else:
            # As the bank yields them, the right option comes first.
            for trial in trials(arranged(asked, subject.bank.id)):
                if trial.chance < BOUND:
                    yield _leak(subject, template, trial)


def _leak(subject: Subject, template: str, trial: Trial) -> Fault:
    first, names = _named(subject, trial.hits)
    message = (
        f"in {len(trial.hits)} of {trial.tried} questions of {template} a right option is {trial.strategy.takes}, "
        f"and by chance it would be in {trial.expected:.1f}: {names}"
    )
    return Fault(first, message, trial.strategy.help)


def _of_scale(subject: Subject, template: str, asked: Sequence[Item]) -> Iterator[Fault]:
    for answer, offered, chance in never_right(asked):
        if chance < BOUND:
            first, _ = _named(subject, asked)
            message = f"in {offered} questions of {template} the answer “{shown(answer)}” is offered and never right"
            yield Fault(first, message, "write entries for which it is")


def _named(subject: Subject, items: Sequence[Item]) -> tuple[Path, str]:
    """Return the place of the first of the entries that items are made of, in the order of the file, and the names."""
    places = {subject.places[name]: name for item in items for name in item.provenance.entries}
    ordered = sorted(places, key=lambda path: (SECTIONS.index(str(path[0])), path[1]))
    names = [f"`{places[path].split(':')[1]}`" for path in ordered]
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ordered[0], ", ".join(names[:NAMED]) + rest
