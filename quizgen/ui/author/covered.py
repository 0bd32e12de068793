"""What a bank yields, drawn: the fields that would unlock more, and for each entry what asks about it or does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.authoring.coverage import Coverage, Covered, Missing, Remedy
from quizgen.bank.drafts import Draft
from quizgen.source_text import shown
from quizgen.ui.author import problems
from quizgen.ui.author.entries import kind_and_name
from quizgen.ui.html import attributes, heading, icon, items, paragraph, piece, text
from quizgen.wording import Wording

_QUOTED = 400
"""So many characters of a draft's words are shown."""


def drawn(w: Wording, coverage: Coverage, drafts: Sequence[Draft], *, to_press: bool) -> str:
    """Return the coverage as HTML, an entry or draft a row to unfold; `to_press` offers its line in the editor."""
    if not coverage.entries and not drafts:
        return piece(paragraph(w.text("ui.author.no-entries")))
    parts = []
    if coverage.entries:
        rows = [_row(w, covered, to_press=to_press) for covered in coverage.entries]
        title = heading(w.text("ui.author.by-entry"))
        parts += [paragraph(w.text("ui.author.coverage-lead")), _fields(w, coverage), title, *rows]
    if drafts:
        rows = [_draft(w, draft, to_press=to_press) for draft in drafts]
        title = heading(w.text("ui.author.by-draft", count=len(drafts)))
        lead = f"<p>{problems.coded(w.text('ui.author.drafts-lead'))}</p>"
        parts += [title, lead, _gaps(w, drafts), *rows]
    return piece(*parts, class_="coverage")


def _fields(w: Wording, coverage: Coverage) -> str:
    told = [(f"<code>{text(field)}</code>", text(", ".join(names)), n) for field, names, n in coverage.addable]
    return _table(w, "addable", ("field", "unlocks", "entries"), told)


def _gaps(w: Wording, drafts: Iterable[Draft]) -> str:
    counts = Counter((draft.section, gap) for draft in drafts for gap in draft.gaps)
    told = [
        (f"<code>{text(gap)}</code>", text(w.text(f"ui.author.of.{section}")), n)
        for (section, gap), n in counts.items()
    ]
    return _table(w, "gaps", ("field", "of", "entries"), told)


def _table(w: Wording, name: str, columns: Sequence[str], told: Sequence[tuple[str, str, int]]) -> str:
    """Return a table of fields: HTML of each, what is said of it, and in how many entries; empty if there are none."""
    if not told:
        return ""
    body = "".join(
        f"<tr><th scope='row'>{field}</th><td>{what}</td><td class='count'>{n}</td></tr>" for field, what, n in told
    )
    heads = "".join(
        f"<th scope='col'{attributes(class_='count' if column == 'entries' else None)}>"
        f"{text(w.text(f'ui.author.columns.{column}'))}</th>"
        for column in columns
    )
    caption = f"<caption>{text(w.text(f'ui.author.{name}'))}</caption>"
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _row(w: Wording, covered: Covered, *, to_press: bool) -> str:
    asked = [f"{icon('right')}<div><p><strong>{text(t)}</strong> × {n}</p></div>" for t, n in covered.questions.items()]
    add = [_missing(w, m) for m in covered.missing if m.remedy is not Remedy.NONE]
    none = [_missing(w, m) for m in covered.missing if m.remedy is Remedy.NONE]
    total = w.text("ui.author.question-count", count=sum(covered.questions.values()))
    line = covered.place.line if to_press else None
    return _unfolding(w, kind_and_name(w, covered.entry), total, line, items([*asked, *add, *none], "reasons"))


def _draft(w: Wording, draft: Draft, *, to_press: bool) -> str:
    gaps = draft.gaps
    total = w.text("ui.author.gap-count", count=len(gaps), whole=draft.is_whole)
    left = "whole" if draft.is_whole else "write" if gaps else "lacks"
    told = w.text(f"ui.author.draft.{left}", fields=", ".join(f"`{gap}`" for gap in gaps))
    quoted = draft.fields.get("quote" if draft.section == "claims" else "text")
    words = paragraph(w.text("ui.author.draft.quoted", words=shown(quoted, _QUOTED))) if isinstance(quoted, str) else ""
    name = kind_and_name(w, f"{draft.section.removesuffix('s')}:{draft.name}")
    line = draft.location.line if to_press else None
    return _unfolding(w, name, total, line, f'{words}<p class="small">{problems.coded(told)}</p>')


def _unfolding(w: Wording, name: str, total: str, line: int | None, body: str) -> str:
    head = f"<summary>{text(name)} <span class='soft'>{text(total)}</span></summary>"
    to_it = f"<p>{problems.to_line(w, line)}</p>" if line else ""
    return f"<details>{head}{to_it}{body}</details>"


def _missing(w: Wording, missing: Missing) -> str:
    field = missing.field
    remedy = ": " + problems.coded(w.text(f"ui.author.remedy.{missing.remedy.value}", field=field)) if field else ""
    sign = {Remedy.ADD: "plus", Remedy.CHANGE: "alert", Remedy.NONE: "open"}[missing.remedy]
    why = problems.coded(w.text("ui.author.told", message=missing.reason))
    return f"{icon(sign)}<div><p><strong>{text(missing.template)}</strong>{remedy}</p><p class='small'>{why}</p></div>"
