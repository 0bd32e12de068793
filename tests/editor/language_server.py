"""The real yaml-language-server, spoken to as an editor does: JSON-RPC over standard input and output."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

HERE = Path(__file__).parent
BUILT = HERE.parents[1] / "build" / "yaml-language-server"
PATIENCE = 60
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "editor": {"tabSize": 2},
    "[yaml]": {},
    "http": {"proxy": "", "proxyStrictSSL": False},
    "files": {},
}
"""Neither store may be asked: a test reaches nothing but this machine."""


def installed() -> list[str]:
    """Return the command of the server, installed as its lock file says; without npm fail in CI and skip elsewhere."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        _missing("yaml-language-server needs node and npm")
    pinned = (HERE / "package-lock.json").read_bytes()
    stamp = BUILT / "installed"
    if not stamp.exists() or stamp.read_bytes() != pinned:
        BUILT.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, BUILT / name)
        options = ["--ignore-scripts", "--no-audit", "--no-fund"]
        made = subprocess.run([npm, "ci", *options], cwd=BUILT, capture_output=True, text=True, check=False)
        if made.returncode:
            _missing(f"npm could not install yaml-language-server:\n{made.stderr}")
        stamp.write_bytes(pinned)
    return [node, str(BUILT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"), "--stdio"]


def _missing(why: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


class Editor:
    """An editor with one server: opens a file, and asks what the server says of it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, folder: Path, text: str) -> Opened:
        """Open a file of the folder that was not saved yet."""
        self._number += 1
        uri = (folder / f"unsaved-{self._number}.yaml").as_uri()
        opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": opened})
        while uri not in self._told:
            self._take(self._answers.get(timeout=PATIENCE))
        return Opened(self, uri, text.splitlines(), self._told[uri])

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Ask the server and return its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._answers.get(timeout=PATIENCE)
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks of an editor, and keep what it tells."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [SETTINGS.get(section, {}) for section in asked]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._answers.put(json.loads(stream.read(length)))


@dataclass(frozen=True)
class Opened:
    """A file that is open in an editor: its lines, and what the server finds wrong."""

    editor: Editor
    uri: str
    lines: list[str]
    diagnostics: list[dict[str, Any]]

    def hover(self, words: str) -> str:
        """Return what is shown over the first place that holds these words; nothing if nothing is."""
        line = next(i for i, text in enumerate(self.lines) if words in text)
        found = self.editor.ask("textDocument/hover", self._at(line, self.lines[line].index(words)))
        return str(found["contents"]["value"]) if found else ""

    def completions(self, before: str) -> dict[str, str]:
        """Return what is offered behind the first place that holds these words, with what is told of each."""
        line = next(i for i, text in enumerate(self.lines) if before in text)
        return self.completions_at(line, self.lines[line].index(before) + len(before))

    def completions_at(self, line: int, column: int) -> dict[str, str]:
        """Return what is offered at a place, counted from 0, with what is told of each."""
        found = self.editor.ask("textDocument/completion", self._at(line, column))
        return {item["label"]: _words(item.get("documentation", "")) for item in found["items"]}

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": column}}


def _words(documentation: str | dict[str, str]) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]


@contextmanager
def editor() -> Iterator[Editor]:
    """Run the server for an editor until the block ends."""
    process = subprocess.Popen(installed(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield Editor(process)
    finally:
        process.kill()
        process.communicate(timeout=20)
