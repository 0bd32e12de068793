"""How `quizgen check --coverage` tells what each entry yields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizgen.authoring.coverage import Coverage, Covered, Remedy


def as_text(coverage: Coverage) -> str:
    """Return the coverage of a bank in lines: by template, by field that would unlock more, and by entry."""
    return "\n".join((*_overview(coverage), *(line for covered in coverage.entries for line in _entry(covered))))


def _overview(coverage: Coverage) -> Iterator[str]:
    feeding = coverage.feeding
    yield f"{coverage.bank}: questions by template"
    for template, number in sorted(coverage.questions.items(), key=lambda pair: -pair[1]):
        entries = "entry" if feeding[template] == 1 else "entries"
        yield f"  {template:<16} {number:>5} from {feeding[template]} {entries}"
    if coverage.addable:
        yield "fields that would unlock more, where they fit"
        for field, templates, number in coverage.addable:
            yield f"  {field:<16} missing in {number}: {', '.join(templates)}"


def _entry(covered: Covered) -> Iterator[str]:
    kind, name = covered.entry.split(":")
    total = sum(covered.questions.values())
    told = ", ".join(f"{t} {n}" if n > 1 else t for t, n in covered.questions.items()) or "none yet"
    yield f"{covered.place}: {kind} `{name}`: {total} {'question' if total == 1 else 'questions'}: {told}"
    for field, templates in covered.addable.items():
        yield f"  add `{field}` for {', '.join(templates)}"
    for missing in covered.missing:
        if missing.remedy is Remedy.CHANGE:
            yield f"  look at `{missing.field}` for {missing.template}: {missing.reason}"


def as_data(coverage: Coverage) -> dict[str, Any]:
    """Return the coverage of a bank as plain data, for programs."""
    return {
        "bank": coverage.bank,
        "questions": dict(coverage.questions),
        "entries": [
            {
                "entry": covered.entry,
                "file": covered.place.file,
                "line": covered.place.line,
                "questions": dict(covered.questions),
                "missing": [missing._asdict() for missing in covered.missing],
            }
            for covered in coverage.entries
        ],
    }
