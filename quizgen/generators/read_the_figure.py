"""read-the-figure: take the right number from findings that hold several.

The claim is not shown, since its wrong number would be in the reader's mind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.bank.model import Claim, Figure
from quizgen.inline import escape
from quizgen.items import Item, Number, OtherValue, Rationale, Stimulus
from quizgen.material import Declined, Line, Material, Obstacle, Pack, content_words, entry_name
from quizgen.material.fairness import leans_on_text
from quizgen.material.figures import counts_whole_things, half_a_unit, in_percent, numbers_in

ID = "read-the-figure"
ASKS_A_NUMBER = re.compile(
    r"\b(how (many|much|long|far|high|large|big|old|often)|what (share|part|percentage|number))\b", re.I
)
YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
NAMES_ITS_SOURCE = re.compile(r"^by (?!how\b)|\baccording to\b|,? \bby (the|a|an|one) |\bby \w+['’]s? count\b", re.I)
"""Words by which the question itself says whose number it asks for."""
MOST_WORDS = 20
APART = 0.1
"""Two numbers that differ by less than this share could be taken for one."""
MANY_NUMBERS = 4


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield an item for each claim whose findings hold the figure among others, or decline with the reason."""
    for claim in material.bank.claims:
        yield material.refusal(ID, claim) or _outcome(material, claim)


def _outcome(material: Material, claim: Claim) -> Item | Declined:
    if claim.figure is None:
        return Declined(ID, entry_name(claim), "the claim has no figure to read", "figure")
    problem = _poor_question(claim, claim.figure, material.pack(claim)) or _unfit(claim.figure, material.pack(claim))
    return Declined(ID, entry_name(claim), *problem) if problem else _item(material, claim, claim.figure)


def _poor_question(claim: Claim, figure: Figure, pack: Pack) -> Obstacle | None:
    """Return why the question does not say which number it wants."""
    question = figure.question
    findings = " ".join(line.evidence.finding for line in pack.lines)
    if not ASKS_A_NUMBER.search(question):
        return Obstacle("the question does not ask for a number (how many …, what share …)", "figure.question")
    if leans_on_text(question):
        return Obstacle("the question leans on words that are not shown", "figure.question")
    if YEAR.search(findings) and not YEAR.search(question):
        return Obstacle("the findings are dated and the question names no year", "figure.question")
    if len(question.split()) > MOST_WORDS:
        return Obstacle(f"the question is longer than {MOST_WORDS} words", "figure.question")
    asked = content_words(question)
    told = content_words(claim.says).union(*[content_words(line.evidence.finding) for line in pack.lines])
    if 2 * len(asked & told) < len(asked):
        return Obstacle("fewer than half of the question's words stand in the findings", "figure.question")
    return None


def _tolerance(figure: Figure) -> float:
    return half_a_unit(figure.value) if figure.tolerance is None else figure.tolerance


def _is(figure: Figure, value: float) -> bool:
    """Whether a value would be taken for the answer, with room for the rounding of binary fractions."""
    return abs(value - figure.value) <= _tolerance(figure) + 1e-9


def _numbers(figure: Figure, line: Line) -> list[float]:
    """Return the numbers of a finding that are of the figure's unit."""
    percent = in_percent(figure.unit)
    return [n.value for n in numbers_in(line.evidence.finding) if n.percent == percent]


def _unfit(figure: Figure, pack: Pack) -> Obstacle | None:
    """Return why the findings do not give one answer among several numbers."""
    shown = [number for line in pack.lines for number in _numbers(figure, line)]
    named = {other.value for other in figure.other}
    others = [n for n in shown if not _is(figure, n)]
    if not any(_is(figure, n) for n in shown):
        return Obstacle("no finding that can be shown gives the figure in its unit", "evidence")
    if not any(abs(n - figure.value) > APART * abs(figure.value) for n in others):
        return Obstacle(
            "the findings hold no second number of the unit, clearly apart, so that the answer would be copied",
            "evidence",
        )
    if any(abs(n - figure.value) <= APART * abs(figure.value) and n not in named for n in others):
        return Obstacle("another number in the findings is so near that it could be given as well", "figure.tolerance")
    if any(_is(figure, n) for n in named):
        return Obstacle("a number named under `other` lies within the tolerance", "figure.other")
    if counts_whole_things(figure.unit) and not figure.value.is_integer():
        return Obstacle("the unit counts whole things and the value is no whole number", "figure.unit")
    return None


def _item(material: Material, claim: Claim, figure: Figure) -> Item:
    pack = material.pack(claim)
    giving = [line for line in pack.lines if any(_is(figure, n) for n in _numbers(figure, line))]
    best = Pack(tuple(giving)).nearest(figure.question)
    publishers = {line.source.publisher for line in giving}
    one = len(publishers) == 1 and not NAMES_ITS_SOURCE.search(figure.question)
    kind, values = ("stems-one", {"publisher": best.source.publisher}) if one else ("stems", {})
    stem = material.stem(ID, claim.id, kind=kind, question=figure.question, **values)
    why = material.text(
        f"{ID}.why.right",
        measured=material.text("number.measured", value=figure.value, unit=figure.unit),
        publisher=best.source.publisher,
        finding=best.evidence.finding,
    )
    # The record on the claim may be about another point than the figure; the claim itself is not shown.
    told = any(_is(figure, n.value) for n in numbers_in(claim.record))
    count = sum(len(numbers_in(line.evidence.finding)) for line in pack.lines)
    return material.item(
        ID,
        [claim],
        stem=stem,
        stimulus=Stimulus(findings=pack.shown()),
        body=Number(
            value=figure.value,
            tolerance=_tolerance(figure),
            unit=figure.unit,
            whole=counts_whole_things(figure.unit),
            other=tuple(OtherValue(value=o.value, what=o.what) for o in figure.other),
            why=why,
        ),
        rationale=Rationale(record=claim.record if told else escape(best.evidence.finding)),
        sources=pack.notes(material.as_of),
        family="numbers",
        move="check-the-figures",
        difficulty=2 if count >= MANY_NUMBERS else 1,
        lines=pack.lines,
        exclusive=(f"figure:{figure.value:g}:{figure.unit}",),
    )
