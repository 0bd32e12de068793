"""Save a bank into the banks folder: never outside it, and never over a file that changed since it was opened."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from quizgen.errors import FileShapeError, QuizgenError
from quizgen.exchange import write_whole
from quizgen.ui.author.opened import OnDisk, Opened
from quizgen.yaml_source import parse_yaml

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_LINE = re.compile(r"""^id:[ ]+["']?([a-z0-9-]+)["']?[ ]*(?:#.*)?$""", re.MULTILINE)
_LONGEST_ID = 64
_SUFFIXES = (".yaml", ".yml")
_one_at_a_time = threading.Lock()
"""Two windows that save at the same moment must not both find the file as they left it."""


class NotSavedError(QuizgenError):
    """A bank was not saved; `why` names the sentence for its author, and `file` the file that is meant."""

    def __init__(self, why: str, file: str = "") -> None:
        self.why, self.file = why, file
        super().__init__(f"the bank was not saved: {why} {file}".rstrip())


def bank_id(text: str) -> str | None:
    """Return the id that a bank gives itself, whatever else is wrong with it; None if none can name a file."""
    data = parse_yaml(text, "").data
    if data is None:  # a slip elsewhere keeps it from being read as YAML; the line of the id can be read all the same
        line = _ID_LINE.search(text)
        named = line[1] if line else None
    else:
        named = data.get("id") if isinstance(data, dict) else None
    fits = isinstance(named, str) and len(named) <= _LONGEST_ID and _ID.fullmatch(named)
    return named if fits else None


def save(opened: Opened, folder: Path) -> OnDisk:
    """Write a text to the file that its id names, and return what that file then holds.

    Raises:
        NotSavedError: if it has no id, if the file is not a plain file of this folder, if there is such a file that was
            not opened here or has changed since, or if it cannot be written.
    """
    before = opened.disk
    name = bank_id(opened.text) or (before.path.stem if before else None)
    if name is None:
        raise NotSavedError("no-id")
    path = before.path if before and _names(before.path, name, folder) else folder / f"{name}.yaml"
    line_end = "\r\n" if before and b"\r\n" in before.content else "\n"
    content = opened.text.replace("\n", line_end).encode()
    with _one_at_a_time:
        for suffix in _SUFFIXES:
            there = folder / f"{name}{suffix}"
            if there.is_symlink() or (there.exists() and not there.is_file()):
                raise NotSavedError("elsewhere", there.name)
            if there != path and there.exists():
                raise NotSavedError("taken", there.name)
        _refuse_changed(path, before)
        try:
            write_whole(path, content)
        except FileShapeError as error:
            raise NotSavedError("disk", str(error)) from None
    return OnDisk(path, content)


def _names(path: Path, name: str, folder: Path) -> bool:
    return path.parent == folder and path.stem == name and path.suffix in _SUFFIXES


def _refuse_changed(path: Path, before: OnDisk | None) -> None:
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotSavedError("disk", f"{path}: {error.strerror}") from None
    if before is None or before.path != path:
        raise NotSavedError("taken", path.name)
    if now != before.content:
        raise NotSavedError("changed", path.name)
