"""Serve the app with uvicorn, tuned: the launcher matters more to the speed of a page than the page does.

Three things make a rerun several times faster than under `streamlit run` (docs/performance.md has the figures):
Streamlit's full garbage collection after every run is off, what is loaded at the start is frozen out of later
collections, and the listening socket names its protocol, without which asyncio leaves Nagle's delay on.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import sys
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import streamlit as st
import uvicorn
from streamlit import config

from quizgen.errors import AddressError, PortInUseError
from quizgen.ui.library import BANKS_VARIABLE, DATABASE_VARIABLE, warm_up
from quizgen.ui.offered import AUTHOR_VARIABLE, PREVIEW_VARIABLE, WORKSHEETS_VARIABLE

SCRIPT = Path(__file__).with_name("script.py")
SECONDS_TO_STOP = 3
SETTINGS = Path(__file__).with_name("config.toml")
"""The look of the app and what it must not do: the same as .streamlit/config.toml, which `streamlit run` reads."""
TUNED = {"global.developmentMode": False, "runner.postScriptGC": False}


def serve(
    *,
    banks: Path | None = None,
    port: int = 8501,
    host: str = "127.0.0.1",
    database: str | None = None,
    worksheets: bool | None = None,
    author: bool | None = None,
    preview: Path | None = None,
    browser: bool = False,
) -> None:
    """Serve until SIGTERM or Ctrl+C; print the address once it can be opened, and open it in a browser if asked to.

    Raises:
        PortInUseError: if another program listens there.
        AddressError: if the host is not an address of this machine.
        StoreError: if the database cannot be opened; said before anybody has begun a quiz.
    """
    if banks is not None:
        os.environ[BANKS_VARIABLE] = str(banks.resolve())
    if database is not None:
        os.environ[DATABASE_VARIABLE] = database
    for variable, said in ((WORKSHEETS_VARIABLE, worksheets), (AUTHOR_VARIABLE, author)):
        if said is not None:
            os.environ[variable] = "yes" if said else "no"
    if preview is not None:
        os.environ[PREVIEW_VARIABLE] = str(preview.absolute())
    for option, value in {**_options(tomllib.loads(SETTINGS.read_text(encoding="utf-8"))), **TUNED}.items():
        config.set_option(option, value)
    config.set_option("server.address", host)  # told to the pages; the socket below is what listens
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _stop)
    listening = _listen(host, port)
    warm_up()
    app = st.App(SCRIPT, lifespan=_announcing(host, port, browser=browser))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=SECONDS_TO_STOP)
    )
    server.run(sockets=[listening])


def _options(table: Mapping[str, Any], section: str = "") -> dict[str, Any]:
    """Return the options of a settings file by their dotted names."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        dotted = f"{section}.{name}" if section else name
        found.update(_options(value, dotted) if isinstance(value, dict) else {dotted: value})
    return found


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Leave with exit code 0: uvicorn hands a signal on to whoever handled it before, once it has shut down."""
    raise SystemExit(0)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise AddressError(host) from None
    # With proto=0 asyncio would not set TCP_NODELAY on accepted connections, which costs 40 ms a message.
    listening = socket.socket(family, kind, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError(port) from None
        raise AddressError(host) from None
    return listening


def _announcing(
    host: str, port: int, *, browser: bool
) -> Callable[[st.App], AbstractAsyncContextManager[dict[str, Any] | None]]:
    """Return what uvicorn does around serving: freeze what is loaded, then tell the address."""

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        # What is imported and loaded by now lives as long as the server: no later collection need look at it.
        gc.collect()
        gc.freeze()
        shown = "localhost" if host in ("0.0.0.0", "::") else host  # noqa: S104  (told, not bound)
        address = f"http://{shown}:{port}"
        print(f"quizgen: open {address} in a browser (Ctrl+C stops it)", flush=True)  # noqa: T201
        if browser and _has_screen():
            webbrowser.open(address)  # the socket listens already: the browser waits until we answer
        yield

    return lifespan


def _has_screen() -> bool:
    """Whether a browser can be shown; without a screen one for terminals would be opened, and take the terminal."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
