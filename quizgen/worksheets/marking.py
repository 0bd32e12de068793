"""The marking guide: how points are given by hand, and what likely answers earn, worked out by the scoring itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import JsonValue

from quizgen.items import Choice, Highlight, Item, Match, MultipleResponse, Number, letter
from quizgen.scoring import grade
from quizgen.wording import Wording
from quizgen.worksheets.text import Text, plain


def guide(w: Wording, items: Iterable[Item]) -> Iterator[Text]:
    """Yield how each way of answering that the sheet has is marked."""
    used = {item.interaction for item in items}
    for interaction in ("choice", "multiple-response", "highlight", "match", "number"):
        if interaction in used:
            yield plain(w.text(f"sheet.guide.{interaction}"))


def points(w: Wording, value: float) -> str:
    """Return points as they are written on paper, with at most two decimals."""
    return w.number(round(value, 2))


def partial_credit(w: Wording, item: Item) -> Iterator[Text]:
    """Yield the points of answers to this question that are partly right, or that a reader may well give."""
    match item.body:
        case Choice() as body:
            yield from _also_right(w, body)
        case MultipleResponse() as body:
            yield from _shares(w, body)
        case Highlight() as body:
            yield from _marked(w, item, body)
        case Match() as body:
            yield plain(w.text("sheet.marking.match", points=points(w, 1 / len(body.prompts))))
        case Number() as body:
            yield from _near(w, body)


def _also_right(w: Wording, body: Choice) -> Iterator[Text]:
    labels = {o.id: letter(place).upper() for place, o in enumerate(body.options)}
    if others := [labels[k] for k in body.key[1:]]:
        yield plain(w.text("sheet.marking.also-right", labels=", ".join(others)))


def _shares(w: Wording, body: MultipleResponse) -> Iterator[Text]:
    keys = len(body.key)
    others = len(body.options) - keys
    if others:
        yield plain(w.text("sheet.marking.multiple-response", right=points(w, 1 / keys), wrong=points(w, 1 / others)))
    else:
        yield plain(w.text("sheet.marking.multiple-response-all", right=points(w, 1 / keys)))


def _marked(w: Wording, item: Item, body: Highlight) -> Iterator[Text]:
    labels = {p.id: str(place) for place, p in enumerate(body.phrases, 1)}
    plain_ones = [p.id for p in body.phrases if p.role == "plain"]
    if neutral := [labels[p.id] for p in body.phrases if p.role == "neutral"]:
        yield plain(w.text("sheet.marking.neutral", labels=", ".join(neutral), count=len(neutral)))
    if not body.key:
        return

    def worth(chosen: Iterable[str]) -> float:
        response: list[JsonValue] = [*chosen]
        return grade(item, response).points

    key = list(body.key)
    if len(key) > 1:
        for one in key:
            left = [k for k in key if k != one]
            told = " + ".join(labels[k] for k in left)
            yield plain(w.text("sheet.marking.only", labels=told, points=points(w, worth(left))))
    if plain_ones:
        with_one = sorted({round(worth([*key, extra]), 2) for extra in plain_ones})
        span = [points(w, value) for value in dict.fromkeys((with_one[0], with_one[-1]))]
        yield plain(w.text("sheet.marking.one-more", points="–".join(span)))
        everything = [p.id for p in body.phrases]
        yield plain(w.text("sheet.marking.everything", points=points(w, worth(everything))))
    yield plain(w.text("sheet.marking.none", points=points(w, worth([]))))


def _near(w: Wording, body: Number) -> Iterator[Text]:
    if body.tolerance:
        least, most = body.value - body.tolerance, body.value + body.tolerance
        yield plain(w.text("sheet.marking.range", least=w.number(least), most=w.number(most)))
    for other in body.other:
        yield plain(w.text("sheet.marking.other", value=w.number(other.value), what=other.what))
