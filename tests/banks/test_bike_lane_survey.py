"""The bank on the bike lanes quotes the article that is shipped with it, its figures agree, and its balance is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizgen.bank import load_bank
from quizgen.bank.model import Claim, Figure, Passage, Source
from quizgen.dates import not_after
from quizgen.forms import build_form
from quizgen.generators import GENERATORS, generate
from quizgen.taxonomy import load_taxonomy

BANKS = Path(__file__).parents[2] / "question_banks"
LOADED = load_bank(BANKS / "bike-lane-survey.yaml")
BANK = LOADED.usable()
ARTICLE = (BANKS / "articles" / "bike-lane-survey.txt").read_text(encoding="utf-8")
CLAIMS = {claim.id: claim for claim in BANK.claims}
ITEMS = generate(BANK)
CLEAN = [passage for passage in BANK.passages if not passage.issues]


def test_the_title_is_the_headline_of_the_article() -> None:
    assert BANK.article.title in ARTICLE.splitlines()


def test_the_article_is_as_long_as_a_page_of_a_newspaper_and_says_that_it_is_invented() -> None:
    notice, text = ARTICLE.split("\n", maxsplit=1)

    assert "invented" in notice
    assert 700 <= len(text.split()) <= 1000


def test_learners_are_told_that_town_newspaper_and_sources_are_invented() -> None:
    assert "invented" in (BANK.description or "")
    assert "invented" in BANK.article.publisher


@pytest.mark.parametrize("source", BANK.sources.values(), ids=BANK.sources)
def test_a_source_is_marked_as_invented_and_leads_to_a_page_for_examples(source: Source) -> None:
    assert (source.note or "").startswith("Invented.")
    assert (source.url or "").startswith("https://example.org/")


def test_every_source_is_used() -> None:
    used = {evidence.source for claim in BANK.claims for evidence in claim.evidence}
    used |= {source for claim in BANK.claims for source in claim.originals_to_open}
    used |= {weaker.source for claim in BANK.claims for weaker in claim.weaker_sources}

    assert used == set(BANK.sources)


@pytest.mark.parametrize("claim", BANK.claims, ids=CLAIMS)
def test_the_findings_on_a_claim_were_out_when_the_article_appeared(claim: Claim) -> None:
    dates = [e.available or BANK.sources[e.source].published for e in claim.evidence]

    assert all(not_after(date, BANK.article.as_of) for date in dates)


def test_a_little_more_than_half_of_the_judged_claims_hold_and_some_stay_open() -> None:
    verdicts = Counter(claim.verdict for claim in BANK.claims)
    judged = verdicts["supported"] + verdicts["misleading"] + verdicts["contradicted"]

    assert 0.5 < verdicts["supported"] / judged <= 0.6
    assert 0.1 <= verdicts["not-enough-evidence"] / len(BANK.claims) <= 0.2
    assert 0.1 <= verdicts["not-checkable"] / len(BANK.claims) <= 0.2


def test_a_third_of_the_passages_is_sound() -> None:
    assert 3 * len(CLEAN) >= len(BANK.passages)


@pytest.mark.parametrize("passage", CLEAN, ids=lambda p: p.id)
def test_a_sound_passage_says_why_and_what_would_tempt(passage: Passage) -> None:
    assert passage.why_clean
    assert len(passage.tempting) >= 2
    assert passage.tempting[0].span


def test_the_faults_are_of_all_six_families() -> None:
    taxonomy = load_taxonomy()
    types = {issue.type for passage in BANK.passages for issue in passage.issues}

    assert {taxonomy.family_of(t).id for t in types} == {family.id for family in taxonomy.families}
    assert {"cherry-picked-range", "base-switch", "number-without-scale", "circular-sourcing"} <= types


def _told(claim: str) -> str:
    """Return what article and findings tell on a claim."""
    entry = CLAIMS[claim]
    return " ".join([entry.quote, entry.context or "", entry.record, *(e.finding for e in entry.evidence)])


@pytest.mark.parametrize(
    ("claim", "part", "whole", "share"),
    [
        ("station-canal", 31, 50, "62 per cent"),
        ("station-canal", 24, 80, "30 per cent"),
        ("station-canal", 24, 38, "63 per cent"),
        ("cars-collapsed", 8900 - 8340, 8900, "6 per cent"),
        ("majority-yes", 213 + 184, 812, "49 per cent"),
        ("cyclists-71", 213, 300, "71 per cent"),
        ("cyclists-71", 184, 512, "36 per cent"),
        ("three-of-four-by-car", 300, 812, "37 per cent"),
    ],
)
def test_a_share_that_is_told_follows_from_the_counts(claim: str, part: int, whole: int, share: str) -> None:
    assert f"{round(100 * part / whole)} per cent" == share
    assert share in _told(claim)


@pytest.mark.parametrize(
    ("claim", "numbers"),
    [
        ("parking-64", ("64", "86", "150")),
        ("bikes-1180", ("1,180", "960", "220")),
        ("station-canal", ("31", "50", "24", "38", "92", "80")),
        ("every-shop-harmed", ("12", "17", "21", "50")),
        ("fifteen-times", ("186,400", "75,000", "12,500")),
        ("injured-third", ("6", "9")),
    ],
)
def test_the_counts_themselves_are_told(claim: str, numbers: tuple[str, ...]) -> None:
    words = _told(claim).replace(". ", " ").replace(", ", " ").replace("; ", " ").split()

    assert set(numbers) <= {word.strip(".:") for word in words}


def _numbers(claim: str) -> tuple[float, dict[str, float]]:
    """Return the figure of a claim and the other numbers that are named beside it."""
    figure: Figure | None = CLAIMS[claim].figure
    assert figure is not None
    return figure.value, {other.what: other.value for other in figure.other}


def test_answers_and_parking_spaces_add_up() -> None:
    a_little, others = _numbers("every-shop-harmed")
    kept, spaces = _numbers("parking-64")

    answers = a_little + others["the shops that ticked very badly"] + others["the shops that ticked badly"]
    assert answers == others["the shops that answered"]
    assert kept + spaces["the parking spaces that were closed"] == spaces["the parking spaces before the trial"]


def test_the_car_park_costs_six_times_in_six_months_what_it_costs_in_one() -> None:
    half_a_year, others = _numbers("fifteen-times")

    assert half_a_year == 6 * others["the cost of the car park in one month"]
    assert round(others["the cost of the trial"] / others["the cost of the car park in one month"]) == 15


def test_every_template_asks_of_this_bank() -> None:
    assert {item.template for item in ITEMS} == set(GENERATORS) - {"handwritten"}


def test_every_entry_is_asked_about() -> None:
    asked = {entry for item in ITEMS for entry in item.provenance.entries}

    assert asked == {f"claim:{c.id}" for c in BANK.claims} | {f"passage:{p.id}" for p in BANK.passages}


@pytest.mark.parametrize(
    ("template", "labels"),
    [
        ("verdict", ["backed", "not-as-worded", "unsettled", "no-source"]),
        ("bearing", ["backs", "against", "undecided"]),
        ("pass-on", ["plain", "one-source", "changed", "kept-back"]),
        ("what-holds", ["note-1", "note-2", "no-note"]),
        ("claim-kind", ["checkable", "judgement", "forecast", "words"]),
        ("best-rewrite", ["stands", "first", "second", "first-and-second"]),
    ],
)
def test_every_label_of_a_scale_is_right_more_than_once(template: str, labels: list[str]) -> None:
    keys = Counter(tag for item in ITEMS if item.template == template for tag in item.tags)

    assert all(keys[f"key:{label}"] >= 2 for label in labels), keys


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("blueprint", BANK.blueprints)
def test_no_rule_gives_way_in_a_form(blueprint: str, seed: int) -> None:
    form = build_form(LOADED, blueprint=blueprint, seed=seed)

    assert form.gave_way == ()
    assert len(form.items) == BANK.blueprints[blueprint].items
