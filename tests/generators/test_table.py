"""The table of generators: complete, in agreement with the names that banks may use, and fed by the shipped bank."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

import quizgen.generators
from quizgen.bank.model import TEMPLATE_IDS
from quizgen.errors import UnknownTemplateError
from quizgen.generators import GENERATORS, generate
from quizgen.items import Judgement
from quizgen.taxonomy import load_taxonomy
from quizgen.wording import load_wording
from tests.generators.banks import bank
from tests.generators.shipped import shipped_bank, shipped_items

MODULES = {info.name for info in iter_modules(quizgen.generators.__path__)}
FROM_ENTRIES = [name for name in GENERATORS if name != "handwritten"]
every_template = pytest.mark.parametrize("template", FROM_ENTRIES)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_module_stands_in_the_table_under_its_file_name(name: str) -> None:
    module = import_module(f"quizgen.generators.{name}")

    assert name.replace("_", "-") == module.ID
    assert GENERATORS[module.ID] is module.generate


def test_the_table_holds_what_a_bank_may_name_in_the_same_order() -> None:
    assert tuple(GENERATORS) == TEMPLATE_IDS


def test_a_template_that_does_not_exist_is_refused_with_a_hint() -> None:
    with pytest.raises(UnknownTemplateError, match="did you mean `verdict`"):
        generate(bank(), templates=["verdikt"])


@every_template
def test_every_template_has_two_phrasings_of_its_stem(template: str) -> None:
    assert len(load_wording("en").entry(f"{template}.stems")) >= 2


@every_template
def test_every_template_yields_items_from_the_shipped_bank(template: str) -> None:
    assert shipped_items(template)


@every_template
def test_every_item_belongs_to_a_family_and_a_move_of_the_taxonomy(template: str) -> None:
    families = {family.id for family in load_taxonomy().families}
    moves = {move.id for move in load_taxonomy().moves}

    for item in shipped_items(template):
        assert item.family in families
        assert item.move in moves


@every_template
def test_every_item_of_a_template_has_its_own_id(template: str) -> None:
    ids = [item.id for item in shipped_items(template)]

    assert len(ids) == len(set(ids))
    assert all(name.split("/")[2].split(".")[0] == template for name in ids)


@every_template
def test_stems_are_short(template: str) -> None:
    for item in shipped_items(template):
        assert len(item.stem.split()) <= 25, item.stem


@every_template
def test_the_key_earns_what_no_wrong_response_does(template: str) -> None:
    for item in shipped_items(template):
        key = item.body.read(item.id, item.body.key_response())  # type: ignore[arg-type]
        wrong = [item.body.read(item.id, w) for w in item.body.wrong_responses()]  # type: ignore[arg-type]
        assert key not in wrong


@every_template
def test_the_same_seed_gives_the_same_items(template: str) -> None:
    assert tuple(generate(shipped_bank(), templates=[template])) == shipped_items(template)


@pytest.mark.parametrize(
    "template", ["best-source", "match-records", "read-the-figure", "claim-kind", "sort-statements"]
)
def test_what_asks_for_no_judgement_of_a_claim_is_not_counted_as_one(template: str) -> None:
    judged: set[Judgement | None] = {item.judgement for item in shipped_items(template)}

    assert judged == {None}
