"""A bank's excerpts are held against its article: what does not stand in it is told at its place, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgen.articles import Article, Paragraph
from quizgen.articles.excerpts import article_of_bank, excerpts, not_in_article
from quizgen.articles.selectors import annotation_page
from quizgen.authoring.examination import examine_file
from quizgen.bank import load_bank, load_bank_text
from quizgen.diagnostics import Diagnostic, Severity
from tests.bank.checking import CLAIM, PASSAGE, load, more
from tests.bank.test_drafts import sound
from tests.test_cli import quizgen

ARTICLE = Article(
    "elm.txt",
    (
        Paragraph("In 2022 the library lent 4000 books and 4000 films. That is a record."),
        Paragraph("Everybody says that it is the best library, the best of all."),
    ),
)
ISSUE = "issues: [{type: bandwagon, span: Everybody says, why: It counts heads.}]"


def told(part: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, severity and message of what does not stand in the article."""
    return [
        (d.location.line, d.location.column, d.severity.value, d.message) for d in not_in_article(load(part), ARTICLE)
    ]


@pytest.mark.parametrize(
    "part",
    [
        CLAIM,
        more(CLAIM, "context: In 2022 the library lent 4000 books and 4000 films."),
        more(CLAIM, "context: In 2022 the library lent 4000 books and 4000 films. […] Everybody says"),
        more(CLAIM, "issues: [{type: exaggeration, span: films, why: x, rewrite: It lent many films.}]"),
        more(PASSAGE, ISSUE),
        more(PASSAGE, f"show_with: That is a record.\n{ISSUE}"),
        more(PASSAGE, "issues: []\nwhy_clean: Sound.\ntempting: [{type: bandwagon, span: Everybody, why_not: Fine.}]"),
        CLAIM.replace("says: Elm", "says: In no article stands that Elm"),
    ],
)
def test_nothing_is_told_where_all_excerpts_stand_in_the_article(part: str) -> None:
    assert told(part) == []


def test_each_excerpt_that_does_not_is_told_at_its_field_with_the_nearest_words() -> None:
    part = CLAIM.replace("4000 books and", "4000 books or") + more(
        PASSAGE.replace("Everybody says", "Everyone says"),
        f"show_with: It is a record.\n{ISSUE}".replace("body", "one"),
    )

    assert told(part) == [
        (3, 12, "error", "the `quote` of claim `lent` does not stand in the article"),
        (11, 11, "error", "the `text` of passage `best` does not stand in the article"),
        (12, 16, "error", "the `show_with` of passage `best` does not stand in the article"),
    ]
    first = next(not_in_article(load(part), ARTICLE))
    assert first.code == "not-in-article"
    assert first.help == (
        "copy it again: the nearest words are `the library lent 4000 books and 4000 films`; "
        "`and` where the bank has `or`"
    )


@pytest.mark.parametrize(
    ("quote", "help_"),
    [
        (
            "Ostriches cannot fly.",
            "nothing like it is found in elm.txt; copy the words from there, or delete the entry",
        ),
        (
            "Everybody says […] 4000 books",
            "its parts stand there in another order; quote them in that of the article",
        ),
        (
            "the library lent 4000 books […] the best libraries",
            "copy it again: the nearest words are `the best library`; `library` where the bank has `libraries`",
        ),
    ],
)
def test_the_remedy_fits_what_is_wrong(quote: str, help_: str) -> None:
    part = CLAIM.replace("the library lent 4000 books and 4000 films", quote)

    assert [d.help for d in not_in_article(load(part), ARTICLE)] == [help_]


def test_entries_with_errors_and_drafts_are_held_against_it_too() -> None:
    part = """\
    claims:
      - quote: the library lent 4001 books
      - id: a
        draft: true
        quote: the library lent 4002 books
        context: TODO
      - draft: true
        quote: the library lent 4003 books
      - 17
      - id: b
        quote: [the library lent 4004 books]
      - id: c
        quote: "TODO: find it"
    """
    assert load(part).bank is None

    assert told(part) == [
        (2, 12, "error", "the `quote` of a claim without `id` does not stand in the article"),
        (5, 12, "warning", "the `quote` of draft claim `a` does not stand in the article"),
        (8, 12, "warning", "the `quote` of a claim without `id` does not stand in the article"),
    ]


def test_an_article_in_which_nothing_stands_is_another_one() -> None:
    entries = "".join(CLAIM.removeprefix("claims:\n").replace("id: lent", f"id: lent-{n}") for n in range(5))
    other = Article("other.txt", (Paragraph("Ostriches cannot fly, and nobody says that they can."),))

    found = list(not_in_article(load(f"claims:\n{entries}"), other))

    assert [d.message for d in found] == ["none of the 5 excerpts of this bank stands in other.txt"]


def beside(folder: Path, article: str, text: str | None = None) -> Path:
    """Write a bank that names its article, and the article; return the bank."""
    path = folder / "elm-library.yaml"
    path.write_text(sound(CLAIM).replace("as_of: 2023-06-30", f"as_of: 2023-06-30, text: {article}"), encoding="utf-8")
    if text is not None:
        (folder / article).parent.mkdir(exist_ok=True)
        (folder / article).write_text(text, encoding="utf-8")
    return path


def test_a_bank_that_names_its_article_is_held_against_it_in_every_check(tmp_path: Path) -> None:
    good = beside(tmp_path, "articles/elm.txt", ARTICLE.text)
    assert quizgen("check", good).stdout.splitlines()[0].endswith(": no problems")

    (tmp_path / "articles" / "elm.txt").write_text("The library lent 5000 books and 4000 films.", encoding="utf-8")
    told_now = quizgen("check", good)
    assert told_now.returncode == 1
    assert f"{good}:3:12: error: the `quote` of claim `lent` does not stand in the article" in told_now.stdout


