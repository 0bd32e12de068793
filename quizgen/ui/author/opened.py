"""The text that an author has open: what stands in it, whether it is kept somewhere, and the file that it came from."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import streamlit as st
from pydantic import JsonValue

from quizgen.ui.author.examined import LONGEST

EDITOR = "author-editor"
"""The key of the editor; its state holds what the browser sends."""
HELD = "author-held"
"""The key of what asks the window for the text that it held when this session did not know of it."""
_OPENED = "author-opened"
_MOST = 5 * LONGEST
"""Characters that are taken from a browser at all."""


@dataclass(frozen=True)
class OnDisk:
    """A file of the banks folder, with what it held when it was opened or saved last."""

    path: Path
    content: bytes

    @property
    def digest(self) -> str:
        """A digest of what it held."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Opened:
    """A text that is open in this session.

    `name` is that of its file, empty where it has none. `revision` names this opening, so that what the browser sends
    of another one is not taken for it; `version` counts the changes that the browser made to it. `kept` is the text as
    it was opened, saved or downloaded last.
    """

    name: str
    text: str
    kept: str
    revision: str
    version: int = 0
    disk: OnDisk | None = None

    @property
    def is_kept(self) -> bool:
        """Whether nothing would be lost with it."""
        return self.text == self.kept

    @property
    def origin(self) -> dict[str, JsonValue]:
        """What the window holds beside the text, so that the file can be told again."""
        return {"name": self.name, "digest": self.disk.digest if self.disk else None}


def open_text(name: str, text: str, disk: OnDisk | None = None, *, kept: bool = True) -> None:
    """Open a text in place of what was open."""
    even = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    st.session_state[_OPENED] = Opened(name, even, even if kept else "", secrets.token_hex(4), disk=disk)


def opened() -> Opened | None:
    """Return the open text as the browser sent it last, or None if none is open."""
    found: Opened | None = st.session_state.get(_OPENED)
    sent = _part(EDITOR, "typed")
    if found is None or sent.get("revision") != found.revision:
        return found
    version, text = sent.get("version"), _text(sent)
    if text is not None and isinstance(version, int) and version > found.version:
        found = st.session_state[_OPENED] = replace(found, text=text, version=version)
    return found


def open_held(folder: Path | None) -> bool:
    """Open the text that the window holds, if it has sent one; `folder` is where files may be saved.

    Its file is taken for the one that it came from only if that still holds what it held.
    """
    held = _part(HELD, "held")
    name, text = held.get("name"), _text(held)
    if not text or not isinstance(name, str):
        return False
    path = folder / name if folder and name and Path(name).name == name else None
    disk = _on_disk(path) if path else None
    open_text(name, text, disk if disk and disk.digest == held.get("digest") else None, kept=False)
    return True


def _on_disk(path: Path) -> OnDisk | None:
    try:
        return OnDisk(path, path.read_bytes()) if path.is_file() else None
    except OSError:
        return None  # it is saved under its name only where it can be read


def _part(key: str, name: str) -> Mapping[str, object]:
    """Return what a component sent, which may be anything."""
    state = st.session_state.get(key)
    part = state.get(name) if isinstance(state, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _text(sent: Mapping[str, object]) -> str | None:
    text = sent.get("text")
    if not isinstance(text, str) or len(text) > _MOST:
        return None
    return text.encode("utf-8", "replace").decode("utf-8")  # a text has no half characters


def keep(disk: OnDisk | None = None) -> None:
    """Note that the text is kept: downloaded, or in a file of the banks folder."""
    if found := opened():
        name = disk.path.name if disk else found.name
        st.session_state[_OPENED] = replace(found, kept=found.text, disk=disk or found.disk, name=name)
