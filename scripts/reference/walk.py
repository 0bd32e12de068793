"""The example of the authoring guide, walked from its draft to its finished bank, with every command run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.reference.page import ROOT

BANK = "town-baths.yaml"
ARTICLE = "articles/town-baths.txt"
EXAMPLES = ROOT / "docs" / "examples"

PORT = 8501
"""Where `quizgen serve` listens unless told otherwise; while the guide is made another port is used."""

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
_ENTRY = re.compile(r"^(?=  - id: )", re.MULTILINE)
_ID = re.compile(r"  - id: (\S+)\n")
_NOTE = re.compile(r"^# .*\n", re.MULTILINE)


class Parts:
    """A bank's text in parts: what stands before its claims, and its claims and passages by their ids."""

    def __init__(self, text: str) -> None:
        """Divide a text that is laid out as `quizgen fmt` does it."""
        self.head, rest = re.split(r"^claims:\n", text, maxsplit=1, flags=re.MULTILINE)
        claims, passages = re.split(r"^passages:\n", rest, maxsplit=1, flags=re.MULTILINE)
        self.entries = {"claims": _entries(claims), "passages": _entries(passages)}

    def section_of(self, name: str) -> dict[str, str]:
        """Return the claims or the passages, whichever hold an entry; raises KeyError if neither does."""
        for entries in self.entries.values():
            if name in entries:
                return entries
        raise KeyError(name)

    def text(self) -> str:
        """Return the whole bank."""
        sections = (f"{section}:\n" + "\n".join(entries.values()) for section, entries in self.entries.items())
        return self.head + "\n".join(sections)


class Walk:
    """A folder with an article, in which a bank is drafted and finished step by step."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing but the article."""
        self.folder = folder
        self.finished = Parts((EXAMPLES / BANK).read_text(encoding="utf-8"))
        (folder / ARTICLE).parent.mkdir()
        shutil.copyfile(EXAMPLES / ARTICLE, folder / ARTICLE)

    def run(self, command: str, *, said: str | None = None, lines: int | None = None) -> str:
        """Run a command and return it with its output, as a terminal shows them; of long output the first lines.

        `said` is what must stand in the output, so that the guide cannot go on as if it did. Raises ValueError if not.
        """
        output = self._output(command)
        if said is not None and said not in output:
            raise ValueError(f"`{command}` does not say “{said}” but\n{output}")
        shown = output.split("\n")
        if lines is not None and len(shown) > lines:
            shown = [*shown[:lines], "…"]
        return _fenced("console", "\n".join([f"$ {command}", *shown]))

    def serve(self, command: str) -> str:
        """Start a command that goes on until it is stopped, and return it with the address that it tells."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with subprocess.Popen(
            [*_module(command), "--port", str(port)],
            cwd=self.folder,
            env=_ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            told = process.stdout.readline().strip() if process.stdout else ""
            process.terminate()
        if f":{port}" not in told:
            raise ValueError(f"`{command}` does not start: {told}")
        return _fenced("console", f"$ {command}\n{told.replace(str(port), str(PORT))}")

    def article(self, paragraphs: int) -> str:
        """Return the first paragraphs of the article."""
        whole = (self.folder / ARTICLE).read_text(encoding="utf-8")
        return _fenced("text", "\n\n".join([*whole.split("\n\n")[:paragraphs], "…"]))

    def drafted(self, name: str) -> str:
        """Return an entry as it stands in the bank now."""
        return _fenced("yaml", _dedented(self._bank().section_of(name)[name]))

    def top(self) -> str:
        """Write the top of the finished bank, without its sources, and return it from its first field on."""
        mine, theirs = self._bank(), self.finished.head.split("sources:\n")[0]
        top = theirs[theirs.index("format:") :]
        self._write(mine, head=f"{mine.head.splitlines()[0]}\n\n{top}sources: {{}}\n\n")
        return _fenced("yaml", top.strip())

    def sources(self, *shown: str) -> str:
        """Write the sources of the finished bank, and return those named."""
        mine, (_, sources) = self._bank(), self.finished.head.split("sources:\n")
        self._write(mine, head=mine.head.replace("sources: {}\n\n", f"sources:\n{sources}"))
        found = re.split(r"^(?=  \S)", sources, flags=re.MULTILINE)
        chosen = [one.rstrip() for one in found if one.strip().split(":")[0] in shown]
        if len(chosen) != len(shown):
            raise KeyError(shown)
        return _fenced("yaml", "\n\n".join(["sources:", *chosen]).replace("sources:\n\n", "sources:\n", 1))

    def keep(self, names: dict[str, str]) -> str:
        """Delete all entries but these, new name to old one; return nothing to show."""
        mine = self._bank()
        for section, entries in mine.entries.items():
            mine.entries[section] = {
                new: entries[old].replace(f"id: {old}\n", f"id: {new}\n")
                for new, old in names.items()
                if old in entries
            }
        if sum(map(len, mine.entries.values())) != len(names):
            raise KeyError(*names)
        self._write(mine)
        return ""

    def finish(self, name: str, *slips: tuple[str, str], without: str | None = None) -> str:
        """Write an entry as it is in the finished bank, where it is missing at its place there, and return it.

        A slip is what is right and what is typed instead, `without` a last field that is forgotten; so it stands in
        the bank until the entry is finished once more, and is not shown.
        """
        mine, theirs = self._bank(), self.finished.section_of(name)
        section = next(section for section, entries in self.finished.entries.items() if name in entries)
        written = theirs[name]
        for right, wrong in slips:
            if written.count(right) != 1:
                raise ValueError(f"“{right}” does not stand once in {name}")
            written = written.replace(right, wrong)
        if without is not None:
            written = written[: written.index(f"    {without}: ")]
        changed = {**mine.entries[section], name: written}
        mine.entries[section] = {one: changed[one] for one in (*theirs, *changed) if one in changed}
        self._write(mine)
        return _fenced("yaml", _dedented(theirs[name]))

    def end(self) -> str:
        """Return nothing, if the bank is the finished one; raises ValueError if the guide left something out."""
        mine = Parts((self.folder / BANK).read_text(encoding="utf-8"))
        if mine.entries != self.finished.entries or "TODO" in mine.text():
            raise ValueError(f"the guide does not end with {BANK} but with\n{mine.text()}")
        return ""

    def _output(self, command: str) -> str:
        told = subprocess.run(
            _module(command),
            cwd=self.folder,
            env=_ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return told.stdout.strip()

    def _bank(self) -> Parts:
        return Parts((self.folder / BANK).read_text(encoding="utf-8"))

    def _write(self, parts: Parts, *, head: str | None = None) -> None:
        parts.head = parts.head if head is None else head
        (self.folder / BANK).write_text(parts.text(), encoding="utf-8")


@contextmanager
def walk() -> Iterator[Walk]:
    """Begin a walk in a folder of its own, which is gone when it ends."""
    with TemporaryDirectory() as folder:
        yield Walk(Path(folder))


def _module(command: str) -> list[str]:
    return [sys.executable, "-m", *shlex.split(command)]


def _entries(text: str) -> dict[str, str]:
    """Return the entries of a section; the notes that a draft puts between sections are left out."""
    found = [one for one in _ENTRY.split(_NOTE.sub("", text)) if one.strip()]
    return {_name(one): one.rstrip() + "\n" for one in found}


def _name(entry: str) -> str:
    found = _ID.match(entry)
    if found is None:
        raise ValueError(f"no entry: {entry}")
    return found[1]


def _dedented(entry: str) -> str:
    return "\n".join(line.removeprefix("  ") for line in entry.rstrip().split("\n"))


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"
