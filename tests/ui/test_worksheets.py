"""The page of worksheets: nothing is made until asked, nothing twice, and keys are shown only where they may be."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from quizgen.records import Store
from quizgen.ui import library, offered, printed
from quizgen.ui.offered import only_here
from quizgen.ui.printed import Choices
from quizgen.worksheets import Look

APP = Path(__file__).parents[2] / "app.py"
PAGE = "quizgen/ui/pages/worksheets.py"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often sheets were made and laid out."""
    counts: Counter[str] = Counter()

    def counted(name: str) -> Callable[..., Any]:
        real = getattr(printed, name)

        def count(*arguments: Any, **named: Any) -> Any:
            counts[name] += 1
            return real(*arguments, **named)

        return count

    for name in ("build_versions", "documents", "pictures"):
        monkeypatch.setattr(printed, name, counted(name))
    return counts


@pytest.fixture
def page(store: Store, monkeypatch: pytest.MonkeyPatch, made: Counter[str]) -> AppTest:
    """The page, opened by a teacher."""
    monkeypatch.setenv(offered.WORKSHEETS_VARIABLE, "yes")
    opened = AppTest.from_file(APP, default_timeout=60).run()
    opened.switch_page(PAGE).run()
    assert not opened.exception
    return opened


def press(page: AppTest, key: str) -> None:
    page.button(key=key).click().run()
    assert not page.exception, page.exception[0]


def sees(page: AppTest) -> str:
    return " ".join(str(getattr(element, "body", "")) for element in page.get("html"))


def test_nothing_is_made_until_asked(page: AppTest, made: Counter[str]) -> None:
    page.checkbox(key="sheet-bubbles").check().run()
    press(page, "redraw")

    assert made == Counter()
    assert "Preview" not in sees(page)


def test_the_same_choices_are_made_once(page: AppTest, made: Counter[str]) -> None:
    press(page, "make")
    assert made == Counter(build_versions=1, documents=1, pictures=1)
    assert "Page 1 of" in sees(page)

    press(page, "make")
    press(page, "next")
    press(page, "previous")

    assert made == Counter(build_versions=1, documents=1, pictures=1)


def test_other_choices_are_told_and_made_when_asked(page: AppTest, made: Counter[str]) -> None:
    press(page, "make")
    page.checkbox(key="sheet-compact").check().run()

    assert "these are still the sheets of before" in sees(page)
    assert made["documents"] == 1
    press(page, "make")
    assert made["documents"] == 2
    assert "these are still the sheets of before" not in sees(page)


def test_a_wrong_address_is_told_in_a_sentence(page: AppTest) -> None:
    page.text_input(key="sheet-address").input("quiz.example.org").run()
    press(page, "make")

    assert "The sheets could not be made: `quiz.example.org` is no web address" in sees(page)


def test_the_number_of_a_sheet_gives_it_again(page: AppTest, banks: Path) -> None:
    page.number_input(key="worksheets-seed").set_value(4711).run()
    press(page, "make")
    first = page.session_state["worksheets-made"]
    press(page, "redraw")
    page.number_input(key="worksheets-seed").set_value(4711).run()
    press(page, "make")

    assert page.session_state["worksheets-made"] == first
    assert first.seed == 4711


def test_the_zip_holds_what_the_command_would_write(store: Store, banks: Path) -> None:
    shelved = library.find("five")
    assert shelved is not None
    look = Look(bubbles=True)
    choices = Choices(
        bank="five",
        revision=shelved.loaded.revision,
        blueprint="default",
        length=6,
        versions=2,
        seed=1,
        look=look,
        key=True,
    )
    with zipfile.ZipFile(io.BytesIO(printed.archive(choices, printed.make(choices, shelved.loaded)))) as whole:
        endings = Counter(name.rsplit("-", 1)[-1].split(".", 1)[-1] for name in whole.namelist())

    assert endings == Counter(pdf=4, html=4, docx=4, json=2)


def test_where_keys_could_be_read_by_others_the_page_is_off(
    store: Store, monkeypatch: pytest.MonkeyPatch, made: Counter[str]
) -> None:
    monkeypatch.setenv(offered.WORKSHEETS_VARIABLE, "no")
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert "print a quiz on paper" not in " ".join(b.label for b in page.button)
    page.switch_page(PAGE).run()

    assert "switched off here" in sees(page)
    assert [b.label for b in page.button] == ["All quizzes"]


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104  (told, not bound)
        ("192.168.1.5", False),
        (None, False),
    ],
)
def test_only_an_address_of_this_machine_alone_offers_it_by_itself(host: str | None, here: bool) -> None:
    assert only_here(host) is here
