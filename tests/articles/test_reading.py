"""Articles are read from every format alike; what is none is refused in one line that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizgen.articles import READERS, Article, read_article
from quizgen.articles.matching import Matcher
from quizgen.articles.reading import MAX_BYTES, MAX_CHARACTERS
from quizgen.errors import ArticleNotReadableError
from tests.articles.writing import PARAGRAPHS, as_page, as_pdf, as_text, scanned, write_all


def written(folder: Path, content: str | bytes, name: str = "a.txt") -> Article:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_article(path)


def test_every_format_gives_the_same_words(tmp_path: Path) -> None:
    for path in write_all(tmp_path):
        matcher = Matcher(read_article(path))
        assert [p for p in PARAGRAPHS if not matcher.find(p)] == [], path.name


def test_running_titles_and_page_numbers_of_a_pdf_are_left_out(tmp_path: Path) -> None:
    article = written(tmp_path, as_pdf(), "a.pdf")

    assert "Elm Mirror" not in article.text
    assert not any(word.isdigit() for word in article.text.split() if word != "2022,")


def test_a_word_that_a_line_divides_is_joined_and_one_with_a_hyphen_of_its_own_keeps_it(tmp_path: Path) -> None:
    article = written(tmp_path, as_pdf(), "a.pdf")

    assert "well-known" in article.text
    assert "extraordinarily comprehensive refurbishment" in article.text


def test_menus_and_footers_of_a_page_are_no_part_of_the_article_but_of_what_it_shows(tmp_path: Path) -> None:
    article = written(tmp_path, as_page(beside="<figure><figcaption>The reading room.</figcaption></figure>"), "a.html")

    assert "Sport" not in article.text
    assert "rights reserved" not in article.text
    assert "The reading room." in article.beside.splitlines()


def test_scripts_and_styles_are_shown_by_no_page(tmp_path: Path) -> None:
    hidden = "<script>let a = 'hidden';</script><style>p { color: hidden }</style>"

    assert "hidden" not in written(tmp_path, as_page(beside=hidden), "a.html").beside


def test_markdown_is_read_as_a_reader_sees_it(tmp_path: Path) -> None:
    text = "# Elm\n\nIt *lent* [4,000](https://example.org) books.\n\n- one\n- two\n\n![a](x.png)\n\n1949 was cold.\n"

    article = written(tmp_path, text, "a.md")

    assert [(p.text, p.role) for p in article.paragraphs] == [
        ("Elm", "heading"),
        ("It lent 4,000 books.", "text"),
        ("one", "item"),
        ("two", "item"),
        ("1949 was cold.", "text"),
    ]


@pytest.mark.parametrize("text", ["2 * 3 * 4 is 24.", "See [1] and (2).", "snake_case_name stays", "#1 in the county"])
def test_a_plain_text_that_only_looks_like_markdown_stays_as_it_is(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph\nwrapped by hand over\nthree lines of text.\n\nAnd another one.",
        "One paragraph\r\nwrapped by hand over\r\nthree lines of text.\r\n\r\nAnd another one.",
        "\ufeffOne paragraph wrapped by hand over three lines of text.\n \t \nAnd another one.",
        "One para\u00adgraph wrapped by hand over three\u200b lines of text.\n\n\n\nAnd another one.",
    ],
)
def test_line_ends_byte_order_marks_and_hidden_signs_leave_no_trace(tmp_path: Path, text: str) -> None:
    told = [p.text for p in written(tmp_path, text).paragraphs]

    assert told == ["One paragraph wrapped by hand over three lines of text.", "And another one."]


def test_ligatures_and_accents_have_one_form(tmp_path: Path) -> None:
    assert written(tmp_path, "The o\ufb03ce of the cafe\u0301.").text == "The office of the caf\u00e9."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The town of Elm\n– and its library – is old.", ["The town of Elm – and its library – is old."]),
        ("What to bring:\n- books\n- a card", ["What to bring:", "books", "a card"]),
        ("Opening hours\n- Monday\n- Sunday", ["Opening hours", "Monday", "Sunday"]),
        ("It lent 4,000 books – more than ever.", ["It lent 4,000 books – more than ever."]),
        ("- 40 – 50 books", ["40 – 50 books"]),
        (
            "The town is old\n– it was founded in 1200\n– and small.",
            ["The town is old – it was founded in 1200 – and small."],
        ),
        ("1. First\n2. Second", ["1. First", "2. Second"]),
    ],
)
def test_a_dash_is_the_mark_of_an_item_or_one_in_a_sentence(tmp_path: Path, text: str, told: list[str]) -> None:
    assert [p.text for p in written(tmp_path, text).paragraphs] == told


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    paragraphs = (*PARAGRAPHS, "Łódź is a town in Poland, and its name is written with letters of its own.")
    page = as_page(paragraphs, head='<meta charset="iso-8859-2">').replace("“", '"').replace("”", '"')
    page = page.replace("’", "'").replace("–", "-").replace("©", "")

    assert "Łódź" in written(tmp_path, page.encode("iso-8859-2"), "a.html").text


REFUSED = {
    "nothing.txt": (b"", "holds no text"),
    "spaces.md": (b" \n\t\n", "holds no text"),
    "hidden.txt": ("\u200b\u00ad\n\u2060".encode(), "holds no text"),
    "binary.txt": (b"PK\x03\x04\0\0\0", "is not a text file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file"),
    "nul.txt": ("a\0b".encode("utf-16"), "is not a text file"),
    "latin.txt": ("The caf\u00e9 is open.".encode("latin-1"), "is not saved as UTF-8: line 1"),
    "long.txt": (b"word " * (MAX_CHARACTERS // 5 + 1), "is longer than"),
    "huge.txt": (b"a" * (MAX_BYTES + 1), "is larger than"),
    "table.xlsx": (b"PK", "is of a kind that cannot be read"),
    "none": (b"text", "is of a kind that cannot be read"),
    "nothing.html": (b"", "holds no article"),
    "empty.html": (b"<html><body></body></html>", "holds no article"),
    "menu.html": (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "holds no article"),
    "script.html": (
        b"<html><body><div id=app></div><script>render(" + b"x," * 500 + b"0)</script></body></html>",
        "no article",
    ),
    "binary.html": (b"\x00\x01\x02\xff" * 50, "is not a web page"),
    "undefined.html": (b"<p>\x81\x8d\x8f</p>", "is not a web page"),
    "nothing.pdf": (b"", "is damaged, or is no PDF"),
    "text.pdf": (b"just text", "is damaged, or is no PDF"),
    "cut.pdf": (as_pdf()[:900], "is damaged, or is no PDF"),
    "scanned.pdf": (as_pdf(("",)).replace(b"The Elm Mirror", b""), "holds no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_is_refused_in_one_line_with_a_remedy(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    if name == "scanned.pdf":
        content = scanned()
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(ArticleNotReadableError) as refused:
        read_article(path)

    assert said in str(refused.value)
    assert str(refused.value).startswith(str(path))
    assert refused.value.help
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("ending", READERS)
def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ArticleNotReadableError, match="is not there"):
        read_article(tmp_path / f"none{ending}")
    (tmp_path / f"folder{ending}").mkdir()
    with pytest.raises(ArticleNotReadableError, match="is not an ordinary file"):
        read_article(tmp_path / f"folder{ending}")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)

    with pytest.raises(ArticleNotReadableError, match="cannot be read: permission denied"):
        read_article(path)


def test_a_pipe_is_refused_before_it_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    with pytest.raises(ArticleNotReadableError, match="is not an ordinary file"):
        read_article(tmp_path / "a.txt")


def test_a_page_of_nested_parts_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    deep = "<div>" * 20_000 + "word " * 60 + "</div>" * 20_000
    path = tmp_path / "deep.html"
    path.write_text(f"<html><body>{deep}</body></html>", encoding="utf-8")

    with pytest.raises(ArticleNotReadableError, match="holds no article"):
        read_article(path)


def test_characters_that_were_lost_are_told_of(tmp_path: Path) -> None:
    article = written(tmp_path, "The caf\ufffd is open.")

    assert article.notes == ("1 of its characters could not be read and stand as \ufffd",)
    assert written(tmp_path, as_text()).notes == ()
