"""The store of attempts: every change is committed before the call that makes it returns.

Changes to one attempt take a lock on it, so that two browsers, threads or processes are served one after the other and
the later one sees what the earlier one did. Reads take no lock.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Self

from pydantic import JsonValue
from pydantic_core import to_jsonable_python
from sqlalchemy import Connection, Engine, Row, Select, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from quizgen.errors import (
    AlreadyAnsweredError,
    AttemptClosedError,
    FileShapeError,
    NicknameError,
    QuestionNumberError,
    UnknownAttemptError,
    UnknownConfidenceError,
    UnreadableFormError,
)
from quizgen.forms.form import Form, FormItem
from quizgen.records.attempt import Answer, Attempt, Mode
from quizgen.records.engine import WRITES, connect, locate
from quizgen.records.export import exported
from quizgen.records.failures import explained
from quizgen.records.form_cache import FormCache
from quizgen.records.schema import is_current, migrate
from quizgen.records.tables import NICKNAME_LENGTH, AttemptRow, FormRow, ResponseRow, to_minute
from quizgen.scoring import LEVELS, Confidence

_TOKEN_BYTES = 16
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
"""Unicode's categories of characters that show nothing, such as line breaks and bidirectional overrides."""
_JOINERS = "\u200c\u200d"
"""The two invisible characters that Persian, Hindi and emoji cannot do without."""

# Built once, since building a statement takes longer than running it.
_ATTEMPT = select(AttemptRow.__table__).where(AttemptRow.token_digest == bindparam("digest"))
_ATTEMPT_LOCKED = _ATTEMPT.with_for_update()
_ANSWERS = select(ResponseRow.__table__).where(ResponseRow.attempt_id == bindparam("attempt"))
_ANSWER = _ANSWERS.where(ResponseRow.item_id == bindparam("item"))
_FORM = select(FormRow.content).where(FormRow.id == bindparam("form"))


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Attempts and their answers in SQLite or PostgreSQL; threads may share one.

    Every method raises a `RecordsError` where the database fails, or where it needs a form that another version of
    quizgen made and this one cannot read (`UnreadableFormError`), and one that takes a token raises
    `UnknownAttemptError` where the token leads nowhere.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], datetime] = _now) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**WRITES)
        self._clock = clock
        self._forms = FormCache()
        self.database = engine.url.render_as_string(hide_password=True)
        """The address, without the password."""

    @classmethod
    def open(cls, url: str | None = None, *, clock: Callable[[], datetime] = _now) -> Self:
        """Open the database, made or brought up to date where needed.

        The address is `url`, else `QUIZGEN_DATABASE_URL`, else a SQLite file in the user's data folder. A database that
        is up to date is only read here, so that results can be seen where nothing can be written.
        """
        store = cls(connect(locate(url)), clock=clock)
        try:
            store._bring_up_to_date()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, form: Form, *, mode: Mode, ask_confidence: bool, nickname: str | None = None) -> str:
        """Begin an attempt and return its token, which is the only way to it; raises `NicknameError`."""
        token = secrets.token_hex(_TOKEN_BYTES)
        content = form.to_json()
        form_id = _digest(content)
        values = {
            "token_digest": _digest(token),
            "form_id": form_id,
            "mode": mode,
            "ask_confidence": ask_confidence,
            "nickname": _nickname(nickname),
            "created_at": self._clock(),
            "updated_at": self._clock(),
            "position": 1,
            "flags": [],
        }
        with self._write() as connection:
            _keep_form(connection, form_id, content)
            connection.execute(insert(AttemptRow).values(values))
        self._forms.put(form_id, form)
        return token

    def attempt(self, token: str) -> Attempt:
        """Return the attempt as it stands."""
        with self._read() as connection:
            row = _find(connection, _ATTEMPT, token)
            return self._told(connection, row)

    def answer(
        self,
        token: str,
        item_id: str,
        response: JsonValue,
        confidence: Confidence | None = None,
        points: float | None = None,
        *,
        final: bool,
    ) -> Answer:
        """Keep the answer to an item and return what stands; a response of None skips the item.

        The same answer again changes nothing. Another one replaces it, unless it was final (`AlreadyAnsweredError`) or
        the attempt was handed in (`AttemptClosedError`). A response that does not fit raises `UnknownItemError`,
        `ResponseShapeError` or `UnknownConfidenceError`.
        """
        if confidence is not None and confidence not in LEVELS:
            raise UnknownConfidenceError(confidence, LEVELS)
        with self._write() as connection:
            row = _find(connection, _ATTEMPT_LOCKED, token)
            entry = self._form(connection, row.form_id).entry(item_id)
            held = _held(connection, row.id, item_id)
            given = Answer(
                response=_as_read(entry, response),
                confidence=confidence,
                points=points,
                answered_at=to_minute(self._clock()),
                revision=held.revision + 1 if held else 1,
                final=final,
            )
            if held and held.agrees_with(given) and held.final >= given.final:
                return held
            if row.handed_in_at is not None:
                raise AttemptClosedError
            if held and held.final:
                raise AlreadyAnsweredError(held)
            _keep_answer(connection, row.id, item_id, given)
            self._touch(connection, row)
            return given

    def flag(self, token: str, item_id: str, on: bool) -> None:
        """Mark an item for another look, or take the mark away."""
        with self._change_open(token) as (connection, row, form):
            form.entry(item_id)  # refuses an item that is not in the form
            others = [flag for flag in row.flags if flag != item_id]
            self._touch(connection, row, flags=[*others, item_id] if on else others)

    def move_to(self, token: str, number: int) -> None:
        """Set the position: from 1 to the number of items, and one more for the page after the last question."""
        with self._change_open(token) as (connection, row, form):
            if not 1 <= number <= len(form.items) + 1:
                raise QuestionNumberError(number, len(form.items))
            self._touch(connection, row, position=number)

    def hand_in(self, token: str) -> None:
        """Close the attempt; to hand in twice is to hand in once."""
        with self._write() as connection:
            row = _find(connection, _ATTEMPT_LOCKED, token)
            if row.handed_in_at is None:
                self._touch(connection, row, handed_in_at=self._clock())

    def export(self, token: str) -> dict[str, JsonValue]:
        """Return all that is kept on the attempt, as plain data for JSON.

        Before it is handed in, the form comes without keys and answers that can still change come without points, so
        that an export tells nothing that the reader does not know yet.
        """
        with self._read() as connection:
            row = _find(connection, _ATTEMPT, token)
            attempt = self._told(connection, row)
        return exported(attempt)

    def delete(self, token: str) -> None:
        """Remove the attempt, its answers, and its form where no other attempt uses it."""
        with self._write() as connection:
            row = _find(connection, _ATTEMPT_LOCKED, token)
            connection.execute(delete(AttemptRow).where(AttemptRow.id == row.id))
            _drop_unused_forms(connection)

    def purge(self, older_than_days: int) -> int:
        """Remove every attempt that was last changed more than so many days ago, and return how many."""
        limit = self._clock() - timedelta(days=older_than_days)
        with self._write() as connection:
            removed = connection.execute(delete(AttemptRow).where(AttemptRow.updated_at < limit)).rowcount
            _drop_unused_forms(connection)
        return removed

    def _bring_up_to_date(self) -> None:
        with self._read() as connection:
            ready = is_current(connection, self.database)
        if not ready:
            with self._write() as connection:
                migrate(connection, self.database)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with explained(self.database), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with explained(self.database), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _change_open(self, token: str) -> Iterator[tuple[Connection, Row[Any], Form]]:
        """Lock an attempt that is not handed in, for a change."""
        with self._write() as connection:
            row = _find(connection, _ATTEMPT_LOCKED, token)
            if row.handed_in_at is not None:
                raise AttemptClosedError
            yield connection, row, self._form(connection, row.form_id)

    def _touch(self, connection: Connection, row: Row[Any], **values: object) -> None:
        changed = {"updated_at": self._clock(), **values}
        connection.execute(update(AttemptRow).where(AttemptRow.id == row.id).values(changed))

    def _form(self, connection: Connection, form_id: str) -> Form:
        form = self._forms.get(form_id)
        if form is None:
            content = connection.execute(_FORM, {"form": form_id}).scalar_one()
            try:
                form = Form.from_json(content, "the stored form")
            except FileShapeError as error:
                raise UnreadableFormError from error
            self._forms.put(form_id, form)
        return form

    def _told(self, connection: Connection, row: Row[Any]) -> Attempt:
        form = self._form(connection, row.form_id)
        held = {answer.item_id: _told(answer) for answer in connection.execute(_ANSWERS, {"attempt": row.id})}
        return Attempt(
            form=form,
            mode=row.mode,
            ask_confidence=row.ask_confidence,
            nickname=row.nickname,
            created_at=row.created_at,
            updated_at=row.updated_at,
            handed_in_at=row.handed_in_at,
            position=row.position,
            flags=frozenset(row.flags),
            answers=MappingProxyType({entry.id: held[entry.id] for entry in form.items if entry.id in held}),
        )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _find(connection: Connection, query: Select[Any], token: str) -> Row[Any]:
    row = connection.execute(query, {"digest": _digest(token)}).one_or_none()
    if row is None:
        raise UnknownAttemptError
    return row