@pytest.mark.parametrize(
    ("article", "text", "message"),
    [
        ("none.txt", None, "the article's text `none.txt` is not there"),
        ("empty.txt", "", "the article's text `empty.txt` holds no text"),
        ("table.csv", "a,b", "the article's text `table.csv` is of a kind that cannot be read"),
        ("link.txt", None, "the article's text `link.txt` leads out of the bank's folder"),
    ],
)
def test_an_article_that_cannot_be_read_is_told_where_it_is_named(
    tmp_path: Path, article: str, text: str | None, message: str
) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    if article == "link.txt":
        (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
        (folder / article).symlink_to(tmp_path / "secret.txt")
    loaded = load_bank(beside(folder, article, text))

    found = article_of_bank(loaded)

    assert isinstance(found, Diagnostic)
    assert (found.code, found.message, found.severity) == ("article-not-readable", message, Severity.ERROR)
    assert found.location == loaded.source.locate(("article", "text"))
    assert found.help


@pytest.mark.parametrize(
    "article", ["../elm.txt", "/etc/passwd", "C:/elm.txt", ".git/config", "a//b.txt", "'a\\b.txt'"]
)
def test_only_a_file_in_the_folder_of_the_bank_can_be_named(tmp_path: Path, article: str) -> None:
    examined = examine_file(beside(tmp_path, article))

    assert [d.code for d in examined.diagnostics] == ["bad-path"]
    assert examined.article is None


def test_a_bank_without_an_article_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "elm-library.yaml"
    path.write_text(sound(CLAIM), encoding="utf-8")

    assert article_of_bank(load_bank(path)) is None
    assert "no problems" in quizgen("check", path).stdout


def test_a_bank_that_is_no_file_reads_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = beside(tmp_path, "elm.txt", "Another text.")
    monkeypatch.chdir(tmp_path)

    assert article_of_bank(load_bank_text(path.read_bytes(), "elm-library.yaml")) is None
    assert isinstance(article_of_bank(load_bank(Path("elm-library.yaml"))), Article)


class TestOnTheCommandLine:
    def test_an_article_may_be_named_and_the_places_written(self, tmp_path: Path) -> None:
        bank = beside(tmp_path, "none.txt")
        (tmp_path / "elm.md").write_text(ARTICLE.text, encoding="utf-8")

        told = quizgen("check", bank, "--article", tmp_path / "elm.md", "--selectors", tmp_path / "s.json")

        assert (told.returncode, told.stderr) == (0, f"wrote {tmp_path / 's.json'}\n")
        page = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
        assert page["items"][0]["target"]["selector"]["exact"] == "the library lent 4000 books and 4000 films"

    def test_an_article_that_cannot_be_read_is_an_error_at_its_own_place(self, tmp_path: Path) -> None:
        told = quizgen("check", beside(tmp_path, "none.txt"), "--article", tmp_path / "elm.txt")

        assert told.returncode == 1
        assert told.stdout.startswith(f"{tmp_path / 'elm.txt'}:1:1: error: the article is not there")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("question_banks", "--article", "README.md"), "--article is the article of one bank, and "),
            (("question_banks", "--selectors", "s.json"), "--selectors needs one bank without errors and its article"),
            (
                ("question_banks/_template.yaml", "--selectors", "s.json"),
                "--selectors needs one bank without errors and its article",
            ),
            (("question_banks", "--watch", "--selectors", "s.json"), "--selectors is written once"),
        ],
    )
    def test_what_cannot_be_met_is_refused(self, arguments: tuple[str, ...], said: str) -> None:
        told = quizgen("check", *arguments)

        assert told.returncode == 2
        assert said in " ".join(told.stderr.replace("│", " ").split())


def test_selectors_are_those_of_the_web_annotation_data_model() -> None:
    text = "He lent books. She lent books. The library lent 4000 books and 4000 films, and the library lent 4000 books."
    made = Article("a.txt", (Paragraph("the library lent 4000 books and 4000 films"), Paragraph(text)))
    part = more(
        CLAIM.replace("quote: the library lent 4000 books and 4000 films", "quote: the library lent 4000 books"),
        "context: and the library lent 4000 books.",
    ) + more(PASSAGE.replace("Everybody says that it is the best library, the best of all.", "Nowhere."), ISSUE)
    loaded = load(part.replace("span: Everybody says", "span: Nowhere"))

    page = annotation_page(loaded, made)

    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert [item["id"] for item in page["items"]] == ["#claim-lent-quote", "#claim-lent-context"]
    for item in page["items"]:
        selector = item["target"]["selector"]
        assert selector["type"] == "TextQuoteSelector"
        around = selector["prefix"] + selector["exact"] + selector["suffix"]
        assert made.text.count(around) == 1
    quote = page["items"][0]["target"]["selector"]
    assert (quote["exact"], quote["prefix"][-5:], quote["suffix"]) == ("the library lent 4000 books", " and ", ".")


def test_the_excerpts_come_in_the_order_of_the_file_and_todos_are_none() -> None:
    part = more(PASSAGE, ISSUE) + CLAIM
    draft = "  - {id: later, draft: true, quote: TODO, context: 'TODO: look'}\n"

    assert [e.name for e in excerpts(load(part + draft))] == ["`text` of passage `best`", "`quote` of claim `lent`"]
