"""`quizgen check`: every problem of banks, each with its place and how to mend it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from quizgen.authoring.coverage import Coverage
from quizgen.authoring.examination import examine_file
from quizgen.authoring.many import Summary, summarise
from quizgen.authoring.watching import changes
from quizgen.bank import same_ids
from quizgen.cli import coverage as told
from quizgen.cli.banks import BANKS, bank_files, banks_in
from quizgen.cli.diagnostics import DiagnosticFormat, print_diagnostics
from quizgen.cli.verbatim import write_selectors
from quizgen.diagnostics import Diagnostic, as_data, has_errors


def check(  # noqa: PLR0917  (typer makes an option of each)
    paths: Annotated[list[Path] | None, typer.Argument(help="Bank files, or folders of them.")] = None,
    form: Annotated[DiagnosticFormat, typer.Option("--format", help="How to print them.")] = DiagnosticFormat.TEXT,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell what each entry yields, and which fields would unlock more.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a bank is saved, until stopped.")
    ] = False,
    article: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False,
            help="The bank's article, as .txt, .md, .html or .pdf: all quotes and passages must stand in it.",
        ),
    ] = None,
    selectors: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Write where they stand to this file, as W3C selectors.")
    ] = None,
    skip_questions: Annotated[
        bool, typer.Option("--skip-questions", help="Look only at what is written, and make no questions of it.")
    ] = False,
) -> None:
    """Check banks: every problem with its place and how to mend it."""
    if coverage and form is DiagnosticFormat.GITHUB:
        raise typer.BadParameter("--coverage has no form that GitHub shows; use --format text or json")
    if watch and form is not DiagnosticFormat.TEXT:
        raise typer.BadParameter("--watch prints for a person to read; leave --format out")
    if watch and selectors is not None:
        raise typer.BadParameter("--selectors is written once; leave --watch out")
    if skip_questions and (coverage or watch):
        raise typer.BadParameter("--coverage and --watch tell of the questions; leave --skip-questions out")
    files = list(_files(paths or [BANKS]))
    if article is not None and len(files) != 1:
        raise typer.BadParameter(f"--article is the article of one bank, and {len(files)} are named; name one")
    if watch:
        _watch(paths or [BANKS], article, coverage=coverage)
        return
    if article is None and selectors is None:
        found = summarise(files, coverage=coverage, questions=not skip_questions)
    else:
        whole = [examine_file(file, article, questions=not skip_questions) for file in files]
        found = [Summary.of(examined, coverage=coverage) for examined in whole]
        if selectors is not None:
            write_selectors(whole, selectors)
    diagnostics = _diagnostics(found)
    _print(found, diagnostics, form, coverage=coverage)
    raise typer.Exit(1 if has_errors(diagnostics) else 0)


def _files(paths: Sequence[Path]) -> Collection[Path]:
    """Return the bank files that the paths mean, each once."""
    return {file.resolve(): file for path in paths for file in bank_files(path)}.values()


def _files_now(paths: Sequence[Path]) -> Collection[Path]:
    """Return the same while they are watched: a file may be away for a moment, and a folder may become empty."""
    return {file.resolve(): file for path in paths for file in (banks_in(path) if path.is_dir() else [path])}.values()


def _diagnostics(found: Sequence[Summary]) -> list[Diagnostic]:
    return [d for examined in found for d in examined.diagnostics] + same_ids(examined.name for examined in found)


def _print(
    found: Sequence[Summary], diagnostics: Sequence[Diagnostic], form: DiagnosticFormat, *, coverage: bool
) -> None:
    yields = [examined.coverage for examined in found if examined.coverage is not None]
    if form is DiagnosticFormat.JSON and coverage:
        _print_json(diagnostics, yields)
        return
    print_diagnostics(diagnostics, form)
    if form is DiagnosticFormat.TEXT:
        for bank in yields:
            typer.echo(told.as_text(bank) + "\n")
        remarks = (line for examined in found for line in examined.remarks)
        typer.echo("\n".join((_summary(found, diagnostics), *remarks)))


def _print_json(diagnostics: Sequence[Diagnostic], yields: Sequence[Coverage]) -> None:
    whole = {"diagnostics": as_data(diagnostics), "coverage": [told.as_data(bank) for bank in yields]}
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def _summary(found: Sequence[Summary], diagnostics: Sequence[Diagnostic]) -> str:
    counts = Counter(banks=len(found))
    for examined in found:
        counts.update(examined.counts)
    names = [name for name in ("banks", "claims", "passages", "questions", "drafts") if name in counts]
    amounts = ", ".join(f"{counts[name]} {name if counts[name] != 1 else name[:-1]}" for name in names)
    severities = Counter(d.severity.value for d in diagnostics)
    problems = ", ".join(f"{n} {name}{'s' if n != 1 else ''}" for name, n in sorted(severities.items()))
    return f"{amounts}: {problems or 'no problems'}"


def _watch(paths: Sequence[Path], article: Path | None, *, coverage: bool) -> None:
    """Check at once and after every save, of an article too; only what was saved is examined again."""
    kept = {file: examine_file(file, article) for file in _files_now(paths)}

    def watched() -> set[Path]:
        return {*_files_now(paths), *(e.article_path for e in kept.values() if e.article_path is not None)}

    try:
        for look, changed in enumerate(changes(watched)):
            if look:
                same = {f: e for f, e in kept.items() if not changed & {f, e.article_path}}
                kept = {f: same[f] if f in same else examine_file(f, article) for f in _files_now(paths)}
            names = ", ".join(sorted(str(file) for file in changed)) if len(changed) == 1 else f"{len(changed)} files"
            typer.secho(f"\n{datetime.now():%H:%M:%S} {names}; stop with Ctrl+C", bold=True)
            found = [Summary.of(examined, coverage=coverage) for examined in kept.values()]
            _print(found, _diagnostics(found), DiagnosticFormat.TEXT, coverage=coverage)
    except KeyboardInterrupt:
        typer.echo("\nstopped")
