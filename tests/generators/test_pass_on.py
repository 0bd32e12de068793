"""pass-on: origins are counted, not reports."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.pass_on import generate
from quizgen.items import Choice
from tests.generators.banks import bank, claim, line, one_decline, one_item, source

REFUTES = line(stance="refutes", finding="Elm Library lent 3,000 books in 2022.")
CONTEXT = line(stance="context", finding="Elm Library opened a second hall in 2022.")
PART = line("weekly", finding="Elm Library lent books in 2022.")


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"evidence": [line("daily"), line("weekly")]}, "plain"),
        ({"evidence": [line("daily"), line("weekly"), line("library")]}, "plain"),
        ({"evidence": [line("yearbook"), line("daily", origin="yearbook")]}, "one-source"),
        ({"evidence": [line("daily", origin="the town hall"), line("weekly", origin="the town hall")]}, "one-source"),
        ({"evidence": [line("library")]}, "one-source"),
        ({"evidence": [line("yearbook"), line("lexicon", origin="yearbook")]}, "one-source"),
        ({"evidence": [line("yearbook"), {**PART, "origin": "yearbook"}]}, "one-source"),
        ({"verdict": "misleading", "evidence": [REFUTES]}, "changed"),
        ({"verdict": "contradicted", "evidence": [REFUTES, line("daily")]}, "changed"),
        ({"verdict": "not-enough-evidence", "evidence": [CONTEXT]}, "kept-back"),
    ],
)
def test_the_key_follows_the_origins(fields: dict[str, Any], key: str) -> None:
    item = one_item(generate, bank(claims=[claim(**fields)]))

    assert isinstance(item.body, Choice)
    assert item.body.key == ("abcd"[["plain", "one-source", "changed", "kept-back"].index(key)],)
    assert item.tags == (f"key:{key}",)
    assert item.judgement is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "attribution"}, "kind"),
        ({"kind": "opinion", "verdict": "not-checkable", "evidence": [CONTEXT, CONTEXT]}, "kind"),
        ({"verdict": "misleading", "evidence": [REFUTES], "accept": ["unsettled"]}, "accept"),
        ({"says": "Its members lent 4,000 books in 2022."}, "says"),
        ({"confidence": "medium"}, "confidence"),
        ({"verdict": "misleading", "evidence": [CONTEXT]}, "evidence"),
        (
            {"evidence": [line(finding="Elm Library is a library."), line("daily", finding="4,000 in 2022.")]},
            "evidence",
        ),
        ({"evidence": [line("lexicon")]}, "evidence.origin"),
        ({"evidence": [line("yearbook"), line("library")]}, "evidence"),
        ({"evidence": [line("library"), line("rival")]}, "evidence"),
        ({"evidence": [line("daily", origin="library"), line("weekly")]}, "evidence"),
        ({"evidence": [line("yearbook"), PART]}, "evidence"),
    ],
)
def test_it_declines_where_the_origins_can_be_argued(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[claim(**fields)]))

    assert (declined.template, declined.unlock) == ("pass-on", field)


def test_what_a_finding_rests_on_is_shown_by_name() -> None:
    evidence = [line("yearbook"), line("daily", origin="yearbook"), line("weekly", origin="the town hall")]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert [f.rests_on for f in item.stimulus.findings] == [None, "Statistics Office", "the town hall"]


def test_reports_are_told_by_their_origin() -> None:
    evidence = [line("yearbook"), line("daily", origin="yearbook")]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert isinstance(item.body, Choice)
    assert item.body.options[1].why.startswith("2 reports, one origin: Statistics Office.")


def test_a_source_of_a_side_is_not_told_among_the_independent_ones() -> None:
    evidence = [line("daily"), line("weekly"), line("library")]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert isinstance(item.body, Choice)
    assert item.body.options[0].why.startswith("2 sources")
    assert "Elm Library" not in item.body.options[0].why


def test_it_declines_where_the_author_does() -> None:
    refused = claim(not_as=[{"template": "pass-on", "reason": "Origins unknown."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "Origins unknown."


def test_a_page_of_the_origin_itself_is_not_said_to_rest_on_it() -> None:
    evidence = [line("daily", origin="original"), line("weekly", origin="original")]
    sources = {"original": source(title="Books lent, in print")}
    item = one_item(generate, bank(sources=sources, claims=[claim(evidence=evidence)]))

    assert [f.rests_on for f in item.stimulus.findings] == [None, "The Daily"]


def test_one_report_among_those_on_one_origin_is_not_counted_as_all_of_them() -> None:
    evidence = [line("yearbook"), {**PART, "origin": "yearbook"}]
    item = one_item(generate, bank(claims=[claim(evidence=evidence)]))

    assert isinstance(item.body, Choice)
    assert item.body.options[1].why.startswith("One origin stands behind it: Statistics Office.")