def _told(row: Row[Any]) -> Answer:
    return Answer(row.response, row.confidence, row.points, row.answered_at, row.revision, row.final)


def _held(connection: Connection, attempt_id: int, item_id: str) -> Answer | None:
    row = connection.execute(_ANSWER, {"attempt": attempt_id, "item": item_id}).one_or_none()
    return None if row is None else _told(row)


def _keep_answer(connection: Connection, attempt_id: int, item_id: str, answer: Answer) -> None:
    if answer.revision == 1:
        connection.execute(insert(ResponseRow).values(attempt_id=attempt_id, item_id=item_id, **vars(answer)))
    else:
        place = (ResponseRow.attempt_id == attempt_id, ResponseRow.item_id == item_id)
        connection.execute(update(ResponseRow).where(*place).values(**vars(answer)))


def _keep_form(connection: Connection, form_id: str, content: str) -> None:
    """Add the form if it is not there; either way its row is locked, so that nobody drops it before it is used."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    added = make(FormRow).values(id=form_id, content=content)
    connection.execute(added.on_conflict_do_update(index_elements=[FormRow.id], set_={"id": added.excluded.id}))


def _drop_unused_forms(connection: Connection) -> None:
    """Lock first and look again: another process may be about to use the form."""
    unused = ~exists().where(AttemptRow.form_id == FormRow.id)
    ids = connection.execute(select(FormRow.id).where(unused).order_by(FormRow.id).with_for_update()).scalars().all()
    connection.execute(delete(FormRow).where(FormRow.id.in_(ids), unused))


def _as_read(entry: FormItem, response: JsonValue) -> JsonValue:
    """Return the response as the item reads it, so that the same answer has one form only."""
    if response is None:
        return None
    read: JsonValue = to_jsonable_python(entry.item.body.read(entry.id, response))
    return read


def _nickname(given: str | None) -> str | None:
    """Return the nickname without outer spaces, or None for an empty one."""
    name = unicodedata.normalize("NFC", given or "").strip()
    if len(name) > NICKNAME_LENGTH or any(unicodedata.category(c) in _UNSEEN and c not in _JOINERS for c in name):
        raise NicknameError(NICKNAME_LENGTH)
    return name or None
