"""The page on which banks are written: what stands beside the text, what is kept, and what a shared server hides."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from quizgen.authoring.template import template_text
from quizgen.records import Store
from quizgen.ui import offered
from quizgen.ui.author.examined import LONGEST, examine_text
from quizgen.ui.author.opened import EDITOR, HELD
from quizgen.ui.author.questions import ENTRY, KEYS, PER_PAGE, TEMPLATE
from tests.ui import five
from tests.ui.author import PAGE, Author

QUIZZES = "quizgen/ui/pages/quizzes.py"
ROOT = Path(__file__).parents[2]
WRONG = five.TEXT.replace("interaction: number", "interaction: numbre")


@pytest.fixture
def author(store: Store, monkeypatch: pytest.MonkeyPatch) -> Author:
    """An author at the machine of the server."""
    monkeypatch.setattr(offered, "local", lambda: True)
    return Author()


def test_the_template_is_a_whole_bank_with_questions(author: Author) -> None:
    author.starts()

    assert author.text == template_text()
    assert "No problems found." in author.reads
    assert "12 questions" in author.sees


def test_problems_stand_beside_the_text_while_it_is_typed(author: Author) -> None:
    author.starts().types(WRONG)
    line = WRONG[: WRONG.index("numbre")].count("\n") + 1

    assert f'data-line="{line}"' in author.reads
    assert "<code>numbre</code>" in author.reads
    assert "Help: " in author.reads
    assert "1 error" in author.sees

    author.types(template_text())

    assert "No problems found." in author.reads


def test_a_check_tells_why_it_matters_and_how_it_is_silenced(author: Author) -> None:
    author.starts().types(template_text().replace("in 2023 and 610 in 2022.", "in 2023."))
    assert "Why this matters" not in author.reads

    author.types(template_text().replace("record: In 2023", "record: It is a lie. In 2023"))

    assert "Why this matters" in author.reads
    assert "whether somebody lied is a verdict on a person" in author.reads
    assert "# quizgen: ignore" not in author.reads  # an error cannot be ignored


def test_every_question_is_drawn_and_its_key_only_when_asked_for(author: Author) -> None:
    author.opens("five.yaml").views("questions")

    assert "1–6 of 6" in author.reads
    assert author.reads.count("data-question") == 6
    assert five.SECRET not in author.reads

    author.page.toggle(key=KEYS).set_value(True).run()

    assert author.reads.count(five.SECRET) > 12
    author.page.toggle(key=KEYS).set_value(False).run()
    assert five.SECRET not in author.reads


def test_a_question_leads_to_the_line_of_its_entry(author: Author) -> None:
    author.opens("five.yaml").views("questions")
    line = five.TEXT[: five.TEXT.index("- id: pairs")].count("\n") + 1

    assert f'<button type="button" class="line" data-line="{line}"' in author.reads


def test_many_questions_come_ten_to_a_page(author: Author) -> None:
    author.starts().types((ROOT / "question_banks" / "bike-lane-survey.yaml").read_text(encoding="utf-8"))
    author.views("questions")
    questions = examine_text(author.text, "new bank").questions
    assert len(questions) > 200
    assert author.reads.count("data-question") == PER_PAGE

    author.presses("next-below")

    assert f"11–20 of {len(questions)}" in author.reads
    assert f'data-question="{questions[10].item.id}"' in author.reads
    assert author.page.button(key="previous-above").disabled is False


def test_the_page_stays_with_its_questions_when_others_go(author: Author) -> None:
    text = (ROOT / "question_banks" / "bike-lane-survey.yaml").read_text(encoding="utf-8")
    author.starts().types(text).views("questions").presses("next-above").presses("next-above")
    first = examine_text(text, "new bank").questions[20].item.id
    entries = text.split("\n  - id: ")
    gone = ("six-months-too-short", "cars-8340")  # no other entry names them
    fewer = "\n  - id: ".join(entry for entry in entries if not entry.startswith(gone))

    author.types(fewer)

    shown = [q.item.id for q in examine_text(fewer, "new bank").questions]
    assert shown.index(first) < 20
    assert f'data-question="{first}"' in author.reads


def test_questions_are_chosen_by_entry_and_by_template(author: Author) -> None:
    author.starts().views("questions")
    author.page.selectbox(key=TEMPLATE).set_value("verdict").run()
    assert "1–1 of 1" in author.reads
    author.page.selectbox(key=ENTRY).set_value("passage:everybody-knows").run()
    assert "No question is of this entry and this template." in author.reads

    author.types(author.text.replace("everybody-knows", "all-know"))

    assert author.page.selectbox(key=ENTRY).value == ""
    assert "1–1 of 1" in author.reads


@pytest.mark.parametrize("view", ["questions", "coverage"])
def test_while_there_are_errors_the_last_good_state_stays(author: Author, view: str) -> None:
    author.starts().views(view)
    before = author.reads

    author.types(template_text().replace("verdict: contradicted", "verdict: contradictd"))

    assert "While there are errors" in author.reads
    marks = ("data-question", "<details>")
    assert [author.reads.count(mark) for mark in marks] == [before.count(mark) for mark in marks]


def test_another_text_never_shows_the_questions_of_the_one_before(author: Author) -> None:
    author.starts().views("questions")
    author.presses("author-else").uploads("mine.yaml", WRONG.encode()).views("questions")

    assert "data-question" not in author.reads
    assert "Mend them first" in author.reads


def test_coverage_tells_what_an_entry_yields_and_what_would_unlock_more(author: Author) -> None:
    author.starts().types(template_text().replace("kind_clear: true", "# kind_clear: true")).views("coverage")

    assert "<strong>verdict</strong> × 1" in author.reads
    assert "add <code>kind_clear</code>" in author.reads


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "format: 1\nid: a\n",
        "[]",
        "\0\ud800",
        "{" * 5000,
        "&a [*a, *a]",
        "- <script>alert(1)</script>",
        "id: " + "x" * 100_000,
        "%YAML 1.1\n---\nid: a\n",
        five.TEXT[: five.TEXT.index("items:")],
    ],
)
@pytest.mark.parametrize("view", ["problems", "questions", "coverage"])
def test_any_text_is_told_of_and_breaks_nothing(author: Author, text: str, view: str) -> None:
    author.starts().types(text).views(view)

    assert "<script>" not in author.reads
    author.types(template_text()).views("problems")
    assert "No problems found." in author.reads


def test_texts_of_a_bank_are_never_markup(author: Author) -> None:
    author.opens("five.yaml").views("questions")
    author.page.toggle(key=KEYS).set_value(True).run()

    assert "<script>" not in author.reads
    assert "&lt;script&gt;" in author.reads


def test_a_text_that_is_too_long_is_told_of_and_not_examined(author: Author) -> None:
    author.starts().types("# a\n" * (LONGEST // 4 + 1))

    assert "is not checked any more" in author.reads
    author.types(template_text())
    assert "No problems found." in author.reads


@pytest.mark.parametrize("junk", [7, None, ["a"], {"text": "a"}, "x" * (5 * LONGEST + 1)])
def test_what_no_editor_would_send_is_not_taken(author: Author, junk: object) -> None:
    author.starts().types(junk)

    assert author.text == template_text()


@pytest.mark.parametrize("state", [None, "typed", 7, {"typed": 7}, {"typed": {"text": "a"}}])
def test_a_state_of_another_shape_is_not_taken(author: Author, state: object) -> None:
    author.starts()
    author.page.session_state[EDITOR] = state
    author.page.run()

    assert author.holds().text == template_text()


def test_what_was_typed_into_another_opening_is_not_taken(author: Author) -> None:
    author.starts().types("old", revision="of-another")
    assert author.text == template_text()
    author.types("new").types("older", version=1)
    assert author.text == "new"


def holds(author: Author, **held: object) -> None:
    """Do what the window does when a session asks it for a text."""
    author.page.session_state[HELD] = {"held": held}
    author.page.run()
    author.holds()


def test_a_new_session_takes_over_the_text_that_the_window_holds(author: Author) -> None:
    holds(author, name="", digest=None, text="format: 1\n")

    assert author.text == "format: 1\n"
    assert "new bank · changed, not saved" in author.reads


@pytest.mark.parametrize(("kept", "said"), [(True, "Saved as five.yaml"), (False, "is not the one that you opened")])
def test_the_file_of_a_held_text_is_known_again_if_nobody_changed_it(
    author: Author, banks: Path, kept: bool, said: str
) -> None:
    digest = sha256((banks / "five.yaml").read_bytes()).hexdigest()
    if not kept:
        (banks / "five.yaml").write_text("theirs", encoding="utf-8")
    holds(author, name="five.yaml", digest=digest, text=five.TEXT + "# mine\n")

    author.presses("author-save")

    assert said in author.reads
    assert (banks / "five.yaml").read_text(encoding="utf-8") == (five.TEXT + "# mine\n" if kept else "theirs")


@pytest.mark.parametrize("name", ["../other.yaml", "/etc/hostname", "..", "", "none.yaml", 7])
def test_a_held_text_names_no_file_outside_the_folder(author: Author, banks: Path, name: object) -> None:
    (banks.parent / "other.yaml").write_text("secret", encoding="utf-8")
    holds(author, name=name, digest=sha256(b"secret").hexdigest(), text="id: other\n")

    if isinstance(name, str):
        assert author.page.session_state["author-opened"].disk is None
    assert "secret" not in author.sees


def test_a_text_stays_when_another_page_is_looked_at(author: Author) -> None:
    author.starts().types("format: 1\n").goes(QUIZZES)
    author.page.session_state[EDITOR] = None  # Streamlit forgets the state of what is not drawn
    author.goes(PAGE)

    assert author.text == "format: 1\n"
    assert "changed, not saved" in author.reads


def test_another_start_warns_before_it_throws_a_text_away(author: Author) -> None:
    author.starts().types("format: 1\n").presses("author-else")
    assert "changes that are saved nowhere" in author.reads
    assert author.page.button(key="author-start-go").label == "Throw my text away and start"

    author.presses("author-go-back")
    assert author.text == "format: 1\n"

    author.presses("author-else").presses("author-start-go")
    assert author.text == template_text()


def test_no_warning_where_nothing_would_be_lost(author: Author) -> None:
    author.starts().presses("author-else")

    assert "saved nowhere" not in author.reads
    assert author.page.button(key="author-start-go").label == "Start"


def test_saving_writes_the_bank_into_the_folder(author: Author, banks: Path) -> None:
    author.starts().types(template_text().replace("id: my-article", "id: our-garden")).presses("author-save")

    assert (banks / "our-garden.yaml").read_text(encoding="utf-8") == author.text
    assert "Saved as our-garden.yaml." in author.reads
    assert "changed, not saved" not in author.reads


def test_a_file_that_changed_meanwhile_is_told_and_left(author: Author, banks: Path) -> None:
    author.opens("five.yaml").types(five.TEXT + "# mine\n")
    (banks / "five.yaml").write_text("theirs", encoding="utf-8")

    author.presses("author-save")

    assert "was changed by another program" in author.reads
    assert (banks / "five.yaml").read_text(encoding="utf-8") == "theirs"
    assert "changed, not saved" in author.reads


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id: \0", "is not a text file"),
        (b"id: \xff", "is not saved as UTF-8"),
        ("id: a".encode("utf-16"), "is not"),
        (b"#" * (LONGEST + 1), "is too long for this page"),
    ],
)
def test_a_file_that_is_no_text_is_told_of(author: Author, content: bytes, said: str) -> None:
    author.uploads("<b>mine</b>.yaml", content)

    assert f"&lt;b&gt;mine&lt;/b&gt;.yaml {said}" in author.reads
    assert "author-opened" not in author.page.session_state


def test_an_upload_is_opened_with_even_line_ends(author: Author) -> None:
    author.uploads("mine.yaml", b"\xef\xbb\xbfformat: 1\r\nid: a\r\n")

    assert author.text == "format: 1\nid: a\n"
    assert "mine.yaml" in author.reads


def test_drafts_that_are_whole_are_told(author: Author) -> None:
    text = template_text().replace("- id: everybody-knows\n", "- id: everybody-knows\n    draft: true\n")
    author.starts().types(text)

    assert "1 passage still marked <code>draft: true</code>: nothing is asked of it yet." in author.reads
    assert "may go: everybody-knows." in author.reads


WITH_ARTICLE = template_text().replace("as_of: 2024-05-10 ", "as_of: 2024-05-10\n  text: article.txt\n  #")


@pytest.fixture
def beside(banks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article beside the banks, and in the folder in which the server runs, that has none of the excerpts."""
    assert "text: article.txt" in WITH_ARTICLE
    for folder in (banks, tmp_path):
        (folder / "article.txt").write_text("Something else altogether was written here.\n", encoding="utf-8")
    (banks / "garden.yaml").write_text(WITH_ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_excerpts_of_a_bank_that_is_here_are_sought_in_the_article_beside_it(author: Author, beside: None) -> None:
    author.opens("garden.yaml")

    assert "[not-in-article]" in codes(author)


def test_a_text_from_elsewhere_has_no_file_of_the_server_read(author: Author, beside: None) -> None:
    author.uploads("garden.yaml", WITH_ARTICLE.encode())

    assert codes(author) == ""


def codes(author: Author) -> str:
    held = author.page.session_state["author-opened"]
    folder = held.disk.path.parent if held.disk else None
    told = examine_text(held.text, held.name, folder).diagnostics
    assert len(told) == author.reads.count("data-column")
    return " ".join(f"[{d.code}]" for d in told)


def test_a_shared_server_saves_nothing_and_shows_no_bank_with_its_keys(
    store: Store, banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(offered.AUTHOR_VARIABLE, "yes")
    author = Author()
    assert author.page.radio(key="author-start").options == ["The template", "An article", "A bank of yours"]
    assert "keeps no file of yours" in author.reads

    author.starts()

    assert [b.label for b in author.page.button if b.key == "author-save"] == []
    assert sorted(p.name for p in banks.iterdir()) == ["five.yaml"]


def test_the_page_can_be_switched_off_on_the_own_machine(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "local", lambda: True)
    monkeypatch.setenv(offered.AUTHOR_VARIABLE, "no")

    assert "switched off here" in Author().reads


def test_banks_are_opened_on_a_shared_server_only_where_keys_are_shown(
    store: Store, banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(offered.AUTHOR_VARIABLE, "yes")
    monkeypatch.setenv(offered.WORKSHEETS_VARIABLE, "yes")
    author = Author().opens("five.yaml")

    assert author.text == five.TEXT
    assert "author-save" not in {b.key for b in author.page.button}
    author.page.session_state[EDITOR] = {"save": True}
    author.page.run()
    assert (banks / "five.yaml").read_text(encoding="utf-8") == five.TEXT


def test_by_itself_a_shared_server_does_not_offer_the_page(store: Store) -> None:
    author = Author()

    assert "switched off here" in author.reads
    assert [b.label for b in author.page.button] == ["All quizzes"]
    author.goes(QUIZZES)
    assert "write a quiz" not in " ".join(b.label for b in author.page.button)
