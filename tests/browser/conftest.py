"""A real browser at a running server. Every test also holds that nothing but this machine was asked for anything."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from quizgen.bank import load_bank
from quizgen.forms import Form, build_form
from quizgen.records import Mode, Store
from scripts.find_browser import find
from tests.ui import five

ROOT = Path(__file__).parents[2]
REAL_BANK = ROOT / "question_banks" / "kim-putin-summit.yaml"
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 20_000
"""Milliseconds that a test waits for the page before it fails."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that is there; without one, fail where tests must run and skip elsewhere."""
    path = find()
    if path is None:
        message = "no browser: install Chromium, or name one in QUIZGEN_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return {**browser_type_launch_args, "executable_path": str(path), "args": QUIET}


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make further browsers: impatient ones, that may ask nobody but this machine."""
    hosts: set[str] = set()
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    expect.set_options(timeout=PATIENCE)
    yield make
    for context in opened:
        context.close()
    assert hosts <= {"127.0.0.1", ""}, f"the page asked {hosts}"


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a browser of its own."""
    return new_context(viewport={"width": 1280, "height": 800}).new_page()


class Server:
    """The app on a free port, with a database that outlives it."""

    def __init__(self, banks: Path, database: Path) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.store = Store.open(f"sqlite:///{database}")
        self._environment = {
            **os.environ,
            "QUIZGEN_BANKS": str(banks),
            "QUIZGEN_DATABASE_URL": f"sqlite:///{database}",
            "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",
        }
        self._log = database.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = ["--server.address=127.0.0.1", f"--server.port={self.port}", "--server.headless=true"]
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *options]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        wait_until_open(self.address, self._process, self._log)

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def close(self) -> None:
        """End it and let go of the database."""
        self.kill()
        self.store.close()

    def begin(self, form: Form, *, mode: Mode = "practice", sure: bool = True) -> str:
        """Begin an attempt and return the address of its page."""
        token = self.store.start(form, mode=mode, ask_confidence=sure)
        return f"{self.address}/quiz?a={token}"


def wait_until_open(address: str, process: subprocess.Popen[bytes], log: Path | None = None) -> None:
    """Wait until the app answers there; fail with its log if its process ends first."""
    for _ in range(240):
        if _answers(address):
            return
        try:
            process.wait(0.25)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"the server did not start:\n{log.read_text() if log else ''}")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1) as response:  # noqa: S310  (ours)
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def banks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real bank and the one of five interactions."""
    folder = tmp_path_factory.mktemp("banks")
    five.write(folder)
    (folder / REAL_BANK.name).write_bytes(REAL_BANK.read_bytes())
    return folder


@pytest.fixture(scope="session")
def server(banks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server that most tests share."""
    running = Server(banks, tmp_path_factory.mktemp("data") / "answers.db")
    running.start()
    yield running
    running.close()


@pytest.fixture
def mortal_server(banks: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that a test may kill."""
    running = Server(banks, tmp_path / "answers.db")
    running.start()
    yield running
    running.close()


@pytest.fixture(scope="session")
def form(banks: Path) -> Form:
    """The six questions of the bank of five interactions."""
    return build_form(load_bank(banks / "five.yaml"), length=6, seed=1)


@pytest.fixture
def phone(page: Page) -> Page:
    """A page 360 pixels wide."""
    page.set_viewport_size({"width": 360, "height": 740})
    return page
