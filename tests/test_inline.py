"""Inline Markdown: what is allowed is rendered, and hostile text never becomes markup."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.inline import Segment, escape, problems, segments, to_html, to_plain
from tests.strategies import HOSTILE, inline_texts

markdown = (
    st.text(st.sampled_from("ab \n\\`*_[]()<>&!\"':/;#"), max_size=60) | st.sampled_from(HOSTILE) | st.text(max_size=60)
)


class Elements(HTMLParser):
    """Collects what a piece of HTML holds: its elements with their attributes, its text, and anything else."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.others: list[str] = []
        self.shown: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Not* so", "<em>Not</em> so"),
        ("**four** of five", "<strong>four</strong> of five"),
        ("***both***", "<em><strong>both</strong></em>"),
        ("see `x < y`", "see <code>x &lt; y</code>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("AT&T", "AT&amp;T"),
        (
            "[it](https://example.org/?a=1&b=2)",
            '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">it</a>',
        ),
        (
            "<http://example.org>",
            '<a href="http://example.org" rel="noopener noreferrer" target="_blank">http://example.org</a>',
        ),
    ],
)
def test_emphasis_code_and_web_links_become_html(text: str, expected: str) -> None:
    assert to_html(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("![x](https://example.org/x.png)", "an image"),
        ("a <b>bold</b> word", "HTML"),
        ("<!-- note -->", "HTML"),
        ("[x](javascript:alert(1))", "a link that does not begin with http:// or https://"),
        ("[x](/local)", "a link that does not begin with http:// or https://"),
        ("<mailto:a@example.org>", "a link that does not begin with http:// or https://"),
        ('[x](https://example.org "tip")', "a link with a title"),
        ("5 &lt; 6", "a character reference such as `&amp;`"),
    ],
)
def test_what_is_not_allowed_is_told(text: str, problem: str) -> None:
    assert problem in problems(text)


@pytest.mark.parametrize(
    "text", ["plain", "`<b>`", r"\<b\>", "5 < 6 & 7 > 2", "AT&T", "*a* [b](https://example.org)", "[sic]"]
)
def test_what_only_looks_like_markup_is_let_pass(text: str) -> None:
    assert problems(text) == ()


def test_segments_carry_the_look_of_each_run() -> None:
    assert segments("a *b **c*** `d` [e *f*](https://example.org)") == (
        Segment("a "),
        Segment("b ", emphasis=True),
        Segment("c", strong=True, emphasis=True),
        Segment(" "),
        Segment("d", code=True),
        Segment(" "),
        Segment("e ", href="https://example.org"),
        Segment("f", emphasis=True, href="https://example.org"),
    )


@given(st.text())
def test_escaped_text_reads_as_it_was_typed(text: str) -> None:
    assert html.unescape(to_html(escape(text))) == text
    assert to_plain(escape(text)) == text
    assert problems(escape(text)) == ()


@given(markdown)
def test_no_text_becomes_other_markup_than_what_is_allowed(text: str) -> None:
    elements = Elements(to_html(text))
    assert elements.others == []
    for tag, attributes in elements.found:
        if tag == "a":
            assert set(attributes) == {"href", "rel", "target"}
            assert str(attributes["href"]).lower().startswith(("http://", "https://"))
        else:
            assert tag in {"em", "strong", "code"}
            assert attributes == {}


@given(markdown)
def test_segments_and_html_say_the_same(text: str) -> None:
    assert "".join(Elements(to_html(text)).shown) == to_plain(text)


@given(inline_texts)
def test_the_texts_of_the_bank_strategy_are_allowed(text: str) -> None:
    assert problems(text) == ()
