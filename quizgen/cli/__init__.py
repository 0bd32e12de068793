"""The command line, one module a command; it parses, calls and prints, nothing else.

Exit codes: 0 done and clean, 1 errors in what was read or written, 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from quizgen.cli.check import check
from quizgen.cli.diagnostics import DiagnosticFormat, print_diagnostics
from quizgen.cli.draft import draft
from quizgen.cli.explain import explain
from quizgen.cli.fmt import fmt
from quizgen.cli.generate import generate
from quizgen.cli.grade import grade
from quizgen.cli.new import new
from quizgen.cli.preview import preview
from quizgen.cli.schema import schema
from quizgen.cli.serve import serve
from quizgen.cli.worksheet import worksheet
from quizgen.errors import BankNotUsableError, QuizgenError, UnknownBlueprintError, UnknownTemplateError
from quizgen.version import __version__

COMMANDS: dict[Callable[..., None], str] = {
    new: 'quizgen new my-article --article "Our garden feeds the town" --published 2024-05-10',
    draft: "quizgen draft article.html -o question_banks/my-article.yaml",
    check: "quizgen check question_banks --format github",
    explain: "quizgen explain judging-words",
    fmt: "quizgen fmt question_banks --check",
    generate: "quizgen generate kim-putin-summit --items 12 --seed 7 --format markdown",
    worksheet: "quizgen worksheet kim-putin-summit --versions 2 --format pdf,docx --out sheets",
    grade: "quizgen grade form.json responses.json",
    schema: "quizgen schema -o bank.schema.json",
    preview: "quizgen preview question_banks/my-article.yaml",
    serve: "quizgen serve --banks question_banks --port 8501",
}
"""Every command, in the order of the help, with an example of its use."""

DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says where standard output leads to a disk that is full or fails."""

app = typer.Typer(
    name="quizgen",
    help="Media-literacy quizzes from curated claims and the sources that check them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command, _example in COMMANDS.items():
    app.command(epilog=f"Example: {_example}")(_command)


def main() -> None:
    """Run the command line; a refusal is one line on standard error and exit code 2, or 1 where a file is at fault."""
    try:
        app()
    except BankNotUsableError as error:
        print_diagnostics(error.diagnostics, DiagnosticFormat.TEXT)
        raise SystemExit(1) from None
    except QuizgenError as error:
        print(f"quizgen: {error}", file=sys.stderr)  # noqa: T201
        usage = isinstance(error, UnknownTemplateError | UnknownBlueprintError)
        raise SystemExit(2 if usage else 1) from None
    except BrokenPipeError:
        # The reader of our output, such as `head`, has had enough: that is its right.
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        if error.errno not in DISK_ERRORS:
            raise
        print(f"quizgen: the output cannot be written: {error.strerror}", file=sys.stderr)  # noqa: T201
        _discard_output()
        raise SystemExit(1) from None


def _discard_output() -> None:
    """Send what is still to be printed nowhere: Python writes it at its end, and would fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Tell it.")] = False,
) -> None:
    """Media-literacy quizzes from curated claims and the sources that check them."""
