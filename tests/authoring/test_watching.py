"""Word of changes to files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from quizgen.authoring.watching import changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


@pytest.fixture
def news(folder: Path) -> Iterator[frozenset[Path]]:
    return changes(lambda: sorted(folder.iterdir()), interval=0.01)


def test_first_every_file_is_told(folder: Path, news: Iterator[frozenset[Path]]) -> None:
    assert next(news) == {folder / "one", folder / "two"}


def test_a_file_that_is_written_replaced_added_or_deleted_is_told(
    folder: Path, news: Iterator[frozenset[Path]]
) -> None:
    next(news)
    (folder / "one").write_text("longer than before", encoding="utf-8")
    assert next(news) == {folder / "one"}
    new = folder.parent / "new"
    new.write_text("two", encoding="utf-8")  # as long as before
    os.utime(new, ns=((folder / "two").stat().st_atime_ns, (folder / "two").stat().st_mtime_ns))
    new.replace(folder / "two")
    assert next(news) == {folder / "two"}
    (folder / "three").touch()
    assert next(news) == {folder / "three"}
    (folder / "one").unlink()
    assert next(news) == {folder / "one"}


def test_what_does_not_change_is_not_told(folder: Path, news: Iterator[frozenset[Path]]) -> None:
    next(news)
    told: list[frozenset[Path]] = []
    waiting = Thread(target=lambda: told.append(next(news)), daemon=True)
    waiting.start()
    sleep(0.3)
    assert not told
    (folder / "one").write_text("changed at last", encoding="utf-8")
    waiting.join(timeout=5)
    assert told == [{folder / "one"}]


def test_a_file_that_does_not_exist_yet_may_be_watched(tmp_path: Path) -> None:
    news = changes(lambda: [tmp_path / "later"], interval=0.01)
    assert next(news) == {tmp_path / "later"}
    (tmp_path / "later").touch()
    assert next(news) == {tmp_path / "later"}
