"""The taxonomy that ships with quizgen is whole, and a new issue type is one entry in it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from quizgen.errors import UnknownIssueTypeError
from quizgen.taxonomy import IssueType, Taxonomy, load_taxonomy
from quizgen.yaml_source import read_packaged

TAXONOMY = load_taxonomy()
TYPES = list(TAXONOMY.types.values())
every_type = pytest.mark.parametrize("issue_type", TYPES, ids=lambda t: t.id)


def _raw() -> Any:
    return read_packaged(files("quizgen.taxonomy") / "issues.yaml")


@every_type
def test_a_type_is_defined_with_signs_and_a_pair_of_examples(issue_type: IssueType) -> None:
    told = [issue_type.name, issue_type.plain, issue_type.definition, issue_type.look_for]
    told += [issue_type.example, issue_type.near_miss, issue_type.step.do]

    assert all(len(text) >= 4 for text in told)
    assert "?" in issue_type.look_for
    assert issue_type.example != issue_type.near_miss


@every_type
def test_a_type_has_a_published_name_or_the_reason_why_not(issue_type: IssueType) -> None:
    assert (issue_type.published_label is None) != (issue_type.unpublished is None)


@every_type
def test_a_type_is_confused_with_other_types_that_exist(issue_type: IssueType) -> None:
    assert issue_type.confused_with
    assert set(issue_type.confused_with) <= set(TAXONOMY.types) - {issue_type.id}


@every_type
def test_a_type_trains_a_move_and_its_step_answers_questions_of_other_types(issue_type: IssueType) -> None:
    assert issue_type.move in {move.id for move in TAXONOMY.moves}
    assert issue_type.step.asks.endswith("?")
    assert set(issue_type.step.answers) <= set(TAXONOMY.types) - {issue_type.id}


def test_ids_are_unique_over_families_types_and_moves() -> None:
    types = [t.id for family in TAXONOMY.families for t in family.types]
    families = [family.id for family in TAXONOMY.families]
    moves = [move.id for move in TAXONOMY.moves]

    for ids in (types, families, moves):
        assert len(ids) == len(set(ids))
    assert TAXONOMY.no_issue.id not in types


def test_no_two_types_share_a_name_a_definition_a_question_or_a_step() -> None:
    for texts in (
        [t.name for t in TYPES],
        [t.definition for t in TYPES],
        [t.step.asks for t in TYPES],
        [t.step.do for t in TYPES],
    ):
        assert len(texts) == len(set(texts))


def test_every_move_is_trained_and_every_family_can_leave_the_page_or_stay() -> None:
    assert {t.move for t in TYPES} == {move.id for move in TAXONOMY.moves}
    assert {t.step.out for t in TYPES} == {True, False}


def test_faults_of_omission_and_matters_of_taste_are_told_apart_from_the_rest() -> None:
    assert {t.id for t in TYPES if t.absence} == {"no-source", "missing-context", "vague-wording"}
    assert {t.id for t in TYPES if t.quotes} == {"altered-quotation"}
    assert {t.id for t in TYPES if t.headline} == {"headline-mismatch"}
    assert {t.id for t in TYPES if t.figures} <= {t.id for t in TAXONOMY.families[2].types}
    assert {t.id for t in TYPES if t.absence} <= {t.id for t in TYPES if t.arguable}


def test_adding_a_type_is_one_entry() -> None:
    raw = _raw()
    entry = dict(raw["families"][0]["types"][0], id="made-up-source")
    raw["families"][0]["types"].append(entry)

    enlarged = Taxonomy.model_validate(raw)

    assert enlarged.issue_type("made-up-source").plain == "No source given"
    assert enlarged.family_of("made-up-source").id == "source"
    assert len(enlarged.types) == len(TAXONOMY.types) + 1


def test_an_unknown_type_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownIssueTypeError, match="did you mean `loaded-language`"):
        TAXONOMY.family_of("loaded-langage")
