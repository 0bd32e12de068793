"""The parts of a result, drawn: squares that are counted, and each question again, for page and file alike."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.forms import Form, FormItem
from quizgen.scoring import ItemReport, Judged, Report, ReportSentences, Tally, report_sentences
from quizgen.ui import feedback, stimulus
from quizgen.ui.html import heading, icon, inline, paragraph, piece, text
from quizgen.ui.interactions import PRESENTERS
from quizgen.wording import Wording

SIGNS = {"right": "right", "partly": "half", "wrong": "wrong", "skipped": "skip"}
_SHORT = 110
"""Characters of a question in a list of questions."""


def sentences(w: Wording, report: Report) -> ReportSentences:
    """Return the report in words."""
    return report_sentences(report, w)


def told(words: Iterable[str]) -> str:
    """Return sentences in inline Markdown as one paragraph."""
    joined = " ".join(inline(sentence) for sentence in words)
    return f"<p>{joined}</p>" if joined else ""


def judged_table(w: Wording, judged: Judged, of: str) -> str:
    """Return how claims (or passages) were judged: one square is one of them; empty where none was."""
    rows = [
        _row(w, w.text(f"ui.results.sound-{of}"), judged.accepted_sound, judged.sound),
        _row(w, w.text(f"ui.results.unsound-{of}"), judged.questioned_unsound, judged.unsound),
    ]
    return _table(w.text(f"ui.results.{of}-table"), [row for row in rows if row])


def sureness_table(w: Wording, report: Report) -> str:
    """Return how many answers of each certainty were right; empty where none was asked for."""
    levels = report.calibration.levels if report.calibration else ()
    rows = [_row(w, w.text(f"ui.sureness.{level.level}"), level.right, level.of) for level in levels]
    return _table(w.text("ui.results.sure-table"), rows)


def tally_table(w: Wording, tallies: Iterable[Tally]) -> str:
    """Return points by kind of question: one square is one question."""
    rows = [_row(w, tally.name, tally.right, tally.of, tally.partly) for tally in tallies]
    return _table(w.text("ui.results.squares"), rows)


def _table(caption: str, rows: list[str]) -> str:
    return f"<table><caption>{text(caption)}</caption><tbody>{''.join(rows)}</tbody></table>" if rows else ""


def _row(w: Wording, name: str, right: int, of: int, partly: int = 0) -> str:
    if not of:
        return ""
    full = '<span class="sq full">✓</span>' * right
    half = '<span class="sq half">½</span>' * partly
    rest = '<span class="sq"></span>' * (of - right - partly)
    count = w.text("ui.results.count-half" if partly else "ui.results.count-of", right=right, of=of, partly=partly)
    squares = f'<span class="squares" aria-hidden="true">{full}{half}{rest}</span>'
    return f'<tr><th scope="row">{text(name)}</th><td>{squares}</td><td class="count">{text(count)}</td></tr>'


def again(w: Wording, form: Form, reports: Iterable[ItemReport], *, unfolded: bool = False) -> str:
    """Return each question again: what was given, the verdict, the record, the sources and the reasons."""
    return "".join(_again(w, form.entry(told.id), told, unfolded=unfolded) for told in reports)


def _again(w: Wording, entry: FormItem, told: ItemReport, *, unfolded: bool) -> str:
    item = entry.item
    summary = w.text("ui.results.row", number=entry.number, text=_subject(entry))
    outcome = text(w.text(f"ui.results.outcome.{told.score.outcome}"))
    explained = PRESENTERS[item.interaction].explained(w, entry, told.response, told.score)
    parts = [
        heading(item.stem, 3),
        feedback.banner(w, item, told.score, told.confidence),
        feedback.record(w, item),
        _findings(w, entry),
        explained.right,
        explained.left,
    ]
    return (
        f'<details class="again"{" open" if unfolded else ""}><summary>{icon(SIGNS[told.score.outcome])}'
        f'<span><span class="unseen">{outcome}: </span>{text(summary)}</span></summary>'
        f"<div>{''.join(parts)}</div></details>"
    )


def _findings(w: Wording, entry: FormItem) -> str:
    """Return the findings as they were shown, where the sources told afterwards do not hold them."""
    shown = entry.item.stimulus.findings
    if entry.item.sources or not shown:
        return ""
    return heading(w.text("ui.question.pack"), 3) + stimulus.pack(w, shown)


def _subject(entry: FormItem) -> str:
    stimulus_ = entry.item.stimulus
    about = entry.item.stem
    if stimulus_.claim:
        about = stimulus_.claim.says
    elif stimulus_.passage:
        about = f"{entry.item.stem} {stimulus_.passage.text}"
    return about if len(about) <= _SHORT else f"{about[:_SHORT].rsplit(' ', 1)[0]} …"


def missed(report: Report) -> list[ItemReport]:
    """Return what was not fully right, in the order of the quiz."""
    return [told for told in report.items if told.score.outcome != "right"]


def had_right(report: Report) -> list[ItemReport]:
    """Return what was right."""
    return [told for told in report.items if told.score.outcome == "right"]


def judgement(w: Wording, report: Report, spoken: ReportSentences) -> tuple[str, str]:
    """Return words and squares on agreement and doubt: on claims, then on passages; empty where nothing was judged."""
    words: list[str] = []
    tables: list[str] = []
    for of, judged, lines in (("claims", report.claims, spoken.claims), ("passages", report.passages, spoken.passages)):
        if lines:
            words.append(heading(w.text(f"ui.results.{of}")) + told(lines))
            tables.append(judged_table(w, judged, of))
    words.append(told([spoken.advice]))
    return "".join(words), "".join(tables)


def pictures(w: Wording, report: Report) -> tuple[str, str]:
    """Return the squares by family and by move."""
    families = heading(w.text("ui.results.families")) + tally_table(w, report.families)
    moves = heading(w.text("ui.results.moves")) + tally_table(w, report.moves)
    return families, moves


def legend(w: Wording) -> str:
    """Return what the squares mean."""
    return piece(paragraph(w.text("ui.results.legend"), "small"))
