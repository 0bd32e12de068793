"""What is wrong with a bank, drawn: each problem with its line to go to, what it is, and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pydantic import JsonValue

from quizgen.bank import LoadedBank
from quizgen.checks import explain
from quizgen.diagnostics import Diagnostic, Severity
from quizgen.ui.html import attributes, heading, icon, items, piece, text
from quizgen.wording import Wording

_CODE = re.compile(r"`([^`]+)`")


def counts(w: Wording, diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many errors and warnings there are."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    return w.text("ui.author.counts", errors=errors, warnings=len(diagnostics) - errors)


def marks(w: Wording, diagnostics: Sequence[Diagnostic]) -> list[dict[str, JsonValue]]:
    """Return what the editor is to mark: line, severity and message."""
    return [
        {
            "line": d.location.line,
            "severity": d.severity.value,
            "message": _CODE.sub(r"“\1”", w.text("ui.author.told", message=d.message)),
        }
        for d in diagnostics
    ]


def listed(w: Wording, diagnostics: Sequence[Diagnostic], *, to_press: bool = True, titled: bool = False) -> str:
    """Return the problems as a ruled list; `to_press` makes each lead to its line in the editor, `titled` counts."""
    if not diagnostics:
        return piece(icon("right"), f"<span>{text(w.text('ui.author.no-problems'))}</span>", class_="alert calm")
    title = heading(counts(w, diagnostics)) if titled else ""
    return piece(title, items([_row(w, d, to_press=to_press) for d in diagnostics], "problems"))


def _row(w: Wording, d: Diagnostic, *, to_press: bool) -> str:
    severity = text(w.text(f"ui.author.{d.severity.value}"))
    where = text(w.text("ui.author.place", line=d.location.line, column=d.location.column))
    if to_press:
        place = attributes(type="button", class_="line", data_line=d.location.line, data_column=d.location.column)
        where = f"<button{place}>{where}</button>"
    head = f'<p class="{d.severity.value}">{icon("alert")} <strong>{severity}</strong> {where}</p>'
    help_ = f'<p class="small">{coded(w.text("ui.author.help", help=d.help))}</p>' if d.help else ""
    return f"{head}<p>{coded(w.text('ui.author.told', message=d.message))}</p>{help_}{_explained(w, d)}"


def _explained(w: Wording, d: Diagnostic) -> str:
    """Return what is to be known of a check, to unfold; a slip that was found by reading needs no more words."""
    explanation = explain(d.code)
    if explanation is None or not explanation.fails:
        return ""
    parts = [f"<p>{coded(words)}</p>" for words in explanation.paragraphs]
    for name, examples in (("not-so", explanation.fails), ("but-so", explanation.passes)):
        parts += [f"<p>{text(w.text(f'ui.author.{name}'))}</p><pre>{text(example)}</pre>" for example in examples[:1]]
    if d.severity is Severity.WARNING:
        parts.append(f"<p>{coded(w.text('ui.author.ignore', code=d.code))}</p>")
    return f"<details><summary>{text(w.text('ui.author.why'))}</summary>{''.join(parts)}</details>"


def drafts(w: Wording, loaded: LoadedBank) -> str:
    """Return a remark on the entries that are still drafts, and on those that need not be; empty if there are none."""
    if not loaded.drafts:
        return ""
    sections = Counter(draft.section for draft in loaded.drafts)
    told = [w.text("ui.author.drafts", claims=sections["claims"], passages=sections["passages"])]
    if whole := [draft.name for draft in loaded.drafts if draft.is_whole]:
        told.append(w.text("ui.author.whole-drafts", names=", ".join(whole)))
    return piece(*(f'<p class="small">{coded(words)}</p>' for words in told))


def coded(words: str) -> str:
    """Return words as HTML, with what stands in backquotes as code."""
    return _CODE.sub(r"<code>\1</code>", text(words))


def to_line(w: Wording, line: int) -> str:
    """Return a button that leads to a line of the editor."""
    place = attributes(type="button", class_="line", data_line=line, data_column=1)
    return f"<button{place}>{text(w.text('ui.author.line', line=line))}</button>"
