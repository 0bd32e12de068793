"""The result of a quiz, on the page and as files."""

from __future__ import annotations

import re
from typing import Any

import pytest

from quizgen.errors import UnknownAttemptError
from quizgen.ui.sheet import result_sheet
from quizgen.ui.state import Sitting
from tests.ui.five import SECRET
from tests.ui.reader import RESULTS, Reader, wrong


@pytest.fixture
def finished(reader: Reader) -> Reader:
    """A quiz handed in with every second question right, and its result opened."""
    token = reader.store.start(reader.form, mode="practice", ask_confidence=True)
    for entry in reader.form.items:
        response: Any = entry.item.body.key_response() if entry.number % 2 else wrong(entry)
        reader.store.answer(token, entry.id, response, "fairly", final=True)
    reader.store.hand_in(token)
    return reader.opens(token, RESULTS)


def test_every_question_is_told_again_with_its_reasons(finished: Reader) -> None:
    assert finished.sees.count('class=\\"again\\"') == 6
    assert SECRET in finished.sees
    assert "Your result: " in finished.sees


def test_an_attempt_that_is_not_handed_in_leads_back_to_its_question(reader: Reader) -> None:
    reader.begins().opens(reader.token, RESULTS)
    assert "Question 1 of 6" in reader.sees
    assert SECRET not in reader.sees


def test_practising_what_was_missed_asks_those_questions(finished: Reader) -> None:
    missed = {finished.form.items[i].item.id for i in (1, 3, 5)}
    finished.presses("Practise what I missed")
    form = finished.store.attempt(finished.address).form
    assert {entry.item.id for entry in form.items} == missed
    assert "Question 1 of 3 · Practice" in finished.sees


def test_another_version_has_as_many_questions(finished: Reader) -> None:
    finished.presses("Try another version")
    assert finished.address != finished.token
    assert "Question 1 of 6" in finished.sees


def test_deleting_asks_first(finished: Reader) -> None:
    finished.presses("Delete my answers").presses("Keep them")
    assert finished.attempt.handed_in
    finished.presses("Delete my answers").presses("Yes, delete")
    assert "Your answers are deleted." in finished.sees
    with pytest.raises(UnknownAttemptError):
        finished.store.attempt(finished.token)


def test_the_saved_page_needs_nothing_else_and_runs_nothing(finished: Reader) -> None:
    html = result_sheet(Sitting(finished.token, finished.attempt))
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<script" not in html
    assert not re.findall(r"<(?:link|img|iframe|object|embed|form|input)\b", html)
    assert not re.findall(r"url\((?![\"']data:)|@import", html)
    assert set(re.findall(r'href="([^"]*)"', html)) == {"https://example.org/yearbook?a=1&amp;b=2"}
    assert "{{ 7*7 }}" in html


def test_the_saved_page_holds_every_question_unfolded(finished: Reader) -> None:
    html = result_sheet(Sitting(finished.token, finished.attempt))
    assert html.count('<details class="again" open>') == 6
    assert "SECRET half of it stands." in html
