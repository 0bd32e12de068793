"""An article becomes a bank of drafts that check accepts, that asks nothing, and that grows questions when finished."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from quizgen.articles import Article, Paragraph, Record, read_article
from quizgen.authoring.examination import examine, examine_file
from quizgen.bank import load_bank, load_bank_text
from quizgen.bank.schema import schema_text
from quizgen.bank.short_names import as_id
from quizgen.bank.todos import TODO
from quizgen.drafting import Draft, draft
from quizgen.drafting.proposals import claim_proposals, passage_proposals, places
from quizgen.generators import generate
from quizgen.yaml_source import parse_yaml
from tests.articles.writing import PARAGRAPHS, write_all
from tests.test_cli import quizgen

ROOT = Path(__file__).parents[2]
ARTICLES = [
    ROOT / "docs" / "examples" / "articles" / "town-baths.txt",
    *sorted((ROOT / "question_banks" / "articles").glob("*.txt")),
]
BATHS = read_article(ARTICLES[0])


def made(article: Article, claims: int = 80, passages: int = 45) -> Draft:
    return draft(article, bank_id="my-article", claims=claims, passages=passages, today=date(2024, 5, 2))


def of(*paragraphs: str, title: str | None = None) -> Article:
    return Article("a.txt", tuple(Paragraph(p) for p in paragraphs), Record(title=title))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_fresh_draft_is_accepted_and_asks_nothing(path: Path) -> None:
    loaded = load_bank_text(made(read_article(path)).text, "my-article.yaml")

    assert [d for d in examine(loaded).diagnostics if d.code != "todo-left"] == []
    assert {d.severity.value for d in loaded.diagnostics} == {"warning"}
    assert generate(loaded.usable()) == []
    assert (loaded.usable().claims, loaded.usable().passages) == ([], [])
    assert len(loaded.drafts) > 20
    assert not any(entry.is_whole for entry in loaded.drafts)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_quoted_stands_in_the_article(path: Path, tmp_path: Path) -> None:
    bank = tmp_path / "my-article.yaml"
    bank.write_text(made(read_article(path)).text, encoding="utf-8")

    assert [d for d in examine_file(bank, path).diagnostics if d.code == "not-in-article"] == []


def test_every_format_can_be_drafted(tmp_path: Path) -> None:
    for path in write_all(tmp_path):
        loaded = load_bank_text(made(read_article(path)).text, "my-article.yaml")
        assert [d for d in loaded.diagnostics if d.severity.value == "error"] == [], path.name
        assert loaded.drafts, path.name


def test_a_finished_entry_yields_questions() -> None:
    text = made(BATHS).text
    claims = next(
        entry for entry in load_bank_text(text).drafts if "works office told the council" in entry.fields["quote"]
    )
    entry = re.search(rf"(?ms)^- id: {claims.name}\n.*?(?=^- id: )", text)
    assert entry is not None
    finished = entry[0].replace("  draft: true\n", "").replace("kind: TODO", "kind: fact")
    for field, value in (
        ("says", "The baths of Elmsford open on 3 June."),
        ("verdict", "supported"),
        ("record", "The register names 3 June."),
        ("source", "register"),
        ("stance", "supports"),
        ("finding", "The baths of Elmsford open on 3 June 2024."),
    ):
        finished = finished.replace(f"{field}: TODO", f"{field}: {value}")
    source = (
        "{title: Register, publisher: Town hall, published: 2024-03, kind: primary, stake: independent, about: When}"
    )
    text = (
        text.replace(entry[0], finished)
        .replace("license: TODO", "license: CC0-1.0")
        .replace("publisher: TODO", "publisher: Mirror")
    )
    text = text.replace("sources: {}", f'sources:\n  register: {source[:-1]}, url: "https://example.org/register"}}')

    loaded = load_bank_text(text)

    assert [str(d) for d in loaded.diagnostics] == []
    assert [claim.id for claim in loaded.usable().claims] == [claims.name]
    assert "verdict" in {item.template for item in generate(loaded.usable())}


def test_an_entry_that_is_taken_up_unfinished_is_told_of_at_every_gap() -> None:
    loaded = load_bank_text(made(BATHS, claims=1, passages=0).text.replace("  draft: true\n", ""))

    assert loaded.bank is None
    codes = [d.code for d in loaded.diagnostics if d.severity.value == "error"]
    assert set(codes) == {"todo-left"}
    assert len(codes) == 8  # the licence; says, kind, verdict and record; source, stance and finding


class TestProposals:
    def test_sentences_with_something_to_check_come_before_those_without(self) -> None:
        article = of("A pleasant day. The club lost 41 per cent of its 410 members in 2021. So it goes on and on here.")

        (first, *rest) = claim_proposals(places(article), 5)

        assert first.quote == "The club lost 41 per cent of its 410 members in 2021."
        assert rest == []
        assert first.rank == 1
        assert first.score == sum(reason.points for reason in first.reasons)
        assert {"a share or percentage", "a number", "a date"} <= {reason.says for reason in first.reasons}

    @pytest.mark.parametrize(
        "paragraph",
        [
            "What will it cost in 2024?",
            "Sign up for our newsletter of 2024 and read more on our website.",
            "Copyright 2024. All rights reserved by the 12 owners.",
            "In 2024",
            "word " * 130 + "in 2024 by 41 per cent.",
        ],
    )
    def test_questions_notices_and_scraps_are_no_claims(self, paragraph: str) -> None:
        assert claim_proposals(places(of(paragraph)), 5) == []

    def test_a_sentence_that_leans_on_the_one_before_gets_it_as_context(self) -> None:
        found = claim_proposals(places(of("The baths were shut in 2021. They cost 3.4 million euros in that year.")), 5)

        contexts = {claim.quote: claim.context for claim in found}
        assert contexts["They cost 3.4 million euros in that year."] == (
            "The baths were shut in 2021. They cost 3.4 million euros in that year."
        )
        assert contexts["The baths were shut in 2021."] is None

    def test_what_is_said_twice_is_proposed_once(self) -> None:
        twice = [
            "The club lost 41 per cent of its members in 2021.",
            "The club lost 41 per cent of its members in 2021!",
        ]

        assert len(claim_proposals(places(of(*twice)), 5)) == 1

    def test_headings_and_notes_in_brackets_are_left_out_and_the_headline_is_kept(self) -> None:
        article = Article(
            "a.txt",
            (
                Paragraph("[Written in 2024 for all 12 schools.]"),
                Paragraph("Club lost 41 per cent of members", "heading"),
                Paragraph("Why 12 members left in 2021", "heading"),
                Paragraph("The club lost 41 per cent of its members in 2021."),
            ),
            Record(title="Club lost 41 per cent of members"),
        )

        assert [place.text for place in places(article)] == [article.paragraphs[1].text, article.paragraphs[3].text]

    def test_a_headline_is_always_to_be_compared_with_its_article(self) -> None:
        article = Article("a", (Paragraph("Baths to open in June", "heading"),), Record(title="Baths to open in June"))

        (passage,) = passage_proposals(places(article), 5)

        assert [(issue.type.id, issue.spans) for issue in passage.issues] == [
            ("headline-mismatch", ("Baths to open in June",))
        ]

    def test_issues_name_their_words_and_what_else_they_may_show(self) -> None:
        (passage,) = passage_proposals(
            places(of("Experts say that everybody obviously loves the brutal new slide.")), 5
        )

        found = {issue.type.id: issue.spans for issue in passage.issues}
        assert found["vague-attribution"] == ("Experts say",)
        assert found["loaded-language"] == ("brutal",)
        assert all(span in passage.text for spans in found.values() for span in spans)

    def test_several_stretches_of_one_type_are_one_issue(self) -> None:
        (passage,) = passage_proposals(places(of("The cruel new slide is brutal to every swimmer of the town.")), 5)

        assert next(i.spans for i in passage.issues if i.type.id == "loaded-language") == ("cruel", "brutal")

    def test_words_that_stand_there_twice_are_counted(self) -> None:
        text = "The brutal slide and the brutal pool are here to stay in our town."

        loaded = load_bank_text(made(of(text)).text.replace("  draft: true\n", ""))

        assert not {d.code for d in loaded.diagnostics} & {"ambiguous-words", "words-not-in-text", "no-such-occurrence"}

    def test_words_at_fault_are_shown_once_and_not_again_beside_the_next_sentence(self) -> None:
        text = "The club has 410 members and lost a third of them. It trained in Millbrook, 18 kilometres away."

        found = [passage.text for passage in passage_proposals(places(of(text)), 5) if passage.issues]

        assert found == ["The club has 410 members and lost a third of them."]

    def test_a_longer_passage_that_shows_something_more_stands_beside_the_shorter(self) -> None:
        text = "The club has 410 members and lost a third of them. It obviously trained in Millbrook."

        found = [passage.text for passage in passage_proposals(places(of(text)), 5) if passage.issues]

        assert found == [text, "The club has 410 members and lost a third of them."]

    def test_sound_sentences_are_proposed_as_well(self) -> None:
        found = passage_proposals(places(BATHS), 12)

        assert len(found) == 12
        assert len([passage for passage in found if not passage.issues]) == 4
        assert [passage.rank for passage in found] == list(range(1, 13))

    @pytest.mark.parametrize("most", [0, 1, 7])
    def test_no_more_are_proposed_than_are_wanted(self, most: int) -> None:
        assert len(claim_proposals(places(BATHS), most)) == most
        assert len(passage_proposals(places(BATHS), most)) == most


def test_entries_come_in_the_order_of_the_article_with_their_rank_in_a_note() -> None:
    data = parse_yaml(made(BATHS, claims=10).text, "f").data

    places_of = [BATHS.text.index(entry["quote"]) for entry in data["claims"]]
    assert places_of == sorted(places_of)
    assert not any("““" in entry["note"] or "””" in entry["note"] for entry in data["claims"])
    ranks = {int(re.findall(r"Rank (\d+) of 10, \d+ points?: ", entry["note"])[0]) for entry in data["claims"]}
    assert ranks == set(range(1, 11))


def test_ids_are_short_names_and_each_is_used_once() -> None:
    data = parse_yaml(
        made(of(*[f"The club lost {n} per cent of members." for n in range(30)], "Ünïcode lost 4 per cent.")).text, "f"
    ).data
    ids = [entry["id"] for section in ("claims", "passages") for entry in data[section]]

    assert len(ids) == len(set(ids))
    assert all(as_id(name) == name for name in ids)


def test_ids_hold_whole_words_without_the_s_of_a_possessor() -> None:
    text = made(of("The library’s 12 uncomfortably upholstered armchairs obviously disappeared overnight.")).text

    ids = [entry["id"] for section in ("claims", "passages") for entry in parse_yaml(text, "f").data[section]]
    assert ids == [
        "library-12-uncomfortably-upholstered-armchairs",
        "library-12-uncomfortably-upholstered-wording",
    ]


def test_what_the_article_does_not_tell_is_left_to_its_author() -> None:
    data = parse_yaml(made(of("The club lost 41 per cent of its members.")).text, "f").data

    assert data["article"] == {
        "title": TODO,
        "publisher": TODO,
        "published": "undated",
        "genre": "news",
        "as_of": "2024-05-02",
    }


def test_texts_of_an_article_cannot_break_out_of_their_fields() -> None:
    nasty = "The mayor’s “plan”: {a: b} # no comment costs 12 per cent, 'all' of it | > & *x !y %z @w."
    text = made(of(nasty, title="a: b # c\t'd'")).text
    data = parse_yaml(text, "f").data

    assert [entry["quote"] for entry in data["claims"]] == [nasty]
    assert [d.severity.value for d in load_bank_text(text).diagnostics if d.severity.value == "error"] == []


class TestOnTheCommandLine:
    def test_a_draft_beside_its_article_is_checked_against_it(self, tmp_path: Path) -> None:
        (tmp_path / "articles").mkdir()
        (tmp_path / "articles" / "baths.txt").write_bytes(ARTICLES[0].read_bytes())

        told = quizgen("draft", "articles/baths.txt", "-o", "town-baths.yaml", cwd=tmp_path)

        assert (told.returncode, told.stdout) == (0, "")
        assert re.fullmatch(r"wrote town-baths.yaml: \d+ claims and \d+ passages to judge, .*\n", told.stderr)
        first = (tmp_path / "town-baths.yaml").read_text(encoding="utf-8").split("\n")[0]
        assert first == "# yaml-language-server: $schema=bank.schema.json"
        assert (tmp_path / "bank.schema.json").read_text(encoding="utf-8") == schema_text()
        bank = load_bank(tmp_path / "town-baths.yaml")
        assert bank.usable().article.text == "articles/baths.txt"
        checked = quizgen("check", "town-baths.yaml", cwd=tmp_path)
        assert checked.returncode == 0
        assert " drafts: " in checked.stdout
        assert "error" not in checked.stdout
        assert quizgen("fmt", "--check", "town-baths.yaml", cwd=tmp_path).returncode == 0

    def test_without_a_name_it_is_printed(self, tmp_path: Path) -> None:
        told = quizgen("draft", ARTICLES[0], "--claims", "3", "--passages", "2")

        data = parse_yaml(told.stdout, "f").data
        assert (data["id"], len(data["claims"]), len(data["passages"])) == ("town-baths", 3, 2)
        assert "text" not in data["article"]

    def test_who_asks_for_nothing_is_not_told_that_nothing_is_found(self) -> None:
        told = quizgen("draft", ARTICLES[0], "--claims", "0", "--passages", "0")

        assert (told.returncode, told.stderr) == (0, "")

    @pytest.mark.parametrize(
        ("content", "name"),
        [
            (b"", "empty.txt"),
            (b"\0\1\2", "binary.txt"),
            (b"caf\xe9", "latin.txt"),
            (b"%PDF-1.7 and no more", "cut.pdf"),
            (b"<html><body><nav>Home</nav></body></html>", "menu.html"),
            (b"PK", "table.xlsx"),
            (None, "none.txt"),
        ],
    )
    def test_what_is_no_article_is_one_line_and_no_bank(self, tmp_path: Path, content: bytes | None, name: str) -> None:
        if content is not None:
            (tmp_path / name).write_bytes(content)

        told = quizgen("draft", name, "-o", "bank.yaml", cwd=tmp_path)

        assert told.returncode == 1
        assert told.stdout == ""
        assert told.stderr.startswith(f"quizgen: {name} ")
        assert told.stderr.count("\n") == 1
        assert not (tmp_path / "bank.yaml").exists()

    @pytest.mark.parametrize(
        ("output", "said"),
        [
            ("bank.txt", "does not end in .yaml"),
            ("My Bank.yaml", "such as my-bank.yaml"),
            ("there.yaml", "is not overwritten"),
        ],
    )
    def test_a_name_that_does_not_fit_a_bank_is_refused(self, tmp_path: Path, output: str, said: str) -> None:
        (tmp_path / "there.yaml").write_text("kept", encoding="utf-8")

        told = quizgen("draft", ARTICLES[0], "-o", output, cwd=tmp_path)

        assert told.returncode == 2
        assert said in " ".join(told.stderr.replace("│", " ").split())
        assert (tmp_path / "there.yaml").read_text(encoding="utf-8") == "kept"

    def test_an_article_in_another_language_is_told_of(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("---\nlang: de\n---\n" + "\n\n".join(PARAGRAPHS), encoding="utf-8")

        told = quizgen("draft", "a.md", cwd=tmp_path)

        assert "its language is `de`" in told.stderr

    def test_help_and_other_commands_load_no_reader_of_articles(self) -> None:
        import subprocess
        import sys

        code = "import sys, quizgen.cli; print([m for m in ('trafilatura', 'pypdf', 'lxml') if m in sys.modules])"
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)

        assert told.stdout == "[]\n"
