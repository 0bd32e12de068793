"""The tables, and nothing in them that tells who the reader is.

There is no name, address or browser, and no time finer than a minute. A token gives access to an attempt, so only its
digest is kept: whoever reads the database cannot continue anybody's quiz.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from pydantic import JsonValue
from sqlalchemy import DateTime, Double, ForeignKey, MetaData, String, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NICKNAME_LENGTH = 40
_DIGEST = String(64)


def to_minute(moment: datetime) -> datetime:
    """Return the beginning of the minute, in UTC."""
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


class Minute(TypeDecorator[datetime]):
    """A moment in UTC, no finer than a minute; SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Round down before anything reaches the database."""
        return None if value is None else to_minute(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonText(TypeDecorator[JsonValue]):
    """A JSON value as text, the same in both databases; None is kept as NULL.

    SQLAlchemy's own JSON column has numeric affinity in SQLite, which turns 83.0 into 83.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: JsonValue, dialect: Dialect) -> str | None:
        """Write the value."""
        return None if value is None else json.dumps(value, allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue:
        """Read the value."""
        read: JsonValue = None if value is None else json.loads(value)
        return read


class Base(DeclarativeBase):
    """The base of all tables; constraints are named so that a migration can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class FormRow(Base):
    """A form, once for all attempts at it. `id` is the SHA-256 digest of `content`."""

    __tablename__ = "quizgen_form"

    id: Mapped[str] = mapped_column(_DIGEST, primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class AttemptRow(Base):
    """One sitting. `token_digest` is the SHA-256 digest of its token."""

    __tablename__ = "quizgen_attempt"
    __table_args__ = (UniqueConstraint("token_digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_digest: Mapped[str] = mapped_column(_DIGEST)
    form_id: Mapped[str] = mapped_column(ForeignKey("quizgen_form.id"), index=True)
    mode: Mapped[str] = mapped_column(String(16))
    ask_confidence: Mapped[bool]
    nickname: Mapped[str | None] = mapped_column(String(NICKNAME_LENGTH))
    created_at: Mapped[datetime] = mapped_column(Minute)
    updated_at: Mapped[datetime] = mapped_column(Minute, index=True)
    handed_in_at: Mapped[datetime | None] = mapped_column(Minute)
    position: Mapped[int]
    flags: Mapped[list[str]] = mapped_column(JsonText)


class ResponseRow(Base):
    """The answer to one item; a skipped item has a row without a response."""

    __tablename__ = "quizgen_response"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("quizgen_attempt.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    response: Mapped[JsonValue] = mapped_column(JsonText, nullable=True)
    confidence: Mapped[str | None] = mapped_column(String(16))
    points: Mapped[float | None] = mapped_column(Double)
    answered_at: Mapped[datetime] = mapped_column(Minute)
    revision: Mapped[int]
    final: Mapped[bool]
