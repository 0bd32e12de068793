"""A form as Markdown: for a learner the questions alone, for a teacher with key, reasons and sources.

The learner's text is made from `ShownItem`s only, which hold no key. Texts of a bank are escaped, so that nothing in
them becomes markup. Lists that follow each other bear different signs, or Markdown would read them as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from quizgen.forms import Form, FormItem
from quizgen.inline import Segment, escape, segments
from quizgen.items import (
    Choice,
    Highlight,
    Match,
    MultipleResponse,
    Number,
    ShownChoice,
    ShownHighlight,
    ShownItem,
    ShownMatch,
    ShownMultipleResponse,
    ShownNumber,
    ShownPassage,
    SourceNote,
    Stimulus,
)
from quizgen.wording import Wording, load_wording

Audience = Literal["teacher", "learner"]
_BLOCK_START = re.compile(r"^(\s*)([#+\-~=|]|\d+[.)])")
"""What would begin a block at the start of a line and is no mark within one."""


def form_markdown(form: Form, audience: Audience) -> str:
    """Return a form as Markdown."""
    wording = load_wording(form.language)
    lines = [f"# {_text(form.title)}", "", _citation(form, wording), ""]
    for entry in form.items:
        lines += _question(entry.shown(), wording)
        if audience == "teacher":
            lines += ["", *_key(entry, wording)]
        lines.append("")
    return "\n".join(lines)


def _text(plain: str) -> str:
    """Return plain text as Markdown of one line that reads the same, at the start of a line too."""
    return _guarded(escape(plain))


def _guarded(inline: str) -> str:
    """Return inline Markdown as one line that begins no block."""
    one_line = " ".join(inline.split("\n"))
    return _BLOCK_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", one_line)


def _inline(written: str) -> str:
    """Return an author's inline Markdown, written anew from what it says, so that nothing of it can become a block."""
    return _guarded("".join(_segment(s) for s in segments(written)))


def _segment(segment: Segment) -> str:
    if segment.code:
        fence = "`" * (1 + max(map(len, re.findall(r"`+", segment.text)), default=0))
        text = f"{fence} {segment.text} {fence}"
    else:
        text = escape(segment.text)
    for wanted, mark in ((segment.emphasis, "*"), (segment.strong, "**")):
        if wanted:
            text = f"{mark}{text}{mark}"
    return f"[{text}](<{segment.href}>)" if segment.href else text


def _citation(form: Form, wording: Wording) -> str:
    article = form.article
    by = f"{article.author}, " if article.author else ""
    told = f"{by}“{article.title}”, {article.publisher}, {wording.date(article.published)}"
    where = f" · {wording.text('markdown.version', version=form.version, id=form.id)}"
    return _text(told) + where


def _question(item: ShownItem, wording: Wording) -> list[str]:
    lines = [f"## {item.number}. {_text(item.stem)}", ""]
    lines += _stimulus(item.stimulus, wording)
    match item.body:
        case ShownChoice(options=options):
            lines += [f"- ({o.id}) {_option(o.text, o.note)}" for o in options]
        case ShownMultipleResponse(options=options):
            lines += [wording.text("markdown.choose-all"), ""]
            lines += [f"- [ ] ({o.id}) {_option(o.text, o.note)}" for o in options]
        case ShownHighlight(phrases=phrases):
            lines += [f"- [ ] ({p.id}) {_text(p.text)}" for p in phrases]
            lines += [f"- [ ] {wording.text('markdown.nothing-to-flag')}"]
        case ShownMatch(prompts=prompts, choices=choices):
            lines += [f"- ({p.id}) {_text(p.text)} → \\_\\_\\_" for p in prompts]
            lines += ["", *(f"* ({c.id}) {_option(c.text, c.note)}" for c in choices)]
        case ShownNumber(unit=unit):
            lines += [f"\\_\\_\\_\\_\\_\\_ {_text(unit)}".rstrip()]
    return lines


def _option(text: str, note: str | None) -> str:
    return f"{_text(text)} – {_text(note)}" if note else _text(text)


