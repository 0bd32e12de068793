"""What must hold of every item that the templates on claims make of the bundled bank."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.bank import Bank, load_bank
from quizgen.generators import GENERATORS, bearing, pass_on, verdict, what_holds, which_words
from quizgen.items import Choice, Item, MultipleResponse, Option
from tests.generators.banks import declines, items

BANK = Path(__file__).parents[2] / "question_banks" / "kim-putin-summit.yaml"
IDS = [module.ID for module in (verdict, bearing, pass_on, what_holds, which_words)]
MOST_WORDS = 25
each_template = pytest.mark.parametrize("template", IDS)


@pytest.fixture(scope="module")
def bundled() -> Bank:
    return load_bank(BANK).usable()


@pytest.fixture(scope="module")
def made(bundled: Bank) -> dict[str, list[Item]]:
    return {template: items(GENERATORS[template], bundled) for template in IDS}


def _body(item: Item) -> Choice | MultipleResponse:
    assert isinstance(item.body, Choice | MultipleResponse)
    return item.body


def _wrong(item: Item) -> list[Option]:
    return [option for option in _body(item).options if option.id not in _body(item).key]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@each_template
def test_it_yields_items_with_ids_of_their_own(made: dict[str, list[Item]], template: str) -> None:
    ids = [item.id for item in made[template]]

    assert ids
    assert len(ids) == len(set(ids))


@each_template
def test_every_claim_is_asked_about_or_declined_with_a_reason(bundled: Bank, template: str) -> None:
    asked = {name for item in items(GENERATORS[template], bundled) for name in item.provenance.entries}
    declined = declines(GENERATORS[template], bundled)

    assert asked | {decline.entry for decline in declined} == {f"claim:{claim.id}" for claim in bundled.claims}
    assert all(decline.template == template and decline.reason for decline in declined)


@each_template
def test_the_key_is_not_among_the_wrong_responses(made: dict[str, list[Item]], template: str) -> None:
    for item in made[template]:
        body = _body(item)
        assert body.key
        assert body.key_response() not in body.wrong_responses()
        assert len(_wrong(item)) >= (2 if isinstance(body, Choice) else 1), item.id


@each_template
def test_no_two_options_say_the_same_and_each_has_its_reason(made: dict[str, list[Item]], template: str) -> None:
    for item in made[template]:
        options = _body(item).options
        assert len({_plain(option.text) for option in options}) == len(options), item.id
        assert all(option.why.strip() for option in options), item.id


@each_template
def test_stems_are_short_dated_and_drawn_from_several(made: dict[str, list[Item]], template: str) -> None:
    stems = {item.stem for item in made[template]}

    assert all("20\u00a0October\u00a02023" in stem for stem in stems)
    assert all(len(stem.split()) <= MOST_WORDS for stem in stems)
    assert len(stems) >= 2 or len(made[template]) <= 2


@each_template
def test_the_same_bank_and_seed_give_the_same_items(bundled: Bank, made: dict[str, list[Item]], template: str) -> None:
    assert items(GENERATORS[template], bundled) == made[template]
    assert items(GENERATORS[template], bundled, seed=1) != made[template]


@each_template
def test_nothing_that_came_later_than_the_article_is_shown(made: dict[str, list[Item]], template: str) -> None:
    shown = [finding.text for item in made[template] for finding in item.stimulus.findings]

    assert not [text for text in shown if re.match(r"In (\w+ )?(2024|2025|2026|December 2023)\b", text)]


def test_an_accepted_label_is_no_distractor(bundled: Bank, made: dict[str, list[Item]]) -> None:
    accepted = {f"claim:{claim.id}": claim.accept for claim in bundled.claims}

    for item in made["verdict"]:
        wrong = {verdict.LABELS["abcd".index(option.id)] for option in _wrong(item)}
        assert not wrong & set(accepted[item.provenance.entries[0]]), item.id


def test_only_pass_on_shows_what_findings_rest_on(made: dict[str, list[Item]]) -> None:
    showing = {t for t in IDS for item in made[t] for finding in item.stimulus.findings if finding.rests_on}

    assert showing == {"pass-on"}


def test_only_verdict_and_bearing_are_scored_as_judgements(made: dict[str, list[Item]]) -> None:
    judged = {(t, item.judgement.of) for t in IDS for item in made[t] if item.judgement}

    assert judged == {("verdict", "claim"), ("bearing", "finding")}
