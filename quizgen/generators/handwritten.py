"""handwritten: the questions that an author wrote out, as items of the same five interactions."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.model import WrittenItem
from quizgen.items import (
    Choice,
    Highlight,
    Interaction,
    Item,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    Phrase,
    Prompt,
    Provenance,
    Rationale,
    ShownPassage,
    Stimulus,
    letter,
)
from quizgen.material import Declined, Material
from quizgen.material.figures import counts_whole_things
from quizgen.material.sources import source_note

ID = "handwritten"


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each handwritten question, or decline with what it lacks."""
    for written in material.bank.items:
        lack = _lack(written)
        yield Declined(ID, f"item:{written.id}", *lack) if lack else _item(material, written)


def _lack(written: WrittenItem) -> tuple[str, str] | None:
    """Return what an interaction needs and the question does not have, with the field it belongs in."""
    right = sum(option.right for option in written.options)
    match written.interaction:
        case "choice" if not 0 < right < len(written.options):
            return "a choice needs a right option and a wrong one", "options"
        case "multiple-response" if not right or len(written.options) < 2:
            return "a multiple response needs two options and a right one among them", "options"
        case "highlight" if len(written.phrases) < 2:
            return "a highlight needs its passage as two phrases or more", "phrases"
        case "match" if len(written.pairs) < 2 or len(_answers(written)) < 2:
            return "a match needs two pairs and two different answers", "pairs"
        case "number" if written.value is None:
            return "a question for a number needs its value", "value"
    return None


def _item(material: Material, written: WrittenItem) -> Item:
    sources = [material.bank.sources[s] for s in written.sources]
    shown = None if written.text is None or written.interaction == "highlight" else ShownPassage(text=written.text)
    return Item(
        id=f"{material.bank.id}/{written.id}/{ID}",
        template=ID,
        stem=written.stem,
        stimulus=Stimulus(passage=shown),
        body=_body(material, written),
        rationale=Rationale(record=written.why, about="record" if sources else "question"),
        sources=tuple(source_note(s, material.as_of) for s in sources),
        provenance=Provenance(bank=material.bank.id, entries=(f"item:{written.id}",), sources=tuple(written.sources)),
        family=written.family,
        move=written.move,
        topic=written.topic,
        difficulty=written.difficulty,
        exclusive=(f"item:{written.id}",),
    )


def _body(material: Material, written: WrittenItem) -> Interaction:
    options = tuple(Option(id=letter(i), text=o.text, why=o.why) for i, o in enumerate(written.options))
    key = tuple(letter(i) for i, o in enumerate(written.options) if o.right)
    match written.interaction:
        case "choice":
            return Choice(options=options, key=key, fixed=written.keep_order)
        case "multiple-response":
            return MultipleResponse(options=options, key=key, fixed=written.keep_order)
        case "highlight":
            return Highlight(phrases=tuple(_phrases(material, written)))
        case "match":
            return _match(written)
        case "number":
            return Number(
                value=written.value or 0.0,
                tolerance=written.tolerance,
                unit=written.unit or "",
                whole=written.unit is not None and counts_whole_things(written.unit),
                why=written.why,
            )


def _phrases(material: Material, written: WrittenItem) -> Iterator[Phrase]:
    plain = material.text(f"{ID}.why.plain")
    for i, phrase in enumerate(written.phrases, 1):
        why = phrase.why or (written.why if phrase.right else plain)
        gap = "" if i == 1 else " "
        yield Phrase(id=str(i), gap=gap, text=phrase.text, role="key" if phrase.right else "plain", why=why)


def _answers(written: WrittenItem) -> list[str]:
    """Return what can be given to a prompt: each answer once, then those that belong to none."""
    return list(dict.fromkeys([*(pair.answer for pair in written.pairs), *written.surplus]))


def _match(written: WrittenItem) -> Match:
    answers = _answers(written)
    names = {answer: letter(i) for i, answer in enumerate(answers)}
    return Match(
        prompts=tuple(
            Prompt(id=str(i), text=pair.prompt, key=names[pair.answer], why=pair.why)
            for i, pair in enumerate(written.pairs, 1)
        ),
        choices=tuple(MatchChoice(id=names[answer], text=answer) for answer in answers),
        reuse=len({pair.answer for pair in written.pairs}) < len(written.pairs),
        fixed=written.keep_order,
    )
