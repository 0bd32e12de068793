"""What a store keeps of an attempt, on both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import JsonValue
from sqlalchemy import update

from quizgen.errors import (
    AlreadyAnsweredError,
    AttemptClosedError,
    QuestionNumberError,
    ResponseShapeError,
    UnknownAttemptError,
    UnknownConfidenceError,
    UnknownItemError,
    UnreadableFormError,
)
from quizgen.forms.form import Form
from quizgen.records import Mode, Store
from quizgen.records.engine import WRITES, connect, locate
from quizgen.records.tables import FormRow
from quizgen.scoring import Confidence


def begin(store: Store, form: Form, mode: Mode = "practice") -> str:
    return store.start(form, mode=mode, ask_confidence=True)


def test_a_new_attempt_holds_its_form_and_stands_at_the_first_question(store: Store, form: Form) -> None:
    attempt = store.attempt(store.start(form, mode="test", ask_confidence=False, nickname="  Robin  "))
    assert attempt.form == form
    assert (attempt.mode, attempt.ask_confidence, attempt.nickname) == ("test", False, "Robin")
    assert (attempt.position, attempt.flags, dict(attempt.answers)) == (1, frozenset(), {})
    assert not attempt.handed_in
    assert attempt.unanswered == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("item", "response", "kept"),
    [
        ("choice", "a", "a"),
        ("several", ["c", "a"], ["a", "c"]),
        ("highlight", [], []),
        ("match", {"2": "b"}, {"2": "b"}),
        ("number", "83,0", 83.0),
        ("number", 0.1, 0.1),
        ("choice", None, None),
    ],
)
def test_a_response_is_kept_as_its_item_reads_it(
    store: Store, form: Form, item: str, response: JsonValue, kept: JsonValue
) -> None:
    token = begin(store, form)
    given = store.answer(token, item, response, "fairly", 0.5, final=True)
    read = store.attempt(token).answers[item]
    assert read == given
    assert (read.response, read.confidence, read.points, read.revision, read.final) == (kept, "fairly", 0.5, 1, True)
    assert type(read.response) is type(kept)


def test_answers_stand_in_the_order_of_the_form(store: Store, form: Form) -> None:
    token = begin(store, form)
    responses: dict[str, JsonValue] = {"number": 28, "choice": None, "several": ["a"]}
    for item, response in responses.items():
        store.answer(token, item, response, final=True)
    attempt = store.attempt(token)
    assert list(attempt.answers) == ["choice", "several", "number"]
    assert attempt.unanswered == (3, 4)
    assert attempt.responses == {"several": ["a"], "number": 28.0}


def test_the_same_final_answer_again_changes_nothing(store: Store, form: Form) -> None:
    token = begin(store, form)
    first = store.answer(token, "several", ["a", "b"], "guessing", 0.0, final=True)
    assert store.answer(token, "several", ["b", "a"], "guessing", 0.0, final=True) == first
    store.hand_in(token)
    assert store.answer(token, "several", ["a", "b"], "guessing", 0.0, final=True) == first


@pytest.mark.parametrize(("response", "confidence"), [("b", "fairly"), ("a", "certain"), (None, "fairly")])
def test_another_answer_after_a_final_one_is_refused_with_the_one_that_stands(
    store: Store, form: Form, response: JsonValue, confidence: Confidence
) -> None:
    token = begin(store, form)
    first = store.answer(token, "choice", "a", "fairly", 0.0, final=True)
    with pytest.raises(AlreadyAnsweredError, match="the first answer stands") as refusal:
        store.answer(token, "choice", response, confidence, 1.0, final=True)
    assert refusal.value.answer == first
    assert store.attempt(token).answers["choice"] == first


def test_an_answer_that_is_not_final_can_be_replaced_and_made_final(store: Store, form: Form) -> None:
    token = begin(store, form, "test")
    store.answer(token, "choice", None, final=False)
    store.answer(token, "choice", "a", "fairly", 0.0, final=False)
    assert store.answer(token, "choice", "b", "certain", 1.0, final=False).revision == 3
    made_final = store.answer(token, "choice", "b", "certain", 1.0, final=True)
    assert store.attempt(token).answers == {"choice": made_final}
    assert made_final.final


def test_nothing_changes_after_hand_in(store: Store, form: Form) -> None:
    token = begin(store, form, "test")
    store.answer(token, "choice", "a", final=False)
    store.hand_in(token)
    closed = store.attempt(token)
    for change in (
        lambda: store.answer(token, "choice", "b", final=False),
        lambda: store.answer(token, "number", 28, final=False),
        lambda: store.flag(token, "choice", True),
        lambda: store.move_to(token, 2),
    ):
        with pytest.raises(AttemptClosedError, match="handed in"):
            change()
    assert closed.handed_in
    assert store.attempt(token) == closed


def test_to_hand_in_twice_is_to_hand_in_once(store: Store, form: Form) -> None:
    token = begin(store, form)
    store.hand_in(token)
    first = store.attempt(token)
    store.hand_in(token)
    assert store.attempt(token) == first


def test_flags_are_set_and_taken_away(store: Store, form: Form) -> None:
    token = begin(store, form, "test")
    store.flag(token, "match", True)
    store.flag(token, "number", True)
    store.flag(token, "match", True)
    assert store.attempt(token).flags == {"match", "number"}
    store.flag(token, "match", False)
    store.flag(token, "choice", False)
    assert store.attempt(token).flags == {"number"}


@pytest.mark.parametrize("number", [1, 5, 6])
def test_the_position_runs_to_the_page_after_the_last_question(store: Store, form: Form, number: int) -> None:
    token = begin(store, form)
    store.move_to(token, number)
    assert store.attempt(token).position == number


@pytest.mark.parametrize("number", [0, 7])
def test_a_question_number_that_the_form_does_not_have_is_refused(store: Store, form: Form, number: int) -> None:
    token = begin(store, form)
    with pytest.raises(QuestionNumberError, match="questions 1 to 5"):
        store.move_to(token, number)
    assert store.attempt(token).position == 1


def test_what_does_not_fit_the_form_is_refused_and_not_kept(store: Store, form: Form) -> None:
    token = begin(store, form)
    with pytest.raises(UnknownItemError, match="nowhere"):
        store.answer(token, "nowhere", "a", final=True)
    with pytest.raises(UnknownItemError, match="nowhere"):
        store.flag(token, "nowhere", True)
    with pytest.raises(ResponseShapeError, match="one of a, b, c"):
        store.answer(token, "choice", "z", final=True)
    with pytest.raises(UnknownConfidenceError, match="did you mean `certain`"):
        store.answer(token, "choice", "a", "certainly", final=True)  # type: ignore[arg-type]
    assert dict(store.attempt(token).answers) == {}


@pytest.mark.parametrize("token", ["", "0" * 32, "' OR 1=1 --", "\udc80", "x\x00y", "é" * 10_000])
def test_an_unknown_token_is_told_where_to_start_again(store: Store, form: Form, token: str) -> None:
    begin(store, form)
    for use in (
        lambda: store.attempt(token),
        lambda: store.answer(token, "choice", "a", final=True),
        lambda: store.flag(token, "choice", True),
        lambda: store.move_to(token, 1),
        lambda: store.hand_in(token),
        lambda: store.export(token),
        lambda: store.delete(token),
    ):
        with pytest.raises(UnknownAttemptError, match="start the quiz again from the list"):
            use()


def test_attempts_at_the_same_form_do_not_touch_each_other(store: Store, form: Form) -> None:
    one, other = begin(store, form), begin(store, form)
    store.answer(one, "choice", "a", final=True)
    assert dict(store.attempt(other).answers) == {}


def test_a_form_that_this_version_cannot_read_is_told_and_nothing_is_lost(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    token = begin(open_store(url), form)
    _keep_instead(url, '{"of": "another version"}')
    store = open_store(url)
    for ask in (store.attempt, store.export, lambda t: store.answer(t, "choice", "a", final=True)):
        with pytest.raises(
            UnreadableFormError, match="another version of quizgen and cannot be shown here; nothing is"
        ):
            ask(token)
    _keep_instead(url, form.to_json())
    assert store.attempt(token).form == form


def test_an_attempt_whose_form_cannot_be_read_can_be_deleted(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    token = begin(open_store(url), form)
    _keep_instead(url, "{}")
    store = open_store(url)
    store.delete(token)
    with pytest.raises(UnknownAttemptError):
        store.attempt(token)


def _keep_instead(url: str, content: str) -> None:
    engine = connect(locate(url)).execution_options(**WRITES)
    with engine.begin() as connection:
        connection.execute(update(FormRow).values(content=content))
    engine.dispose()


def test_forms_of_one_id_but_different_content_are_kept_apart(
    url: str, open_store: Callable[..., Store], make_form: Callable[..., Form]
) -> None:
    store = open_store(url)
    tokens = {title: begin(store, make_form(title)) for title in ("Before the update", "After the update")}
    later = open_store(url)
    assert {title: later.attempt(token).form.title for title, token in tokens.items()} == {t: t for t in tokens}
