"""What is given with a question, drawn: claim, passage, findings. Nothing here has seen a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.items import Finding, ShownClaim, ShownItem, ShownPassage, Stimulus
from quizgen.ui.html import heading, items, paragraph, tag, text
from quizgen.wording import Wording


def claim(w: Wording, shown: ShownClaim) -> str:
    """Return a claim with the article's words below it."""
    parts = [paragraph(w.text("ui.question.claim"), "over"), paragraph(shown.says, "claim")]
    if shown.speaker:
        parts.append(paragraph(w.text("ui.question.quotation-of", speaker=shown.speaker), "small"))
    quote = shown.context or shown.quote
    parts.append(paragraph(w.text("ui.question.in-the-article", quote=quote), "small"))
    return "".join(parts)


def passage(w: Wording, shown: ShownPassage, as_of: str | None) -> str:
    """Return a passage with its marked words, which are told apart for the eye and the ear."""
    over = w.text("ui.question.passage", as_of=as_of) if as_of else w.text("ui.feedback.passage")
    parts = [paragraph(over, "over"), f'<p class="claim">{_marked(w, shown)}</p>']
    return "".join([*parts, elsewhere(w, shown)])


def elsewhere(w: Wording, shown: ShownPassage, name: str = "ui.question.show-with") -> str:
    """Return the excerpt that is shown with a passage, if there is one, under the title of this name."""
    if not shown.show_with:
        return ""
    return paragraph(w.text(name), "over") + paragraph(shown.show_with, "claim")


def notes(w: Wording, written: Sequence[ShownPassage]) -> Iterator[str]:
    """Yield what readers wrote down, each under a name of its own where there are several."""
    for number, note in enumerate(written, 1):
        over = w.text("ui.question.note") if len(written) == 1 else w.text("ui.question.nth-note", number=number)
        yield f'<div class="note">{paragraph(over, "over")}<p>{_marked(w, note)}</p></div>'


def _marked(w: Wording, shown: ShownPassage) -> str:
    parts: list[str] = []
    end = 0
    ends = text(w.text("ui.question.marked-end"))
    for number, mark in enumerate(sorted(shown.marks, key=lambda m: m.start), 1):
        parts += [
            text(shown.text[end : mark.start]),
            f"<mark>{_begins(w, number, len(shown.marks))}{text(shown.text[mark.start : mark.end])}",
            f'<span class="unseen"> {ends}</span></mark>',
        ]
        end = mark.end
    return "".join([*parts, text(shown.text[end:])])


def _begins(w: Wording, number: int, of: int) -> str:
    """Return what stands before marked words: a word for the ear, and a number for the eye where there are several."""
    if of == 1:
        return f'<span class="unseen">{text(w.text("ui.question.marked"))} </span>'
    spoken = text(w.text("ui.question.nth-marked", number=number))
    return f'<span class="unseen">{spoken} </span><b class="nth" aria-hidden="true">{number}</b>'


def source_line(w: Wording, date: str, publisher: str, who: str | None, later: str = "") -> str:
    """Return when, who and what they are; `publisher` and `later`, a remark on the date, are HTML."""
    badge = f'<span class="who">{text(who)}</span>' if who else ""
    when = f'<span class="soft">{text(w.date(date))}</span> {later}'
    return f'<p class="src">{when} <strong>{publisher}</strong> {badge}</p>'


def pack(w: Wording, findings: Iterable[Finding]) -> str:
    """Return the findings as a ruled list, a line each, without any link."""
    rows = []
    for finding in findings:
        rests_on = finding.rests_on and tag(w.text("ui.question.rests-on", origin=finding.rests_on))
        line = source_line(w, finding.date, text(finding.publisher), finding.who)
        rows.append(f"{line}<p>{text(finding.text)}</p>{rests_on or ''}")
    return items(rows, "pack") if rows else ""


def subject(w: Wording, stimulus: Stimulus, *, with_passage: bool = True) -> str:
    """Return the claim, the passage and the notes that a question is about.

    Where the passage itself is drawn as phrases to mark, only what is to be read with it stands here.
    """
    parts = [claim(w, stimulus.claim)] if stimulus.claim else []
    if stimulus.passage and with_passage:
        parts.append(passage(w, stimulus.passage, stimulus.as_of))
    elif stimulus.passage:
        parts.append(elsewhere(w, stimulus.passage, "ui.question.show-with-phrases"))
    return "".join([*parts, *notes(w, stimulus.notes)])


def definition(w: Wording, stimulus: Stimulus) -> str:
    """Return the issue that is looked for, with its definition."""
    term = f"<strong>{text(w.text('ui.question.term', term=stimulus.term))}</strong> " if stimulus.term else ""
    return f"<p>{term}{text(stimulus.definition or '')}</p>" if term or stimulus.definition else ""


def material(w: Wording, shown: ShownItem, *, with_passage: bool = True) -> str:
    """Return all that is given with a question: the claim or passage first, then the findings."""
    stimulus = shown.stimulus
    about = subject(w, stimulus, with_passage=with_passage)
    if with_passage:
        about += definition(w, stimulus)
    if not stimulus.findings:
        return about
    title = "ui.question.pack" if stimulus.claim or not about else "ui.question.record"
    return about + heading(w.text(title)) + pack(w, stimulus.findings)
