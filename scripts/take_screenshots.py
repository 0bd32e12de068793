"""Take the pictures that the README and docs show, of app and paper: `python scripts/take_screenshots.py [FOLDER]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.sessions import free_port, quizgen_serve, running
from quizgen.bank import load_bank
from quizgen.forms import Form, build_form
from quizgen.records import Store
from quizgen.worksheets import Look, documents, pictures
from quizgen.worksheets.fonts import fonts_for
from scripts.find_browser import find

ROOT = Path(__file__).parent.parent
BANKS = ROOT / "question_banks"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def first_question(template: str) -> Form:
    """Return a quiz of the shipped bank that begins with a question of this template."""
    return build_form(load_bank(BANKS / "kim-putin-summit.yaml"), seed=1, length=12, templates=[template])


def opened(browser: Browser, address: str, width: int, height: int, scheme: str) -> Page:
    """Return a page of this size and colour scheme, once it has settled."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=1.5,
    )
    page = context.new_page()
    page.goto(address)
    page.locator("h1").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    return page


def take(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        database = f"sqlite:///{temporary}/answers.db"
        store = Store.open(database)
        verdict = store.start(first_question("verdict"), mode="practice", ask_confidence=True)
        highlight = store.start(first_question("spot-the-issue"), mode="practice", ask_confidence=False)
        port = free_port()
        browser = playwright.chromium.launch(executable_path=str(find()), args=QUIET)
        with running(quizgen_serve(BANKS, port, database), port):
            address = f"http://127.0.0.1:{port}"
            for name, path, width, height, scheme in (
                ("quizzes", "/", 1280, 720, "light"),
                ("question", f"/quiz?a={verdict}", 1280, 860, "light"),
                ("question-phone", f"/quiz?a={highlight}", 360, 800, "dark"),
            ):
                page = opened(browser, address + path, width, height, scheme)
                page.screenshot(path=folder / f"{name}.png")
                print(folder / f"{name}.png")
            page = opened(browser, f"{address}/worksheets", 1280, 1180, "light")
            page.get_by_role("button", name="Make the sheets").click()
            page.get_by_text("Page 1 of").wait_for()
            page.wait_for_load_state("networkidle")
            page.screenshot(path=folder / "worksheets.png")
            take_author(opened(browser, f"{address}/author", 1280, 800, "light"), folder)
        browser.close()
    print_sheets(folder)


def take_author(page: Page, folder: Path) -> None:
    """Start from the template, make a slip, go to its line and take a picture of it."""
    page.get_by_role("button", name="Start", exact=True).click()
    field = page.locator("#editor-text")
    field.wait_for()
    field.evaluate(
        "(e) => { const i = e.value.indexOf('contradicted'); e.focus(); e.setSelectionRange(i + 6, i + 7); }"
    )
    page.keyboard.press("Delete")
    page.locator(".problems button").first.click()
    page.locator(".editor-told").get_by_text("Line").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "author.png")
    print(folder / "author.png")


def print_sheets(folder: Path) -> None:
    """Draw three pages of worksheets: a sheet, its key, and a sheet in large print."""
    form = build_form(load_bank(BANKS / "kim-putin-summit.yaml"), seed=7, length=12)
    for name, look, place in (("sheet", Look(), 0), ("sheet-key", Look(), 1), ("sheet-large", Look(size="large"), 0)):
        document = list(documents([form], look))[place]
        page = pictures(document.content, fonts_for(look), dpi=80)[1]
        (folder / f"{name}.png").write_bytes(page)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
