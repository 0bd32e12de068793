"""The command line: `quizgen check`, `generate`, `grade` and `serve`; it parses, calls and prints, nothing else.

Exit codes: 0 done and clean, 1 errors in what was read or written, 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quizgen.bank import Bank, LoadedBank, load_bank, same_ids
from quizgen.diagnostics import FORMATS, Diagnostic, has_errors
from quizgen.errors import LAST_PORT, BankNotUsableError, QuizgenError, UnknownBlueprintError, UnknownTemplateError
from quizgen.exchange import form_markdown, write_whole
from quizgen.forms import Form, build_versions, everything, read_responses
from quizgen.generators import GENERATORS, outcomes
from quizgen.items import Item
from quizgen.material import Declined
from quizgen.scoring import Answer, make_report
from quizgen.version import __version__

BANKS = Path("question_banks")
SUFFIXES = (".yaml", ".yml")
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


class DiagnosticFormat(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


class FormFormat(StrEnum):
    """How forms are written."""

    JSON = "json"
    MARKDOWN = "markdown"


class Reader(StrEnum):
    """Whom a form is written for."""

    TEACHER = "teacher"
    LEARNER = "learner"


def main() -> None:
    """Run the command line; a refusal is one line on standard error and exit code 2, or 1 where a file is at fault."""
    try:
        app()
    except BankNotUsableError as error:
        _print_diagnostics(error.diagnostics, DiagnosticFormat.TEXT)
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


def _print_diagnostics(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic], form: DiagnosticFormat) -> None:
    if diagnostics or form is DiagnosticFormat.JSON:
        typer.echo(FORMATS[form](diagnostics))


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Tell it.")] = False,
) -> None:
    """Media-literacy quizzes from curated claims and the sources that check them."""


@app.command(epilog="Example: quizgen check question_banks --format github")
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Bank files, or folders of them.")] = None,
    form: Annotated[DiagnosticFormat, typer.Option("--format", help="How to print them.")] = DiagnosticFormat.TEXT,
) -> None:
    """Check banks: every problem with its place and how to mend it."""
    files = {file.resolve(): file for path in paths or [BANKS] for file in _bank_files(path)}
    banks = [load_bank(file) for file in files.values()]
    diagnostics = [d for loaded in banks for d in loaded.diagnostics] + same_ids(banks)
    counts = Counter(banks=len(banks))
    unused: list[str] = []
    for loaded in banks:
        if loaded.bank is not None:
            yielded = list(outcomes(loaded.bank))
            counts["claims"] += len(loaded.bank.claims)
            counts["passages"] += len(loaded.bank.passages)
            counts["questions"] += sum(isinstance(outcome, Item) for outcome in yielded)
            unused += _unused(loaded.bank, yielded)
    _print_diagnostics(diagnostics, form)
    if form is DiagnosticFormat.TEXT:
        told = ", ".join(f"{n} {name if n != 1 else name[:-1]}" for name, n in counts.items())
        found = Counter(d.severity.value for d in diagnostics)
        problems = ", ".join(f"{n} {name}{'s' if n != 1 else ''}" for name, n in sorted(found.items()))
        typer.echo("\n".join([f"{told}: {problems or 'no problems'}", *unused]))
    raise typer.Exit(1 if has_errors(diagnostics) else 0)


def _unused(bank: Bank, yielded: Sequence[Item | Declined]) -> Iterator[str]:
    """Yield a sentence on each entry that no question is made of, with what its own main template says of it."""
    used = {entry for outcome in yielded if isinstance(outcome, Item) for entry in outcome.provenance.entries}
    reasons = {(d.template, d.entry): d.reason for d in yielded if isinstance(d, Declined)}
    main = {f"claim:{c.id}": "verdict" for c in bank.claims} | {
        f"passage:{p.id}": "name-the-issue" for p in bank.passages
    }
    for entry, template in main.items():
        if entry not in used:
            kind, name = entry.split(":")
            reason = reasons.get((template, entry), "no template can use it")
            yield f"{bank.id}: {kind} `{name}` yields no question yet; {template} says: {reason}"


def _bank_files(path: Path) -> list[Path]:
    if not path.exists():
        raise typer.BadParameter(f"there is no file or folder `{path}`")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
    if not found:
        raise typer.BadParameter(f"the folder `{path}` holds no bank: a bank is a file that ends in .yaml")
    return found


def _load(bank: Path) -> LoadedBank:
    """Load a bank by its path, or by its id in the banks folder."""
    by_id = BANKS / f"{bank}.yaml"
    path = by_id if not bank.exists() and by_id.exists() else bank
    if not path.exists():
        raise typer.BadParameter(f"there is no bank `{bank}`; name a file such as question_banks/kim-putin-summit.yaml")
    return load_bank(path)


@app.command("generate", epilog="Example: quizgen generate kim-putin-summit --items 12 --seed 7 --format markdown")
def generate_forms(  # noqa: PLR0917  (typer makes an option of each)
    context: typer.Context,
    bank: Annotated[Path, typer.Argument(help="A bank file, or the id of a bank in question_banks.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same quiz.")] = 0,
    items: Annotated[
        int | None, typer.Option(min=1, max=200, help="How many questions; else the blueprint says.")
    ] = None,
    blueprint: Annotated[str, typer.Option(help="The name of one of the bank's blueprints.")] = "default",
    template: Annotated[list[str] | None, typer.Option(help="Use this template only; may be repeated.")] = None,
    versions: Annotated[int, typer.Option(min=1, max=6, help="How many parallel versions: A, B, C …")] = 1,
    everything_: Annotated[bool, typer.Option("--all", help="Every question that the bank yields.")] = False,
    reader: Annotated[Reader, typer.Option("--for", help="A learner's form holds no key or reasons.")] = Reader.TEACHER,
    form_format: Annotated[FormFormat, typer.Option("--format", help="How the quiz is written.")] = FormFormat.JSON,
    output: Annotated[Path | None, typer.Option("-o", "--output", dir_okay=False, help="A file to write to.")] = None,
) -> None:
    """Make a quiz from a bank: chosen by a blueprint, ordered, ready to be presented and graded."""
    for name in template or []:
        if name not in GENERATORS:
            raise UnknownTemplateError(name, GENERATORS)
    loaded = _load(bank)
    if everything_:
        _refuse_beside_all(context, "items", "versions", "blueprint")
        forms = [everything(loaded, seed=seed, templates=template)]
    else:
        forms = build_versions(loaded, versions, blueprint=blueprint, length=items, seed=seed, templates=template)
    for warning in loaded.diagnostics:
        typer.echo(str(warning), err=True)
    for form in forms:
        for rule in form.gave_way:
            typer.echo(f"version {form.version}: {rule}", err=True)
    _write(forms, form_format, reader, output)


def _refuse_beside_all(context: typer.Context, *options: str) -> None:
    for name in options:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise typer.BadParameter(f"--all takes every question once, so --{name} cannot be met; leave one out")


def _write(forms: list[Form], form_format: FormFormat, reader: Reader, output: Path | None) -> None:
    texts = {form.version: _rendered(form, form_format, reader) for form in forms}
    if output is None:
        if form_format is FormFormat.JSON and len(texts) > 1:
            typer.echo("[\n" + ",\n".join(text.rstrip() for text in texts.values()) + "\n]")
        else:
            typer.echo("\n".join(texts.values()), nl=False)
        return
    for version, text in texts.items():
        file = output if len(texts) == 1 else output.with_stem(f"{output.stem}-{version}")
        write_whole(file, text)
        typer.echo(f"wrote {file}", err=True)


def _rendered(form: Form, form_format: FormFormat, reader: Reader) -> str:
    if form_format is FormFormat.MARKDOWN:
        return form_markdown(form, reader.value)
    if reader is Reader.LEARNER:
        return form.shown().model_dump_json(indent=2, exclude_none=True) + "\n"
    return form.to_json()


@app.command(epilog="Example: quizgen grade form.json responses.json")
def grade(
    form: Annotated[Path, typer.Argument(help="A form that `quizgen generate --format json` wrote for a teacher.")],
    responses: Annotated[Path, typer.Argument(help='JSON that maps item ids to responses: {"7Q4M2AB-01": "b"}.')],
) -> None:
    """Grade responses and print the report as JSON."""
    made = Form.read(form)
    answers = {item: Answer(response=response) for item, response in read_responses(responses).items()}
    report = make_report(made, answers)
    typer.echo(report.model_dump_json(indent=2))


@app.command(epilog="Example: quizgen serve --banks question_banks --port 8501")
def serve(
    banks: Annotated[Path | None, typer.Option(help="The folder of banks to offer.")] = None,
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="The port to listen on.")] = 8501,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    database: Annotated[str | None, typer.Option(help="Where answers are kept: a SQLAlchemy URL.")] = None,
) -> None:
    """Serve the quizzes to browsers until stopped."""
    if banks is not None and not banks.is_dir():
        raise typer.BadParameter(f"there is no folder `{banks}`")
    from quizgen.ui.serving import serve as start  # noqa: PLC0415  (Streamlit takes a second to import)

    start(banks=banks, port=port, host=host, database=database)
