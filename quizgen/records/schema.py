"""Brings a database to this version's schema, once, however many processes start at the same time."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from quizgen.errors import NewerDatabaseError

VERSION_TABLE = "quizgen_schema_version"
_ALEMBIC = Lock()
"""Held while Alembic migrates, for it keeps what it works on in global variables."""
_ADVISORY_LOCK = 0x7175697A67656E
"""The key of PostgreSQL's lock on migrating: the bytes of "quizgen"."""


def is_current(connection: Connection, database: str) -> bool:
    """Whether the database has this version's schema; raises `NewerDatabaseError` if it has a later one."""
    script = ScriptDirectory.from_config(_config())
    found = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
    if found is not None and found not in {known.revision for known in script.walk_revisions()}:
        raise NewerDatabaseError(database)
    return found == script.get_current_head()


def migrate(connection: Connection, database: str) -> None:
    """Apply the migrations that are missing, inside the connection's transaction.

    On SQLite that transaction must hold the write lock already; on PostgreSQL an advisory lock lets one in at a time.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
    if is_current(connection, database):
        return
    config = _config()
    config.attributes["connection"] = connection
    with _ALEMBIC:
        command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config
