"""Items that ask for a judgement, and the reports of readers who answered them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from quizgen.items import Choice, Item, Judgement, MultipleResponse, Option
from quizgen.scoring import Answer, Report, make_report
from tests.item_strategies import form_of, item_of

Of = Literal["claim", "finding", "passage"]
ACCEPT, DOUBT, ABSTAIN = "a", "b", "c"
OPTIONS = (
    Option(id=ACCEPT, text="Backed", why="w", lean="accept"),
    Option(id=DOUBT, text="Not as worded", why="w", lean="doubt"),
    Option(id=ABSTAIN, text="Not settled here", why="w", lean="abstain"),
)
KEYS = {True: ACCEPT, False: DOUBT, None: ABSTAIN}


def judged(sound: bool | None, of: Of = "claim", **changes: Any) -> Item:
    """An item that asks whether a claim holds; its options accept, doubt and leave it open."""
    body = Choice(options=OPTIONS, key=(KEYS[sound],), fixed=True)
    return item_of(body, judgement=Judgement(of=of, sound=sound), **changes)


def several(**changes: Any) -> Item:
    """A multiple response without judgement: two of three options are right."""
    return item_of(MultipleResponse(options=OPTIONS, key=(ACCEPT, DOUBT)), **changes)


def report(*answered: tuple[Item, Any]) -> Report:
    """The report of items with their responses, or with (response, confidence)."""
    form = form_of([item for item, _ in answered])
    answers: dict[str, Answer] = {}
    for entry, (_, said) in zip(form.items, answered, strict=True):
        response, confidence = said if isinstance(said, tuple) else (said, None)
        answers[entry.id] = Answer(response=response, confidence=confidence)
    return make_report(form, answers)


def reader(sound: Iterable[str], unsound: Iterable[str], of: Of = "claim") -> list[tuple[Item, Any]]:
    """A reader's answers to sound and to unsound claims, a letter each."""
    return [(judged(True, of), r) for r in sound] + [(judged(False, of), r) for r in unsound]
