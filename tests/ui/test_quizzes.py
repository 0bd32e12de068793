"""The list of quizzes and the start of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.forms import Form
from quizgen.items import Judgement
from quizgen.records import Store
from quizgen.ui import library
from tests.ui import five
from tests.ui.reader import QUIZ, Reader


def test_a_card_tells_what_a_quiz_is_and_its_title_is_no_markup(reader: Reader) -> None:
    assert "Five ways &lt;b&gt;to answer&lt;/b&gt;" in reader.sees
    assert "6 questions" in reader.sees


def test_a_broken_bank_is_told_and_breaks_no_other(reader: Reader, banks: Path) -> None:
    (banks / "broken.yaml").write_text("format: 1\nid: [", encoding="utf-8")
    (banks / "binary.yaml").write_bytes(b"\x00\xff\xfe")
    (banks / "empty.yml").write_text("", encoding="utf-8")
    (banks / "folder.yaml").mkdir()
    reader.page.run()
    for name in ("broken.yaml", "binary.yaml", "empty.yml"):
        assert f"{name} cannot be used yet" in reader.sees
        assert f"quizgen check {name}" in reader.sees
    assert [b.label for b in reader.page.button] == ["Open quiz"]


def test_of_two_banks_with_one_id_the_first_is_offered_and_the_second_is_told(reader: Reader, banks: Path) -> None:
    text = (banks / "five.yaml").read_text(encoding="utf-8")
    (banks / "later.yaml").write_text(text.replace("Five ways", "Later ways"), encoding="utf-8")
    reader.page.run()
    assert not reader.page.exception
    assert "later.yaml has the same id as five.yaml" in reader.sees
    assert "give later.yaml an id of its own" in reader.sees
    assert [b.label for b in reader.page.button] == ["Open quiz"]
    assert "Five ways" in reader.presses("Open quiz").sees


def test_a_bank_with_an_id_of_an_earlier_file_is_never_opened(banks: Path) -> None:
    (banks / "later.yaml").write_bytes((banks / "five.yaml").read_bytes())
    found = library.find("five")
    assert found is not None
    assert found.path.name == "five.yaml"
    (banks / "five.yaml").write_text(five.TEXT[: five.TEXT.index("items:")], encoding="utf-8")
    assert library.find("five") is None


def test_a_quiz_that_was_begun_can_be_gone_on_with_beside_a_copy_of_its_bank(reader: Reader, banks: Path) -> None:
    (banks / "later.yaml").write_bytes((banks / "five.yaml").read_bytes())
    reader.begins().presses("Leave")
    assert [b.label for b in reader.page.button] == ["Continue at question 1", "Start afresh"]


@pytest.mark.parametrize(
    ("quizzes", "about_half"),
    [
        ([[True, False, False], [True, True, False, False]], True),  # 3 of 7, though 1 of 3 in the first
        ([[True, True, False], [True, True, False]], False),  # 4 of 6
        ([[True, False, False]], False),
        ([[True, False, None, None, None]], True),  # what the evidence leaves open is not counted
        ([[None], []], False),
    ],
)
def test_the_share_of_claims_that_hold_is_told_of_all_lengths_together(
    form: Form, quizzes: list[list[bool | None]], about_half: bool
) -> None:
    assert library.about_half([_judging(form, sounds) for sounds in quizzes]) is about_half


def _judging(form: Form, sounds: list[bool | None]) -> Form:
    """A quiz with these claims, and with faulty passages and findings that back, which do not count."""
    judgements = [Judgement(of="claim", sound=sound) for sound in sounds]
    judgements += [Judgement(of="passage", sound=False), Judgement(of="finding", sound=True)] * len(sounds)
    entry = form.items[0]
    items = [entry.model_copy(update={"item": entry.item.model_copy(update={"judgement": j})}) for j in judgements]
    return form.model_copy(update={"items": (*items, entry)})


def test_a_bank_that_yields_no_question_is_told(reader: Reader, banks: Path) -> None:
    text = (banks / "five.yaml").read_text(encoding="utf-8")
    (banks / "five.yaml").write_text(text[: text.index("items:")], encoding="utf-8")
    reader.page.run()
    assert "yields no question yet" in reader.sees


def test_files_with_an_underscore_are_not_for_readers(reader: Reader, banks: Path) -> None:
    (banks / "five.yaml").rename(banks / "_five.yaml")
    reader.page.run()
    assert "There are no quizzes yet" in reader.sees


def test_a_bank_is_read_again_when_its_file_changes(reader: Reader, banks: Path) -> None:
    text = (banks / "five.yaml").read_text(encoding="utf-8")
    (banks / "five.yaml").write_text(text.replace("Five ways", "Some more ways"), encoding="utf-8")
    reader.page.run()
    assert "Some more ways" in reader.sees


def test_a_bank_is_loaded_once_for_all_sessions(store: Store) -> None:
    assert library.find("five") is library.find("five")


def _at_the_start(reader: Reader) -> Reader:
    reader.page.query_params["bank"] = "five"
    reader.page.switch_page(QUIZ).run()
    return reader


def test_starting_makes_an_attempt_as_it_was_asked_for(reader: Reader) -> None:
    _at_the_start(reader)
    reader.page.radio(key="mode-five").set_value("test")
    reader.page.checkbox(key="sure-five").uncheck()
    reader.page.text_input(key="nickname-five").set_value(" Heron ")
    reader.presses("Start with question 1")
    reader.token = reader.address
    attempt = reader.attempt
    assert (attempt.mode, attempt.ask_confidence, attempt.nickname) == ("test", False, "Heron")
    assert "Question 1 of 6 · Test" in reader.sees


def test_a_nickname_that_cannot_be_kept_is_told(reader: Reader) -> None:
    _at_the_start(reader).page.text_input(key="nickname-five").set_value("a\u202eb")
    reader.presses("Start with question 1")
    assert "choose a nickname" in reader.sees


def test_an_unknown_quiz_gets_one_message(reader: Reader) -> None:
    reader.page.query_params["bank"] = "<b>none</b>"
    reader.page.switch_page(QUIZ).run()
    assert "There is no quiz called “&lt;b&gt;none&lt;/b&gt;” here." in reader.sees


def test_a_quiz_that_was_begun_is_offered_again(reader: Reader) -> None:
    reader.begins().presses("Skip and see the answer").presses("Next question").presses("Leave")
    reader.presses("Continue at question 2")
    assert "Question 2 of 6" in reader.sees


@pytest.mark.parametrize("gone", ["quizgen/ui/pages/quiz.py", "quizgen/ui/pages/results.py"])
def test_an_address_without_a_quiz_leads_to_the_list(reader: Reader, gone: str) -> None:
    reader.page.switch_page(gone).run()
    assert "Read an article, check its claims" in reader.sees
