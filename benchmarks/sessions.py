"""Sessions of the app, driven over its websocket as a browser does it, without the browser."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STARTUP_SECONDS = 60


@dataclass
class Server:
    """A running server: its port and the process that serves."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def resident_mb(self) -> float:
        """Return the resident memory of the server's process, in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("the server's process tells no memory")


@contextmanager
def running(command: list[str], port: int, **environment: str) -> Iterator[Server]:
    """Run a server until the block ends; `command` must listen on `port`."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait_until_open(port)
        yield Server(port, process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def free_port() -> int:
    """Return a port of the loopback address on which nothing listens."""
    with socket.socket() as probing:
        probing.bind(("127.0.0.1", 0))
        return int(probing.getsockname()[1])


def _wait_until_open(port: int) -> None:
    give_up = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < give_up:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nothing opened port {port} within {STARTUP_SECONDS} s")


def plain_streamlit(script: Path, port: int) -> list[str]:
    """Return the command of `streamlit run` as a beginner would give it, less the browser and the questions."""
    return [
        sys.executable, "-m", "streamlit", "run", str(script),
        "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true",
    ]  # fmt: skip


def quizgen_serve(banks: Path, port: int, database: str) -> list[str]:
    """Return the command of `quizgen serve`."""
    options = ["--banks", str(banks), "--port", str(port), "--database", database]
    return [sys.executable, "-m", "quizgen", "serve", *options]


@dataclass
class Session:
    """One browser tab: a websocket, the page it is on, and how long its reruns took, in milliseconds."""

    port: int
    query: str = ""
    page: str = ""
    milliseconds: list[float] = field(default_factory=list)
    texts: str = ""

    async def live(self, reruns: int, think_seconds: float, seed: int) -> None:
        """Open the page, then rerun it so many times, with a pause of about `think_seconds` before each."""
        pauses = random.Random(seed)  # noqa: S311  (pauses, not secrets)
        async with websockets.connect(f"ws://127.0.0.1:{self.port}/_stcore/stream", max_size=None) as connection:
            self.texts = await self._rerun(connection)
            for _ in range(reruns):
                await asyncio.sleep(think_seconds * pauses.uniform(0.5, 1.5))
                before = time.perf_counter()
                await self._rerun(connection)
                self.milliseconds.append(1000 * (time.perf_counter() - before))

    async def _rerun(self, connection: websockets.ClientConnection) -> str:
        message = BackMsg()
        message.rerun_script.query_string = self.query
        if self.page:
            message.rerun_script.page_name = self.page
        await connection.send(message.SerializeToString())
        texts: list[bytes] = []
        while True:
            frame = await connection.recv()
            answer = ForwardMsg()
            data = frame if isinstance(frame, bytes) else frame.encode()
            answer.ParseFromString(data)
            texts.append(data)
            if answer.WhichOneof("type") == "script_finished" and not _restarts(answer):
                return b"".join(texts).decode("utf-8", "replace")


def _restarts(answer: ForwardMsg) -> bool:
    """Whether the run ended early because the script asked for another one."""
    return answer.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN


async def live_together(sessions: list[Session], reruns: int, think_seconds: float) -> None:
    """Let the sessions live at the same time, each begun a little after the one before."""

    async def begin(session: Session, place: int) -> None:
        await asyncio.sleep(place * think_seconds / max(1, len(sessions)))
        await session.live(reruns, think_seconds, seed=place)

    await asyncio.gather(*(begin(s, i) for i, s in enumerate(sessions)))


def p50_p95(sessions: list[Session]) -> tuple[float, float]:
    """Return the 50th and 95th percentile of all reruns, in milliseconds."""
    all_of_them = [ms for s in sessions for ms in s.milliseconds]
    return median(all_of_them), quantiles(all_of_them, n=20)[-1]
