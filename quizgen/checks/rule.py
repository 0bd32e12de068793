"""What a check is: its code, the scopes in which it looks, its documentation, and the faults that it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from quizgen.bank.findings import Path
from quizgen.diagnostics import Severity

if TYPE_CHECKING:
    from quizgen.checks.paper import Paper
    from quizgen.checks.question import Question
    from quizgen.checks.subject import Subject
    from quizgen.items import Item


class Fault(NamedTuple):
    """One thing that is poorly made, at the path of the field in which an author can mend it.

    `message` says what is wrong and `help` how to mend it; `key` says that the name of the field is meant and not its
    value. The entry's id is added to the message by whoever runs the check.
    """

    path: Path
    message: str
    help: str
    severity: Severity = Severity.WARNING
    key: bool = False


@dataclass(frozen=True)
class Rule:
    """A check: its code, the docstring of its module, and what it does in each scope in which it looks.

    `of_bank` looks at what an author wrote, `of_item` at one question that the bank yields, `of_items` at all of them
    together, `of_form` at questions that stand in one quiz.
    """

    code: str
    told: str
    of_bank: Callable[[Subject], Iterator[Fault]] | None = None
    of_item: Callable[[Question], Iterator[Fault]] | None = None
    of_items: Callable[[Subject, Sequence[Item]], Iterator[Fault]] | None = None
    of_form: Callable[[Paper], Iterator[Fault]] | None = None

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """Return the check that a module holds: its `CODE`, its docstring, and one function or more for the scopes."""
        scopes = {name: getattr(module, name, None) for name in ("of_bank", "of_item", "of_items", "of_form")}
        return cls(module.CODE, module.__doc__ or "", **scopes)

    @property
    def needs_items(self) -> bool:
        """Whether it looks at questions, so that it says nothing where none were made."""
        return any((self.of_item, self.of_items, self.of_form))


def table(modules: Iterable[ModuleType]) -> dict[str, Rule]:
    """Return the checks of the modules by their codes."""
    return {rule.code: rule for rule in map(Rule.of, modules)}
