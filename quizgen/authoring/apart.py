"""Drafts of files that anybody may have sent: made in a process of its own, which is ended if it takes too much.

A file can be made to burst its reader: two megabytes of a PDF or of a web page can ask for gigabytes of memory, or for
minutes. What reads them therefore shares nothing with the server but the file and the draft.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import quizgen
from quizgen.articles import Article, read_content
from quizgen.authoring.from_article import FromArticle, bank_of
from quizgen.bank.short_names import as_id
from quizgen.errors import ArticleNotReadableError

MOST_MEGABYTES = 10
SECONDS = 30
"""Five times as long as the longest article takes that is read at all."""
MEMORY = 1_000_000_000
"""Bytes; an ordinary article takes a tenth. It is held on Linux, the time everywhere."""
AT_ONCE = 2
"""So many are read at the same time; another one waits."""

_PASTED = "pasted.txt"
_TOO_MUCH = "takes too long to read, or too much memory"
_COPY = "copy the text of the article into a .txt file"
_places = threading.BoundedSemaphore(AT_ONCE)


def draft_apart(
    content: bytes, file: str | None, *, today: date, seconds: float = SECONDS, memory: int = MEMORY
) -> FromArticle:
    """Return what a file of this name, or a text that was pasted (`None`), gives as a bank of drafts.

    Raises:
        ArticleNotReadableError: if it is no article, takes more time or memory than that, or others are read for so
            long.
    """
    name = file or _PASTED
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise ArticleNotReadableError(name, f"is larger than {MOST_MEGABYTES} MB", _COPY)
    order = {"file": file, "today": today.isoformat(), "seconds": seconds, "memory": memory}
    if not _places.acquire(timeout=seconds):
        raise ArticleNotReadableError(name, "has to wait: other articles are being read", "try again in a minute")
    try:
        answer = _answer(json.dumps(order).encode() + b"\n" + content, name, seconds)
    finally:
        _places.release()
    if "problem" in answer:
        raise ArticleNotReadableError(name, answer["problem"], answer["help"])
    return FromArticle(answer["text"], answer["claims"], answer["passages"], tuple(answer["notes"]))


def _answer(order: bytes, name: str, seconds: float) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(Path(quizgen.__file__).parents[1])}
    command = [sys.executable, "-P", "-m", __name__]
    try:
        ended = subprocess.run(  # noqa: S603  (ourselves; what was sent is data)
            command, input=order, stdout=subprocess.PIPE, env=environment, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise ArticleNotReadableError(name, _TOO_MUCH, _COPY) from None
    if ended.returncode < 0:  # ended by the system
        raise ArticleNotReadableError(name, _TOO_MUCH, _COPY)
    if ended.returncode:  # the fault is ours or a library's; what it was stands in the log of the server
        raise ArticleNotReadableError(name, "makes the program stop that reads it", _COPY)
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer


def main() -> None:
    """Read an order and a file from standard input, and write the draft, or why there is none, to standard output."""
    head, _, content = sys.stdin.buffer.read().partition(b"\n")
    order = json.loads(head)
    _limit(order["seconds"], order["memory"])
    answer: dict[str, Any]
    try:
        answer = _draft(content, order["file"], date.fromisoformat(order["today"]))._asdict()
    except ArticleNotReadableError as error:
        answer = {"problem": error.problem, "help": error.help}
    except MemoryError:
        answer = {"problem": _TOO_MUCH, "help": _COPY}
    sys.stdout.write(json.dumps(answer))


def _draft(content: bytes, file: str | None, today: date) -> FromArticle:
    article = read_content(content, file or _PASTED)
    if file is None:
        article = replace(article, file="")
    return bank_of(article, bank_id=_bank_id(article), today=today)


def _bank_id(article: Article) -> str:
    return as_id(Path(article.file).stem or article.record.title or "") or "my-article"


def _limit(seconds: float, memory: int) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (not on every system)

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))  # even if nobody waits any more


if __name__ == "__main__":
    main()
