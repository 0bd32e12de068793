"""Taking a quiz, page by page, as the database and the screen tell it."""

from __future__ import annotations

import pytest

from quizgen.errors import DatabaseFullError, FileShapeError
from quizgen.forms import Form
from quizgen.records import Mode, Store
from tests.ui.five import SECRET
from tests.ui.reader import QUIZ, QUIZZES, RESULTS, Reader, wrong


def test_an_answer_is_final_before_its_feedback_is_shown(reader: Reader) -> None:
    entry = reader.begins().form.items[0]
    reader.answers(entry, entry.item.body.key_response()).presses("Check answer")
    assert reader.attempt.answers[entry.id].final
    assert "That is right" in reader.sees


def test_the_right_answers_of_all_interactions_earn_full_marks(reader: Reader, mode: Mode) -> None:
    reader.begins(mode)
    for entry in reader.form.items:
        reader.answers(entry, entry.item.body.key_response())
        reader.presses("Check answer" if mode == "practice" else "Save and go on")
        if mode == "practice":
            reader.presses("See your result" if entry.number == 6 else "Next question")
    if mode == "test":
        reader.presses("Hand in 6 answers")
    assert reader.attempt.handed_in
    assert "Your result: 6 of 6 points" in reader.sees


def test_no_key_and_no_reason_is_sent_before_the_answer(reader: Reader, mode: Mode) -> None:
    reader.begins(mode)
    for number in range(1, 7):
        reader.at(number)
        assert reader.form.items[number - 1].id in reader.sees
        assert SECRET not in reader.sees


def test_a_test_tells_nothing_until_it_is_handed_in(reader: Reader) -> None:
    reader.begins("test")
    for entry in reader.form.items:
        reader.answers(entry, entry.item.body.key_response()).presses("Save and go on")
        assert SECRET not in reader.sees
    reader.presses("Hand in 6 answers")
    assert SECRET in reader.sees


@pytest.mark.parametrize(("mode", "button"), [("practice", "Check answer"), ("test", "Save and go on")])
def test_pressed_without_an_answer_says_what_to_do_and_keeps_nothing(reader: Reader, mode: Mode, button: str) -> None:
    reader.begins(mode).presses(button)
    assert "first, or skip the question" in reader.sees
    assert not reader.attempt.answers
    assert reader.attempt.position == 1


def test_a_match_with_an_empty_line_is_not_taken(reader: Reader) -> None:
    reader.begins()
    number = next(e.number for e in reader.form.items if e.item.interaction == "match")
    entry = reader.at(number)
    reader.page.button_group(key=f"{entry.id}/1").set_value("a")
    reader.presses("Check answer")
    assert "Give every line an answer first" in reader.sees
    assert not reader.attempt.answers


def test_a_letter_that_is_given_twice_is_not_taken(reader: Reader) -> None:
    reader.begins()
    entry = reader.at(next(e.number for e in reader.form.items if e.item.interaction == "match"))
    reader.answers(entry, {"1": "a", "2": "a"}).presses("Check answer")
    assert "once only" in reader.sees
    assert not reader.attempt.answers


def test_skipping_in_practice_is_final_and_shows_the_feedback(reader: Reader) -> None:
    entry = reader.begins().form.items[0]
    reader.presses("Skip and see the answer")
    assert reader.attempt.answers[entry.id].response is None
    assert "Skipped. Here is the answer" in reader.sees


def test_a_late_second_click_on_next_changes_nothing(reader: Reader) -> None:
    reader.begins().presses("Skip and see the answer")
    late = next(b for b in reader.page.button if b.label == "Next question")
    reader.presses("Next question")
    late.click().run()
    assert reader.attempt.position == 2


def test_a_late_second_click_on_check_keeps_the_first_answer(reader: Reader) -> None:
    entry = reader.begins().form.items[0]
    reader.answers(entry, entry.item.body.key_response())
    late = next(b for b in reader.page.button if b.label == "Check answer")
    reader.presses("Check answer")
    late.click().run()
    assert reader.attempt.answers[entry.id].revision == 1


def test_certainty_is_kept_with_the_answer(reader: Reader) -> None:
    entry = reader.begins(sure=True).form.items[0]
    reader.page.button_group(key=f"{entry.id}/sure").set_value("certain")
    reader.answers(entry, entry.item.body.key_response()).presses("Check answer")
    assert reader.attempt.answers[entry.id].confidence == "certain"
    assert "You were certain." in reader.sees


def test_a_saved_answer_is_filled_in_again_and_can_be_changed(reader: Reader) -> None:
    reader.begins("test", sure=True)
    for entry in reader.form.items:
        reader.at(entry.number)
        reader.answers(entry, wrong(entry)).presses("Save and go on")
        reader.at(entry.number)
        reader.presses("Save and go on")
        assert reader.attempt.answers[entry.id].response == wrong(entry)
        reader.at(entry.number)
        reader.answers(entry, entry.item.body.key_response()).presses("Save and go on")
        assert reader.attempt.answers[entry.id].points == 1


def test_going_back_keeps_what_was_chosen(reader: Reader) -> None:
    reader.begins("test")
    entry = reader.at(2)
    reader.answers(entry, entry.item.body.key_response()).presses("Back")
    assert reader.attempt.position == 1
    assert entry.id in reader.attempt.answers


def test_a_flag_is_shown_in_the_list_and_can_be_taken_away(reader: Reader) -> None:
    entry = reader.begins("test").form.items[0]
    reader.presses("Flag to look again")
    assert reader.attempt.flags == {entry.id}
    reader.presses("All answers")
    reader.presses("1 · Not answered, flagged").presses("Take the flag away")
    assert not reader.attempt.flags


