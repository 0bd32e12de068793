"""The database's schema: what the migrations make is what the tables say, and later ones are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from quizgen.errors import NewerDatabaseError
from quizgen.forms.form import Form
from quizgen.records import Store
from quizgen.records.engine import WRITES, connect, locate
from quizgen.records.schema import VERSION_TABLE
from quizgen.records.tables import Base


def test_the_migrations_make_what_the_tables_say(store: Store, url: str) -> None:
    engine = connect(locate(url))
    options = {"compare_type": True, "compare_server_default": True, "version_table": VERSION_TABLE}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
        names = {name for inspector in [sa.inspect(connection)] for name in inspector.get_table_names()}
        keys = [key["name"] for name in sorted(names) for key in sa.inspect(connection).get_foreign_keys(name)]
    engine.dispose()
    assert names == {"quizgen_form", "quizgen_attempt", "quizgen_response", VERSION_TABLE}
    assert keys == ["fk_quizgen_attempt_form_id", "fk_quizgen_response_attempt_id"]


def test_a_database_that_is_up_to_date_keeps_its_attempts_when_opened_again(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    token = open_store(url).start(form, mode="test", ask_confidence=True)
    assert open_store(url).attempt(token).form == form


def test_a_database_of_a_later_version_is_refused(store: Store, url: str) -> None:
    engine = connect(locate(url)).execution_options(**WRITES)
    with engine.begin() as connection:
        connection.execute(sa.update(sa.table(VERSION_TABLE, sa.column("version_num"))).values(version_num="9999"))
    engine.dispose()
    with pytest.raises(NewerDatabaseError, match="later version of quizgen; update quizgen"):
        Store.open(url)


def test_a_database_that_others_use_too_is_left_as_it_was(url: str, open_store: Callable[..., Store]) -> None:
    engine = connect(locate(url)).execution_options(**WRITES)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(sa.text("INSERT INTO alembic_version VALUES ('of another program')"))
    open_store(url)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT * FROM alembic_version")).all() == [("of another program",)]
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)]
)
def test_sqlite_is_set_so_that_a_committed_answer_stays(sqlite_url: str, pragma: str, value: str | int) -> None:
    with connect(locate(sqlite_url)).connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
        connection.engine.dispose()
