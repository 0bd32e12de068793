"""What the style sheet does to Streamlit's own widgets, measured: an upgrade that breaks it must fail here."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from quizgen.forms import Form
from tests.browser.conftest import Server
from tests.browser.hands import at_question

NewContext = Callable[..., BrowserContext]
LEAST_TARGET = 44
WIDTHS = (320, 360, 768, 1280)


def _luminance(colour: str) -> float:
    channels = [int(c) / 255 for c in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _style(page: Page, selector: str, name: str) -> str:
    value: str = page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name)
    return value


@pytest.fixture(params=["light", "dark"])
def start(request: pytest.FixtureRequest, server: Server, new_context: NewContext) -> Page:
    """The start of a quiz, in either colour scheme."""
    context = new_context(color_scheme=request.param, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{server.address}/quiz?bank=five")
    page.wait_for_selector('[data-testid="stRadioGroup"]')
    return page


def test_an_option_is_a_row_that_a_thumb_can_hit(start: Page) -> None:
    for row in start.locator('[data-testid="stRadioGroup"] > div').all():
        box = row.bounding_box()
        assert box is not None
        assert box["height"] >= LEAST_TARGET
        assert box["width"] > 500


def test_the_note_of_an_option_can_be_pressed_too(start: Page) -> None:
    box = start.locator('[data-testid="stRadioGroup"] [data-testid="stCaptionContainer"]').last.bounding_box()
    assert box is not None
    start.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert start.get_by_role("radio", name="Test").is_checked()


def test_notes_can_be_read(start: Page) -> None:
    page_colour = _style(start, ".stApp", "backgroundColor")
    assert _contrast(_style(start, '[data-testid="stCaptionContainer"] p', "color"), page_colour) >= 4.5


def test_the_main_button_can_be_read(start: Page) -> None:
    button = '[data-testid^="stBaseButton-primary"]'
    assert _contrast(_style(start, f"{button} p", "color"), _style(start, button, "backgroundColor")) >= 4.5


def test_edges_of_inputs_can_be_seen(start: Page) -> None:
    row = '[data-testid="stRadioGroup"] > div'
    assert _contrast(_style(start, row, "borderTopColor"), _style(start, ".stApp", "backgroundColor")) >= 3


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(server: Server, form: Form, page: Page, width: int) -> None:
    address = server.begin(form)
    page.set_viewport_size({"width": width, "height": 800})
    for number in range(1, 7):
        server.store.move_to(address.rsplit("=", 1)[1], number)
        page.goto(address)
        at_question(page, number, 6)
        over = page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))")
        assert over <= 0, f"question {number} at {width} pixels"


def test_what_is_chosen_shows_without_colours(server: Server, form: Form, new_context: NewContext) -> None:
    page = new_context(forced_colors="active").new_page()
    number = next(e.number for e in form.items if e.item.interaction == "choice")
    address = server.begin(form)
    server.store.move_to(address.rsplit("=", 1)[1], number)
    page.goto(address)
    at_question(page, number, 6)
    rows = page.locator('[data-testid="stRadioGroup"] > div')
    rows.first.click()
    assert rows.first.evaluate("e => getComputedStyle(e).borderTopWidth") == "4px"
    assert rows.nth(1).evaluate("e => getComputedStyle(e).borderTopWidth") == "1px"


def test_the_page_names_its_language_and_its_title(start: Page) -> None:
    start.wait_for_function("document.documentElement.lang === 'en'")
    assert "quizgen" in start.title()
