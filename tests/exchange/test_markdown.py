"""Markdown for teachers and learners: every interaction is carried, and nothing of a bank becomes markup."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quizgen.exchange import form_markdown
from quizgen.forms import Form
from quizgen.items import INTERACTIONS, Item, ShownClaim, ShownPassage
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
