"""A result as one HTML file that needs nothing else: for the reader's own folder, or to be handed in."""

from __future__ import annotations

from quizgen.scoring import make_report
from quizgen.ui import result_pieces, shell, state
from quizgen.ui.html import attributes, heading, paragraph, piece, text
from quizgen.ui.state import Sitting

_PAGE = """body { margin: 0 auto; padding: 1rem; max-width: 46rem; font: 1.1rem/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #12181d); color: light-dark(#17222b, #e8edf0); }
:root { color-scheme: light dark; }
@media print { :root { color-scheme: light; } details { break-inside: avoid; border: 0; } }
"""


def result_sheet(sitting: Sitting) -> str:
    """Return the result of an attempt that was handed in, with every question open, as a whole HTML page."""
    w = sitting.language
    attempt = sitting.attempt
    form = attempt.form
    report = make_report(form, state.answers(attempt))
    spoken = result_pieces.sentences(w, report)
    words, tables = result_pieces.judgement(w, report, spoken)
    sure = result_pieces.told(spoken.confidence)
    parts = [
        heading(spoken.heading, 1),
        paragraph(about(sitting)),
        paragraph(w.text("ui.results.nickname", nickname=attempt.nickname)) if attempt.nickname else "",
        words,
        tables,
        heading(w.text("ui.results.sure")) + sure + result_pieces.sureness_table(w, report) if sure else "",
        *result_pieces.pictures(w, report),
        result_pieces.legend(w),
        _questions(sitting, result_pieces.again(w, form, report.items, unfolded=True)),
        paragraph(w.text("ui.results.shown-on", version=form.version, form=form.id), "small"),
    ]
    return (
        f'<!DOCTYPE html>\n<html{attributes(lang=form.language)}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(spoken.heading)} · {text(form.title)}</title>"
        f"<style>{shell.PIECES_CSS}{_PAGE}</style></head><body><main>{piece(*parts)}</main></body></html>\n"
    )


def _questions(sitting: Sitting, drawn: str) -> str:
    return heading(sitting.language.text("ui.results.questions")) + drawn


def about(sitting: Sitting) -> str:
    """Return what was taken, how, and how long it took."""
    w = sitting.language
    attempt = sitting.attempt
    mode = w.text(f"ui.mode.{attempt.mode}")
    words = w.text("ui.results.about", title=attempt.form.title, mode=mode, version=attempt.form.version)
    if attempt.handed_in_at is None:
        return words
    minutes = round((attempt.handed_in_at - attempt.created_at).total_seconds() / 60)
    return f"{words} · {w.text('ui.results.minutes', minutes=minutes)}" if 0 < minutes <= 240 else words
