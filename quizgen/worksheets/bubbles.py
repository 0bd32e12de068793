"""The bubble sheet: where each bubble stands, in millimetres, as a drawing and as JSON for a reader of scans.

A page is 178 mm by 235 mm with a black square in each corner, the last one smaller so that a page upside down is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from quizgen.items import ShownChoice, ShownHighlight, ShownItem, ShownMatch, ShownMultipleResponse, ShownNumber, letter
from quizgen.model import Frozen
from quizgen.worksheets.qr import qr_path

WIDTH, HEIGHT = 178.0, 235.0
RADIUS = 2.3
PITCH = 5.9
"""From one bubble to the next."""
LINE = 8.4
"""From one line to the next."""
COLUMN = 42.0
COLUMNS = 4
LINES = 25
LEFT, TOP = 12.0, 22.0
FIRST = 8.2
"""From the left edge of a column to its first bubble."""
ACROSS = 5
"""Bubbles in a line; a question with more goes on in the next."""
CORNER, SMALL_CORNER = 6.0, 3.5
CODE_X, CODE_Y, CODE_SIDE = 153.0, 0.0, 17.0
"""Where the QR code stands that names the form and the page."""
NOTHING = "0"
"""The bubble of "nothing to flag"."""


class Bubble(Frozen):
    """One bubble: the question, the row within it (a prompt of a match), the answer, and its centre in millimetres."""

    question: int
    row: str | None = None
    answer: str
    x: float
    y: float


class Label(Frozen):
    """Words beside bubbles: a question's number, or a remark; the left end of their base line in millimetres."""

    text: str
    x: float
    y: float


class BubblePage(Frozen):
    """One page of bubbles and its drawing; `place` is its number and how many there are: `1/2`."""

    place: str
    title: str
    words: str
    svg: str
    bubbles: tuple[Bubble, ...]


class _Line(Frozen):
    """A line of bubbles: what stands before it, and its answers; none where something is written instead."""

    question: int
    label: str
    row: str | None = None
    answers: tuple[str, ...] = ()
    remark: str = ""


def bubble_pages(
    items: Sequence[ShownItem], *, title: str, words: str, number_remark: str, code: str
) -> tuple[BubblePage, ...]:
    """Return the pages of bubbles for the questions of a sheet.

    Args:
        items: the questions, as a learner sees them.
        title: the heading of each page.
        words: the drawing in words, for those who do not see it.
        number_remark: what stands in place of bubbles where a number is asked for.
        code: the form's id and version, drawn as words and as a QR code, with the number of the page.
    """
    lines = [line for item in items for line in _lines(item, number_remark)]
    per_page = COLUMNS * LINES
    pages = [lines[i : i + per_page] for i in range(0, len(lines), per_page)]
    return tuple(
        _page(page, f"{n}/{len(pages)}", title=title, words=words, code=code) for n, page in enumerate(pages, 1)
    )


def coordinates(pages: Sequence[BubblePage], form: str, version: str) -> dict[str, object]:
    """Return what a reader of scans needs, ready for JSON; lengths in millimetres from the top left of the drawing."""
    return {
        "form": form,
        "version": version,
        "unit": "mm",
        "page": {"width": WIDTH, "height": HEIGHT},
        "radius": RADIUS,
        "code": {"x": CODE_X, "y": CODE_Y, "side": CODE_SIDE},
        "corners": [{"x": x, "y": y, "side": side} for x, y, side in _corners()],
        "pages": [{"place": p.place, "bubbles": [b.model_dump(exclude_none=True) for b in p.bubbles]} for p in pages],
    }


def _lines(item: ShownItem, number_remark: str) -> Iterator[_Line]:
    number = str(item.number)
    match item.body:
        case ShownChoice(options=options) | ShownMultipleResponse(options=options):
            yield from _cut(item.number, number, [letter(i).upper() for i in range(len(options))])
        case ShownHighlight(phrases=phrases):
            yield from _cut(item.number, number, [*(str(i + 1) for i in range(len(phrases))), NOTHING])
        case ShownMatch(prompts=prompts, choices=choices):
            letters = [letter(i).upper() for i in range(len(choices))]
            for place in range(1, len(prompts) + 1):
                yield from _cut(item.number, f"{number}.{place}", letters, row=str(place))
        case ShownNumber():
            yield _Line(question=item.number, label=number, remark=number_remark)


def _cut(question: int, label: str, answers: Sequence[str], row: str | None = None) -> Iterator[_Line]:
    for start in range(0, len(answers), ACROSS):
        part = tuple(answers[start : start + ACROSS])
        yield _Line(question=question, label=label if start == 0 else "", row=row, answers=part)


def _page(lines: Sequence[_Line], place: str, *, title: str, words: str, code: str) -> BubblePage:
    bubbles: list[Bubble] = []
    named = f"{code} {place}"
    labels = [Label(text=named, x=LEFT, y=8.0)]
    for index, line in enumerate(lines):
        column, row = divmod(index, LINES)
        x, y = LEFT + column * COLUMN, TOP + row * LINE
        labels.append(Label(text=line.label, x=x - 5.0, y=y + 1.3))
        if line.remark:
            labels.append(Label(text=line.remark, x=x + FIRST, y=y + 1.3))
        bubbles += [
            Bubble(question=line.question, row=line.row, answer=a, x=round(x + FIRST + i * PITCH, 2), y=round(y, 2))
            for i, a in enumerate(line.answers)
        ]
    drawing = _svg(named, bubbles, labels)
    return BubblePage(place=place, title=title, words=words, svg=drawing, bubbles=tuple(bubbles))


def _corners() -> Iterator[tuple[float, float, float]]:
    """Yield the left, top and side of the black squares."""
    yield 0.0, 0.0, CORNER
    yield WIDTH - CORNER, 0.0, CORNER
    yield 0.0, HEIGHT - CORNER, CORNER
    yield WIDTH - SMALL_CORNER, HEIGHT - SMALL_CORNER, SMALL_CORNER


def _svg(named: str, bubbles: Sequence[Bubble], labels: Sequence[Label]) -> str:
    parts = [qr_path(named, x=CODE_X, y=CODE_Y, side=CODE_SIDE)]
    parts += [f'<rect x="{x:g}" y="{y:g}" width="{side:g}" height="{side:g}"/>' for x, y, side in _corners()]
    parts += [
        f'<text x="{label.x:g}" y="{label.y:g}" font-size="3.6" font-weight="bold">{escape(label.text)}</text>'
        for label in labels
        if label.text
    ]
    for bubble in bubbles:
        at = f'cx="{bubble.x:g}" cy="{bubble.y:g}"'
        parts.append(f'<circle {at} r="{RADIUS:g}" fill="none" stroke="#000" stroke-width=".25"/>')
        parts.append(
            f'<text x="{bubble.x:g}" y="{bubble.y + 0.95:g}" font-size="2.7" text-anchor="middle" fill="#555">'
            f"{escape(bubble.answer)}</text>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}mm" height="{HEIGHT:g}mm" '
        f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" font-family="Atkinson Hyperlegible">{"".join(parts)}</svg>'
    )
