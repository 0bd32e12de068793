"""axe-core on every page and interaction, before and after the answer; docs/accessibility.md lists what remains."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizgen.forms import Form
from quizgen.ui.sheet import result_sheet
from quizgen.ui.state import Sitting
from tests.browser.conftest import Server
from tests.browser.hands import at_question, press, settled

STREAMLITS_OWN: frozenset[str] = frozenset()
"""Rules that Streamlit itself breaks and that cannot be mended from here: none at present."""


def _violations(page: Page) -> list[str]:
    settled(page)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:160]}"
        for rule in found
        if rule["id"] not in STREAMLITS_OWN
    ]


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["desktop", "phone"])
def seen(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page as two readers see it."""
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


def test_the_list_and_the_start(server: Server, seen: Page) -> None:
    seen.goto(server.address)
    expect(seen.get_by_role("heading", level=1)).to_be_visible()
    assert _violations(seen) == []
    seen.goto(f"{server.address}/quiz?bank=five")
    expect(seen.get_by_role("button", name="Start with question 1")).to_be_visible()
    assert _violations(seen) == []


def test_every_question_and_its_feedback(server: Server, form: Form, seen: Page) -> None:
    address = server.begin(form)
    seen.goto(address)
    for number in range(1, 7):
        at_question(seen, number, 6)
        press(seen, "Check answer")
        expect(seen.get_by_role("alert").filter(has_text="first")).to_be_visible()
        assert _violations(seen) == [], f"question {number}"
        press(seen, "Skip and see the answer")
        expect(seen.locator(".verdict")).to_be_visible()
        assert _violations(seen) == [], f"feedback {number}"
        press(seen, "See your result" if number == 6 else "Next question")
    expect(seen.get_by_role("heading", level=1, name="Your result")).to_be_visible()
    for fold in seen.locator("details > summary").all():
        fold.click()
    assert _violations(seen) == [], "result"


def test_the_pages_of_a_test(server: Server, form: Form, seen: Page) -> None:
    seen.goto(server.begin(form, mode="test"))
    at_question(seen, 1, 6)
    assert _violations(seen) == []
    press(seen, "All answers")
    expect(seen.get_by_role("heading", name="Look over your answers")).to_be_visible()
    assert _violations(seen) == []
    seen.goto(f"{server.address}/quiz?a=unknown")
    expect(seen.get_by_role("heading", name="This quiz cannot be found")).to_be_visible()
    assert _violations(seen) == []


def test_the_saved_result(server: Server, form: Form, seen: Page) -> None:
    token = server.begin(form).rsplit("=", 1)[1]
    for entry in form.items:
        server.store.answer(token, entry.id, entry.item.body.key_response(), "certain", final=True)  # type: ignore[arg-type]
    server.store.hand_in(token)
    seen.set_content(result_sheet(Sitting(token, server.store.attempt(token))))
    found = Axe().run(seen).response["violations"]
    assert [rule["id"] for rule in found] == []
    assert seen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
