"""generate: it leaves Python's collector of cycles as it found it, also when a template fails."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from quizgen.errors import UnknownTemplateError
from quizgen.generators import generate
from tests.generators.banks import bank


@pytest.fixture
def collector() -> Iterator[None]:
    """Let the collector run again, whatever a test does."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_the_collector_runs_again_after_generating() -> None:
    assert generate(bank())
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_the_collector_runs_again_after_a_failure() -> None:
    with pytest.raises(UnknownTemplateError):
        generate(bank(), templates=["verdikt"])
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()

    assert generate(bank())
    assert not gc.isenabled()
