"""An author writes a bank in a real browser: slips at their lines, questions, saving; and a preview that follows."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from quizgen.authoring.template import template_text
from tests.browser.conftest import REAL_BANK, ROOT, Server, free_port, wait_until_open
from tests.browser.hands import press, settled
from tests.ui import five

NewContext = Callable[..., BrowserContext]
FIELD = "#editor-text"
TEMPLATE = template_text()
BATHS = ROOT / "docs" / "examples" / "articles" / "town-baths.txt"
VERDICT = TEMPLATE[: TEMPLATE.index("verdict: contradicted")].count("\n") + 1
_PLACE = (
    "([words, by]) => { const t = document.querySelector('#editor-text'); t.focus(); "
    "const i = t.value.indexOf(words) + by; t.setSelectionRange(i, i); }"
)
_OVERFLOW = "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
_AT_FIRST = "document.activeElement.matches('[data-question] h2')"
MOST_TIMES_A_BARE_FIELD = 5
"""How many times longer than in a bare field of the browser a key may take to its picture; it takes two to three."""
LIMIT = 2.0
"""Seconds within which a save shows, on a machine that is busy with tests."""


@pytest.fixture(scope="module")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


@pytest.fixture
def folder(kept_folder: Path) -> Path:
    """A folder of banks that a test may write into; each test finds the same bank in it."""
    for file in kept_folder.iterdir():
        file.unlink()
    five.write(kept_folder)
    return kept_folder


@pytest.fixture(scope="module")
def kept_server(kept_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(kept_folder, tmp_path_factory.mktemp("data") / "answers.db")
    running.start()
    yield running
    running.close()


@pytest.fixture
def own_server(kept_server: Server, folder: Path) -> Server:
    """The server that offers this folder."""
    return kept_server


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["desktop", "phone"])
def author(request: pytest.FixtureRequest, page: Page) -> Page:
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


def start(server: Server, page: Page, bank: str | None = None, article: Path | None = None) -> None:
    """Open the page and start from the template, from a bank, or from an article."""
    page.goto(f"{server.address}/author")
    expect(page.get_by_role("heading", level=1, name="Write a quiz")).to_be_visible()
    settled(page)
    if bank:
        page.get_by_role("radio", name="A bank that is here").check(force=True)
        expect(page.get_by_role("combobox", name="Bank")).to_have_value(bank)
    if article:
        page.get_by_role("radio", name="An article").check(force=True)
        expect(page.get_by_role("textbox", name="Or its text, pasted")).to_be_visible()
        settled(page)
        page.locator("input[type=file]").set_input_files(article)
        expect(page.get_by_role("button", name=f"Remove {article.name}")).to_be_visible()
        page.wait_for_timeout(1000)  # until the server was told of the file, and has drawn the page for it
        settled(page)
    press(page, "Start")
    expect(page.locator(FIELD)).to_be_visible()
    settled(page)


def put_caret(page: Page, words: str, by: int = 0) -> None:
    """Put the caret into the text, so many characters behind the beginning of some words."""
    page.evaluate(_PLACE, [words, by])


def text(page: Page) -> str:
    value: str = page.locator(FIELD).input_value()
    return value


def counted(page: Page, words: str) -> None:
    """Wait until the row of views tells so many problems or questions."""
    expect(page.get_by_role("radiogroup", name="What the text gives").get_by_text(words, exact=True)).to_be_visible()
    settled(page)


def view(page: Page, words: str) -> None:
    page.get_by_role("radio", name=words).click()
    settled(page)


def violations(page: Page) -> list[str]:
    settled(page)
    return [f"{r['id']}: {r['nodes'][0]['html'][:160]}" for r in Axe().run(page).response["violations"]]


def marked(page: Page) -> list[str]:
    """Return the lines that are marked as wrong."""
    return [line.inner_text() for line in page.locator(".editor-lines > .error").all()]


def test_a_slip_is_marked_at_its_line_and_gone_once_it_is_mended(own_server: Server, author: Page) -> None:
    start(own_server, author)
    counted(author, "No problems")
    put_caret(author, "verdict: contradicted", len("verdict: "))
    author.keyboard.type("x")

    counted(author, "1 error")
    expect(author.locator(".problems")).to_contain_text("verdict cannot be xcontradicted in claim garden-900-kilos.")
    expect(author.locator(".problems")).to_contain_text("Help: did you mean contradicted?")
    assert [line.strip() for line in marked(author)] == [
        line.strip() for line in text(author).splitlines() if "xcontradicted" in line
    ]
    assert violations(author) == []

    author.evaluate("document.querySelector('.editor-frame').scrollTop = 0")
    author.get_by_role("button", name=f"line {VERDICT}, column").click()
    expect(author.locator(FIELD)).to_be_focused()
    expect(author.locator(".editor-told")).to_contain_text(f"Line {VERDICT}: “verdict” cannot be “xcontradicted”")
    expect(author.locator(".editor-lines > .error")).to_be_in_viewport()
    author.keyboard.press("Delete")

    counted(author, "No problems")
    assert marked(author) == []
    assert text(author) == TEMPLATE


def test_questions_keys_and_coverage_stand_beside_the_text(own_server: Server, author: Page) -> None:
    start(own_server, author, "five.yaml")
    view(author, "6 questions")
    expect(author.locator("[data-question]")).to_have_count(6)
    expect(author.locator(".tok").first).to_be_visible()
    assert five.SECRET not in " ".join(author.locator("[class*='st-key-question-']").all_inner_texts())
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0

    author.get_by_text("Show keys and reasons").click(force=True)
    expect(author.get_by_text("Best answer").first).to_be_visible()
    expect(author.get_by_text("SECRET the yearbook says half.", exact=True)).to_be_visible()
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0

    view(author, "Coverage")
    expect(author.get_by_text("There is no claim and no passage yet.")).to_be_visible()
    put_caret(author, "")
    author.locator(FIELD).fill(TEMPLATE)
    summary = author.locator("summary").filter(has_text="claim garden-900-kilos")
    summary.click()
    expect(author.get_by_text("verdict × 1")).to_be_visible()
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0


def test_what_is_typed_is_saved_and_what_changed_meanwhile_is_kept(
    own_server: Server, folder: Path, author: Page
) -> None:
    start(own_server, author, "five.yaml")
    put_caret(author, "title:", len("title: "))
    author.keyboard.press("End")
    author.keyboard.type("  # mine")
    press(author, "Save")  # at once, before the pause after which a text is sent
    expect(author.get_by_text("Saved as five.yaml.")).to_be_visible()
    settled(author)
    assert (folder / "five.yaml").read_text(encoding="utf-8") == text(author)
    assert "# mine" in text(author)
    assert violations(author) == []

    theirs = five.TEXT + "# theirs\n"
    (folder / "five.yaml").write_text(theirs, encoding="utf-8")
    put_caret(author, "# mine")
    author.keyboard.type("# again ")
    author.keyboard.press("Control+s")

    expect(author.get_by_role("alert").filter(has_text="was changed by another program")).to_be_visible()
    assert (folder / "five.yaml").read_text(encoding="utf-8") == theirs
    assert "# again # mine" in text(author)
    assert violations(author) == []


def test_the_download_holds_what_was_just_typed(own_server: Server, page: Page, tmp_path: Path) -> None:
    start(own_server, page)
    put_caret(page, "id: my-article", len("id: "))
    page.keyboard.type("of-")
    with page.expect_download() as started:
        press(page, "Download")
    started.value.save_as(tmp_path / "bank.yaml")

    assert (tmp_path / "bank.yaml").read_text(encoding="utf-8") == TEMPLATE.replace("id: my-", "id: of-my-")


def test_the_keyboard_alone_gets_in_and_out_of_the_text(own_server: Server, page: Page) -> None:
    start(own_server, page)
    page.get_by_role("button", name="Start from something else").focus()
    page.keyboard.press("Tab")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.type("x: [\n")
    before = text(page)
    page.keyboard.press("Tab")

    assert text(page) == before
    expect(page.locator(FIELD)).not_to_be_focused()
    expect(page.locator(".problems button").first).to_be_visible()
    for _ in range(4):
        if page.evaluate("document.activeElement.matches('.problems button')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_be_focused()


def test_a_new_line_is_indented_and_undo_takes_it_back(own_server: Server, page: Page) -> None:
    start(own_server, page)
    page.locator(FIELD).fill("")
    page.keyboard.type("claims:\n- id: a\nevidence:\n- source: b")

    assert text(page) == "claims:\n  - id: a\n    evidence:\n      - source: b"
    for _ in range(60):
        page.keyboard.press("Control+z")
    assert "source: b" not in text(page)


def test_the_coloured_text_is_the_typed_text_line_by_line(own_server: Server, folder: Path, page: Page) -> None:
    (folder / REAL_BANK.name).write_bytes(REAL_BANK.read_bytes())
    (folder / "five.yaml").unlink()
    start(own_server, page, REAL_BANK.name)
    for place, typed in (("kind: fact", "\n\n"), ("title:", "x"), ("claims:", '- "a\nb\n')):
        put_caret(page, place)
        page.keyboard.type(typed)
    put_caret(page, "format:")
    page.keyboard.press("Control+Shift+End")
    page.keyboard.press("Backspace")
    page.keyboard.press("Control+z")

    drawn = page.evaluate("[...document.querySelectorAll('.editor-lines > div')].map((e) => e.textContent)")
    assert [line.replace("\u200b", "") for line in drawn] == text(page).split("\n")
    height, field = page.evaluate(
        "[document.querySelector('.editor-lines'), document.querySelector('#editor-text')].map((e) => e.scrollHeight)"
    )
    assert height == field


def test_words_have_the_colour_of_what_they_are(own_server: Server, page: Page) -> None:
    start(own_server, page)
    page.locator(FIELD).fill(
        "a-key: plain: not # a comment\n\"b\": 'it''s # text'\nc: >-  # folded\n  d: text # too\n\n"
        'e: {f: "g", h: [i, "j:"]}\n- k: "begins\n  l: ends"  # m\n- http://n#o\n'
    )
    kinds = page.evaluate(
        "[...document.querySelectorAll('.editor-lines span')].map((e) => e.className.slice(2) + ' ' + e.textContent)"
    )

    assert [kind for kind in kinds if not kind.startswith("sign ")] == [
        "key a-key", "comment # a comment", 'key "b"', "text '", "text it''s # text'", "key c", "comment # folded",
        "text   d: text # too", "key e", "key f", 'text "', 'text g"', "key h", 'text "', 'text j:"',
        "key k", 'text "', "text begins", 'text l: ends"', "comment # m",
    ]  # fmt: skip


def test_an_article_becomes_a_draft_whose_gaps_are_told(own_server: Server, author: Page) -> None:
    start(own_server, author, article=BATHS)
    expect(author.get_by_text("25 claims and 22 passages are proposed, all marked as drafts.")).to_be_visible()
    counted(author, "1 warning")
    expect(author.locator(".problems")).to_contain_text("license is still to be written")
    assert text(author).startswith("# Drafted by `quizgen draft` from town-baths.txt.\n")
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0

    view(author, "0 questions")
    expect(author.get_by_text("nothing is asked of an entry that says draft: true")).to_be_visible()
    view(author, "Coverage")
    summary = author.locator("summary").filter(has_text="claim repair-cost-3-4-million")
    expect(summary).to_contain_text("7 to write")
    summary.click()
    expect(author.get_by_text("“The repair has cost 3.4 million euros.”").first).to_be_visible()
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0

    put_caret(author, "license: TODO", len("license: "))
    for _ in "TODO":
        author.keyboard.press("Delete")
    author.keyboard.type("CC0-1.0")
    counted(author, "No problems")


def milliseconds_a_key(page: Page) -> float:
    """Return the time from a key to its picture, the median of twenty, in the field that has the focus."""
    taken: float = page.evaluate(
        """async () => {
          const times = [];
          const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          for (let i = 0; i < 20; i += 1) {
            await painted();
            const before = performance.now();
            document.execCommand("insertText", false, "#");
            await painted();
            times.push(performance.now() - before);
          }
          return times.sort((a, b) => a - b)[10];
        }"""
    )
    return taken


def test_a_long_bank_can_be_typed_in_almost_as_in_a_bare_field(
    own_server: Server, folder: Path, page: Page, new_context: NewContext
) -> None:
    (folder / REAL_BANK.name).write_bytes(REAL_BANK.read_bytes())
    (folder / "five.yaml").unlink()
    start(own_server, page, REAL_BANK.name)
    counted(page, "463 questions")
    bare = new_context(viewport={"width": 1280, "height": 800}).new_page()
    bare.set_content("<textarea id='editor-text' style='width: 500px; height: 600px; font: 16px monospace'></textarea>")
    bare.evaluate("text => { document.querySelector('#editor-text').value = text; }", text(page))
    ratios = []
    for _ in range(3):
        times = []
        for either in (bare, page):
            either.bring_to_front()
            put_caret(either, "claims:")
            times.append(milliseconds_a_key(either))
        ratios.append(times[1] / times[0])

    assert sorted(ratios)[1] < MOST_TIMES_A_BARE_FIELD


def test_the_editor_stays_as_it_was_left_when_something_else_is_drawn(own_server: Server, page: Page) -> None:
    start(own_server, page)
    put_caret(page, "blueprints:")
    page.keyboard.type("x")
    counted(page, "1 error")
    place = page.evaluate("document.querySelector('.editor-frame').scrollTop")
    assert place > 500
    page.keyboard.press("Backspace")
    counted(page, "No problems")
    press(page, "Save")
    expect(page.get_by_text("Saved as")).to_be_visible()
    view(page, "12 questions")

    assert page.evaluate("document.querySelector('.editor-frame').scrollTop") == place
    page.locator(FIELD).focus()
    page.keyboard.press("Control+z")
    assert "xblueprints" in text(page)


def test_a_text_that_is_saved_nowhere_holds_back_who_leaves(own_server: Server, page: Page) -> None:
    start(own_server, page)
    asked: list[str] = []

    def leaves(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leaves)
    page.reload()
    assert asked == []
    start(own_server, page)
    put_caret(page, "id: my", 4)
    page.keyboard.type("o-")
    page.reload()
    assert asked == ["beforeunload"]
    expect(page.locator(FIELD)).to_have_value(TEMPLATE.replace("id: my", "id: o-my"))
    settled(page)
    press(page, "Start from something else")
    expect(page.get_by_role("alert")).to_contain_text("changes that are saved nowhere")
    press(page, "Throw my text away and start")
    expect(page.locator(FIELD)).to_have_value(TEMPLATE)
    settled(page)
    page.reload()
    expect(page.get_by_role("radio", name="The template")).to_be_attached()


def test_a_text_outlives_a_restart_of_the_server(mortal_server: Server, page: Page) -> None:
    start(mortal_server, page)
    put_caret(page, "id: my", 4)
    page.keyboard.type("o-")
    counted(page, "No problems")
    page.evaluate("document.querySelector('#editor-text').dataset.of = 'before'")
    mortal_server.kill()
    page.keyboard.type("p-")
    mortal_server.start()
    page.wait_for_timeout(1000)
    page.keyboard.press("Control+Enter")

    expect(page.locator(f"{FIELD}:not([data-of])")).to_have_value(TEMPLATE.replace("id: my", "id: o-p-my"))
    expect(page.get_by_text("new bank · changed, not saved")).to_be_visible()
    settled(page)
    put_caret(page, "format: 1", 9)
    page.keyboard.type("x")
    counted(page, "1 error")
    assert text(page) == TEMPLATE.replace("id: my", "id: o-p-my").replace("format: 1", "format: 1x")


def test_a_text_stays_when_the_list_of_quizzes_is_looked_at(own_server: Server, page: Page) -> None:
    page.goto(own_server.address)
    press(page, "write a quiz")
    expect(page.get_by_role("radio", name="The template")).to_be_attached()
    settled(page)
    press(page, "Start")
    expect(page.locator(FIELD)).to_be_visible()
    put_caret(page, "id: my", 4)
    page.keyboard.type("o-")
    press(page, "All quizzes")
    expect(page.get_by_role("heading", level=1, name="Read an article")).to_be_visible()
    press(page, "write a quiz")

    expect(page.locator(FIELD)).to_have_value(TEMPLATE.replace("id: my", "id: o-my"))
    expect(page.get_by_text("new bank · changed, not saved")).to_be_visible()


def test_the_next_page_of_questions_is_read_from_its_beginning(own_server: Server, page: Page) -> None:
    start(own_server, page)
    view(page, "12 questions")
    page.get_by_role("button", name="Next").last.click()
    expect(page.get_by_text("11–12 of 12").first).to_be_visible()

    page.wait_for_function(_AT_FIRST)
    expect(page.locator("[data-question]").first).to_be_in_viewport()


def test_colours_of_the_system_leave_text_and_marks_to_be_seen(own_server: Server, new_context: NewContext) -> None:
    page = new_context(forced_colors="active").new_page()
    start(own_server, page)
    put_caret(page, "verdict: contradicted", len("verdict: "))
    page.keyboard.type("x")
    counted(page, "1 error")

    field, line = (
        page.locator(selector).first.evaluate("e => getComputedStyle(e).color")
        for selector in (FIELD, ".editor-lines > div")
    )
    assert field == "rgb(0, 0, 0)"
    assert line == "rgba(0, 0, 0, 0)"
    mark = page.locator(".editor-lines > .error").evaluate("e => getComputedStyle(e, '::before').content")
    assert "●" in mark


class Preview:
    """`quizgen preview` on a bank of a folder."""

    def __init__(self, bank: Path) -> None:
        self.bank = bank
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "quizgen", "preview", str(bank), "--port", str(port), "--no-open"]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "QUIZGEN_DATABASE_URL": "sqlite:////nowhere/none.db"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        wait_until_open(self.address, self.process)

    def saves(self, content: str) -> float:
        """Write the file as an editor does, a new one in its place, and return when."""
        new = self.bank.with_suffix(".tmp")
        new.write_text(content, encoding="utf-8")
        new.replace(self.bank)
        return time.monotonic()


@pytest.fixture
def preview(folder: Path) -> Iterator[Preview]:
    (folder / REAL_BANK.name).write_bytes(REAL_BANK.read_bytes())
    running = Preview(folder / REAL_BANK.name)
    yield running
    running.process.terminate()
    running.process.communicate(timeout=20)


def test_a_save_in_another_editor_shows_in_the_open_page(preview: Preview, author: Page) -> None:
    good = REAL_BANK.read_text(encoding="utf-8")
    author.goto(preview.address)
    expect(author.get_by_role("heading", level=1, name="Reading an opinion article")).to_be_visible()
    expect(author.locator("[data-question]")).to_have_count(10)
    expect(author.get_by_text("No problems found.")).to_be_visible()
    assert violations(author) == []
    assert author.evaluate(_OVERFLOW) <= 0

    saved = preview.saves(good.replace("met at the Vostochny Cosmodrome on", "met near the Cosmodrome on"))
    author.get_by_text("met near the Cosmodrome on").first.wait_for(state="attached")
    assert time.monotonic() - saved < LIMIT

    preview.saves(good.replace("verdict: supported", "verdict: suported", 1))
    expect(author.get_by_role("heading", name="1 error")).to_be_visible()
    expect(author.locator(".problems")).to_contain_text("verdict cannot be suported")
    expect(author.get_by_text("While there are errors")).to_be_visible()
    expect(author.locator("[data-question]")).to_have_count(10)
    assert "met near the Cosmodrome on" in author.content()
    assert violations(author) == []

    preview.bank.unlink()
    expect(author.locator(".problems")).to_contain_text("there is no such file", ignore_case=True)
    expect(author.locator("[data-question]")).to_have_count(10)
    preview.saves(good)
    expect(author.get_by_text("No problems found.")).to_be_visible()


def test_the_question_that_is_looked_at_stays_where_it_is(preview: Preview, page: Page) -> None:
    good = REAL_BANK.read_text(encoding="utf-8")
    page.goto(preview.address)
    press(page, "Next")
    expect(page.get_by_text("11–20 of").first).to_be_visible()
    page.wait_for_function(_AT_FIRST)
    page.get_by_text("Show keys and reasons").evaluate("e => e.closest('label').querySelector('input').click()")
    expect(page.get_by_text("Best answer").nth(9)).to_be_attached()
    settled(page)
    looked_at = page.locator("[data-question]").nth(4)
    name = looked_at.get_attribute("data-question")
    looked_at.evaluate("e => e.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(300)
    where = "name => document.querySelector(`[data-question='${name}']`).getBoundingClientRect().top"
    before = page.evaluate(where, name)

    broken = good.replace("verdict: supported", "verdict: suported", 1)
    for content, shown in ((broken, "1 error"), (good.replace("\n    holds:", "\n    note:", 1), None), (good, None)):
        preview.saves(content)
        if shown:
            page.get_by_role("heading", name=shown).wait_for(state="attached")
        page.wait_for_timeout(1500)
        settled(page)
        assert abs(page.evaluate(where, name) - before) < 3


def test_the_bank_can_be_taken_as_a_quiz_and_leaves_no_answer_behind(preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    press(page, "Take it as a quiz")
    expect(page.get_by_role("heading", level=1, name="Reading an opinion article")).to_be_visible()
    press(page, "Start with question 1")
    expect(page.get_by_text("Question 1 of 12")).to_be_visible()
    press(page, "Leave")
    expect(page.get_by_role("button", name="Continue at question 1")).to_be_visible()
    assert page.get_by_role("heading", level=2).count() == 1
