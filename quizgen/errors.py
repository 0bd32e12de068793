"""What a caller can do wrong: one exception class per cause, each with its own sentence.

An author's mistake in a bank is never one of these; it is a `quizgen.diagnostics.Diagnostic`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.diagnostics import Diagnostic


class QuizgenError(Exception):
    """Anything that quizgen refuses to do for its caller; the message says what to do instead."""


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    hint = f"; did you mean `{near[0]}`?" if near else f"; there are: {', '.join(names) or 'none'}"
    return f"there is no {kind} `{name}`{hint}"


class UnknownTemplateError(QuizgenError):
    """A question template was asked for that does not exist."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_known("question template", name, known))


class UnknownBlueprintError(QuizgenError):
    """A blueprint was asked for that the bank does not hold."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_known("blueprint", name, known))


class UnknownLanguageError(QuizgenError):
    """Wording was asked for in a language that has none."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_known("wording for language", name, known))


class UnknownIssueTypeError(QuizgenError):
    """An issue type was looked up that the taxonomy does not hold."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_known("issue type", name, known))


class BankNotUsableError(QuizgenError):
    """A bank with errors was to be used as if it had none."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("the bank has errors:\n" + "\n".join(str(d) for d in self.diagnostics))


class NothingToAskError(QuizgenError):
    """A form was to be made of no items at all."""

    def __init__(self, bank: str) -> None:
        super().__init__(f"the bank `{bank}` yields no item for this choice; see `quizgen check` for what would unlock one")


class ResponseShapeError(QuizgenError):
    """A response does not fit the item it answers."""

    def __init__(self, item: str, problem: str) -> None:
        super().__init__(f"the response to `{item}` does not fit: {problem}")


class UnknownItemError(QuizgenError):
    """A response names an item that the form does not hold."""

    def __init__(self, item: str, known: Iterable[str]) -> None:
        super().__init__(_known("item in this form called", item, known))


class FileShapeError(QuizgenError):
    """A file that quizgen wrote, or was to have written, does not hold what it should."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


class UnsupportedInteractionError(QuizgenError):
    """An output cannot carry an item's interaction."""

    def __init__(self, output: str, item: str) -> None:
        super().__init__(f"{output} cannot carry the item `{item}`")
