"""A whole quiz on the real bank: with the mouse, with the keyboard alone, and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizgen.forms import Form
from tests.browser.conftest import Server
from tests.browser.hands import (
    answer_by_keyboard,
    answer_by_mouse,
    at_question,
    focused_heading,
    press,
    press_by_keyboard,
    settled,
)
from tests.ui.five import SECRET

LENGTH = 6


def _start(page: Page, server: Server) -> None:
    page.goto(server.address)
    card = page.get_by_test_id("stVerticalBlock").filter(has_text="Kim–Putin").last
    expect(card).to_be_visible()
    page.get_by_role("button", name="Open quiz").last.click()
    page.get_by_role("radio", name=str(LENGTH), exact=True).click()
    settled(page)
    press(page, "Start with question 1")


def _practise(page: Page) -> None:
    for number in range(1, LENGTH + 1):
        at_question(page, number, LENGTH)
        answer_by_mouse(page)
        press(page, "Check answer")
        expect(page.locator(".verdict")).to_be_visible()
        press(page, "See your result" if number == LENGTH else "Next question")
    expect(page.get_by_role("heading", level=1, name="Your result")).to_be_visible()


def _never_wider_than_the_screen(page: Page) -> None:
    over = page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert over <= 0


def test_with_the_mouse_from_the_list_to_the_result(server: Server, page: Page) -> None:
    _start(page, server)
    _practise(page)


def test_on_a_phone_nothing_is_wider_than_the_screen(server: Server, phone: Page) -> None:
    _start(phone, server)
    for number in range(1, LENGTH + 1):
        at_question(phone, number, LENGTH)
        _never_wider_than_the_screen(phone)
        answer_by_mouse(phone)
        press(phone, "Check answer")
        expect(phone.locator(".verdict")).to_be_visible()
        _never_wider_than_the_screen(phone)
        press(phone, "See your result" if number == LENGTH else "Next question")
    expect(phone.get_by_role("heading", level=1, name="Your result")).to_be_visible()
    _never_wider_than_the_screen(phone)


def test_with_the_keyboard_alone(server: Server, page: Page) -> None:
    _start(page, server)
    for number in range(1, LENGTH + 1):
        at_question(page, number, LENGTH)
        answer_by_keyboard(page, "Check answer")
        assert focused_heading(page) == page.locator(".verdict h2").inner_text()
        press_by_keyboard(page, "See your result" if number == LENGTH else "Next question")
    expect(page.get_by_role("heading", level=1, name="Your result")).to_be_visible()


def test_every_interaction_with_the_keyboard_alone(server: Server, form: Form, page: Page) -> None:
    address = server.begin(form, mode="test", sure=False)
    page.goto(address)
    for number in range(1, 7):
        at_question(page, number, 6)
        if number > 1:
            assert focused_heading(page) == page.get_by_role("heading", level=1).inner_text()
        answer_by_keyboard(page, "Save and go on")
    expect(page.get_by_role("button", name="Hand in 6 answers")).to_be_visible()
    assert len(server.store.attempt(address.rsplit("=", 1)[1]).answers) == 6


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_no_key_and_no_reason_reaches_the_browser_before_the_answer(
    server: Server, form: Form, page: Page, mode: str
) -> None:
    frames: list[bytes] = []

    def keep(frame: str | bytes) -> None:
        frames.append(frame.encode() if isinstance(frame, str) else frame)

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    page.goto(server.begin(form, mode="practice" if mode == "practice" else "test"))
    for number in range(1, 7):
        at_question(page, number, 6)
        stem = form.items[number - 1].item.stem
        assert any(stem[:20].encode() in frame for frame in frames)
        assert not any(SECRET.encode() in frame for frame in frames)
        assert SECRET not in page.content()
        answer_by_mouse(page)
        press(page, "Check answer" if mode == "practice" else "Save and go on")
        if mode == "practice":
            expect(page.locator(".verdict")).to_be_visible()
            assert SECRET in page.content()
            press(page, "See your result" if number == 6 else "Next question")
            page.wait_for_selector(".verdict", state="detached" if number < 6 else "attached")
            frames.clear() if number < 6 else None
            page.reload()
    if mode == "test":
        expect(page.get_by_role("button", name="Hand in 6 answers")).to_be_visible()
        assert not any(SECRET.encode() in frame for frame in frames)
        press(page, "Hand in 6 answers")
    expect(page.get_by_role("heading", level=1, name="Your result")).to_be_visible()


def test_hostile_text_is_shown_as_it_was_typed_and_nothing_runs(server: Server, form: Form, page: Page) -> None:
    errors: list[str] = []
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    address = server.begin(form)
    number = next(e.number for e in form.items if e.item.id.startswith("five/one-of-three"))
    server.store.move_to(address.rsplit("=", 1)[1], number)
    page.goto(address)
    at_question(page, number, 6)
    option = page.locator('[data-testid="stRadioGroup"] > div').first
    for place in (page.get_by_role("heading", level=1), page.locator(".claim"), option):
        told = place.inner_text().replace("\u2060", "")
        assert "<script>alert(1)</script> {{ 7*7 }} **b** [x](javascript:alert(1)) :material/home:" in told
    assert page.locator(".stForm a, [data-testid=stForm] a, .qg a").count() == 0
    assert not errors


def test_a_refresh_and_a_second_browser_go_on_at_the_same_question(
    server: Server, form: Form, page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    page.goto(server.begin(form))
    at_question(page, 1, 6)
    press(page, "Skip and see the answer")
    expect(page.locator(".verdict")).to_be_visible()
    page.reload()
    expect(page.locator(".verdict")).to_be_visible()
    press(page, "Next question")
    at_question(page, 2, 6)
    page.reload()
    at_question(page, 2, 6)
    second = new_context().new_page()
    second.goto(page.url)
    at_question(second, 2, 6)


def test_leaving_and_coming_back(server: Server, form: Form, page: Page) -> None:
    page.goto(server.begin(form))
    at_question(page, 1, 6)
    press(page, "Skip and see the answer")
    expect(page.locator(".verdict")).to_be_visible()
    press(page, "Next question")
    at_question(page, 2, 6)
    press(page, "Leave")
    press(page, "Continue at question 2")
    at_question(page, 2, 6)
