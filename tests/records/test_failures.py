"""What a person can do to a database: each gets one sentence, and what was saved before stays."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from quizgen.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseDriverError,
    DatabaseFullError,
    DatabaseLoginError,
    DatabaseNotWritableError,
    DatabaseUnreachableError,
    DatabaseUrlError,
    RecordsError,
)
from quizgen.forms.form import Form
from quizgen.records import Store


@pytest.fixture
def token(store: Store, form: Form) -> str:
    """An attempt with one answer."""
    token = store.start(form, mode="practice", ask_confidence=True)
    store.answer(token, "choice", "a", final=True)
    return token


@contextmanager
def postgresql(url: str) -> Iterator[psycopg.Connection[Any]]:
    """Connect as the server's owner."""
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def all_told(error: BaseException | None) -> str:
    """Return the words of an error and of everything that led to it, as a log would hold them."""
    return "" if error is None else f"{error!r} {error}\n{all_told(error.__cause__ or error.__context__)}"


def test_an_answer_survives_a_kill_right_after_it_was_acknowledged(url: str, form: Form, tmp_path: Path) -> None:
    (tmp_path / "form.json").write_text(form.to_json(), encoding="utf-8")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from quizgen.forms.form import Form\n"
        "from quizgen.records import Store\n"
        "store = Store.open(sys.argv[1])\n"
        "token = store.start(Form.read(Path(sys.argv[2])), mode='test', ask_confidence=False)\n"
        "store.answer(token, 'match', {'1': 'b'}, 'certain', 0.0, final=False)\n"
        "print(token, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, url, str(tmp_path / "form.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        token = process.stdout.readline().strip()
        process.kill()
    with Store.open(url) as store:
        answer = store.attempt(token).answers["match"]
    assert (answer.response, answer.confidence) == ({"1": "b"}, "certain")


def refuses_to_write(url: str, store: Store, token: str) -> None:
    """Check that reading goes on, that each change says what to do, and that nothing was changed."""
    before = store.attempt(token)
    for change in (
        lambda: store.answer(token, "number", 28, final=True),
        lambda: store.start(before.form, mode="test", ask_confidence=True),
        lambda: store.delete(token),
    ):
        with pytest.raises(DatabaseNotWritableError, match="the last step was not saved; allow this user to write"):
            change()
    assert store.attempt(token) == before
    assert before.responses == {"choice": "a"}


def test_a_read_only_sqlite_file_can_be_read_and_says_that_it_cannot_be_written(
    sqlite_url: str, sqlite_file: Path, open_store: Callable[..., Store], form: Form
) -> None:
    with Store.open(sqlite_url) as store:
        token = store.start(form, mode="practice", ask_confidence=True)
        store.answer(token, "choice", "a", final=True)
    read_only = f"sqlite:///file:{sqlite_file}?mode=ro&uri=true"
    refuses_to_write(read_only, open_store(read_only), token)


@pytest.mark.postgresql
def test_a_read_only_postgresql_can_be_read_and_says_that_it_cannot_be_written(
    postgresql_url: str, open_store: Callable[..., Store], form: Form
) -> None:
    with Store.open(postgresql_url) as store:
        token = store.start(form, mode="practice", ask_confidence=True)
        store.answer(token, "choice", "a", final=True)
    with postgresql(postgresql_url) as connection:
        connection.execute("ALTER DATABASE postgres SET default_transaction_read_only = on")
    refuses_to_write(postgresql_url, open_store(postgresql_url), token)


@pytest.mark.postgresql
def test_a_user_who_may_not_make_tables_is_told(postgresql_url: str) -> None:
    with postgresql(postgresql_url) as connection:
        connection.execute("DROP ROLE IF EXISTS visitor")
        connection.execute("CREATE ROLE visitor LOGIN")
    with pytest.raises(DatabaseNotWritableError, match="allow this user to write"):
        Store.open(postgresql_url.replace("//postgres@", "//visitor@"))


