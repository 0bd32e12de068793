"""What is kept of a reader, who can get at it, and how it goes away."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from quizgen.errors import NicknameError, UnknownAttemptError
from quizgen.forms.form import Form
from quizgen.records import Store
from quizgen.records.engine import connect, locate

MOMENT = datetime(2026, 3, 1, 12, 34, 56, 789000, tzinfo=UTC)
MINUTE = datetime(2026, 3, 1, 12, 34, tzinfo=UTC)


def rows(url: str) -> dict[str, list[dict[str, object]]]:
    """Return everything that the database holds, by table."""
    engine = connect(locate(url))
    metadata = sa.MetaData()
    with engine.connect() as connection:
        metadata.reflect(connection)
        found = {
            name: [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            for name, table in metadata.tables.items()
            if name != "quizgen_schema_version"
        }
    engine.dispose()
    return found


def test_a_leaked_database_opens_no_attempt(store: Store, url: str, form: Form) -> None:
    token = store.start(form, mode="practice", ask_confidence=True)
    store.answer(token, "choice", "a", final=True)
    assert token not in repr(rows(url))


def test_a_token_is_128_bits_that_never_come_twice(store: Store, form: Form) -> None:
    tokens = {store.start(form, mode="practice", ask_confidence=True) for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(bytes.fromhex(token)) == 16 for token in tokens)


def test_nothing_else_is_kept_of_a_reader(store: Store, url: str, form: Form) -> None:
    store.answer(store.start(form, mode="practice", ask_confidence=True), "choice", "a", final=True)
    kept = {name: set(found[0]) for name, found in rows(url).items()}
    assert kept == {
        "quizgen_form": {"id", "content"},
        "quizgen_attempt": {
            *("id", "token_digest", "form_id", "mode", "ask_confidence", "nickname"),
            *("created_at", "updated_at", "handed_in_at", "position", "flags"),
        },
        "quizgen_response": {
            *("attempt_id", "item_id", "response", "confidence", "points", "answered_at", "revision", "final"),
        },
    }


def test_times_are_kept_to_the_minute_in_utc(url: str, open_store: Callable[..., Store], form: Form) -> None:
    here = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=45)))
    store = open_store(url, clock=lambda: here)
    token = store.start(form, mode="test", ask_confidence=True)
    store.answer(token, "choice", "a", final=True)
    store.hand_in(token)
    attempt = open_store(url).attempt(token)
    times = (attempt.created_at, attempt.updated_at, attempt.handed_in_at, attempt.answers["choice"].answered_at)
    assert times == (MINUTE,) * 4
    assert all(time is not None and time.utcoffset() == timedelta(0) for time in times)
    stored = [value for found in rows(url).values() for row in found for value in row.values()]
    assert {v.second + v.microsecond for v in stored if isinstance(v, datetime)} == {0}


def test_an_export_is_all_that_is_kept(url: str, open_store: Callable[..., Store], form: Form) -> None:
    store = open_store(url, clock=lambda: MOMENT)
    token = store.start(form, mode="test", ask_confidence=True, nickname="Robin")
    store.answer(token, "several", ["a", "b"], "certain", 0.0, final=False)
    store.flag(token, "several", True)
    store.move_to(token, 6)
    store.hand_in(token)
    data = store.export(token)
    assert json.loads(json.dumps(data)) == data
    assert Form.model_validate(data.pop("form")) == form
    assert data == {
        "format": 1,
        "mode": "test",
        "ask_confidence": True,
        "nickname": "Robin",
        "created_at": "2026-03-01T12:34Z",
        "updated_at": "2026-03-01T12:34Z",
        "handed_in_at": "2026-03-01T12:34Z",
        "position": 6,
        "flags": ["several"],
        "answers": {
            "several": {
                "response": ["a", "b"],
                "confidence": "certain",
                "points": 0.0,
                "answered_at": "2026-03-01T12:34Z",
                "revision": 1,
                "final": False,
            }
        },
    }


def test_an_export_before_hand_in_tells_no_key(store: Store, form: Form) -> None:
    token = store.start(form, mode="test", ask_confidence=True)
    store.answer(token, "choice", "a", points=0.0, final=False)
    store.answer(token, "number", 28, points=1.0, final=True)
    data = store.export(token)
    assert data["form"] == form.shown().model_dump(mode="json", exclude_none=True)
    assert "Reason" not in json.dumps(data)
    answers = data["answers"]
    assert isinstance(answers, dict)
    assert {item: "points" in str(answer) for item, answer in answers.items()} == {"choice": False, "number": True}


def test_delete_leaves_nothing_behind(store: Store, url: str, form: Form) -> None:
    token = store.start(form, mode="test", ask_confidence=True)
    store.answer(token, "choice", "a", final=False)
    store.delete(token)
    assert rows(url) == {"quizgen_form": [], "quizgen_attempt": [], "quizgen_response": []}
    with pytest.raises(UnknownAttemptError):
        store.attempt(token)


def test_delete_keeps_what_belongs_to_others(store: Store, form: Form, make_form: Callable[..., Form]) -> None:
    mine, same_form, other_form = (
        store.start(of, mode="test", ask_confidence=True) for of in (form, form, make_form("Another"))
    )
    store.answer(same_form, "choice", "a", final=False)
    store.delete(mine)
    assert store.attempt(same_form).responses == {"choice": "a"}
    assert store.attempt(other_form).form.title == "Another"


def test_a_deleted_answer_is_overwritten_in_the_file(sqlite_url: str, sqlite_file: Path, form: Form) -> None:
    with Store.open(sqlite_url) as store:
        token = store.start(form, mode="test", ask_confidence=True, nickname="Quetzalcoatlus")
        store.delete(token)
    assert b"Quetzalcoatlus" not in sqlite_file.read_bytes()


def test_purge_removes_what_was_not_touched_for_so_many_days(
    url: str, open_store: Callable[..., Store], form: Form, make_form: Callable[..., Form]
) -> None:
    now = [MOMENT]
    store = open_store(url, clock=lambda: now[0])
    old, touched = (store.start(of, mode="test", ask_confidence=True) for of in (make_form("Old"), form))
    now[0] += timedelta(days=20)
    store.move_to(touched, 2)
    now[0] += timedelta(days=10, minutes=1)
    assert store.purge(older_than_days=31) == 0
    assert store.purge(older_than_days=30) == 1
    assert store.attempt(touched).position == 2
    with pytest.raises(UnknownAttemptError):
        store.attempt(old)
    assert len(rows(url)["quizgen_form"]) == 1


@pytest.mark.parametrize("nickname", ["", "   ", None])
def test_an_empty_nickname_is_none(store: Store, form: Form, nickname: str | None) -> None:
    token = store.start(form, mode="test", ask_confidence=True, nickname=nickname)
    assert store.attempt(token).nickname is None


@pytest.mark.parametrize("nickname", ["x" * 40, "Ærø 北京", "👩\u200d🏫", "می\u200cخواهم", "<script>", "'; --"])
def test_a_nickname_in_any_script_comes_back_as_it_was(store: Store, form: Form, nickname: str) -> None:
    token = store.start(form, mode="test", ask_confidence=True, nickname=nickname)
    assert store.attempt(token).nickname == nickname


@pytest.mark.parametrize("nickname", ["x" * 41, "a\nb", "a\x00b", "a\u202eb", "a\u2028b", "a\ud800b", "a\ufeffb"])
def test_a_nickname_that_is_long_or_holds_unseen_characters_is_refused(
    store: Store, url: str, form: Form, nickname: str
) -> None:
    with pytest.raises(NicknameError, match="at most 40 ordinary characters"):
        store.start(form, mode="test", ask_confidence=True, nickname=nickname)
    assert rows(url)["quizgen_attempt"] == []
