"""The app under Streamlit's own test harness, with a bank of five interactions and a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from quizgen.bank import load_bank
from quizgen.forms import Form, build_form
from quizgen.records import Mode, Store
from quizgen.ui import library
from tests.ui import five
from tests.ui.reader import Reader

ROOT = Path(__file__).parents[2]


@pytest.fixture
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the bank of five interactions, in which the app looks for banks."""
    folder = tmp_path / "banks"
    folder.mkdir()
    five.write(folder)
    monkeypatch.setenv(library.BANKS_VARIABLE, str(folder))
    return folder


@pytest.fixture
def store(tmp_path: Path, banks: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the app uses, in a database of this test only."""
    monkeypatch.setenv(library.DATABASE_VARIABLE, f"sqlite:///{tmp_path / 'answers.db'}")
    monkeypatch.chdir(ROOT)
    opened = library.store()
    yield opened
    opened.close()
    st.cache_resource.clear()


@pytest.fixture
def form(banks: Path) -> Form:
    """The six questions as one quiz."""
    return build_form(load_bank(banks / "five.yaml"), length=6, seed=1)


@pytest.fixture
def reader(store: Store, form: Form) -> Reader:
    """Somebody in a browser, at the list of quizzes."""
    return Reader(store, form)


@pytest.fixture(params=["practice", "test"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """Either mode."""
    chosen: Mode = request.param
    return chosen