def test_a_new_database_where_nothing_can_be_written_is_refused(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.db").close()
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseNotWritableError, match=r"empty\.db"):
        Store.open(f"sqlite:///file:{tmp_path / 'empty.db'}?mode=ro&uri=true")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.delenv("QUIZGEN_DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "file" / "quizgen")
    with pytest.raises(DatabaseNotWritableError, match="file/quizgen cannot be written"):
        Store.open()


def test_a_full_disk_loses_nothing_that_was_acknowledged(
    sqlite_url: str, sqlite_file: Path, open_store: Callable[..., Store], form: Form
) -> None:
    Store.open(sqlite_url).close()
    pages = sqlite_file.stat().st_size // 4096 + 8

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    try:
        store = open_store(sqlite_url)
        tokens: list[str] = []

        def go_on_until_it_is_full() -> None:
            for _ in range(1000):
                tokens.append(store.start(form, mode="practice", ask_confidence=True))
                store.answer(tokens[-1], "choice", "a", final=True)

        with pytest.raises(DatabaseFullError, match="full or fails, so the last step was not saved; free some space"):
            go_on_until_it_is_full()
    finally:
        event.remove(Engine, "connect", limit)
    later = open_store(sqlite_url)
    assert len(tokens) > 10
    assert all(later.attempt(token).responses == {"choice": "a"} for token in tokens[:-1])


@pytest.mark.postgresql
def test_a_full_disk_of_the_server_loses_nothing_that_was_acknowledged(
    postgresql_url: str, open_store: Callable[..., Store], form: Form
) -> None:
    store = open_store(postgresql_url)
    token = store.start(form, mode="practice", ask_confidence=True)
    store.answer(token, "choice", "a", final=True)
    with postgresql(postgresql_url) as connection:
        connection.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$"
        )
        connection.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON quizgen_response FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )
    before = store.attempt(token)
    with pytest.raises(DatabaseFullError, match="free some space"):
        store.answer(token, "number", 28, final=True)
    assert store.attempt(token) == before


def test_a_database_that_is_held_for_too_long_is_busy_and_then_serves_again(
    url: str, store: Store, token: str, open_store: Callable[..., Store]
) -> None:
    if url.startswith("sqlite"):
        hasty = open_store(f"{url}?timeout=0.1")
        holder: Any = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
    else:
        hasty = open_store(f"{url}&options=-clock_timeout%3D100")
        holder = psycopg.connect(url)
        holder.execute("SELECT * FROM quizgen_attempt FOR UPDATE")
    with pytest.raises(DatabaseBusyError, match="busy for too long, so the last step was not saved; try again"):
        hasty.answer(token, "number", 28, final=True)
    assert hasty.attempt(token).responses == {"choice": "a"}
    holder.rollback()
    holder.close()
    hasty.answer(token, "number", 28, final=True)
    assert store.attempt(token).responses == {"choice": "a", "number": 28.0}


@pytest.mark.postgresql
def test_a_restarted_server_costs_nobody_an_answer(
    postgresql_url: str, open_store: Callable[..., Store], form: Form
) -> None:
    store = open_store(postgresql_url)
    token = store.start(form, mode="practice", ask_confidence=True)
    with postgresql(postgresql_url) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    store.answer(token, "choice", "a", final=True)
    assert store.attempt(token).responses == {"choice": "a"}


@pytest.mark.parametrize("content", [b"claims:\n  - id: x\n" * 400, b"\x00\xff" * 5000])
def test_a_file_that_is_no_database_is_told_and_left_alone(sqlite_url: str, sqlite_file: Path, content: bytes) -> None:
    sqlite_file.write_bytes(content)
    with pytest.raises(DatabaseDamagedError, match="is not a database, or is damaged; move the file away"):
        Store.open(sqlite_url)
    assert sqlite_file.read_bytes() == content


