"""Write the docs that are made from the code: `python scripts/write_docs.py`; `--check` only tells which are stale."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from quizgen.checks.explaining import as_markdown
from scripts.reference.authoring import authoring
from scripts.reference.bank_format import bank_format
from scripts.reference.glossary import glossary
from scripts.reference.question_templates import question_templates

ROOT = Path(__file__).parent.parent

DOCUMENTS: dict[str, Callable[[], str]] = {
    "docs/authoring.md": authoring,
    "docs/bank-format.md": bank_format,
    "docs/question-templates.md": question_templates,
    "docs/glossary.md": glossary,
    "docs/checks.md": as_markdown,
}
"""Every document that is written by program, with the function that returns its text."""


def stale() -> list[str]:
    """Return the documents that are not what would be written now."""
    return [name for name, write in DOCUMENTS.items() if _kept(ROOT / name) != write()]


def write_all() -> None:
    """Write every document."""
    for name, write in DOCUMENTS.items():
        (ROOT / name).write_text(write(), encoding="utf-8")


def _kept(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        found = stale()
        for name in found:
            print(f"{name} is stale: python scripts/write_docs.py")
        sys.exit(1 if found else 0)
    write_all()
