"""Run the checks on a bank, on the questions that it yields, and on quizzes made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from quizgen.bank import Bank, LoadedBank
from quizgen.bank.findings import entry_name
from quizgen.checks.ignores import Ignores
from quizgen.checks.paper import Paper, is_plenty
from quizgen.checks.question import question_of
from quizgen.checks.reading_codes import READING
from quizgen.checks.rule import Fault, Rule
from quizgen.checks.rules import RULES
from quizgen.checks.subject import Subject
from quizgen.diagnostics import Diagnostic
from quizgen.errors import NothingToAskError
from quizgen.forms import Form, build_form
from quizgen.generators import handwritten, outcomes
from quizgen.items import Item
from quizgen.material import Declined

Told = tuple[str, Fault]
"""A fault with the code of the check that found it."""


def check_bank(loaded: LoadedBank, outcomes: Iterable[Item | Declined] | None = None) -> list[Diagnostic]:
    """Return everything that the checks find in a bank, in the order of the file; nothing for one with errors.

    Args:
        loaded: The bank.
        outcomes: What the bank's generators said, as `quizgen.generators.outcomes` yields it for the seed 0. Without it
            only what the author wrote is looked at, handwritten questions included.
    """
    bank = loaded.bank
    if bank is None:
        return []
    subject, ignores = Subject(bank, loaded.drafts), Ignores(loaded, bank)
    whole = outcomes is not None
    items = [o for o in (_handwritten(bank) if outcomes is None else outcomes) if not isinstance(o, Declined)]
    papers = _sample_papers(loaded, subject, items) if whole else ()
    # What has looked at all questions together has seen those of every quiz.
    quizzes = [rule for rule in RULES.values() if rule.of_items is None]
    told = [*_of_bank(subject), *_of_items(subject, items), *_of_all_items(subject, items)]
    told += _of_papers(papers, quizzes)
    ran = {code for code, rule in RULES.items() if whole or not rule.needs_items}
    return sorted([*_placed(loaded, bank, ignores, told), *ignores.diagnostics(RULES, ran, READING)])


def check_form(form: Form, loaded: LoadedBank) -> list[Diagnostic]:
    """Return what the checks find in a form of a bank, at the places of the bank where it can be mended.

    Raises:
        BankNotUsableError: if the bank has errors.
    """
    bank = loaded.usable()
    subject = Subject(bank)
    paper = Paper(subject, [entry.item for entry in form.items], form.blueprint, form.gave_way)
    return sorted(_placed(loaded, bank, Ignores(loaded, bank), _of_papers([paper], RULES.values())))


def _handwritten(bank: Bank) -> Iterator[Item | Declined]:
    return outcomes(bank, templates=[handwritten.ID])


def _of_bank(subject: Subject) -> Iterator[Told]:
    for rule in RULES.values():
        if rule.of_bank is not None:
            yield from ((rule.code, fault) for fault in rule.of_bank(subject))


def _of_items(subject: Subject, items: Sequence[Item]) -> Iterator[Told]:
    rules = [(rule.code, rule.of_item) for rule in RULES.values() if rule.of_item is not None]
    for item in items:
        question = question_of(subject, item)
        if question is not None:
            for code, check in rules:
                yield from ((code, fault) for fault in check(question))


def _of_all_items(subject: Subject, items: Sequence[Item]) -> Iterator[Told]:
    for rule in RULES.values():
        if rule.of_items is not None:
            yield from ((rule.code, fault) for fault in rule.of_items(subject, items))


def _of_papers(papers: Iterable[Paper], rules: Collection[Rule]) -> Iterator[Told]:
    for paper in papers:
        for rule in rules:
            if rule.of_form is not None:
                yield from ((rule.code, fault) for fault in rule.of_form(paper))


def _sample_papers(loaded: LoadedBank, subject: Subject, items: Sequence[Item]) -> Iterator[Paper]:
    """Yield a quiz for each blueprint of the bank, made by the seed 0; one without questions is a paper without any.

    Where the author wrote none, the common one is tried, unless there is such plenty that it can always be met.
    """
    if not subject.bank.blueprints and is_plenty(items):
        return
    for name in subject.bank.blueprints or ("default",):
        try:
            form = build_form(loaded, blueprint=name, items=items)
        except NothingToAskError:
            yield Paper(subject, (), name, ())
        else:
            yield Paper(subject, [entry.item for entry in form.items], name, form.gave_way)


def _placed(loaded: LoadedBank, bank: Bank, ignores: Ignores, told: Iterable[Told]) -> list[Diagnostic]:
    """Return the faults that are not ignored as diagnostics, each once."""
    ids = {
        "claims": [claim.id for claim in bank.claims],
        "passages": [passage.id for passage in bank.passages],
        "items": [item.id for item in bank.items],
    }
    found: dict[Diagnostic, None] = {}
    for code, (path, message, help_, severity, key) in told:
        if not ignores.covers(code, path):
            entry = entry_name(path, ids)
            words = f"{message} in {entry}" if entry else message
            found[Diagnostic(loaded.source.locate(path, key=key), code, words, help_, severity)] = None
    return list(found)
