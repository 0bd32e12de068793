"""`quizgen check`: every problem of banks, each with its place and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from quizgen.bank import Bank, load_bank, same_ids
from quizgen.cli.banks import BANKS, bank_files
from quizgen.cli.diagnostics import DiagnosticFormat, print_diagnostics
from quizgen.diagnostics import has_errors
from quizgen.generators import outcomes
from quizgen.items import Item
from quizgen.material import Declined


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Bank files, or folders of them.")] = None,
    form: Annotated[DiagnosticFormat, typer.Option("--format", help="How to print them.")] = DiagnosticFormat.TEXT,
) -> None:
    """Check banks: every problem with its place and how to mend it."""
    files = {file.resolve(): file for path in paths or [BANKS] for file in bank_files(path)}
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
    print_diagnostics(diagnostics, form)
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
