"""`quizgen serve`: tells the address, serves, stops when asked, and refuses with one clear sentence."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from benchmarks.sessions import Session

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(*options: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "serve", "--banks", str(ROOT / "question_banks"), *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QUIZGEN_DATABASE_URL": f"sqlite:///{folder}/answers.db"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=20)


def free_port() -> int:
    with socket.socket() as probing:
        probing.bind(("127.0.0.1", 0))
        return int(probing.getsockname()[1])


def refusal(*options: str, folder: Path) -> tuple[int, str]:
    with serving(*options, folder=folder) as process:
        _, told = process.communicate(timeout=60)
        return process.returncode, told


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_tells_the_address_serves_and_stops_when_asked(stop: signal.Signals, tmp_path: Path) -> None:
    port = free_port()
    with serving("--port", str(port), folder=tmp_path) as process:
        assert process.stdout
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        with urlopen(f"http://127.0.0.1:{port}/", timeout=10) as page:
            assert page.status == 200

        process.send_signal(stop)

        assert process.wait(timeout=15) == 0
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_a_port_in_use_is_told_with_another_to_try(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, told = refusal("--port", str(port), folder=tmp_path)

    assert code == 1
    assert f"port {port} is in use" in told
    assert f"--port {port + 1}" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "203.0.113.7"], "is not an address of this machine"),
        (["--host", "no such host"], "is not an address of this machine"),
        (["--database", "nonsense"], "database"),
        (["--database", "sqlite:////proc/none/answers.db"], "database"),
    ],
)
def test_what_cannot_be_served_is_told_before_anybody_begins(options: list[str], said: str, tmp_path: Path) -> None:
    code, told = refusal("--port", str(free_port()), *options, folder=tmp_path)

    assert code == 1
    assert said in told
    assert "Traceback" not in told
    assert told.count("\n") == 1


def test_both_ways_of_starting_have_the_same_settings() -> None:
    shipped = (ROOT / "quizgen" / "ui" / "config.toml").read_text(encoding="utf-8")

    assert shipped == (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")


def test_the_look_is_there_wherever_it_is_started(tmp_path: Path) -> None:
    """Without the settings file in the working folder the theme would be Streamlit's own."""
    port = free_port()
    with serving("--port", str(port), folder=tmp_path) as process:
        assert process.stdout
        process.stdout.readline()

        session = Session(port)
        # In a thread of its own: the browser tests may have left this one with a loop.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, session.live(0, 0, seed=0)).result()

    assert "#14556b" in session.texts
