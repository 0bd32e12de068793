"""What is told after an answer, drawn: banner, record, sources with their stance, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import JsonValue

from quizgen.inline import escape as plain
from quizgen.items import Item, SourceNote
from quizgen.scoring import Confidence, Score
from quizgen.ui.html import attributes, heading, icon, inline, items, paragraph, piece, tag, text
from quizgen.ui.stimulus import source_line, subject
from quizgen.wording import Wording

__all__ = [
    "banner",
    "chosen",
    "claim_and_sources",
    "headline",
    "plain",
    "reason",
    "reasons",
    "record",
    "rewrite",
    "sources",
    "yours",
]

_BANNER_ICONS = {"right": "right", "partly": "half", "wrong": "wrong", "skipped": "skip"}
_STANCE_ICONS = {"supports": "plus", "refutes": "minus", "context": "open"}


def banner(w: Wording, item: Item, score: Score, confidence: Confidence | None, *, focus: str | None = None) -> str:
    """Return the verdict on an answer: a sign, a headline, and points and certainty."""
    told = [] if score.outcome == "skipped" else [_points(w, score), *_marked_too(w, item, score)]
    if confidence and score.outcome != "skipped":
        told.append(w.text(f"ui.sureness-told.{confidence}"))
    line = paragraph(" ".join(told)) if told else ""
    words = f"<div>{heading(headline(w, item, score), focus=focus)}{line}</div>"
    return piece(icon(_BANNER_ICONS[score.outcome]), words, class_=f"verdict {score.outcome}")


def headline(w: Wording, item: Item, score: Score) -> str:
    """Return the verdict on an answer in words; wrong doubt and wrong trust are told in one tone."""
    if score.outcome == "partly":
        of = len(score.right) + len(score.missed)
        if item.interaction == "match":
            of += len(score.extra)
        return w.text(f"ui.banner.partly-{item.interaction}", right=len(score.right), of=of)
    if score.outcome == "wrong":
        return w.text(f"ui.banner.{_kind_of_slip(w, item, score)}")
    by_evidence = "-by-evidence" if item.stimulus.findings else ""
    return w.text(f"ui.banner.{score.outcome}{by_evidence}")


def _kind_of_slip(w: Wording, item: Item, score: Score) -> str:
    judged = item.judgement
    if judged and judged.sound is not None:
        of = "-passage" if judged.of == "passage" else ""
        if score.lean == "accept" and not judged.sound:
            return f"trust{of}"
        if score.lean == "doubt" and judged.sound:
            return f"doubt{of}"
        if score.lean == "abstain":
            return "settled"
    own = f"wrong-{item.interaction}"
    return own if w.has(f"ui.banner.{own}") else "wrong"


def _points(w: Wording, score: Score) -> str:
    return w.text("ui.banner.points", points=f"{round(score.points, 2):g}")


def _marked_too(w: Wording, item: Item, score: Score) -> list[str]:
    if item.interaction != "highlight" or score.outcome != "partly":
        return []
    extra = len(score.extra)
    return [w.text("ui.banner.extra", count=extra) if extra else w.text("ui.banner.no-extra")]


def record(w: Wording, item: Item) -> str:
    """Return what the record shows, or what is to be said of the words, under a heading that says which."""
    return heading(w.text(f"ui.feedback.about.{item.rationale.about}")) + f"<p>{inline(item.rationale.record)}</p>"


def rewrite(w: Wording, item: Item) -> str:
    """Return a wording that holds, where there is one."""
    if not item.rationale.rewrite:
        return ""
    return heading(w.text("ui.feedback.rewrite")) + f'<p class="claim">{inline(item.rationale.rewrite)}</p>'


def sources(w: Wording, item: Item) -> str:
    """Return the sources, now linked; with their stance where the question was about one claim."""
    rows = [_source(w, note, told=item.stimulus.claim is not None) for note in item.sources]
    return items(rows, "pack") if rows else ""


def _source(w: Wording, note: SourceNote, *, told: bool) -> str:
    publisher = text(note.publisher)
    if note.url and note.url.startswith(("http://", "https://")):
        link = attributes(href=note.url, target="_blank", rel="noopener noreferrer", title=note.title)
        publisher = f"<a{link}>{publisher}</a>"
    finding = paragraph(note.finding) if note.finding else paragraph(note.title)
    stance = ""
    if told and note.stance:
        words = text(w.text(f"ui.feedback.stance.{note.stance}"))
        stance = f'<p class="stance">{icon(_STANCE_ICONS[note.stance])} {words}</p>'
    later = tag(w.text("ui.feedback.later")) if note.later else ""
    return source_line(w, note.date, publisher, note.who, later) + finding + stance


def claim_and_sources(w: Wording, item: Item) -> str:
    """Return what the question was about, with every source on it and a wording that holds."""
    about, listed = subject(w, item.stimulus), sources(w, item)
    if item.stimulus.claim and not item.stimulus.notes:
        return heading(w.text("ui.feedback.claim")) + about + listed + rewrite(w, item)
    opened = heading(w.text("ui.feedback.given")) + about if about else ""
    title = w.text("ui.question.pack" if item.stimulus.notes else "ui.feedback.sources")
    return opened + (heading(title) + listed if listed else "") + rewrite(w, item)


def reason(sign: str, words: str, why: str, *, tags: Iterable[str] = (), below: str = "") -> str:
    """Return an answer that was offered, with its reason in inline Markdown; `tags` and `below` are HTML."""
    told = f"<p>{inline(why)}</p>" if why else ""
    return f"{icon(sign)}<div><p><strong>{text(words)}</strong> {' '.join(tags)}</p>{below}{told}</div>"


def reasons(w: Wording, title: str, rows: Iterable[str]) -> str:
    """Return the reasons under a heading."""
    return heading(w.text(title)) + items(rows, "reasons")


def yours(w: Wording, *, when: bool) -> list[str]:
    """Return the remark that this was the reader's answer, if it was."""
    return [tag(w.text("ui.feedback.yours"))] if when else []


def chosen(response: JsonValue) -> tuple[str, ...]:
    """Return the ids in a response that names one or several."""
    if isinstance(response, str):
        return (response,)
    return tuple(str(x) for x in response) if isinstance(response, list | tuple) else ()
