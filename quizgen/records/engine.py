"""From a database's address to an engine that is set up so that a committed answer stays."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from quizgen.errors import DatabaseDriverError, DatabaseNotWritableError, DatabaseUrlError

URL_VARIABLE = "QUIZGEN_DATABASE_URL"
PATIENCE = 10
"""Seconds to wait for a lock or a server before the reader is told."""
WRITES = {"quizgen_writes": True}
"""Execution options of a connection that is going to write."""

_POSTGRESQL = ("postgres", "postgresql", "postgresql+psycopg")
_SQLITE_OPTIONS = {"timeout", "uri", "mode", "immutable"}


def locate(url: str | None) -> URL:
    """Return the address of the database: `url`, else the environment's, else a file in the user's data folder."""
    given = url or os.environ.get(URL_VARIABLE)
    if not given:
        return _in_data_folder()
    try:
        parsed = make_url(given)
    except (ArgumentError, ValueError):
        raise DatabaseUrlError("it is not an address") from None
    if parsed.drivername in _POSTGRESQL:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise DatabaseUrlError(f"`{parsed.drivername}` is not a kind of database that quizgen knows")
    if parsed.database in (None, "", ":memory:", "file::memory:") or parsed.query.get("mode") == "memory":
        raise DatabaseUrlError("it names no file, and a database in memory would lose every answer")
    if unknown := sorted(set(parsed.query) - _SQLITE_OPTIONS):
        raise DatabaseUrlError(f"SQLite has no option `{unknown[0]}` here")
    return parsed


def _in_data_folder() -> URL:
    folder = platformdirs.user_data_path("quizgen", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # answers are for this user's eyes only
    except OSError:
        raise DatabaseNotWritableError(str(folder)) from None
    return URL.create("sqlite", database=str(folder / "quizgen.db"))


def connect(url: URL) -> Engine:
    """Return an engine for SQLite or PostgreSQL; nothing is opened yet."""
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)


def _postgresql(url: URL) -> Engine:
    defaults = {"connect_timeout": PATIENCE, "options": f"-c lock_timeout={PATIENCE}s"}
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,  # a restarted server must cost nobody an answer
            connect_args={name: value for name, value in defaults.items() if name not in url.query},
        )
    except ImportError:
        raise DatabaseDriverError from None
    psycopg: Any = engine.dialect.loaded_dbapi
    try:
        psycopg.conninfo.make_conninfo(**url.query)
    except psycopg.ProgrammingError as error:
        raise DatabaseUrlError(f"PostgreSQL says {str(error).strip()}") from None
    return engine


def _sqlite(url: URL) -> Engine:
    wait: dict[str, Any] = {} if "timeout" in url.query else {"timeout": PATIENCE}
    engine = create_engine(url, hide_parameters=True, connect_args=wait)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # `_begin` opens transactions, so that Python's driver must not
    cursor = connection.cursor()
    for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {setting}")
    _use_wal(cursor)
    cursor.close()


def _use_wal(cursor: DBAPICursor) -> None:
    """Let readers and a writer work at once; SQLite waits for no lock here, so a file that is being made needs ours."""
    last_try = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last_try:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    """Take the write lock at the start: a reader that turns writer late is refused without any waiting.

    A connection that only reads needs no transaction, for each statement sees the database as it was at one moment.
    """
    if WRITES.items() <= connection.get_execution_options().items():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
