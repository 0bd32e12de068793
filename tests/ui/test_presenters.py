"""The table of presenters, and what they tell after the answer."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from quizgen.forms import Form
from quizgen.items import (
    INTERACTIONS,
    Choice,
    Finding,
    Highlight,
    Item,
    Judgement,
    Lean,
    Number,
    Option,
    Rationale,
    ShownClaim,
    ShownPassage,
    SourceNote,
    Stimulus,
)
from quizgen.scoring import Score, grade
from quizgen.ui import feedback
from quizgen.ui.interactions import PRESENTERS
from quizgen.ui.interactions.presenter import expect
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
    stimulus = Stimulus(findings=(Finding(publisher="The Daily", date="2023", text="Five were lent."),))
    body = Choice(options=options, key=(key,))
    return form.items[0].item.model_copy(update={"body": body, "judgement": judgement, "stimulus": stimulus})


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


@pytest.mark.parametrize(
    ("response", "words"), [("b", "That is right"), (None, "Skipped. Here is the answer"), ("a", "Another option")]
)
def test_where_no_finding_was_shown_the_banner_speaks_of_no_evidence(
    form: Form, response: str | None, words: str
) -> None:
    item = _judged(form, sound=False).model_copy(update={"judgement": None, "stimulus": Stimulus()})
    assert feedback.headline(W, item, grade(item, response)).startswith(words)


@pytest.mark.parametrize(
    ("about", "title"),
    [("record", "What the record shows"), ("words", "About these words"), ("question", "In short")],
)
def test_the_heading_says_what_is_told(form: Form, about: str, title: str) -> None:
    told = Rationale.model_validate({"record": "So it is.", "about": about})
    item = form.items[0].item.model_copy(update={"rationale": told})
    assert feedback.record(W, item) == f"<h2>{title}</h2><p>So it is.</p>"


@pytest.mark.parametrize("later", [True, False])
def test_a_source_that_came_later_is_told_apart(form: Form, later: bool) -> None:
    late = SourceNote(title="Ten years", publisher="The Monthly", date="2024", stance="supports", later=later)
    claim = Stimulus(claim=ShownClaim(says="Claimed.", quote="Quoted."))
    item = form.items[0].item.model_copy(update={"stimulus": claim, "sources": (late,)})
    assert ("later than the article" in feedback.sources(W, item)) is later


def test_notes_and_sources_stand_under_headings_of_their_own(form: Form) -> None:
    notes = (ShownPassage(text="Noted."), ShownPassage(text="Noted too."))
    given = Stimulus(claim=ShownClaim(says="Claimed.", quote="Quoted."), notes=notes)
    found = SourceNote(title="Yearbook", publisher="The Daily", date="2023", finding="Five were lent.")
    item = form.items[0].item.model_copy(update={"stimulus": given, "sources": (found,)})
    drawn = feedback.claim_and_sources(W, item)
    parts = ("<h2>What was shown</h2>", "Claimed.", "Noted too.", "<h2>What the sources say</h2>", "Five were lent.")
    assert [drawn.index(part) for part in parts] == sorted(drawn.index(part) for part in parts)


def test_a_passage_is_named_once(form: Form) -> None:
    item = form.items[0].item.model_copy(update={"stimulus": Stimulus(passage=ShownPassage(text="Written."))})
    assert feedback.claim_and_sources(W, item).count("The passage") == 1


@pytest.mark.parametrize(("marks", "words"), [(["1"], "Missed"), (["2"], "Also fits")])
def test_what_was_left_out_also_fits_only_beside_something_right(
    form: Form, marks: list[JsonValue], words: str
) -> None:
    entry = next(e for e in form.items if e.item.interaction == "highlight")
    body = expect(entry.item.body, Highlight)
    keyed = tuple(p.model_copy(update={"role": "key"}) if p.id == "4" else p for p in body.phrases)
    item = entry.item.model_copy(update={"body": Highlight(phrases=keyed)})
    told = PRESENTERS["highlight"].explained(W, entry.model_copy(update={"item": item}), marks, grade(item, marks))
    left_out = {tag for tag in ("Missed", "Also fits") if tag in told.left}
    assert left_out == {words}


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "groups", "1 (groups)"),
        (2, "groups", "2 groups"),
        (1, "% of the aid", "1% of the aid"),
        (1.5, "km", "1.5 km"),
        (1, "", "1"),
    ],
)
def test_a_number_is_told_with_its_unit(form: Form, value: float, unit: str, words: str) -> None:
    entry = next(e for e in form.items if e.item.interaction == "number")
    body = Number(value=value, tolerance=0, unit=unit, whole=False, why="")
    changed = entry.model_copy(update={"item": entry.item.model_copy(update={"body": body})})
    told = "".join(PRESENTERS["number"].explained(W, changed, value, grade(changed.item, value)))
    assert f"<strong>{words}</strong>" in told
