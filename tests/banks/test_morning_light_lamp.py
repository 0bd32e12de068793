"""The bank on a lamp: an invented advertisement dressed as news, checked word for word against its article."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizgen.bank import load_bank
from quizgen.bank.model import Claim, Passage, Source
from quizgen.forms import build_form
from quizgen.generators import GENERATORS, generate
from quizgen.items import Item
from quizgen.material import make_pack
from quizgen.taxonomy import load_taxonomy

BANKS = Path(__file__).parents[2] / "question_banks"
LOADED = load_bank(BANKS / "morning-light-lamp.yaml")
BANK = LOADED.usable()
ARTICLE = (BANKS / "articles" / "morning-light-lamp.txt").read_text(encoding="utf-8")
CLEAN = [passage for passage in BANK.passages if not passage.issues]
SETTLED = ("supported", "misleading", "contradicted")


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return generate(BANK)


def test_the_title_is_that_of_the_article() -> None:
    assert BANK.article.title in ARTICLE.splitlines()


@pytest.mark.parametrize("source", BANK.sources.values(), ids=BANK.sources)
def test_every_source_is_marked_as_invented(source: Source) -> None:
    assert source.note is not None
    assert "Invented" in source.note
    assert source.url is not None
    assert source.url.startswith("https://example.org/")


def test_readers_are_told_that_article_and_sources_are_invented() -> None:
    assert BANK.description is not None
    assert "invented" in BANK.description
    assert "invented" in BANK.title


def test_the_bank_is_as_large_as_promised() -> None:
    assert len(BANK.claims) >= 40
    assert len(BANK.passages) >= 30
    assert len(ARTICLE.split()) <= 1000


def test_half_of_the_settled_claims_and_a_little_more_hold() -> None:
    verdicts = Counter[str](claim.verdict for claim in BANK.claims)

    assert 0.5 <= verdicts["supported"] / sum(verdicts[verdict] for verdict in SETTLED) <= 0.6


@pytest.mark.parametrize("verdict", ["not-enough-evidence", "not-checkable"])
def test_each_way_of_leaving_a_claim_open_has_its_share(verdict: str) -> None:
    assert 0.1 <= sum(claim.verdict == verdict for claim in BANK.claims) / len(BANK.claims) <= 0.2


@pytest.mark.parametrize("claim", BANK.claims, ids=lambda claim: claim.id)
def test_every_finding_can_be_shown_on_the_day_of_the_article(claim: Claim) -> None:
    assert len(make_pack(BANK, claim)) == len(claim.evidence)


def test_a_third_of_the_passages_is_sound() -> None:
    assert 3 * len(CLEAN) >= len(BANK.passages)


@pytest.mark.parametrize("passage", CLEAN, ids=lambda passage: passage.id)
def test_a_sound_passage_says_what_would_tempt_a_suspicious_reader(passage: Passage) -> None:
    assert passage.why_clean
    assert len(passage.tempting) >= 2
    assert passage.tempting[0].span


def test_the_passages_show_all_six_families_of_issues() -> None:
    taxonomy = load_taxonomy()
    shown = {taxonomy.family_of(issue.type).id for passage in BANK.passages for issue in passage.issues}

    assert shown == {family.id for family in taxonomy.families}


def test_what_is_typical_of_advertisements_is_among_the_issues() -> None:
    typical = {
        "undisclosed-interest",
        "vague-attribution",
        "hasty-generalisation",
        "number-without-scale",
        "correlation-as-causation",
        "overstated-finding",
        "loaded-language",
        "exaggeration",
        "bandwagon",
    }

    assert typical <= {issue.type for passage in BANK.passages for issue in passage.issues}


def test_the_templates_ask_of_it(items: list[Item]) -> None:
    # which-words waits for parts, which no claim has yet.
    assert {item.template for item in items} == set(GENERATORS) - {"handwritten", "which-words"}


def test_every_claim_and_passage_is_asked_about(items: list[Item]) -> None:
    asked = {entry for item in items for entry in item.provenance.entries}

    assert asked == {f"claim:{claim.id}" for claim in BANK.claims} | {f"passage:{p.id}" for p in BANK.passages}


@pytest.mark.parametrize(
    ("template", "labels"),
    [
        ("bearing", ["backs", "against", "undecided"]),
        ("pass-on", ["plain", "one-source", "changed", "kept-back"]),
        ("what-holds", ["note-1", "note-2", "no-note"]),
        ("claim-kind", ["checkable", "judgement", "forecast", "words"]),
        ("best-rewrite", ["stands", "first", "second", "first-and-second"]),
        ("verdict", ["backed", "not-as-worded", "open"]),
    ],
)
def test_every_label_of_a_scale_is_right_often_enough_to_be_weighed(
    template: str, labels: list[str], items: list[Item]
) -> None:
    keys = Counter(tag for item in items if item.template == template for tag in item.tags)

    assert all(keys[f"key:{label}"] >= 3 for label in labels), keys


@pytest.mark.parametrize("blueprint", ["default", "short"])
@pytest.mark.parametrize("seed", range(12))
def test_no_rule_of_a_blueprint_gives_way(blueprint: str, seed: int) -> None:
    form = build_form(LOADED, blueprint=blueprint, seed=seed)

    assert form.gave_way == ()
    assert len(form.items) == BANK.blueprints[blueprint].items
