"""Markdown for teachers and learners: every interaction is carried, and nothing of a bank becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quizgen.bank import load_bank
from quizgen.exchange import form_markdown
from quizgen.forms import Form, build_form
from quizgen.items import INTERACTIONS, Item, Rationale, ShownClaim, ShownPassage, SourceNote
from tests.forms.small_items import small_item
from tests.item_strategies import form_of, items

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(1)) ![i](http://h/i.png) **b** `c` &amp; # h"


def read(form: Form) -> str:
    """Return the HTML that a Markdown reader makes of a learner's form, with HTML allowed, as careless readers do."""
    return str(MarkdownIt("commonmark", {"html": True}).render(form_markdown(form, "learner")))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(INTERACTIONS)).flatmap(items))
def test_the_key_is_told_to_teachers_alone(item: Item) -> None:
    form = form_of([item])

    assert "**Key:**" in form_markdown(form, "teacher")
    assert "**Key:**" not in form_markdown(form, "learner")
    assert item.id in form_markdown(form, "teacher")
    assert item.id not in form_markdown(form, "learner")


def test_hostile_text_is_shown_as_text() -> None:
    base = small_item("c")
    hostile = base.model_copy(
        update={
            "stem": HOSTILE,
            "stimulus": base.stimulus.model_copy(
                update={
                    "claim": ShownClaim(says=HOSTILE, quote=HOSTILE),
                    "passage": ShownPassage(text=HOSTILE, show_with=HOSTILE),
                }
            ),
        }
    )

    html = read(form_of([hostile]))

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert html.count("{{ 7*7 }}") == 5  # stem, claim, quote, passage and the excerpt shown with it


def test_text_that_looks_like_a_list_or_heading_stays_where_it_is() -> None:
    for text in ("# one", "- one", "1. one", "> one", "+ one", "    one", "--- ", "=== "):
        base = small_item("c")
        html = read(form_of([base.model_copy(update={"stem": text})]))

        assert html.count("<h2>") == 1
        assert "one" in html or "-" in html or "=" in html
        assert "<h1>" in html
        assert html.count("<h1>") == 1


@pytest.mark.parametrize(
    "record",
    [
        "~~~ record",
        "```x",
        "# Big",
        "- x",
        "---",
        "> q",
        "[1]: http://example.org",
        "1. x",
        "===",
        "<!-- x",
        "| a | b |",
    ],
)
def test_a_reason_never_becomes_a_block(record: str) -> None:
    """Everything after it would be swallowed, or read as a heading."""
    base = small_item("c")
    items_ = [base.model_copy(update={"rationale": Rationale(record=record)}), small_item("d")]

    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(form_markdown(form_of(items_), "teacher"))

    assert html.count("<h2>") == 2
    assert html.count("<h1>") == 1
    assert not re.search(r"<(pre|hr|blockquote>\s*<p>q|table|ol)", html)


def test_what_an_author_marks_is_marked() -> None:
    base = small_item("c")
    item = base.model_copy(
        update={"rationale": Rationale(record="It is *so*, **very** `x`, [here](https://example.org/a).")}
    )

    html = MarkdownIt("commonmark").render(form_markdown(form_of([item]), "teacher"))

    assert '<em>so</em>, <strong>very</strong> <code>x</code>, <a href="https://example.org/a">here</a>' in html


def test_teachers_are_told_which_source_came_later_than_the_article() -> None:
    late = SourceNote(title="Ten years", publisher="The Monthly", date="2024", later=True)
    form = form_of([small_item("c").model_copy(update={"sources": (late, late.model_copy(update={"later": False}))})])

    assert form_markdown(form, "teacher").count("The Monthly, 2024 (later than the article), Ten years") == 1


def test_findings_options_reasons_and_sources_are_lists_of_their_own() -> None:
    bank = Path(__file__).parents[2] / "question_banks" / "_template.yaml"
    form = build_form(load_bank(bank), length=1, templates=["verdict"])
    read = MarkdownIt("commonmark").render(form_markdown(form, "teacher"))

    lists = re.findall(r"<ul>\n(.*?)\n</ul>", read, flags=re.DOTALL)
    assert [len(re.findall("<li>", found)) for found in lists] == [2, 3, 3, 2]
    assert "<p>" not in "".join(lists)
