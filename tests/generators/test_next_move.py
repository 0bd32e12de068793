"""next-move: the step that answers what is asked, among steps that answer something else."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from quizgen.generators.next_move import FEW_CASES, generate, wrong_steps
from quizgen.items import Choice, Item
from quizgen.material import Material
from quizgen.taxonomy import load_taxonomy
from tests.generators.banks import Fields, bank, declines, items, one_decline, one_item, passage
from tests.generators.shipped import shipped_bank, shipped_items

TAXONOMY = load_taxonomy()
TEXT = "The dreadful library lent many books to the town."
STEPS = {t.step.do: t for t in TAXONOMY.types.values()}


def _issue(**fields: Any) -> Fields:
    return {"type": "loaded-language", "span": "dreadful", "why": "It pushes.", **fields}


def _faulty(*issues: Fields, **fields: Any) -> Fields:
    return passage(**{"text": TEXT, "issues": list(issues) or [_issue()], **fields})


def _item(entry: Fields) -> Item:
    return one_item(generate, bank(claims=[], passages=[entry]))


def _texts(item: Item) -> list[str]:
    assert isinstance(item.body, Choice)
    return [option.text for option in item.body.options]


def _wrong_steps(entry: Fields) -> set[str]:
    """Return the types whose steps could be wrong options for this passage."""
    material = Material(bank(claims=[], passages=[entry]))
    (faulty,) = material.bank.passages
    return {t.id for t in wrong_steps(material, faulty, faulty.issues[0])}


def test_the_type_asks_and_its_step_answers() -> None:
    item = _item(_faulty())
    loaded = TAXONOMY.types["loaded-language"]

    assert loaded.step.asks in item.stem
    assert _texts(item)[0] == loaded.step.do
    assert isinstance(item.body, Choice)
    assert item.body.key == ("a",)
    assert len(item.body.options) == 3
    assert not item.body.fixed
    assert (item.family, item.move, item.judgement) == ("wording", loaded.move, None)


def test_the_marked_words_are_shown_and_the_record_is_not() -> None:
    item = one_item(generate, bank(claims=[], passages=[_faulty(show_with="More.")]))

    assert item.stimulus.passage is not None
    assert [TEXT[m.start : m.end] for m in item.stimulus.passage.marks] == ["dreadful"]
    assert item.stimulus.passage.show_with == "More."
    assert item.stimulus.findings == ()
    assert item.stimulus.term is None


def test_wrong_steps_leave_the_page_if_the_right_one_does() -> None:
    assert {TAXONOMY.types[t].step.out for t in _wrong_steps(_faulty())} == {False}
    assert {TAXONOMY.types[t].step.out for t in _wrong_steps(_faulty(_issue(type="vague-attribution")))} == {True}


def test_no_wrong_step_answers_what_is_asked() -> None:
    # Of the steps that stay on the page, a proper name in the place of a label shows how words push.
    wrong = _wrong_steps(_faulty())

    assert "false-dilemma" in wrong
    assert not [t for t in wrong if "loaded-language" in TAXONOMY.types[t].step.answers]
    assert "name-calling" not in wrong


def test_no_wrong_step_is_that_of_an_accepted_type() -> None:
    assert "bandwagon" in _wrong_steps(_faulty())
    assert "bandwagon" not in _wrong_steps(_faulty(_issue(also_accept=["bandwagon"])))


@pytest.mark.parametrize(
    ("text", "fits"), [(TEXT, False), (TEXT + " In May 2021 it did.", False), (TEXT + " 45%!", True)]
)
def test_a_step_about_figures_needs_a_figure(text: str, *, fits: bool) -> None:
    assert ("base-switch" in _wrong_steps(_faulty(text=text))) is fits


def test_steps_that_would_answer_each_others_question_do_not_stand_together() -> None:
    # What the people concerned have said, and what the other side has said, are much the same.
    entry = _faulty(_issue(type="unit-switch"), text=TEXT + " 45%!")
    made = items(generate, bank(claims=[], passages=[entry | {"id": f"p-{i}"} for i in range(FEW_CASES - 1)]))
    people, side = (TAXONOMY.types[t].step.do for t in ("mind-reading", "straw-man"))

    assert {"mind-reading", "straw-man"} <= _wrong_steps(entry)
    assert len(made) == FEW_CASES - 1
    assert not [item for item in made if {people, side} <= set(_texts(item))]


def test_wrong_steps_take_turns() -> None:
    made = items(generate, bank(claims=[], passages=[_faulty(id=f"p-{i}") for i in range(FEW_CASES - 1)]))
    used = Counter(text for item in made for text in _texts(item)[1:])

    assert len(used) >= 6
    assert max(used.values()) - min(used.values()) <= 1


def test_a_step_that_is_right_elsewhere_is_wrong_here_before_one_that_never_is() -> None:
    dilemma = _issue(type="false-dilemma", span="many")
    made = items(generate, bank(claims=[], passages=[_faulty(), _faulty(dilemma, id="other")]))

    assert TAXONOMY.types["false-dilemma"].step.do in _texts(made[0])
    assert TAXONOMY.types["loaded-language"].step.do in _texts(made[1])


def test_a_larger_bank_asks_for_no_step_that_would_be_right_more_often_than_wrong() -> None:
    same = [_faulty(id=f"p-{i}") for i in range(FEW_CASES)]
    turns = [
        _faulty(_issue(type=t), id=f"{t}-{i}") for i in range(FEW_CASES) for t in ("loaded-language", "false-dilemma")
    ]

    assert items(generate, bank(claims=[], passages=same)) == []
    assert "more often than wrong" in declines(generate, bank(claims=[], passages=same))[0].reason
    made = items(generate, bank(claims=[], passages=turns))
    right = Counter(_texts(item)[0] for item in made)
    wrong = Counter(text for item in made for text in _texts(item)[1:])
    assert len(made) >= FEW_CASES
    assert all(times <= wrong[step] for step, times in right.items())


def test_what_is_told_of_each_option() -> None:
    item = _item(_faulty())
    assert isinstance(item.body, Choice)

    for option in item.body.options:
        assert STEPS[option.text].step.asks in option.why
    assert "another question" not in item.body.options[0].why
    assert all("another question" in option.why for option in item.body.options[1:])
    assert (item.rationale.record, item.rationale.about) == ("It pushes.", "words")


def test_the_steps_shown_are_counted_by_a_form() -> None:
    item = _item(_faulty())

    assert item.tags == tuple(f"step:{STEPS[text].id}" for text in _texts(item))


@pytest.mark.parametrize(("type_id", "difficulty"), [("loaded-language", 3), ("vague-attribution", 2)])
def test_to_stay_with_the_text_is_harder_than_to_leave_it(type_id: str, difficulty: int) -> None:
    assert _item(_faulty(_issue(type=type_id))).difficulty == difficulty


def test_an_author_may_refuse() -> None:
    entry = _faulty(not_as=[{"template": "next-move", "reason": "Too plain."}])
    declined = one_decline(generate, bank(claims=[], passages=[entry]))

    assert declined.reason == "Too plain."


def test_an_author_may_refuse_one_issue() -> None:
    refused = _issue(type="false-dilemma", span="many", not_as=[{"template": "next-move", "reason": "Too plain."}])

    made = items(generate, bank(claims=[], passages=[_faulty(_issue(), refused)]))

    assert [item.tags[0] for item in made] == ["step:loaded-language"]


def test_declines_a_clean_passage() -> None:
    assert "clean" in one_decline(generate, bank(passages=[passage()])).reason


def test_declines_words_that_cannot_be_placed() -> None:
    declined = one_decline(generate, bank(passages=[_faulty(_issue(span="gone"))]))

    assert declined.unlock == "occurrence"


def test_declines_where_no_other_step_is_wrong_for_every_fair_reader() -> None:
    everything = [t for t in TAXONOMY.types if t != "loaded-language"]
    declined = one_decline(generate, bank(passages=[_faulty(_issue(also_accept=everything))]))

    assert "too few steps" in declined.reason


def test_the_shipped_bank_offers_no_step_that_a_fair_reader_could_take_and_keys_of_both_kinds() -> None:
    made = shipped_items("next-move")
    issues = {
        f"{p.id}/{issue.type}": issue for p in shipped_bank().passages for issue in p.issues
    }  # each passage of the bank has one issue of a type

    assert len(made) >= 15
    for item in made:
        right, *wrong = (STEPS[text] for text in _texts(item))
        issue = issues[f"{item.id.split('/')[1]}/{right.id}"]
        for other in wrong:
            assert other.id not in (issue.type, *issue.also_accept)
            assert issue.type not in other.step.answers
            assert other.step.out == right.step.out
        assert len({right.id, *(other.id for other in wrong)}) == 3
    outside = [item for item in made if STEPS[_texts(item)[0]].step.out]
    assert 0.3 <= len(outside) / len(made) <= 0.7


def test_a_reader_of_the_shipped_bank_who_knows_which_steps_are_often_right_has_no_better_than_chance() -> None:
    made = shipped_items("next-move")
    right = Counter(_texts(item)[0] for item in made)
    hits = 0.0
    for item in made:
        often = max(right[text] for text in _texts(item))
        guesses = [text for text in _texts(item) if right[text] == often]
        hits += (_texts(item)[0] in guesses) / len(guesses)

    assert hits / len(made) <= 1 / 3 + 0.1
