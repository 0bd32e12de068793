"""What a caller can do wrong: one exception class per cause, each with its own sentence.

An author's mistake in a bank is never one of these; it is a `quizgen.diagnostics.Diagnostic`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.diagnostics import Diagnostic
    from quizgen.records.attempt import Answer


LAST_PORT = 65535


class QuizgenError(Exception):
    """Anything that quizgen refuses to do for its caller; the message says what to do instead."""


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.8)
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
        super().__init__(f"the bank `{bank}` yields no question for this choice; choose other templates or enrich it")


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


class ArticleNotReadableError(QuizgenError):
    """An article cannot be read from a file; `problem` and `help` tell why, and what to do."""

    def __init__(self, file: str, problem: str, help: str) -> None:  # noqa: A002  (the name it has in a diagnostic)
        self.problem, self.help = problem, help
        super().__init__(f"{file} {problem}; {help}")


class RecordsError(QuizgenError):
    """The database of attempts cannot be used; nothing of the step that failed was saved, all before it was."""


class DatabaseUrlError(RecordsError):
    """The address of the database cannot be used. It is not repeated, for it may hold a password."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"the database address cannot be used: {problem}; write it as `sqlite:////folder/quizgen.db` or "
            "`postgresql://user:password@host/database`"
        )


class DatabaseDriverError(RecordsError):
    """PostgreSQL was asked for and its driver is not installed."""

    def __init__(self) -> None:
        super().__init__("PostgreSQL needs a driver that is not installed; run `pip install 'quizgen[postgresql]'`")


class DatabaseUnreachableError(RecordsError):
    """There is no database at the address, or no server that answers."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the database {database} cannot be reached; check its address, and that its folder exists or its server "
            "runs"
        )


class DatabaseLoginError(RecordsError):
    """The server refuses the user, the password or the name of the database."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the server of {database} lets nobody in with these names; check the user, the password and the database "
            "in QUIZGEN_DATABASE_URL"
        )


class DatabaseNotWritableError(RecordsError):
    """The database can be read at best."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"{database} cannot be written, so the last step was not saved; allow this user to write there, or choose "
            "another place in QUIZGEN_DATABASE_URL"
        )


class DatabaseFullError(RecordsError):
    """The disk has no room, or fails."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the disk of {database} is full or fails, so the last step was not saved; free some space and try again"
        )


class DatabaseBusyError(RecordsError):
    """Another program holds the database, for longer than we wait."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the database {database} was busy for too long, so the last step was not saved; try again, and close "
            "other programs that use it"
        )


class DatabaseDamagedError(RecordsError):
    """The file is damaged or was never a database."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"{database} is not a database, or is damaged; move the file away, or name another in QUIZGEN_DATABASE_URL"
        )


class NewerDatabaseError(RecordsError):
    """The database was made by a later version of quizgen."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the database {database} was made by a later version of quizgen; update quizgen, or name another database "
            "in QUIZGEN_DATABASE_URL"
        )


class UnreadableFormError(RecordsError):
    """The form of an attempt is kept in a shape that this version of quizgen does not read."""

    def __init__(self) -> None:
        super().__init__(
            "this quiz was made by another version of quizgen and cannot be shown here; nothing is lost: run that "
            "version to see it again, or start the quiz anew"
        )


class UnknownAttemptError(QuizgenError):
    """A token leads to no attempt."""

    def __init__(self) -> None:
        super().__init__("this attempt is not here, or no longer; start the quiz again from the list of quizzes")


class AttemptClosedError(QuizgenError):
    """An attempt was to be changed after it was handed in."""

    def __init__(self) -> None:
        super().__init__("this attempt was handed in and can no longer be changed; see its results, or start a new one")


class AlreadyAnsweredError(QuizgenError):
    """A final answer was to be replaced by another; `answer` is the one that stands."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__("this question was answered already, perhaps in another window; the first answer stands")


class QuestionNumberError(QuizgenError):
    """A question number was asked for that the form does not have."""

    def __init__(self, number: int, last: int) -> None:
        super().__init__(f"there is no question {number}; this quiz has questions 1 to {last}")


class UnknownConfidenceError(QuizgenError):
    """A response comes with a word of confidence that is not one of the scale's."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_known("confidence", name, known))


class NicknameError(QuizgenError):
    """A nickname cannot be kept."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"choose a nickname of at most {longest} ordinary characters on one line, or leave it empty")


class BaseUrlError(QuizgenError):
    """The address of the app, as given for a QR code, is no web address."""

    def __init__(self, address: str) -> None:
        super().__init__(f"`{address}` is no web address for a QR code; write it as https://quiz.example.org")


class MissingGlyphError(QuizgenError):
    """A text holds a character that no font of the sheet has, so it would be printed as an empty box."""

    def __init__(self, character: str, name: str, where: str) -> None:
        code = f"U+{ord(character):04X}"
        shown = f"`{character}` ({code} {name})" if character.isprintable() else f"{code} {name}"
        super().__init__(
            f"no font here has the character {shown}, which stands in {where}; "
            "name a folder with a font that has it: --font-dir FOLDER"
        )


class UnprintableCharacterError(QuizgenError):
    """A text holds a character that steers a text and cannot be printed."""

    def __init__(self, character: str, name: str, where: str) -> None:
        super().__init__(
            f"the control character U+{ord(character):04X} {name} stands in {where} and cannot be printed; "
            "take it out of the bank and make the form anew"
        )


class FontFolderError(QuizgenError):
    """The folder of fonts cannot be used."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"`{folder}` holds no font; name a folder with .ttf, .otf or .ttc files: --font-dir FOLDER")


class TooManyQuestionsError(QuizgenError):
    """A sheet was asked for that is too long to be printed."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(f"{count} questions are too many for one sheet; print at most {most}: --items {most}")


class PortInUseError(QuizgenError):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        other = port + 1 if port < LAST_PORT else port - 1
        super().__init__(f"port {port} is in use by another program; choose another one: --port {other}")


class AddressError(QuizgenError):
    """The host is not an address that can be listened on here."""

    def __init__(self, host: str) -> None:
        super().__init__(f"`{host}` is not an address of this machine, or the port is not free to use; try 127.0.0.1")
