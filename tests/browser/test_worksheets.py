"""A teacher prints a quiz in a real browser: made when asked, paged through, downloaded."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.hands import press, settled


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["desktop", "phone"])
def teacher(request: pytest.FixtureRequest, page: Page) -> Page:
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


def test_two_versions_are_made_looked_at_and_downloaded(server: Server, teacher: Page, tmp_path: Path) -> None:
    teacher.goto(server.address)
    press(teacher, "For teachers, print a quiz")
    expect(teacher.get_by_role("heading", level=1, name="Worksheets")).to_be_visible()
    settled(teacher)
    assert teacher.get_by_role("img").count() == 0
    teacher.get_by_role("radio", name="2", exact=True).click()
    settled(teacher)
    press(teacher, "Make the sheets")
    expect(teacher.get_by_text("Page 1 of")).to_be_visible()
    press(teacher, "Next page")
    expect(teacher.get_by_text("Page 2 of")).to_be_visible()
    teacher.get_by_role("radio", name="Key B").click()
    expect(teacher.get_by_text("Page 1 of")).to_be_visible()
    expect(teacher.get_by_role("button", name="Key B as PDF")).to_be_visible()
    settled(teacher)
    assert [rule["id"] for rule in Axe().run(teacher).response["violations"]] == []
    assert teacher.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

    with teacher.expect_download() as pdf:
        press(teacher, "Key B as PDF")
    with teacher.expect_download() as whole:
        press(teacher, "Everything as a zip")
    pdf.value.save_as(tmp_path / "key.pdf")
    whole.value.save_as(tmp_path / "all.zip")

    assert pdf.value.suggested_filename.endswith("-key.pdf")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF-1.7")
    with zipfile.ZipFile(tmp_path / "all.zip") as files:
        assert len(files.namelist()) == 12
        assert pdf.value.suggested_filename in files.namelist()
