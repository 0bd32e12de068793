"""What a reader's hands do: answer whatever is asked, by mouse or by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
ASKED = (
    ".tok, [data-testid=stNumberInput] input, [data-testid=stCheckbox], [role=radiogroup]:not([aria-label^='How sure'])"
)
"""What a question is answered with; Streamlit loads the code of each kind when it is first needed."""
MOST_KEYS = 60
_FOCUSED = """() => { const e = document.activeElement; const group = e.closest('[role=radiogroup]');
  const groups = [...document.querySelectorAll('.stForm [role=radiogroup], [data-testid=stForm] [role=radiogroup]')];
  return { role: e.getAttribute('role') || e.type || e.tagName, words: e.innerText || '', group: groups.indexOf(group),
           heading: !!e.dataset.focus } }"""

_CHECKED = "document.activeElement.checked || document.activeElement.getAttribute('aria-checked') === 'true'"


def settled(page: Page) -> None:
    """Wait until the server has drawn the page."""
    page.wait_for_selector(SETTLED)


def press(page: Page, words: str) -> None:
    """Press the button with these words."""
    page.get_by_role("button", name=words, exact=False).first.click()


def at_question(page: Page, number: int, of: int) -> None:
    """Wait for a question."""
    expect(page.get_by_text(f"Question {number} of {of} ·")).to_be_visible()
    settled(page)
    expect(page.locator(ASKED).first).to_be_visible()


def answer_by_mouse(page: Page) -> None:
    """Answer the question with whatever it offers first."""
    form = page.get_by_test_id("stForm")
    if page.locator(".tok").count():
        page.locator(".tok").first.click()
    elif form.get_by_test_id("stRadioGroup").count():
        form.locator('[data-testid="stRadioGroup"] > div').first.click()
    elif form.get_by_test_id("stNumberInput").count():
        form.locator("input").fill("1")
    elif form.get_by_test_id("stCheckbox").count():
        form.get_by_test_id("stCheckbox").first.locator("label").click()
    else:
        for place, row in enumerate(form.get_by_role("radiogroup").all()):
            row.get_by_role("radio").nth(place if place < row.get_by_role("radio").count() else 0).click()


def answer_by_keyboard(page: Page, button: str) -> None:
    """Answer the question and press the button, with the keyboard alone."""
    done: set[str] = set()
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUSED)
        if here["role"] == "submit" and here["words"].strip() == button:
            page.keyboard.press("Enter")
            return
        kind = f"{here['role']} {here['group']}"
        if kind in done or here["role"] not in ("radio", "checkbox", "number", "text"):
            continue
        done.add(kind)
        if here["role"] in ("number", "text"):
            page.keyboard.type("1")
            continue
        for _ in range(max(0, here["group"])):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        page.wait_for_function(_CHECKED)
    raise AssertionError(f"the button “{button}” cannot be reached with the keyboard")


def press_by_keyboard(page: Page, button: str) -> None:
    """Go to a button with the Tab key and press it."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUSED)
        if here["role"] == "submit" and button in here["words"]:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the button “{button}” cannot be reached with the keyboard")


def focused_heading(page: Page) -> str:
    """Wait until the focus is on a heading that reading goes on from, and return its words."""
    page.wait_for_function("document.activeElement && document.activeElement.dataset.focus")
    words: str = page.evaluate("document.activeElement.innerText")
    return words
