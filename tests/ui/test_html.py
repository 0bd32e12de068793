"""Pieces of HTML: what is put into them stays text."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.ui.html import WORD_JOINER, alert, attributes, heading, label, paragraph, piece, tag

HOSTILE = "</p><script>alert('x')</script>\" onclick=\"x"


@pytest.mark.parametrize("drawn", [heading, paragraph, tag, alert])
def test_a_value_never_becomes_a_tag(drawn: object) -> None:
    html = drawn(HOSTILE)  # type: ignore[operator]
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_value_never_leaves_its_attribute() -> None:
    assert attributes(title=HOSTILE).count('"') == 2


def test_an_attribute_that_is_not_there_is_left_out() -> None:
    assert attributes(class_="a", aria_label=None, open=True, hidden=False) == ' class="a" open'


def test_a_piece_carries_the_class_that_the_style_sheet_is_for() -> None:
    assert piece("<p>x</p>", class_="alert") == '<div class="qg alert"><p>x</p></div>'


def _as_markdown_reads_it(escaped: str) -> str:
    return re.sub(rf"\\([{re.escape(string.punctuation)}])", r"\1", escaped).replace(WORD_JOINER, "")


@given(st.text().map(lambda plain: plain.replace(WORD_JOINER, "")))
def test_a_label_reads_the_same_once_its_escapes_are_taken_away(plain: str) -> None:
    assert _as_markdown_reads_it(label(plain)) == " ".join(plain.split())


@pytest.mark.parametrize("words", [":material/home:", "https://e.org", "www.e.org", "a@b.org", "->", ":smile:", "--"])
def test_what_streamlit_would_turn_into_something_else_is_kept_apart(words: str) -> None:
    assert WORD_JOINER in label(words)


def test_an_ordinary_sentence_stays_as_it_is() -> None:
    sentence = "At 12:30 o'clock: the well-known count (2022) rose by 2.5% & more!"
    assert label(sentence) == sentence


@pytest.mark.parametrize(
    "words", ["1. x", "12) x", "2023. x", "# x", "- x", "+ x", "&amp; x", "a_b_", "`x`", "~~x~~", "$x$", "[x](y)"]
)
def test_marks_of_markdown_are_escaped(words: str) -> None:
    assert "\\" in label(words)
