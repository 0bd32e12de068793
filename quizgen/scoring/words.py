"""A report in plain sentences by counts: what was judged well, where a reader leans, and one piece of advice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from quizgen.model import Frozen
from quizgen.scoring.report import Calibration, Judged, Report
from quizgen.wording import Wording

WELL_FROM = 0.5
"""The discernment from which a reader who leans to neither side is told that this went well."""


class ReportSentences(Frozen):
    """What a report says, a part of the page each; inline Markdown (bold counts). A part without answers is empty."""

    heading: str
    """Plain text."""
    claims: tuple[str, ...]
    passages: tuple[str, ...]
    confidence: tuple[str, ...]
    advice: str


def report_sentences(report: Report, wording: Wording) -> ReportSentences:
    """Return the report in the words of a language."""
    points = wording.number(round(report.points, 1))
    return ReportSentences(
        heading=wording.text("report.heading", points=points, of=report.of),
        claims=tuple(_judged(report.claims, "claims", wording)),
        passages=tuple(_judged(report.passages, "passages", wording)),
        confidence=tuple(_confidence(report.calibration, wording)) if report.calibration else (),
        advice=wording.text(f"report.advice.{report.advice}"),
    )


def _judged(judged: Judged, of: Literal["claims", "passages"], wording: Wording) -> Iterator[str]:
    values = {
        **judged.model_dump(),
        "turned_down": judged.turned_down,
        "let_pass": judged.let_pass,
        "turned_down_word": _count(judged.turned_down, wording),
        "let_pass_word": _count(judged.let_pass, wording),
    }
    if judged.sound or judged.unsound:
        shown = "both" if judged.sound and judged.unsound else "sound" if judged.sound else "unsound"
        yield wording.text(f"report.{of}.{shown}", **values)
        yield wording.text(f"report.{of}.{_tendency(judged)}", **values)
    if judged.abstained_sound or judged.abstained_unsound:
        yield wording.text(f"report.{of}.left-open", left=judged.abstained_sound + judged.abstained_unsound)
    if judged.unsettled:
        yield wording.text(f"report.{of}.unsettled", **values)


def _tendency(judged: Judged) -> str:
    """Return the tendency, telling three kinds of "even" apart: no slip at all, few slips, and many of both kinds."""
    if judged.tendency != "even":
        return judged.tendency
    if judged.accepted_sound == judged.sound and judged.questioned_unsound == judged.unsound:
        return "all"
    return "even" if (judged.discernment or 0) >= WELL_FROM else "both-ways"


def _confidence(calibration: Calibration, wording: Wording) -> Iterator[str]:
    for level in calibration.levels:
        yield wording.text(f"report.confidence.{level.level}", right=level.right, of=level.of)
    yield wording.text(
        f"report.confidence.{calibration.sureness}",
        right=calibration.right,
        of=calibration.of,
        expected=round(calibration.expected),
    )


def _count(n: int, wording: Wording) -> str:
    """Return a small number as a word, as running text has it."""
    words: list[str] = wording.entry("report.counts")
    return words[n] if n < len(words) else str(n)
