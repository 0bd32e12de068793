"""Words are found in an article however they are set, and only where they stand; else what is nearest is shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.articles import Article, Paragraph, read_article
from quizgen.articles.matching import Matcher, Near
from tests.articles.writing import PARAGRAPHS, as_pdf

TEXT = (
    "“It’s the oldest library,” the town’s yearbook of 2022–23 says – and the well-known reading room is open.",
    "The library lent 4,000 books… Its readers lent 4,000 films.",
)


def article(*paragraphs: str, **more: str) -> Article:
    return Article("a.txt", tuple(Paragraph(p) for p in paragraphs or TEXT), **more)  # type: ignore[arg-type]


def found(words: str, *paragraphs: str) -> list[str]:
    made = article(*paragraphs)
    return [made.text[start:end] for start, end in Matcher(made).find(words)]


@pytest.mark.parametrize(
    "words",
    [
        "“It’s the oldest library,” the town’s",
        "\"It's the oldest library,\" the town's",
        "``It's the oldest library,'' the town's".replace("``", "''"),
        "\u201eIt\u2019s  the\noldest\u00a0library,\u201c the\ttown\u02bcs",
        "of 2022-23 says - and",
        "of 2022\u201123 says \u2014 and",
        "of 2022--23 says -- and",
        "the well\u2010known reading",
        "the li\u00adbrary lent 4,000 books…".replace("the", "The"),
        "4,000 books... Its readers",
        "room is open.\n\nThe library",
        "room is open. The library",
    ],
)
def test_what_differs_in_its_setting_only_is_found(words: str) -> None:
    assert len(found(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "it’s the oldest library",
        "It’s the oldest librar y",
        "It’s the oldest, library",
        "of 2022–2023 says",
        "the well known reading",
        "the wellknown reading",
        "lent 4000 books",
        "lent 4.000 books",
        "the town yearbook",
        "room is open, The library",
        "- The library",
        "",
        " ",
    ],
)
def test_what_differs_in_a_letter_a_digit_or_a_stop_is_not(words: str) -> None:
    assert found(words) == []


def test_the_place_is_that_in_the_text_of_the_article_and_every_one_is_found() -> None:
    assert found('"it\'s"', "He says “it’s” and “it’s”.") == ["“it’s”", "“it’s”"]
    assert found("the caf\u00e9", "At the cafe\u0301.") == []  # the readers of articles set accents in one form
    assert found("cafe\u0301", "At the caf\u00e9.") == ["café"]
    assert found("The o\ufb03ce", "The office.") == ["The office"]


def test_items_may_be_quoted_with_marks_before_them_or_without() -> None:
    made = Article(
        "a", (Paragraph("Bring:"), Paragraph("books", "item"), Paragraph("a card", "item"), Paragraph("Go."))
    )

    for words in ("Bring: - books - a card", "Bring: books a card", "- books\n- a card", "• books"):
        assert Matcher(made).find(words), words
    for words in ("Bring: books - a card Go", "- Bring: books", "a - card", "-", "- -"):
        assert bool(Matcher(made).find(words)) == (words == "Bring: books - a card Go"), words


@pytest.mark.parametrize(
    ("words", "stretch"),
    [
        ("The library lent […] 4,000 films", "The library lent 4,000 books… Its readers lent 4,000 films"),
        ("library lent [...] films", "library lent 4,000 books… Its readers lent 4,000 films"),
        ("[…] readers lent […]", "readers lent"),
    ],
)
def test_an_omission_may_be_marked(words: str, stretch: str) -> None:
    assert found(words) == [stretch]


@pytest.mark.parametrize(
    "words", ["4,000 films […] The library lent", "The library lent … 4,000 films", "[…]", "lent […] cds"]
)
def test_parts_in_another_order_and_an_omission_that_is_not_marked_are_not_found(words: str) -> None:
    assert found(words) == []


def test_an_article_that_marks_an_omission_itself_is_quoted_with_the_mark() -> None:
    assert found("“We need […] money”", "“We need […] money”, she said.") == ["“We need […] money”"]


def test_a_word_that_a_line_of_a_pdf_divides_is_found_with_a_hyphen_and_without(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(as_pdf())
    matcher = Matcher(read_article(path))

    assert matcher.find("surrounding villages as well; the well-known reading room")
    assert matcher.find("surrounding villages as well; the wellknown reading room")
    assert not matcher.find("sur-rounding villages as-well")
    assert not matcher.find("more than ever be-fore")


def test_captions_of_a_page_stand_beside_the_article() -> None:
    made = article("The library.", beside="Menu\nThe reading room.")

    assert Matcher(made).stands("the reading room".capitalize())
    assert not Matcher(made).find("The reading room")
    assert not Matcher(made).stands("The reading hall")


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("the oldest libary", Near("the oldest library", (("library", "libary"),))),
        ("The library lent 5,000 books", Near("The library lent 4,000 books", (("4,000", "5,000"),))),
        ("the town’s big yearbook of", Near("the town’s yearbook of", (("", "big"),))),
        ("library lent books", Near("library lent 4,000 books", (("4,000", ""),))),
        (
            "“It’s an older library,” the town",
            Near("“It’s the oldest library,” the town’s", (("the oldest", "an older"), ("town’s", "town"))),
        ),
    ],
)
def test_the_nearest_words_are_shown_with_what_differs(words: str, near: Near) -> None:
    assert Matcher(article()).nearest(words) == near


@pytest.mark.parametrize("words", ["Ostriches cannot fly backwards", "%%%"])
def test_nothing_is_near_to_what_is_about_something_else(words: str) -> None:
    assert Matcher(article()).nearest(words) is None


@given(st.text(min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_whatever_stands_in_a_text_is_found_there(words: str, before: str, after: str) -> None:
    made = article(f"{before}{words}{after}")
    spans = Matcher(made).find(words)

    assert all(0 <= start < end <= len(made.text) for start, end in spans)
    Matcher(made).nearest(words)


@given(st.integers(0, 200), st.integers(1, 60))
def test_every_stretch_of_an_article_is_found_at_its_place(start: int, length: int) -> None:
    made = article(*PARAGRAPHS)
    words = made.text[start : start + length]
    stripped = words.strip()

    if stripped:
        at = made.text.index(stripped, start)
        assert (at, at + len(stripped)) in Matcher(made).find(words)


def test_a_long_article_without_any_of_the_words_is_searched_in_a_moment() -> None:
    long = article(
        *(f"Sentence {i} of a long article is about {i * 7919 % 4000} books and other things." for i in range(4000))
    )
    matcher = Matcher(long)
    matcher.nearest("books")
    began = time.process_time()

    for i in range(50):
        matcher.nearest(f"Sentence {i} of a short article is about unknown wordings and otherwise thinks")

    assert time.process_time() - began < 5
