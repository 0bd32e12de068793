"""What a bank yields, drawn: the fields that would unlock more, and for each entry what asks about it or does not."""

from __future__ import annotations

from quizgen.authoring.coverage import Coverage, Covered, Missing, Remedy
from quizgen.ui.author import problems
from quizgen.ui.author.entries import kind_and_name
from quizgen.ui.html import attributes, heading, icon, items, paragraph, piece, text
from quizgen.wording import Wording


def drawn(w: Wording, coverage: Coverage, *, to_press: bool) -> str:
    """Return the coverage as HTML, an entry a row to unfold; `to_press` offers its line in the editor."""
    if not coverage.entries:
        return piece(paragraph(w.text("ui.author.no-entries")))
    rows = [_row(w, covered, to_press=to_press) for covered in coverage.entries]
    entries = heading(w.text("ui.author.by-entry"))
    return piece(paragraph(w.text("ui.author.coverage-lead")), _fields(w, coverage), entries, *rows, class_="coverage")


def _fields(w: Wording, coverage: Coverage) -> str:
    if not coverage.addable:
        return ""
    told = [(f"<code>{text(field)}</code>", text(", ".join(names)), n) for field, names, n in coverage.addable]
    body = "".join(
        f"<tr><th scope='row'>{field}</th><td>{names}</td><td class='count'>{n}</td></tr>" for field, names, n in told
    )
    heads = "".join(
        f"<th scope='col'{attributes(class_='count' if name == 'entries' else None)}>"
        f"{text(w.text(f'ui.author.columns.{name}'))}</th>"
        for name in ("field", "unlocks", "entries")
    )
    caption = f"<caption>{text(w.text('ui.author.addable'))}</caption>"
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _row(w: Wording, covered: Covered, *, to_press: bool) -> str:
    asked = [f"{icon('right')}<div><p><strong>{text(t)}</strong> × {n}</p></div>" for t, n in covered.questions.items()]
    add = [_missing(w, m) for m in covered.missing if m.remedy is not Remedy.NONE]
    none = [_missing(w, m) for m in covered.missing if m.remedy is Remedy.NONE]
    total = w.text("ui.author.question-count", count=sum(covered.questions.values()))
    name = text(kind_and_name(w, covered.entry))
    head = f"<summary>{name} <span class='soft'>{text(total)}</span></summary>"
    to_it = f"<p>{problems.to_line(w, covered.place.line)}</p>" if to_press else ""
    return f"<details>{head}{to_it}{items([*asked, *add, *none], 'reasons')}</details>"


def _missing(w: Wording, missing: Missing) -> str:
    field = missing.field
    remedy = ": " + problems.coded(w.text(f"ui.author.remedy.{missing.remedy.value}", field=field)) if field else ""
    sign = {Remedy.ADD: "plus", Remedy.CHANGE: "alert", Remedy.NONE: "open"}[missing.remedy]
    why = problems.coded(w.text("ui.author.told", message=missing.reason))
    return f"{icon(sign)}<div><p><strong>{text(missing.template)}</strong>{remedy}</p><p class='small'>{why}</p></div>"
