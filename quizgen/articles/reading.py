"""Read an article from a file: plain text, Markdown, a web page or a PDF."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from quizgen.articles.article import Article, Paragraph, Record, clean, without_line_ends
from quizgen.articles.html import read_html
from quizgen.articles.markdown import has_marks, read_markdown
from quizgen.articles.page import Page, decoded
from quizgen.articles.pdf import read_pdf
from quizgen.articles.plain import plain_paragraphs
from quizgen.articles.record import told_by
from quizgen.errors import ArticleNotReadableError
from quizgen.source_text import without_hidden

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 300_000
"""About a hundred printed pages: whoever names more has named the wrong file."""
LEAST_WORDS = 25
"""What is left of a page with fewer words is its menu."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LOST = "\ufffd"


class Read(NamedTuple):
    """What a reader makes of a file: paragraphs, what the file tells of its article, and what else it shows."""

    paragraphs: list[Paragraph]
    record: Record
    beside: str = ""


def read_article(path: Path) -> Article:
    """Read an article; the ending of the file's name tells what it is.

    Raises:
        ArticleNotReadableError: if there is no such file, or no text of an article in it.
    """
    _reader(str(path))
    return read_content(_content(path), str(path))


def read_content(content: bytes, file: str) -> Article:
    """Read an article from what a file of this name holds.

    Raises:
        ArticleNotReadableError: if no text of an article is in it.
    """
    if len(content) > MAX_BYTES:
        raise ArticleNotReadableError(file, f"is larger than {MAX_BYTES // 1_000_000} MB", "name the article alone")
    return _article(_reader(file)(content, file), file)


def _reader(file: str) -> Callable[[bytes, str], Read]:
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        raise ArticleNotReadableError(
            file, "is of a kind that cannot be read", f"choose a file in {', '.join(READERS)}"
        )
    return reader


def _article(read: Read, file: str) -> Article:
    """Return the article that was read, freed of what cannot be seen; at least one of its paragraphs has text."""
    paragraphs = [Paragraph(" ".join(clean(text).split()), role) for text, role in read.paragraphs]
    told, breaks = without_line_ends(p for p in paragraphs if p.text)
    if (size := sum(len(p.text) for p in told)) > MAX_CHARACTERS:
        problem = f"is longer than {MAX_CHARACTERS:,} characters ({size:,})"
        raise ArticleNotReadableError(file, problem, "keep the article, or a chapter, in a file of its own")
    record = Record(*(None if part is None else clean(str(part)) for part in read.record))
    lost = sum(p.text.count(_LOST) for p in told)
    notes = (f"{lost} of its characters could not be read and stand as {_LOST}",) if lost else ()
    whole = told_by(record, told)
    guessed = frozenset(name for name in Record._fields if getattr(whole, name) and not getattr(record, name))
    return Article(file, told, whole, guessed, breaks, clean(read.beside), notes)


def _content(path: Path) -> bytes:
    file = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ArticleNotReadableError(file, "is not an ordinary file", "name a file of text")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ArticleNotReadableError(file, "is not there", "check its name and its folder") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or "its name cannot be used"
        raise ArticleNotReadableError(file, f"cannot be read: {reason.lower()}", "check its permissions") from None


def _text(content: bytes, file: str) -> str:
    """Decode a text; it is UTF-8, or says at its beginning that it is UTF-16."""
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), "utf-8")
    no_text = ArticleNotReadableError(file, "is not a text file", f"choose a file in {', '.join(READERS)}")
    if encoding == "utf-8" and b"\0" in content:
        raise no_text
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        lines = content[: error.start].decode(encoding, "replace").splitlines() or [""]
        place = f"line {len(lines)} holds a sign in another encoding"
        help_ = "open it in an editor and save it with the encoding UTF-8"
        raise ArticleNotReadableError(file, f"is not saved as UTF-8: {place}", help_) from None
    if "\0" in text:
        raise no_text
    return _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))


def _read_plain(content: bytes, file: str) -> Read:
    text = _text(content, file)
    return _not_empty(*(read_markdown(text) if has_marks(text) else (plain_paragraphs(text), Record())), file)


def _read_markdown(content: bytes, file: str) -> Read:
    return _not_empty(*read_markdown(_text(content, file)), file)


def _not_empty(paragraphs: list[Paragraph], record: Record, file: str) -> Read:
    if not any(without_hidden(p.text).strip() for p in paragraphs):
        raise ArticleNotReadableError(file, "holds no text", "copy the article into it")
    return Read(paragraphs, record)


def _read_html(content: bytes, file: str) -> Read:
    text = decoded(content)
    if text is None or "\0" in text:
        raise ArticleNotReadableError(file, "is not a web page, or is damaged", "save the page again from the browser")
    page = Page.of(text)
    paragraphs, record = read_html(text)
    if sum(len(p.text.split()) for p in paragraphs) < LEAST_WORDS:
        help_ = "save the page of the article itself, or copy its text into a .txt file"
        raise ArticleNotReadableError(file, "holds no article that could be told from its menus", help_)
    return Read(paragraphs, record._replace(language=record.language or page.language), page.text)


def _read_pdf(content: bytes, file: str) -> Read:
    paragraphs, record = read_pdf(content, file)
    if not any(without_hidden(p.text).strip() for p in paragraphs):
        help_ = "it is made of pictures: run text recognition on it, or copy its text into a .txt file"
        raise ArticleNotReadableError(file, "holds no text", help_)
    return Read(paragraphs, record)


READERS: dict[str, Callable[[bytes, str], Read]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
}
"""What reads a file, by the ending of its name."""