def _stimulus(stimulus: Stimulus, wording: Wording) -> list[str]:
    lines: list[str] = []
    if stimulus.claim is not None:
        claim = stimulus.claim
        lines += [f"> **{_text(claim.says)}**", ">"]
        quoted = _text(claim.context or claim.quote)
        lines += [f"> {wording.text('markdown.in-the-article')} “{quoted}”", ""]
        if claim.speaker:
            lines += [f"{wording.text('markdown.speaker')} {_text(claim.speaker)}", ""]
    if stimulus.passage is not None:
        lines += [f"> {_marked(stimulus.passage)}", ""]
        if stimulus.passage.show_with:
            lines += [f"{wording.text('markdown.show-with')} “{_text(stimulus.passage.show_with)}”", ""]
    for number, note in enumerate(stimulus.notes, 1):
        name = "markdown.note" if len(stimulus.notes) == 1 else "markdown.nth-note"
        lines += [wording.text(name, number=number), "", f"> {_marked(note)}", ""]
    if stimulus.term is not None:
        lines += [f"**{_text(stimulus.term)}** – {_text(stimulus.definition or '')}", ""]
    for finding in stimulus.findings:
        who = f" ({_text(finding.who)})" if finding.who else ""
        rests = f" {wording.text('markdown.rests-on')} {_text(finding.rests_on)}" if finding.rests_on else ""
        lines.append(f"* {_text(finding.publisher)}, {wording.date(finding.date)}{who}: {_text(finding.text)}{rests}")
    return [*lines, ""] if stimulus.findings else lines


def _marked(passage: ShownPassage) -> str:
    """Return the passage with its marked words in bold, with their numbers where there are several."""
    parts, end = [], 0
    for number, mark in enumerate(sorted(passage.marks, key=lambda m: m.start), 1):
        sign = f"\\[{number}\\] " if len(passage.marks) > 1 else ""
        words = f"**{escape(passage.text[mark.start : mark.end])}**"
        parts += [escape(passage.text[end : mark.start]), sign, words]
        end = mark.end
    return " ".join("".join([*parts, escape(passage.text[end:])]).split("\n"))


def _key(entry: FormItem, wording: Wording) -> Iterator[str]:
    item = entry.item
    yield f"**{wording.text('markdown.key')}** {_answer(entry, wording)}"
    yield ""
    yield _inline(item.rationale.record)
    if item.rationale.rewrite:
        yield ""
        yield f"{wording.text('markdown.rewrite')} {_inline(item.rationale.rewrite)}"
    yield ""
    yield from (f"- {line}" for line in _reasons(entry))
    yield ""
    yield from (f"* {_source(note, wording)}" for note in item.sources)
    yield ""
    yield f"`{item.id}` · {item.family} · {item.move} · {wording.text('markdown.difficulty', level=item.difficulty)}"


def _answer(entry: FormItem, wording: Wording) -> str:
    body = entry.item.body
    match body:
        case Choice(key=key) | MultipleResponse(key=key):
            return ", ".join(key)
        case Highlight():
            return ", ".join(body.key) or wording.text("markdown.nothing-to-flag")
        case Match(prompts=prompts):
            return ", ".join(f"{p.id} → {p.key}" for p in prompts)
        case Number():
            measured = _text(wording.text("number.measured", value=body.value, unit=body.unit))
            return f"{measured} (± {wording.number(body.tolerance)})" if body.tolerance else measured


def _reasons(entry: FormItem) -> Iterator[str]:
    body = entry.item.body
    match body:
        case Choice(options=options) | MultipleResponse(options=options):
            yield from (f"({o.id}) {_inline(o.why)}" for o in options)
        case Highlight(phrases=phrases):
            yield from (f"({p.id}, {p.role}) {_inline(p.why)}" for p in phrases)
        case Match(prompts=prompts):
            yield from (f"({p.id}) {_inline(p.why)}" for p in prompts)
        case Number(why=why, other=other):
            yield _inline(why)
            yield from (f"{o.value:g}: {_text(o.what)}" for o in other)


def _source(note: SourceNote, wording: Wording) -> str:
    stance = f" ({wording.text(f'markdown.stance.{note.stance}')})" if note.stance else ""
    finding = f": {_text(note.finding)}" if note.finding else ""
    link = f" <{note.url}>" if note.url else ""
    later = f" ({wording.text('markdown.later')})" if note.later else ""
    return f"{_text(note.publisher)}, {wording.date(note.date)}{later}, {_text(note.title)}{stance}{finding}{link}"
