"""A bank to begin with: it is sound from the first line, and grows questions as it is written."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from quizgen.authoring.starting import Beginning, starter
from quizgen.bank import load_bank, load_bank_text
from quizgen.cli import app
from quizgen.diagnostics import has_errors
from quizgen.generators import generate

ROOT = Path(__file__).parents[2]


def text_of(beginning: Beginning) -> str:
    return starter(beginning, file="my-article.yaml", schema="bank.schema.json", as_of="2024-06-01")


def new(folder: Path, *arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["new", "--folder", str(folder), *arguments])
    return told.exit_code, " ".join(told.output.replace("│", " ").split())


def test_it_has_no_error_asks_nothing_and_tells_what_is_to_be_written() -> None:
    loaded = load_bank_text(text_of(Beginning("my-article")))

    assert not has_errors(loaded.diagnostics)
    assert {d.code for d in loaded.diagnostics} == {"todo-left"}
    assert generate(loaded.usable()) == []
    assert [draft.name for draft in loaded.drafts] == ["first-claim", "first-issue", "first-sound"]


def test_its_entries_become_questions_once_they_are_written() -> None:
    written = text_of(Beginning("my-article", title="A garden", author="Elm School", article="A garden feeds a town"))
    for field, text in {
        "quote": "Last year our garden gave 900 kilos.",
        "says": "In 2023 the garden of Elm School gave 900 kilograms of vegetables.",
        "kind": "fact",
        "verdict": "contradicted",
        "record": "In 2023 it gave 610 kilograms.",
        "stance": "refutes",
        "finding": "In 2023 the garden of Elm School gave 610 kilograms of vegetables.",
        "topic": "harvest",
        "who": "office of the town market",
        "about": "Vegetables by garden and by year.",
        "publisher": "Elmtown Market Office",
        "title": "Weighing book",
    }.items():
        written = re.sub(rf"\b{field}: TODO", f"{field}: {text}", written)
    before, mark, after = written.partition("    draft: true                 # delete this line")
    assert mark
    loaded = load_bank_text(before + after.split("\n", 1)[1])

    assert loaded.diagnostics == ()
    assert {"verdict", "bearing"} <= {item.template for item in generate(loaded.usable())}


ONE_LINE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=300).filter(str.strip)


@given(title=ONE_LINE, author=ONE_LINE, article=ONE_LINE, publisher=ONE_LINE)
def test_whatever_is_told_stands_in_the_bank(title: str, author: str, article: str, publisher: str) -> None:
    told = Beginning("my-article", title=title, author=author, article=article, publisher=publisher)
    loaded = load_bank_text(text_of(told))
    hidden = {"invisible-character", "bidirectional-override", "todo-left"}

    assert {d.code for d in loaded.diagnostics} <= hidden
    if loaded.bank is not None:
        bank = loaded.bank
        assert (bank.title, bank.article.title, bank.article.publisher) == (
            title.strip(),
            article.strip(),
            publisher.strip(),
        )
        assert bank.authors == [author.strip()]


def test_claims_are_judged_by_the_day_of_the_article_if_it_bears_one() -> None:
    for published, as_of in (("2024-05-10", "2024-05-10"), ("2024-05", "2024-06-01"), ("2024", "2024-06-01")):
        article = load_bank_text(text_of(Beginning("my-article", published=published))).usable().article
        assert (article.published, article.as_of) == (published, as_of)


def test_the_command_writes_a_bank_with_the_schema_beside_it(tmp_path: Path) -> None:
    code, told = new(
        tmp_path, "my-article", "--article", "Our garden", "--genre", "opinion", "--text", "our-garden.txt"
    )

    assert code == 0, told
    bank = tmp_path / "my-article.yaml"
    assert bank.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=bank.schema.json\n")
    assert (tmp_path / "bank.schema.json").read_bytes() == (ROOT / "schema" / "bank.schema.json").read_bytes()
    article = load_bank(bank).usable().article
    assert (article.title, article.genre, article.text) == ("Our garden", "opinion", "our-garden.txt")


def test_the_schema_of_a_project_around_it_serves(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "bank.schema.json").write_text("{}", encoding="utf-8")
    new(tmp_path / "question_banks", "my-article")

    first = (tmp_path / "question_banks" / "my-article.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/bank.schema.json"
    assert not (tmp_path / "question_banks" / "bank.schema.json").exists()


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["My_Article"], "use lower-case letters a to z and digits"),
        (["../elsewhere"], "cannot be a short name"),
        (["mine", "--genre", "newz"], "choose one of `news`"),
        (["mine", "--published", "2024-13"], "is not a date"),
        (["mine", "--url", "example.org"], "is not a web address"),
        (["mine", "--text", "../secret.txt"], "beside the bank"),
        (["taken"], "not overwritten"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_written(
    tmp_path: Path, arguments: list[str], refusal: str
) -> None:
    (tmp_path / "taken.yaml").write_text("mine", encoding="utf-8")
    code, told = new(tmp_path, *arguments)

    assert code == 2
    assert refusal in told
    assert [file.name for file in tmp_path.iterdir()] == ["taken.yaml"]
    assert (tmp_path / "taken.yaml").read_text(encoding="utf-8") == "mine"


def test_a_person_is_asked_and_asked_again_where_an_answer_does_not_fit(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "new", "mine", "--folder", str(tmp_path), "--title", "Told before"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(theirs)
    answers = ["Elm School", "", "Our garden", "", "in May", "2024-05", "", "opinion"]
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    _, told = process.communicate(timeout=60)
    os.close(ours)

    assert process.returncode == 0, told
    assert "What is the quiz called" not in told
    assert told.count("When, as 2024-05-10") == 2
    assert "`in May` is not a date" in told
    bank = load_bank(tmp_path / "mine.yaml").usable()
    assert (bank.title, bank.authors, bank.level) == ("Told before", ["Elm School"], "adult")
    assert (bank.article.title, bank.article.publisher) == ("Our garden", "TODO")
    assert (bank.article.published, bank.article.genre) == ("2024-05", "opinion")
