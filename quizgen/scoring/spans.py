"""How well marked spans meet the spans that were to be marked: the metric of SemEval-2020 Task 11.

Spans are half-open intervals on any scale (characters, words). With C(s, t, h) = |s ∩ t| / h for spans of one label and
0 otherwise, S the found and T the gold spans: P = Σ C(s, t, |s|) / |S|, R = Σ C(s, t, |t|) / |T|, and F1 is their
harmonic mean. Found spans that overlap count twice, so merge them first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Span(NamedTuple):
    """The places from `start` up to, not including, `end`; spans of different labels never meet."""

    start: int
    end: int
    label: str = ""


class SpanScore(NamedTuple):
    """Precision, recall and their harmonic mean; each 0 to 1 for merged spans."""

    precision: float
    recall: float
    f1: float


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans with those of one label that overlap or touch joined, by label and then by place."""
    joined: list[Span] = []
    for label, group in groupby(sorted(spans, key=lambda s: (s.label, s.start)), key=lambda s: s.label):
        run: list[Span] = []
        for span in group:
            if run and span.start <= run[-1].end:
                run[-1] = Span(run[-1].start, max(run[-1].end, span.end), label)
            else:
                run.append(span)
        joined += run
    return tuple(joined)


def span_score(found: Sequence[Span], gold: Sequence[Span]) -> SpanScore:
    """Return precision, recall and F1 of `found` against `gold`, none of them empty spans.

    With nothing to find, finding nothing is a full score; otherwise an empty side scores 0.
    """
    if not found or not gold:
        full = 1.0 if not found and not gold else 0.0
        return SpanScore(full, full, full)
    precision = sum(_shared(s, t) / (s.end - s.start) for s in found for t in gold) / len(found)
    recall = sum(_shared(s, t) / (t.end - t.start) for s in found for t in gold) / len(gold)
    return SpanScore(precision, recall, _harmonic(precision, recall))


def _shared(s: Span, t: Span) -> int:
    return max(0, min(s.end, t.end) - max(s.start, t.start)) if s.label == t.label else 0


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0