def test_a_damaged_database_is_told(sqlite_url: str, sqlite_file: Path, form: Form) -> None:
    with Store.open(sqlite_url) as store:
        token = store.start(form, mode="practice", ask_confidence=True)
    content = sqlite_file.read_bytes()
    sqlite_file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(DatabaseDamagedError, match="damaged"), Store.open(sqlite_url) as store:
        store.attempt(token)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachableError, match=r"nowhere/quizgen\.db cannot be reached; check its address"):
        Store.open(f"sqlite:///{tmp_path}/nowhere/quizgen.db")


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachableError, match="cannot be reached"):
        Store.open(f"sqlite:///{tmp_path}")


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(DatabaseUnreachableError, match="cannot be reached; check its address") as failure:
        Store.open("postgres://reader:sesame@127.0.0.1:1/quizgen")
    assert "127.0.0.1:1/quizgen" in str(failure.value)
    assert "sesame" not in all_told(failure.value)


@pytest.mark.postgresql
def test_a_wrong_password_is_told_without_repeating_it(postgresql_url: str) -> None:
    with postgresql(postgresql_url) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        connection.execute("CREATE ROLE reader LOGIN PASSWORD 'right'")
        row = connection.execute("SHOW hba_file").fetchone()
        assert row is not None
        rules = Path(row[0])
        if "reader" not in rules.read_text(encoding="utf-8"):
            rules.write_text("local all reader scram-sha-256\n" + rules.read_text(encoding="utf-8"), encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("GRANT ALL ON SCHEMA public TO reader")
    with pytest.raises(DatabaseLoginError, match="check the user, the password and the database") as failure:
        Store.open(postgresql_url.replace("//postgres@", "//reader:sesame@"))
    assert "sesame" not in all_told(failure.value)
    Store.open(postgresql_url.replace("//postgres@", "//reader:right@")).close()


@pytest.mark.postgresql
def test_a_database_that_the_server_does_not_have_is_told(postgresql_server: Callable[..., str]) -> None:
    with pytest.raises(RecordsError, match="check its address"):
        Store.open(postgresql_server("no_such_database"))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("quiz.db", "not an address"),
        ("/data/quiz.db", "not an address"),
        ("postgresql://reader:sesame@host:port/quizgen", "not an address"),
        ("mysql://reader:sesame@host/quizgen", "`mysql` is not a kind"),
        ("postgresql+psycopg2://reader:sesame@host/quizgen", r"`postgresql\+psycopg2` is not a kind"),
        ("postgresql://reader:sesame@host/quizgen?colour=red", "colour"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///file:x?mode=memory&uri=true", "names no file"),
        ("sqlite:///quiz.db?isolation_level=DEFERRED", "no option `isolation_level`"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_with_one_that_can(url: str, told: str) -> None:
    with pytest.raises(DatabaseUrlError, match=f"{told}.*write it as `sqlite:////folder") as failure:
        Store.open(url)
    assert "sesame" not in all_told(failure.value)


def test_a_missing_driver_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseDriverError, match=r"pip install 'quizgen\[postgresql\]'"):
        Store.open("postgresql://host/quizgen")


def test_the_address_comes_from_the_environment(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_DATABASE_URL", sqlite_url)
    with Store.open() as store:
        assert store.database == sqlite_url


def test_without_an_address_the_database_is_in_a_data_folder_of_this_user_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZGEN_DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data" / "quizgen")
    with Store.open() as store:
        assert store.database.endswith("data/quizgen/quizgen.db")
    if os.name == "posix":
        assert (tmp_path / "data" / "quizgen").stat().st_mode & 0o777 == 0o700


@pytest.mark.postgresql
@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_known_by_each_of_its_schemes(
    postgresql_url: str, open_store: Callable[..., Store], scheme: str
) -> None:
    assert open_store(f"{scheme}:{postgresql_url.partition(':')[2]}").database.startswith("postgresql+psycopg://")
