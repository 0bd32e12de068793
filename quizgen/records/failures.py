"""From a driver's error to the one that tells a person what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quizgen.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseFullError,
    DatabaseLoginError,
    DatabaseNotWritableError,
    DatabaseUnreachableError,
    RecordsError,
)

_SQLITE = {
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachableError,
    sqlite3.SQLITE_CORRUPT: DatabaseDamagedError,
    sqlite3.SQLITE_NOTADB: DatabaseDamagedError,
    sqlite3.SQLITE_FULL: DatabaseFullError,
    sqlite3.SQLITE_IOERR: DatabaseFullError,
    sqlite3.SQLITE_PERM: DatabaseNotWritableError,
    sqlite3.SQLITE_READONLY: DatabaseNotWritableError,
}
"""By primary result code, https://www.sqlite.org/rescode.html."""

_POSTGRESQL = {
    "08": DatabaseUnreachableError,  # connection exception
    "25006": DatabaseNotWritableError,  # read only transaction
    "28": DatabaseLoginError,  # invalid authorization
    "3D000": DatabaseLoginError,  # no such database
    "3F000": DatabaseNotWritableError,  # no schema in which this user may make tables
    "40001": DatabaseBusyError,  # serialization failure
    "40P01": DatabaseBusyError,  # deadlock detected
    "42501": DatabaseNotWritableError,  # insufficient privilege
    "53": DatabaseFullError,  # insufficient resources
    "53300": DatabaseBusyError,  # too many connections
    "55P03": DatabaseBusyError,  # lock not available
    "57P": DatabaseUnreachableError,  # operator intervention: shutting down, starting up
    "XX001": DatabaseDamagedError,  # data corrupted
    "XX002": DatabaseDamagedError,  # index corrupted
}
"""By the longest SQLSTATE or beginning of one, https://www.postgresql.org/docs/current/errcodes-appendix.html."""


@contextmanager
def explained(database: str) -> Iterator[None]:
    """Turn what a person can mend into its `RecordsError`; let our own mistakes through as they are."""
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseBusyError(database) from error
    except DBAPIError as error:
        cause = _sqlite(error.orig) if isinstance(error.orig, sqlite3.Error) else _postgresql(error)
        if cause is None:
            raise
        raise cause(database) from error


def _sqlite(error: sqlite3.Error) -> type[RecordsError] | None:
    return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _postgresql(error: DBAPIError) -> type[RecordsError] | None:
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        known = [beginning for beginning in _POSTGRESQL if state.startswith(beginning)]
        return _POSTGRESQL[max(known, key=len)] if known else None
    if not isinstance(error, OperationalError):
        return None
    # Without an SQLSTATE there was no session: libpq tells only whether the server had asked for a password by then.
    asked = getattr(getattr(error.orig, "pgconn", None), "used_password", False)
    return DatabaseLoginError if asked else DatabaseUnreachableError
