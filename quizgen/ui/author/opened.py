"""The text that an author has open: what stands in it, whether it is kept somewhere, and the file that it came from."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from quizgen.ui.author.examined import LONGEST

EDITOR = "author-editor"
"""The key of the editor; its state holds what the browser sends."""
_OPENED = "author-opened"
_MOST = 5 * LONGEST
"""Characters that are taken from a browser at all."""


@dataclass(frozen=True)
class OnDisk:
    """A file of the banks folder, with what it held when it was opened or saved last."""

    path: Path
    content: bytes


@dataclass(frozen=True)
class Opened:
    """A text that is open in this session.

    `revision` names this opening, so that what the browser sends of another one is not taken for it; `version` counts
    the changes that the browser made to it. `kept` is the text as it was opened, saved or downloaded last.
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


def open_text(name: str, text: str, disk: OnDisk | None = None) -> None:
    """Open a text in place of what was open."""
    even = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    st.session_state[_OPENED] = Opened(name, even, even, secrets.token_hex(4), disk=disk)


def opened() -> Opened | None:
    """Return the open text as the browser sent it last, or None if none is open."""
    found: Opened | None = st.session_state.get(_OPENED)
    if found is None:
        return None
    typed = st.session_state.get(EDITOR)
    sent = typed.get("typed") if isinstance(typed, Mapping) else None
    if isinstance(sent, Mapping) and sent.get("revision") == found.revision:
        version, text = sent.get("version"), sent.get("text")
        if isinstance(text, str) and isinstance(version, int) and version > found.version and len(text) <= _MOST:
            whole = text.encode("utf-8", "replace").decode("utf-8")  # a browser has no half characters to send
            found = st.session_state[_OPENED] = replace(found, text=whole, version=version)
    return found


def keep(disk: OnDisk | None = None) -> None:
    """Note that the text is kept: downloaded, or in a file of the banks folder."""
    if found := opened():
        name = disk.path.name if disk else found.name
        st.session_state[_OPENED] = replace(found, kept=found.text, disk=disk or found.disk, name=name)
