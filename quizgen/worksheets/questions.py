"""The student's side of a sheet: each question as it is printed, made from what a learner may see."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import (
    ShownChoice,
    ShownClaim,
    ShownHighlight,
    ShownItem,
    ShownMatch,
    ShownMultipleResponse,
    ShownNumber,
    ShownOption,
    Stimulus,
    letter,
)
from quizgen.wording import Wording
from quizgen.worksheets.sheet import (
    Answering,
    Blank,
    Finding,
    Lettered,
    Options,
    Pairs,
    Phrase,
    Phrases,
    Question,
    Quotation,
)
from quizgen.worksheets.sources import source_line
from quizgen.worksheets.text import Text, marked, plain


def question(w: Wording, item: ShownItem, keys: tuple[str, ...], article_language: str | None) -> Question:
    """Return a question as it is printed.

    Args:
        w: the wording of the sheet's language.
        item: what a learner sees of the question.
        keys: the short keys of the sources of its findings, in their order.
        article_language: the article's language, where it is not the sheet's.
    """
    stimulus = item.stimulus
    highlight = isinstance(item.body, ShownHighlight)
    findings = tuple(
        Finding(key=key, source=source_line(w, f.publisher, f.date, f.who), text=_found(w, f.text, f.rests_on))
        for key, f in zip(keys, stimulus.findings, strict=True)
    )
    title = "sheet.findings" if stimulus.claim or not (stimulus.passage or stimulus.notes) else "sheet.record"
    return Question(
        number=item.number,
        stem=plain(item.stem),
        points=w.text("sheet.points", points=1),
        quotations=tuple(_quotations(w, stimulus, article_language, highlight=highlight)),
        definition=_definition(stimulus),
        findings_title=w.text(title) if findings else "",
        findings=findings,
        answering=_answering(w, item, article_language),
    )


def _found(w: Wording, text: str, rests_on: str | None) -> Text:
    return (*plain(text), *plain(f" {w.text('sheet.rests-on', origin=rests_on)}" if rests_on else ""))


def _quotations(w: Wording, stimulus: Stimulus, language: str | None, *, highlight: bool) -> Iterator[Quotation]:
    if stimulus.claim:
        yield _claim(w, stimulus.claim, language)
    if stimulus.passage and not highlight:
        yield Quotation(over=w.text("sheet.passage"), text=marked(stimulus.passage, language))
    if stimulus.passage and stimulus.passage.show_with:
        yield Quotation(over=w.text("sheet.show-with"), text=plain(stimulus.passage.show_with, language=language))
    for number, note in enumerate(stimulus.notes, 1):
        over = w.text("sheet.note") if len(stimulus.notes) == 1 else w.text("sheet.nth-note", number=number)
        yield Quotation(over=over, text=marked(note))


def _claim(w: Wording, claim: ShownClaim, language: str | None) -> Quotation:
    quoted = plain(claim.context or claim.quote, language=language)
    below = [(*plain(w.text("sheet.in-the-article") + " “"), *quoted, *plain("”"))]
    if claim.speaker:
        below.append(plain(w.text("sheet.speaker", speaker=claim.speaker)))
    return Quotation(over=w.text("sheet.claim"), text=plain(claim.says, strong=True), below=tuple(below))


def _definition(stimulus: Stimulus) -> Text:
    if stimulus.term is None:
        return plain(stimulus.definition or "")
    return (*plain(stimulus.term, strong=True), *plain(f" – {stimulus.definition}" if stimulus.definition else ""))


def _answering(w: Wording, item: ShownItem, language: str | None) -> Answering:
    match item.body:
        case ShownChoice(options=options):
            return Options(cue=w.text("sheet.cue.choice"), several=False, options=lettered(options))
        case ShownMultipleResponse(options=options):
            return Options(cue=w.text("sheet.cue.multiple-response"), several=True, options=lettered(options))
        case ShownHighlight(phrases=phrases):
            return Phrases(
                cue=w.text("sheet.cue.highlight"),
                over=w.text("sheet.passage"),
                phrases=tuple(
                    Phrase(label=str(place), gap=" " if p.gap else "", text=plain(p.text, language=language))
                    for place, p in enumerate(phrases, 1)
                ),
                nothing=w.text("sheet.nothing"),
            )
        case ShownMatch(prompts=prompts, choices=choices, reuse=reuse):
            return Pairs(
                cue=w.text("sheet.cue.match-reuse" if reuse else "sheet.cue.match"),
                prompts_title=w.text("sheet.prompts"),
                choices_title=w.text("sheet.choices"),
                prompts=tuple(Lettered(label=str(n), text=plain(p.text)) for n, p in enumerate(prompts, 1)),
                choices=lettered(choices),
            )
        case ShownNumber(unit=unit, whole=whole):
            return Blank(cue=w.text("sheet.cue.whole-number" if whole else "sheet.cue.number"), unit=unit)


def lettered(options: tuple[ShownOption, ...]) -> tuple[Lettered, ...]:
    """Return options under capital letters by their place."""
    return tuple(
        Lettered(label=letter(place).upper(), text=plain(o.text), note=plain(o.note or ""))
        for place, o in enumerate(options)
    )
