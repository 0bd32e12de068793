"""What an article tells of itself is taken from the file's data, else from its first lines, and never made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.articles import read_article
from tests.articles.writing import PARAGRAPHS, as_page, as_text

BODY = as_text()


def told(folder: Path, text: str, name: str = "a.txt") -> dict[str, str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return {field: value for field, value in read_article(path).record._asdict().items() if value is not None}


@pytest.mark.parametrize(
    ("head", "record"),
    [
        (
            "How Elm Library is doing\n\nBy Ann Elm\n\nElm Mirror, 2 May 2024\n\n",
            {
                "title": "How Elm Library is doing",
                "author": "Ann Elm",
                "publisher": "Elm Mirror",
                "published": "2024-05-02",
            },
        ),
        (
            "THE ELM MIRROR\nThursday, May 2nd, 2024, page 3\n\nHow Elm Library is doing\n\nby our local desk\n\n",
            {
                "title": "How Elm Library is doing",
                "author": "our local desk",
                "publisher": "THE ELM MIRROR",
                "published": "2024-05-02",
            },
        ),
        (
            "[An invented article.]\n\nHow Elm Library is doing\nBy Ann Elm | 2024-05-02\n\n",
            {"title": "How Elm Library is doing", "author": "Ann Elm", "published": "2024-05-02"},
        ),
        ("LIBRARY LENDS MORE\n\n", {"title": "LIBRARY LENDS MORE"}),
        ("", {}),
        (
            "The mayor was praised by Ann Elm in a meeting of 2 May 2024, as far as anybody in the town knows.\n\n",
            {},
        ),
    ],
)
def test_the_first_lines_tell_title_author_publisher_and_day(tmp_path: Path, head: str, record: dict[str, str]) -> None:
    assert told(tmp_path, head + BODY) == record


def test_what_was_guessed_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"How Elm Library is doing\n\n{BODY}", encoding="utf-8")
    (tmp_path / "a.md").write_text(f"---\ntitle: Elm Library\n---\nBy Ann Elm\n\n{BODY}", encoding="utf-8")

    assert read_article(tmp_path / "a.txt").guessed == {"title"}
    assert read_article(tmp_path / "a.md").guessed == {"author"}


def test_front_matter_of_markdown_is_read(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 'Elm: a library'\nauthors: [Ann Elm, Bo Oak]\ndate: 2024-05\nsite: Elm Mirror\nlang: en-GB\n---\n"
    )

    assert told(tmp_path, text + BODY, "a.md") == {
        "title": "Elm: a library",
        "author": "Ann Elm, Bo Oak",
        "publisher": "Elm Mirror",
        "published": "2024-05",
        "language": "en",
    }


def test_the_data_of_a_page_are_read(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Elm Mirror"><meta name="author" content="Ann Elm">'
        '<meta property="article:published_time" content="2024-05-02T08:00:00Z">'
        '<link rel="canonical" href="https://example.org/elm">'
    )

    assert told(tmp_path, as_page(PARAGRAPHS, head=head), "a.html") == {
        "title": "How Elm Library is doing",
        "author": "Ann Elm",
        "publisher": "Elm Mirror",
        "published": "2024-05-02",
        "url": "https://example.org/elm",
        "language": "en",
    }


@pytest.mark.parametrize(
    "front",
    [
        "title: {a: b}",
        "date: yesterday",
        "date: 2024-02-31",
        "url: javascript:alert(1)",
        "- a",
        "title: 'a",
        "lang: English",
    ],
)
def test_data_that_a_bank_could_not_hold_are_left_out(tmp_path: Path, front: str) -> None:
    assert told(tmp_path, f"---\n{front}\n---\n{BODY}", "a.md") == {}
