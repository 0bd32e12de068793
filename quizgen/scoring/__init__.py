"""Grading of responses, and what a whole attempt tells: points, discernment, calibration, and item analysis."""

from quizgen.scoring.calibration import LEVELS, Confidence
from quizgen.scoring.grading import Outcome, Score, grade
from quizgen.scoring.report import (
    Advice,
    Answer,
    Calibration,
    ItemReport,
    Judged,
    Level,
    Report,
    Sureness,
    Tally,
    Tendency,
    make_report,
)
from quizgen.scoring.words import ReportSentences, report_sentences

__all__ = [
    "LEVELS",
    "Advice",
    "Answer",
    "Calibration",
    "Confidence",
    "ItemReport",
    "Judged",
    "Level",
    "Outcome",
    "Report",
    "ReportSentences",
    "Score",
    "Sureness",
    "Tally",
    "Tendency",
    "grade",
    "make_report",
    "report_sentences",
]
