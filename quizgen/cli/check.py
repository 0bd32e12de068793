"""`quizgen check`: every problem of banks, each with its place and how to mend it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from quizgen.authoring.coverage import Coverage, coverage_of
from quizgen.authoring.examination import Examination, examine_file
from quizgen.authoring.watching import changes
from quizgen.bank import same_ids
from quizgen.cli import coverage as told
from quizgen.cli.banks import BANKS, bank_files, banks_in
from quizgen.cli.diagnostics import DiagnosticFormat, print_diagnostics
from quizgen.diagnostics import Diagnostic, as_data, has_errors


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Bank files, or folders of them.")] = None,
    form: Annotated[DiagnosticFormat, typer.Option("--format", help="How to print them.")] = DiagnosticFormat.TEXT,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell what each entry yields, and which fields would unlock more.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a bank is saved, until stopped.")
    ] = False,
) -> None:
    """Check banks: every problem with its place and how to mend it."""
    if coverage and form is DiagnosticFormat.GITHUB:
        raise typer.BadParameter("--coverage has no form that GitHub shows; use --format text or json")
    if watch and form is not DiagnosticFormat.TEXT:
        raise typer.BadParameter("--watch prints for a person to read; leave --format out")
    if watch:
        _watch(paths or [BANKS], coverage=coverage)
        return
    found = [examine_file(file) for file in _files(paths or [BANKS])]
    diagnostics = _diagnostics(found)
    _print(found, diagnostics, form, coverage=coverage)
    raise typer.Exit(1 if has_errors(diagnostics) else 0)


def _files(paths: Sequence[Path]) -> Collection[Path]:
    """Return the bank files that the paths mean, each once."""
    return {file.resolve(): file for path in paths for file in bank_files(path)}.values()


def _files_now(paths: Sequence[Path]) -> Collection[Path]:
    """Return the same while they are watched: a file may be away for a moment, and a folder may become empty."""
    return {file.resolve(): file for path in paths for file in (banks_in(path) if path.is_dir() else [path])}.values()


def _diagnostics(found: Sequence[Examination]) -> list[Diagnostic]:
    return [d for examined in found for d in examined.diagnostics] + same_ids([e.loaded for e in found])


def _print(
    found: Sequence[Examination], diagnostics: Sequence[Diagnostic], form: DiagnosticFormat, *, coverage: bool
) -> None:
    yields = [coverage_of(e.loaded, e.outcomes) for e in found if coverage and e.loaded.bank is not None]
    if form is DiagnosticFormat.JSON and coverage:
        _print_json(diagnostics, yields)
        return
    print_diagnostics(diagnostics, form)
    if form is DiagnosticFormat.TEXT:
        for bank in yields:
            typer.echo(told.as_text(bank) + "\n")
        typer.echo("\n".join((_summary(found, diagnostics), *(line for e in found for line in e.unused()))))


def _print_json(diagnostics: Sequence[Diagnostic], yields: Sequence[Coverage]) -> None:
    whole = {"diagnostics": as_data(diagnostics), "coverage": [told.as_data(bank) for bank in yields]}
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def _summary(found: Sequence[Examination], diagnostics: Sequence[Diagnostic]) -> str:
    counts = sum((e.counts for e in found), Counter(banks=len(found)))
    usable = any(e.loaded.bank for e in found)
    names = ("banks", "claims", "passages", "questions") if usable else ("banks",)
    amounts = ", ".join(f"{counts[name]} {name if counts[name] != 1 else name[:-1]}" for name in names)
    severities = Counter(d.severity.value for d in diagnostics)
    problems = ", ".join(f"{n} {name}{'s' if n != 1 else ''}" for name, n in sorted(severities.items()))
    return f"{amounts}: {problems or 'no problems'}"


def _watch(paths: Sequence[Path], *, coverage: bool) -> None:
    """Check at once and after every save, until stopped by the keyboard; only what was saved is examined again."""
    _files(paths)  # what does not exist at all is refused, as without --watch
    kept: dict[Path, Examination] = {}
    try:
        for changed in changes(lambda: _files_now(paths)):
            files = _files_now(paths)
            kept = {f: examine_file(f) if f in changed or f not in kept else kept[f] for f in files}
            names = ", ".join(sorted(str(file) for file in changed)) if len(changed) == 1 else f"{len(changed)} files"
            typer.secho(f"\n{datetime.now():%H:%M:%S} {names}; stop with Ctrl+C", bold=True)
            found = list(kept.values())
            _print(found, _diagnostics(found), DiagnosticFormat.TEXT, coverage=coverage)
    except KeyboardInterrupt:
        typer.echo("\nstopped")
