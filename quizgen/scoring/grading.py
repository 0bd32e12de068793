"""Grade a response to an item: points from 0 to 1, what was right, missed or extra, and what it says of a judgement.

One function an interaction, in a table; nothing here knows a template. A response is read by the item's own body, which
raises `ResponseShapeError` where it does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal

from pydantic import Field, JsonValue

from quizgen.items import (
    Choice,
    Highlight,
    Item,
    Lean,
    Match,
    MultipleResponse,
    Number,
    Option,
    OtherValue,
    Phrase,
)
from quizgen.model import Frozen
from quizgen.scoring.spans import Span, merged, span_score

Outcome = Literal["right", "partly", "wrong", "skipped"]
FULL_MARKS_FROM = 0.8
"""The F1 from which a highlight earns full marks: where exactly a faulty stretch ends is a matter of taste."""

ROUNDING = 1e-9
"""Room for the rounding of binary fractions."""


class Score(Frozen):
    """What a response earned.

    `points` run from 0 to 1. `exact` is the all-or-nothing verdict that stands beside partial credit. `lean` says what
    the response did to the item's judgement, and is None where there is none or the response takes no side.

    `right`, `missed` and `extra` hold ids, in the item's order: options or phrases taken rightly, left out, and taken
    though they should not be; of a match, the prompts with the right choice, with none, and with a wrong one. A choice
    misses at most its best answer, phrases that may or may not be marked are in none of the three, and a skipped item
    has nothing in any. `other` is the number from the findings that was typed although another was asked for.
    """

    points: float = Field(ge=0, le=1)
    outcome: Outcome
    exact: bool = False
    lean: Lean | None = None
    right: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    other: OtherValue | None = None


SKIPPED = Score(points=0, outcome="skipped")


def grade(item: Item, response: JsonValue | None, *, name: str | None = None) -> Score:
    """Return the score of a response, or raise `ResponseShapeError` if it does not fit; None is a skipped item.

    `name` is what a refusal calls the item: its opaque id in a form, since its own id tells of the key.
    """
    if response is None:
        return SKIPPED
    score = _GRADERS[item.interaction](item.body, item.body.read(item.id if name is None else name, response))
    return score if item.judgement else score.model_copy(update={"lean": None})


def informedness(right: int, extra: int, keys: int, distractors: int) -> float:
    """Return max(0, right / keys - extra / distractors): H - F within one item, so that taking everything earns 0.

    Without keys there is nothing to miss, without distractors nothing to take wrongly.
    """
    found = right / keys if keys else 1.0
    false = extra / distractors if distractors else 0.0
    return max(0.0, found - false)


def _choice(body: Choice, chosen: str) -> Score:
    lean = _lean(body.options, {chosen})
    if chosen in body.key:
        return _score(1.0, lean=lean, right=(chosen,))
    return _score(0.0, lean=lean, missed=body.key[:1], extra=(chosen,))


def _multiple_response(body: MultipleResponse, chosen: tuple[str, ...]) -> Score:
    keys = [o.id for o in body.options if o.id in body.key]
    right = _of(keys, chosen)
    extra = _but(chosen, keys)
    points = informedness(len(right), len(extra), len(keys), len(body.options) - len(keys))
    return _score(points, lean=_lean(body.options, chosen), right=right, missed=_but(keys, chosen), extra=extra)


def _highlight(body: Highlight, chosen: tuple[str, ...]) -> Score:
    counted = [p for p in body.phrases if p.role != "neutral"]
    plain = [p.id for p in counted if p.role == "plain"]
    right, extra = _of(body.key, chosen), _of(plain, chosen)
    exact = right == body.key and not extra
    # A phrase that may be marked or not flags a faulty passage, but a sound one with only such marks was left alone.
    flagged = chosen if body.key else extra
    return _score(
        1.0 if exact else _partly_marked(counted, {*right, *extra}, set(body.key)),
        exact=exact,
        lean="doubt" if flagged else "accept",
        right=right,
        missed=_but(body.key, chosen),
        extra=extra,
    )


def _partly_marked(counted: list[Phrase], marked: set[str], key: set[str]) -> float:
    """Return the span F1 over words, or 1 where it is as good as full.

    Where the key fills most of a passage, marking everything reaches a high F1 without reading. So full marks also ask
    for more than that.
    """
    gold = _word_spans(counted, key)
    f1 = span_score(_word_spans(counted, marked), gold).f1
    everything = span_score(_word_spans(counted, {p.id for p in counted}), gold).f1
    return 1.0 if f1 >= FULL_MARKS_FROM - ROUNDING and f1 > everything else f1


def _word_spans(phrases: Iterable[Phrase], chosen: Collection[str]) -> tuple[Span, ...]:
    """Return the chosen phrases as word offsets in the text of all `phrases`, neighbours merged."""
    spans: list[Span] = []
    start = 0
    for phrase in phrases:
        end = start + max(1, len(phrase.text.split()))
        if phrase.id in chosen:
            spans.append(Span(start, end))
        start = end
    return merged(spans)


def _match(body: Match, pairs: dict[str, str]) -> Score:
    right = tuple(p.id for p in body.prompts if pairs.get(p.id) == p.key)
    return _score(
        len(right) / len(body.prompts),
        right=right,
        missed=tuple(p.id for p in body.prompts if p.id not in pairs),
        extra=tuple(p.id for p in body.prompts if p.id in pairs and pairs[p.id] != p.key),
    )


def _number(body: Number, value: float) -> Score:
    if body.accepts(value):
        return _score(1.0)
    near = [o for o in body.other if abs(value - o.value) <= body.tolerance + ROUNDING]
    return _score(0.0, other=min(near, key=lambda o: abs(value - o.value), default=None))


def _score(
    points: float,
    *,
    exact: bool | None = None,
    lean: Lean | None = None,
    right: tuple[str, ...] = (),
    missed: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
    other: OtherValue | None = None,
) -> Score:
    outcome: Outcome = "right" if points == 1 else "partly" if points else "wrong"
    return Score(
        points=points,
        outcome=outcome,
        exact=points == 1 if exact is None else exact,
        lean=lean,
        right=right,
        missed=missed,
        extra=extra,
        other=other,
    )


def _lean(options: Iterable[Option], chosen: Collection[str]) -> Lean | None:
    """Return the one lean of the chosen options; None where they have none or pull apart."""
    leans = {o.lean for o in options if o.id in chosen}
    return leans.pop() if len(leans) == 1 else None


def _of(ids: Iterable[str], chosen: Collection[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in chosen)


def _but(ids: Iterable[str], chosen: Collection[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i not in chosen)


_GRADERS: dict[str, Callable[[Any, Any], Score]] = {
    "choice": _choice,
    "multiple-response": _multiple_response,
    "highlight": _highlight,
    "match": _match,
    "number": _number,
}
"""The grader of each interaction; a test holds it to `quizgen.items.INTERACTIONS`."""
