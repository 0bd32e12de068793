"""The table of presenters, and what they tell after the answer."""

from __future__ import annotations

import pytest

from quizgen.forms import Form
from quizgen.items import INTERACTIONS, Choice, Item, Judgement, Lean, Option
from quizgen.scoring import Score, grade
from quizgen.ui import feedback
from quizgen.ui.interactions import PRESENTERS
from quizgen.wording import load_wording
from tests.ui.reader import wrong

W = load_wording("en")


def test_every_interaction_has_a_presenter() -> None:
    assert set(PRESENTERS) == set(INTERACTIONS)


@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_the_feedback_tells_the_reason_of_everything_that_was_offered(form: Form, interaction: str) -> None:
    entry = next(e for e in form.items if e.item.interaction == interaction)
    response = wrong(entry)
    told = "".join(PRESENTERS[interaction].explained(W, entry, response, grade(entry.item, response)))
    body = entry.item.body.model_dump()
    offered = body.get("options") or body.get("prompts") or [p for p in body.get("phrases", ()) if p["role"] == "key"]
    assert all(part["why"] in told for part in offered or [body])


@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_what_is_given_before_the_answer_holds_no_reason(form: Form, interaction: str) -> None:
    entry = next(e for e in form.items if e.item.interaction == interaction)
    shown = entry.shown()
    presenter = PRESENTERS[interaction]
    assert "SECRET" not in presenter.given(W, shown) + presenter.intro(W, shown)


def _judged(form: Form, *, sound: bool | None, of: str = "claim") -> Item:
    leans: tuple[Lean, ...] = ("accept", "doubt", "abstain")
    options = tuple(Option(id=i, text=lean, why="", lean=lean) for i, lean in zip("abc", leans, strict=True))
    key = {True: "a", False: "b", None: "c"}[sound]
    judgement = Judgement.model_validate({"of": of, "sound": sound})
    return form.items[0].item.model_copy(update={"body": Choice(options=options, key=(key,)), "judgement": judgement})


@pytest.mark.parametrize(
    ("sound", "response", "words"),
    [
        (True, "a", "That fits the evidence"),
        (True, "b", "More doubt than the evidence asks for"),
        (True, "c", "The sources do settle this"),
        (False, "a", "More trust than the evidence allows"),
        (False, "c", "The sources do settle this"),
        (None, "a", "Another option fits better"),
        (None, None, "Skipped. Here is what the sources show"),
    ],
)
def test_the_banner_names_the_slip(form: Form, sound: bool | None, response: str | None, words: str) -> None:
    item = _judged(form, sound=sound)
    assert feedback.headline(W, item, grade(item, response)) == words


def test_wrong_doubt_and_wrong_trust_look_the_same(form: Form) -> None:
    looks = set()
    for sound, response in ((True, "b"), (False, "a")):
        item = _judged(form, sound=sound)
        drawn = feedback.banner(W, item, grade(item, response), None)
        looks.add(drawn.replace(feedback.headline(W, item, grade(item, response)), ""))
    assert len(looks) == 1


def test_partial_credit_is_told_by_counts(form: Form) -> None:
    item = next(e.item for e in form.items if e.item.interaction == "match")
    score = Score(points=0.5, outcome="partly", right=("1",), extra=("2",))
    assert feedback.headline(W, item, score) == "Partly: 1 of 2 lines"
