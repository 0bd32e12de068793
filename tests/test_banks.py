"""The banks that ship with quizgen load clean and keep what they promise a teacher."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizgen.articles import Article
from quizgen.articles.excerpts import article_of_bank, excerpts
from quizgen.articles.matching import Matcher
from quizgen.bank import Bank, load_bank
from quizgen.bank.model import Claim, Passage
from quizgen.generators import GENERATORS, outcomes
from quizgen.items import Item

BANKS = Path(__file__).parents[1] / "question_banks"
SUMMIT = load_bank(BANKS / "kim-putin-summit.yaml").usable()
TEMPLATE = load_bank(BANKS / "_template.yaml").usable()
CLEAN = [p for p in SUMMIT.passages if not p.issues]

every_bank = pytest.mark.parametrize("path", sorted(BANKS.glob("*.yaml")), ids=lambda p: p.stem)
every_claim = pytest.mark.parametrize("claim", SUMMIT.claims, ids=lambda c: c.id)
every_clean_passage = pytest.mark.parametrize("passage", CLEAN, ids=lambda p: p.id)


def _items(bank: Bank) -> list[Item]:
    return [o for o in outcomes(bank) if isinstance(o, Item)]


@pytest.fixture(scope="module")
def items_of_the_summit() -> Counter[str]:
    return Counter(item.template for item in _items(SUMMIT))


@every_bank
def test_a_shipped_bank_has_nothing_to_complain_of(path: Path) -> None:
    assert [str(d) for d in load_bank(path).diagnostics] == []


def test_the_summit_bank_is_as_large_as_promised() -> None:
    assert len(SUMMIT.claims) >= 45
    assert len(SUMMIT.passages) >= 50
    assert len(CLEAN) >= 18


def test_half_of_the_judged_claims_and_a_little_more_hold() -> None:
    verdicts = Counter(claim.verdict for claim in SUMMIT.claims)
    judged = verdicts["supported"] + verdicts["misleading"] + verdicts["contradicted"]

    assert 0.5 <= verdicts["supported"] / judged <= 0.6


@every_claim
def test_the_evidence_of_a_claim_was_opened_and_can_be_found(claim: Claim) -> None:
    sources = [SUMMIT.sources[e.source] for e in claim.evidence]

    assert all(source.reached and source.url for source in sources)


@every_clean_passage
def test_a_clean_passage_says_what_would_tempt_a_suspicious_reader(passage: Passage) -> None:
    assert passage.why_clean
    assert len(passage.tempting) >= 2
    assert passage.tempting[0].span


def test_every_claim_and_passage_has_a_topic() -> None:
    topics = [*(claim.topic for claim in SUMMIT.claims), *(passage.topic for passage in SUMMIT.passages)]

    assert all(topics)


def test_every_template_yields_questions_from_the_summit_bank(items_of_the_summit: Counter[str]) -> None:
    assert set(items_of_the_summit) == set(GENERATORS) - {"handwritten"}


@pytest.mark.parametrize(
    "template", ["verdict", "bearing", "pass-on", "what-holds", "name-the-issue", "spot-the-issue", "next-move"]
)
def test_the_main_templates_yield_at_least_fifteen_questions(template: str, items_of_the_summit: Counter[str]) -> None:
    assert items_of_the_summit[template] >= 15


@pytest.mark.parametrize(
    ("template", "labels"),
    [
        ("verdict", ["backed", "not-as-worded", "unsettled", "no-source"]),
        ("bearing", ["backs", "against", "undecided"]),
        ("pass-on", ["plain", "one-source", "changed", "kept-back"]),
        ("what-holds", ["note-1", "note-2", "no-note"]),
    ],
)
def test_every_label_of_a_scale_is_right_often_enough_to_be_weighed(template: str, labels: list[str]) -> None:
    keys = Counter(tag for item in _items(SUMMIT) if item.template == template for tag in item.tags)

    assert all(keys[f"key:{label}"] >= 3 for label in labels), keys


def test_the_bank_to_copy_has_two_entries_and_yields_questions_from_both() -> None:
    asked = {entry for item in _items(TEMPLATE) for entry in item.provenance.entries}

    assert (len(TEMPLATE.claims), len(TEMPLATE.passages)) == (1, 1)
    assert {e.split(":")[-1] for e in asked} == {TEMPLATE.claims[0].id, TEMPLATE.passages[0].id}


@pytest.mark.parametrize("name", ["bike-lane-survey", "morning-light-lamp"])
def test_every_excerpt_stands_in_the_article_that_is_shipped_with_its_bank_and_once(name: str) -> None:
    loaded = load_bank(BANKS / f"{name}.yaml")
    article = article_of_bank(loaded)
    assert isinstance(article, Article)

    assert len(excerpts(loaded)) > 60
    assert [e.name for e in excerpts(loaded) if len(Matcher(article).find(e.text)) != 1] == []


def test_excerpts_are_short() -> None:
    assert max(len(excerpt.text) for excerpt in excerpts(load_bank(BANKS / "kim-putin-summit.yaml"))) <= 400
