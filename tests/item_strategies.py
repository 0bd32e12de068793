"""Hypothesis strategies for items of every interaction, and builders for items and forms made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from quizgen.forms.form import Citation, Form, FormItem
from quizgen.items import (
    INTERACTIONS,
    Choice,
    Highlight,
    Interaction,
    Item,
    Judgement,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    OtherValue,
    Phrase,
    Prompt,
    Provenance,
    Rationale,
    Stimulus,
    lettered,
)

WORDS = ("the", "summit", "ended", "without", "a", "joint", "statement", "in", "73", "countries", "“never”", "50 %")
LEANS = (None, "accept", "doubt", "abstain")
VALUES = st.integers(-(10**9), 10**9).map(float) | st.floats(-1e6, 1e6, allow_nan=False)


def item_of(body: Interaction, **changes: Any) -> Item:
    """Return an item around a body; `changes` replace any of its other fields."""
    return Item(
        **{
            "id": "bank/entry/template",
            "template": "verdict",
            "stem": "What may be said?",
            "stimulus": Stimulus(),
            "body": body,
            "rationale": Rationale(record="The record."),
            "sources": (),
            "provenance": Provenance(bank="bank", entries=("claim:entry",)),
            "family": "evidence",
            "move": "compare-coverage",
            "difficulty": 1,
            **changes,
        }
    )


def form_of(items: Sequence[Item]) -> Form:
    """Return a form of the items in this order; their opaque ids are `f-1`, `f-2` …."""
    return Form(
        id="f",
        bank="bank",
        bank_revision="0",
        title="A quiz",
        language="en",
        level="14-16",
        article=Citation(title="An article", publisher="A paper", published="2023"),
        as_of="2023",
        blueprint="standard",
        seed=1,
        version="A",
        items=tuple(
            FormItem(id=f"f-{n}", number=n, revision=item.revision, item=item) for n, item in enumerate(items, 1)
        ),
    )


def phrases() -> st.SearchStrategy[str]:
    """Stretches of one to seven words."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


@st.composite
def _options(draw: st.DrawFn, most: int) -> tuple[Option, ...]:
    leans = draw(st.lists(st.sampled_from(LEANS), min_size=2, max_size=most))
    return lettered([Option(id="", text=f"option {i}", why="why", lean=lean) for i, lean in enumerate(leans)])


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    """A choice with at least one right and one wrong option."""
    options = draw(_options(most=5))
    ids = [o.id for o in options]
    key = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=len(ids) - 1, unique=True))
    return Choice(options=options, key=tuple(key), fixed=draw(st.booleans()))


@st.composite
def multiple_responses(draw: st.DrawFn) -> MultipleResponse:
    """A multiple response with at least one right option; all may be right."""
    options = draw(_options(most=6))
    key = draw(st.sets(st.sampled_from([o.id for o in options]), min_size=1))
    return MultipleResponse(options=options, key=tuple(sorted(key)))


@st.composite
def highlights(draw: st.DrawFn) -> Highlight:
    """A passage of one to eight phrases, faulty or clean."""
    role = st.sampled_from(draw(st.sampled_from((("key", "neutral", "plain"), ("neutral", "plain"), ("plain",)))))
    drawn = draw(st.lists(st.tuples(phrases(), role), min_size=1, max_size=8))
    return Highlight(
        phrases=tuple(
            Phrase(id=str(i), gap=" " if i > 1 else "", text=text, role=r, why="why")
            for i, (text, r) in enumerate(drawn, 1)
        )
    )


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """A match with or without reuse of its choices."""
    reuse = draw(st.booleans())
    ids = "abcde"[: draw(st.integers(2, 5))]
    keys = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=5 if reuse else len(ids), unique=not reuse))
    return Match(
        prompts=tuple(Prompt(id=str(i), text=f"prompt {i}", key=k, why="why") for i, k in enumerate(keys, 1)),
        choices=tuple(MatchChoice(id=i, text=f"choice {i}") for i in ids),
        reuse=reuse,
    )


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    """A number with a tolerance and up to three numbers that answer another question."""
    value, tolerance = draw(VALUES), draw(st.floats(0, 1000))
    others = draw(st.lists(VALUES.filter(lambda v: abs(v - value) > tolerance + 1), max_size=3, unique=True))
    return Number(
        value=value,
        tolerance=tolerance,
        unit="countries",
        whole=value.is_integer(),
        other=tuple(OtherValue(value=v, what=f"another, {v}") for v in others),
        why="why",
    )


BODIES: dict[str, st.SearchStrategy[Any]] = {
    "choice": choices(),
    "multiple-response": multiple_responses(),
    "highlight": highlights(),
    "match": matches(),
    "number": numbers(),
}


def judgements() -> st.SearchStrategy[Judgement | None]:
    """Any judgement, or none."""
    return st.none() | st.builds(
        Judgement, of=st.sampled_from(("claim", "finding", "passage")), sound=st.sampled_from((True, False, None))
    )


def items(interaction: str | None = None) -> st.SearchStrategy[Item]:
    """Items of one interaction, or of any."""
    bodies = BODIES[interaction] if interaction else st.one_of(*(BODIES[name] for name in INTERACTIONS))
    return st.builds(
        lambda body, judgement, difficulty: item_of(body, judgement=judgement, difficulty=difficulty),
        bodies,
        judgements(),
        st.integers(1, 3),
    )
