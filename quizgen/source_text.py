"""The text of a file: decoded, freed of hidden characters, and with places in it.

A hidden character is told of and then taken out, so that what follows is judged as the author sees it; the columns of
that line are counted as if it were still there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from quizgen.diagnostics import Diagnostic, Location

MAX_BYTES = 5_000_000
MAX_HIDDEN = 200

# Not among them: ZERO WIDTH JOINER and NON-JOINER, which Persian, Hindi and emoji need, and variation selectors.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_OVERRIDES = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_ANY_HIDDEN = re.compile(f"[{_CONTROLS}{_OVERRIDES}{_INVISIBLE}]")  # several times as fast as the groups of the next
_HIDDEN = re.compile(f"([{_CONTROLS}]+)|([{_OVERRIDES}]+)|([{_INVISIBLE}]+)")
_TORN_BREAK = re.compile(f"\r(?=[{_CONTROLS}{_OVERRIDES}{_INVISIBLE}]+\n)")
_BREAK = re.compile(r"\r\n|\r|\n")
_KINDS = (
    ("control-character", "a control character", "delete it"),
    (
        "bidirectional-override",
        "a hidden sign of writing direction",
        "delete it; it can make the text read otherwise than it is stored",
    ),
    ("invisible-character", "an invisible character", "delete it; words that hold it are not found in the text"),
)


class UnreadableError(Exception):
    """The file cannot be turned into data; it becomes one diagnostic and never reaches a caller."""

    def __init__(
        self,
        code: str,
        message: str,
        help: str,  # noqa: A002  (the name it has in a diagnostic)
        *,
        location: Location | None = None,
        before: tuple[Diagnostic, ...] = (),
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.help, self.location, self.before = code, message, help, location, before


@dataclass(frozen=True, eq=False)
class SourceText:
    """A file's text without hidden characters, which are told of in `diagnostics`."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    _removed: dict[int, list[int]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, content: str | bytes, file: str) -> SourceText:
        """Decode and clean a file's content; raise `UnreadableError` if it is no text, or too much of it."""
        if len(content) > MAX_BYTES:
            size = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
            raise UnreadableError("file-too-large", size, "divide it into several banks")
        text = content if isinstance(content, str) else _decode(content, file)
        text = text.removeprefix("\ufeff")
        if (directive := _directive(text)) is not None:
            help_ = "delete the line; if it is text, indent it"
            message = "a line may not begin with `%`"
            raise UnreadableError("directive", message, help_, location=cls(file, text).location(directive, 0))
        return _without_hidden(text, file) if _ANY_HIDDEN.search(text) else cls(file, text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends; one empty line at least."""
        lines = _BREAK.split(self.text)
        return lines[:-1] if len(lines) > 1 and not lines[-1] else lines

    def location(self, line: int, column: int) -> Location:
        """Return the place of a line and column counted from 0; a place behind the end is moved to the last line."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        for removed in self._removed.get(line, ()):
            column += removed <= column
        return Location(self.file, line + 1, column + 1)

    def hidden_in(self, value: str, line: int, column: int) -> Iterator[Diagnostic]:
        """Tell of hidden characters that a value holds by way of an escape."""
        for found in _HIDDEN.finditer(value) if _ANY_HIDDEN.search(value) else ():
            yield _diagnostic(found, self.location(line, column))


def shown(value: str, length: int = 60) -> str:
    """Return a text as it can be put into a message: on one line, not long, with nothing hidden in it."""
    line = " ".join(value[: 2 * length].split())
    line = _HIDDEN.sub(lambda found: "".join(f"<U+{ord(c):04X}>" for c in found[0]), line).replace("`", "'")
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def without_hidden(text: str, *, but: str = "") -> str:
    """Return the text without characters that cannot be seen, save those in `but`."""
    return _ANY_HIDDEN.sub(lambda found: found[0] if found[0] in but else "", text)


def _decode(content: bytes, file: str) -> str:
    help_ = "save it in your editor as plain text with the encoding UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("not-utf-8", "the file is saved as UTF-16", help_)
    if b"\0" in content:
        raise UnreadableError("binary-file", "this is not a text file", "name a bank file, which ends in `.yaml`")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = SourceText(file, content[: error.start].decode("utf-8"))
        lines = _BREAK.split(before.text)
        place = Location(file, len(lines), len(lines[-1]) + 1)
        raise UnreadableError("not-utf-8", "the file is not saved as UTF-8", help_, location=place) from None


def _directive(text: str) -> int | None:
    """Return the line of the first directive; libyaml's time grows with the square of their number."""
    if not text.startswith("%") and "\n%" not in text and "\r%" not in text:
        return None
    return next(i for i, line in enumerate(_BREAK.split(text)) if line.startswith("%"))


def _without_hidden(text: str, file: str) -> SourceText:
    whole = SourceText(file, text)
    found = list(islice(_HIDDEN.finditer(text), MAX_HIDDEN + 1))
    diagnostics = []
    removed: dict[int, list[int]] = defaultdict(list)
    line = start = 0
    ends = _BREAK.finditer(text)
    end = next(ends, None)
    for hit in found:
        while end is not None and end.end() <= hit.start():
            line, start, end = line + 1, end.end(), next(ends, None)
        column = hit.start() - start
        diagnostics.append(_diagnostic(hit, whole.location(line, column)))
        removed[line].extend(range(column, column + len(hit[0])))
    if len(found) > MAX_HIDDEN:
        help_ = "save it in your editor as plain text with the encoding UTF-8"
        message = f"the file holds more than {MAX_HIDDEN} hidden characters"
        raise UnreadableError("binary-file", message, help_, location=diagnostics[0].location)
    clean = _HIDDEN.sub("", _TORN_BREAK.sub("\n", text))  # two breaks must not become one, or lines would be miscounted
    return SourceText(file, clean, tuple(diagnostics), dict(removed))


def _diagnostic(found: re.Match[str], location: Location) -> Diagnostic:
    code, kind, help_ = _KINDS[(found.lastindex or 1) - 1]
    first = found[0][0]
    name = unicodedata.name(first, "").lower()
    which = f"U+{ord(first):04X}" + (f", {name}" if name else "")
    return Diagnostic(location, code, f"there is {kind} here ({which})", help_)
