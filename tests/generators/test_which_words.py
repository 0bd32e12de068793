"""which-words: words that fail among words of one kind that hold."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.which_words import generate, kind
from quizgen.items import Choice, Item
from tests.generators.banks import Fields, bank, claim, line, one_decline, one_item

QUOTE = "Elm Library lent 4,000 books, 900 films and 50 games"
FINDING = "Elm Library lent 3,000 books, 910 films and 50 games in 2022."


def _claim(fails: list[str], holds: list[str], **fields: Any) -> Fields:
    return claim(
        **{
            "quote": QUOTE,
            "verdict": "misleading",
            "evidence": [line(stance="refutes", finding=FINDING)],
            "parts": {"fails": fails, "holds": holds},
            **fields,
        }
    )


def _marked(item: Item) -> list[str]:
    passage = item.stimulus.passage
    assert passage is not None
    return [passage.text[mark.start : mark.end] for mark in passage.marks]


def _sound(*holds: str, **fields: Any) -> Fields:
    evidence = [line(stance="supports", finding="Elm Library lent 4,000 books, 900 films and 50 games in 2022.")]
    return _claim([], list(holds), **{"verdict": "supported", "evidence": evidence, **fields})


def test_the_words_are_marked_in_the_text_and_their_numbers_are_offered() -> None:
    item = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"])]))

    assert isinstance(item.body, Choice)
    assert _marked(item) == ["4,000", "900", "50"]
    assert [option.text for option in item.body.options] == [
        "The words marked 1",
        "The words marked 2",
        "The words marked 3",
        "None of them",
    ]
    assert item.body.key == ("a",)
    assert item.body.fixed
    assert item.judgement is None


def test_no_option_holds_a_word_of_the_article() -> None:
    failing = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"])]))
    sound = one_item(generate, bank(claims=[_sound("4,000", "900", "50")]))

    assert isinstance(failing.body, Choice)
    assert isinstance(sound.body, Choice)
    assert [(o.text, o.note) for o in failing.body.options] == [(o.text, o.note) for o in sound.body.options]


def test_of_a_supported_claim_none_fails() -> None:
    item = one_item(generate, bank(claims=[_sound("4,000", "900", "50")]))

    assert isinstance(item.body, Choice)
    assert item.body.key == ("d",)
    assert item.tags == ("key:none",)
    assert item.body.options[3].why.startswith("Each of the marked words stands in a finding: “4,000”, “900”, “50”.")


def test_where_two_fail_one_of_them_is_marked() -> None:
    finding = "Elm Library lent 3,000 books, 500 films, 50 games and 7 maps in 2022."
    quote = "Elm Library lent 4,000 books, 900 films, 50 games and 7 maps"
    fields = _claim(["4,000", "900"], ["50", "7"], quote=quote, evidence=[line(stance="refutes", finding=finding)])
    item = one_item(generate, bank(claims=[fields]))

    assert isinstance(item.body, Choice)
    assert _marked(item)[1:] == ["50", "7"]
    assert _marked(item)[0] in ("4,000", "900")
    assert item.body.key == ("a",)


def test_the_words_of_the_article_are_shown_and_not_the_paraphrase() -> None:
    context = f"We know that {QUOTE}, and more."
    alone = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"])]))
    within = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"], context=context)]))
    beside = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"], context="A good year:")]))

    shown = [item.stimulus.passage for item in (alone, within, beside)]
    assert [(p.text, p.show_with) for p in shown if p] == [(QUOTE, None), (context, None), (QUOTE, "A good year:")]
    assert all(item.stimulus.claim is None for item in (alone, within, beside))


def test_the_reason_is_that_of_the_issue_on_the_words_and_tells_what_stands() -> None:
    issue = {"type": "exaggeration", "span": "lent 4,000 books", "why": "A thousand were added."}
    item = one_item(generate, bank(claims=[_claim(["4,000"], ["50", "900"], issues=[issue])]))

    assert isinstance(item.body, Choice)
    assert [option.why for option in item.body.options] == [
        "“4,000”: A thousand were added. The rest stands: “900”, “50”.",
        "“900” is backed by the finding from Statistics Office.",
        "“50” is backed by the finding from Statistics Office.",
        "“4,000” cannot stay. A thousand were added.",
    ]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"verdict": "supported"}, "parts.fails"),
        ({"verdict": "not-enough-evidence"}, "verdict"),
        ({"parts": {"fails": [], "holds": ["4,000", "900", "50"]}}, "parts.fails"),
        ({"parts": None}, "parts"),
        ({"evidence": [line(stance="context", finding=FINDING)]}, "evidence"),
        ({"parts": {"fails": ["4,000", "books"], "holds": ["900", "50"]}}, "parts.fails"),
        ({"parts": {"fails": ["4,000"], "holds": ["900", "films"]}}, "parts.holds"),
        ({"parts": {"fails": ["4,000"], "holds": ["900", "50 games and many more films"]}}, "parts.holds"),
        ({"parts": {"fails": ["4,000"], "holds": ["900"], "open": ["50"]}}, "parts.holds"),
        ({"parts": {"fails": ["4,000", "900", "50"], "holds": []}}, "parts.holds"),
        ({"evidence": [line(stance="refutes", finding="Elm Library lent 3,000 books and 50 games.")]}, "parts.holds"),
        ({"parts": {"fails": ["4,100"], "holds": ["900", "50"]}}, "parts"),
        ({"quote": f"{QUOTE}, in all 900"}, "parts"),
        ({"parts": {"fails": ["4,000"], "holds": ["900 films", "900"]}}, "parts"),
    ],
)
def test_it_declines_where_the_words_give_no_fair_choice(fields: dict[str, Any], field: str) -> None:
    declined = one_decline(generate, bank(claims=[_claim(["4,000"], ["900", "50"], **fields)]))

    assert (declined.template, declined.unlock) == ("which-words", field)


def test_words_of_another_kind_are_left_out_where_enough_remain() -> None:
    item = one_item(generate, bank(claims=[_claim(["4,000"], ["books", "900", "50"])]))

    assert _marked(item) == ["4,000", "900", "50"]


def test_a_word_that_a_finding_only_comes_near_is_not_called_backed() -> None:
    """Of the supported claim, 900 films are 700 in the finding: so only two figures could be marked."""
    evidence = [line(stance="supports", finding="Elm Library lent 4,000 books, 700 films and 50 games in 2022.")]
    declined = one_decline(generate, bank(claims=[_sound("4,000", "900", "50", evidence=evidence)]))

    assert declined.unlock == "parts.holds"


def test_it_declines_where_the_author_does() -> None:
    refused = _claim(["4,000"], ["900", "50"], not_as=[{"template": "which-words", "reason": "Both hold."}])

    assert one_decline(generate, bank(claims=[refused])).reason == "Both hold."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("October", "date"),
        ("5 September 2021", "date"),
        ("2021", "date"),
        ("35%", "figure"),
        ("more than 85", "figure"),
        ("eleven", "figure"),
        ("Saudi Arabia", "name"),
        ("the University of Elm", "name"),
        ("new member countries", "words"),
        ("push back", "words"),
    ],
)
def test_words_are_dates_figures_names_or_plain(words: str, expected: str) -> None:
    assert kind(words) == expected