def test_nothing_can_be_handed_in_without_an_answer(reader: Reader) -> None:
    reader.begins("test").presses("All answers")
    assert not [b for b in reader.page.button if b.label.startswith("Hand in")]


def test_what_handing_in_means_is_told_before_the_button(reader: Reader) -> None:
    entry = reader.begins("test").form.items[0]
    reader.answers(entry, entry.item.body.key_response()).presses("All answers")
    note = "5 questions are still open. Once handed in, answers can no longer be changed."
    assert reader.sees.index(note) < reader.sees.index("Hand in 1 answer")


def test_skipping_in_a_test_leaves_the_question_open(reader: Reader) -> None:
    reader.begins("test").presses("Skip for now")
    assert reader.attempt.position == 2
    assert not reader.attempt.answers


def test_a_new_session_goes_on_where_the_last_one_was(reader: Reader) -> None:
    reader.begins().presses("Skip and see the answer").presses("Next question")
    assert "Question 2 of 6" in reader.beside().sees


def test_a_second_window_shows_the_first_answer_and_says_so(reader: Reader) -> None:
    reader.begins()
    entry = reader.at(1)
    late = reader.beside()
    reader.answers(entry, entry.item.body.key_response()).presses("Check answer").presses("Next question")
    late.answers(entry, wrong(entry)).presses("Check answer")
    assert "answered in another window" in late.sees
    assert "That is right" in late.sees
    assert reader.attempt.answers[entry.id].points == 1


def test_a_second_window_of_a_test_is_told_that_another_is_open(reader: Reader) -> None:
    entry = reader.begins("test").form.items[0]
    late = reader.beside()
    reader.answers(entry, entry.item.body.key_response()).presses("Save and go on")
    late.answers(entry, wrong(entry)).presses("Save and go on")
    assert "open in another window too" in late.sees


def test_a_window_left_open_after_handing_in_shows_the_result(reader: Reader) -> None:
    entry = reader.begins("test").form.items[0]
    late = reader.beside()
    reader.answers(entry, entry.item.body.key_response()).presses("All answers").presses("Hand in 1 answer")
    late.answers(entry, entry.item.body.key_response()).presses("Skip for now")
    assert "Your result: 1 of 6 points" in late.sees


def test_an_answer_that_cannot_be_saved_stays_in_the_widget(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.begins()
    entry = reader.at(next(e.number for e in reader.form.items if e.item.interaction == "choice"))

    def full(*_: object, **__: object) -> None:
        raise DatabaseFullError("answers.db")

    with monkeypatch.context() as failing:
        failing.setattr(Store, "answer", full)
        reader.answers(entry, "b").presses("Check answer")
        assert "could not be saved and still stands here" in reader.sees
        assert reader.page.radio(key=f"{entry.id}/choice").value == "b"
    reader.presses("Check answer")
    assert reader.attempt.answers[entry.id].response == "b"


def test_a_store_that_cannot_be_read_is_told_on_a_page_of_its_own(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DatabaseFullError("answers.db")

    monkeypatch.setattr(Store, "attempt", full)
    assert "cannot be used just now" in reader.opens("0" * 32).sees


@pytest.fixture
def unreadable(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> str:
    """The token of an attempt that the app has not read yet, at a form that another version wrote."""
    with Store.open(reader.store.database) as other:
        token = other.start(reader.form, mode="test", ask_confidence=False)

    def misfit(*_: object) -> Form:
        raise FileShapeError("the stored form", "`items` does not fit")

    monkeypatch.setattr(Form, "from_json", misfit)
    return token


@pytest.mark.parametrize("page", [QUIZ, RESULTS])
def test_a_quiz_of_another_version_is_told_on_a_page_of_its_own(reader: Reader, unreadable: str, page: str) -> None:
    reader.opens(unreadable, page)
    assert not reader.page.exception
    assert "made by another version of quizgen and cannot be shown here. Nothing is lost" in reader.sees
    assert [b.label for b in reader.page.button] == ["See all quizzes"]


def test_a_quiz_of_another_version_leaves_the_list_of_quizzes_usable(reader: Reader, unreadable: str) -> None:
    reader.opens(unreadable, QUIZZES)
    assert not reader.page.exception
    assert "made by another version of quizgen" in reader.sees
    assert [b.label for b in reader.page.button] == ["Open quiz"]


@pytest.mark.parametrize("junk", [[99, "x", 1], ["1", "nine"], "1", {"a": 1}, 7, [None], [["1"]]])
def test_junk_from_the_browser_is_refused_and_not_kept(reader: Reader, junk: object) -> None:
    reader.begins()
    entry = reader.at(next(e.number for e in reader.form.items if e.item.interaction == "highlight"))
    reader.page.session_state[f"{entry.id}/highlight"] = {"answer": junk}
    reader.presses("Check answer")
    assert "does not fit this question" in reader.sees
    assert not reader.attempt.answers


def test_nothing_to_flag_is_an_answer(reader: Reader) -> None:
    reader.begins()
    entry = reader.at(next(e.number for e in reader.form.items if e.item.interaction == "highlight"))
    reader.answers(entry, []).presses("Check answer")
    assert reader.attempt.answers[entry.id].response == []


@pytest.mark.parametrize("address", ["quizgen/ui/pages/quiz.py", RESULTS])
def test_an_unknown_token_gets_one_message_and_a_way_on(reader: Reader, address: str) -> None:
    reader.opens("no-such-attempt", address)
    assert "This quiz cannot be found" in reader.sees
    reader.presses("See all quizzes")
    assert "Read an article, check its claims" in reader.sees
