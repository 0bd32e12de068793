"""The server is killed in the middle of a quiz: no answer that was acknowledged is lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from quizgen.forms import Form
from tests.browser.conftest import Server
from tests.browser.hands import answer_by_mouse, at_question, press


def test_after_a_kill_and_a_restart_the_quiz_goes_on(mortal_server: Server, form: Form, page: Page) -> None:
    address = mortal_server.begin(form)
    token = address.rsplit("=", 1)[1]
    page.goto(address)
    for number in (1, 2):
        at_question(page, number, 6)
        answer_by_mouse(page)
        press(page, "Check answer")
        expect(page.locator(".verdict")).to_be_visible()
        if number == 1:
            press(page, "Next question")
    before = mortal_server.store.attempt(token).answers
    mortal_server.kill()
    mortal_server.start()
    assert mortal_server.store.attempt(token).answers == before
    page.reload()
    expect(page.locator(".verdict")).to_be_visible()
    press(page, "Next question")
    at_question(page, 3, 6)
