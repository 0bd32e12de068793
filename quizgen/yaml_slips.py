"""Say in plain words what a YAML reader stumbled over, and where the slip most likely is.

The reader's own words name its inner states ("did not find expected key"); each is turned into what the author did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

Place = tuple[int, int]  # line and column, both from 0

QUOTE_IT = "put the whole text in quotation marks"


_SHOWABLE = 100
_QUOTES = ('"', "'")
_CLOSING = ("]", "}")
_FIELD = re.compile(r"\s*(- +)*[\w-]+:(\s|$)|\s*- ")  # how a line begins that is no part of a longer text
_NAMED = re.compile(r"[a-z_]+:(?![\s/])")  # a field whose text follows without a space; no web address
_OPENED = re.compile(r"[\w-]+:[ ]+(?=[\"'])")
HASH_SIGN = re.compile(r"(?<=[^ \t\r\n])[ \t]+#(?=[^\W_])")


class Slip(NamedTuple):
    """A code, what is wrong, and how to mend it."""

    code: str
    message: str
    help: str = ""


_COLON = Slip(
    "colon-in-text",
    "there is a second `:` on this line",
    f"if it belongs to the text, {QUOTE_IT}; else begin a line there",
)
_TAB = Slip("tab-indent", "there is a tab where spaces are needed", "indent with spaces only")
_INDENT = Slip(
    "uneven-indent",
    "this line does not line up with the lines above it",
    "begin fields that belong together in the same column; indent what belongs to a field by two more spaces",
)
_RUNS_ON = Slip(
    "uneven-indent",
    "this line is read as if it went on with the line above it",
    "begin it in the same column as the field above it, and see that a `:` and a space follow that field's name",
)
_UNCLOSED_QUOTE = Slip(
    "unclosed-quote",
    "the text that was opened with a quotation mark here is not closed",
    "close it; if it belongs to the text, put the whole text in the other kind of quotation marks",
)
_UNCLOSED_BRACKET = Slip(
    "unclosed-bracket",
    "the bracket that opens here is not closed as it should be",
    f"put a comma between the parts and close it; if it belongs to the text, {QUOTE_IT}",
)
_NO_COLON = Slip(
    "missing-colon", "this line has no `:`", "write `name: text`, or indent a line that goes on with a text"
)
_NO_SPACE = Slip("missing-space", "there is no space after the `:`", "write `name: text`, with a space between the two")
NO_NAME = Slip("field-without-name", "there is no name before the `:`", "write the field's name")
_ESCAPE = Slip(
    "unknown-escape",
    "the backslash here stands for nothing",
    "write it twice (`\\\\`), or put the text in single quotation marks",
)
_APOSTROPHE = Slip(
    "text-after-quote",
    "the text goes on after its closing quotation mark",
    "put a text with an apostrophe in double quotation marks, or see whether one was left open further up",
)
_INNER_QUOTE = Slip("text-after-quote", "the text holds the quotation mark that it stands in")
_QUOTE_FIRST = Slip(
    "text-after-quote", "the text itself begins with a quotation mark, and goes on after the closing one"
)
_AFTER_BRACKET = Slip(
    "text-after-bracket",
    "the text goes on after a closing bracket",
    f"if the text begins with a bracket, {QUOTE_IT}",
)
_BLOCK_SIGN = Slip(
    "bad-block-sign",
    "there is something else on the line of `>` or `|`",
    f"begin the text on the next line; if `>` or `|` belongs to the text, {QUOTE_IT}",
)
_DASH = Slip(
    "misplaced-dash", "a list cannot begin here", "begin the list on a line of its own, below its field's name"
)
_OTHER = Slip(
    "broken-yaml", "the file cannot be read from here on", "look for a slip in this line and the one above it"
)

# What libyaml says, or a part of it, and what that is.
_SAID = (
    ("mapping values are not allowed", _COLON),
    ("tab character", _TAB),
    ("unexpected end of stream", _UNCLOSED_QUOTE),
    ("unexpected document indicator", _UNCLOSED_QUOTE),
    ("expected ',' or", _UNCLOSED_BRACKET),
    ("expected node content", _UNCLOSED_BRACKET),
    ("could not find expected ':'", _NO_COLON),
    ("escape character", _ESCAPE),
    ("hexdecimal number", _ESCAPE),
    ("escape code", _ESCAPE),
    ("comment or line break", _BLOCK_SIGN),
    ("indentation indicator", _BLOCK_SIGN),
    ("block sequence entries are not allowed", _DASH),
    ("expected '-' indicator", _INDENT),
    ("expected key", _INDENT),
    ("expected <document start>", _INDENT),
)
HASH = Slip(
    "text-after-hash",
    "the text ends here: what follows on this line after a space and `#` is read as a comment",
    "if it belongs to the text, put the whole text in quotation marks; else write a space after `#`",
)
_AT_ITS_START = frozenset((_UNCLOSED_QUOTE, _NO_COLON, _NO_SPACE))


def hashes(lines: Sequence[str]) -> dict[Place, int]:
    """Return where a text may be cut short by a `#` that is followed by a letter or digit: its end, and its column."""
    return {(i, hit.start()): hit.end() - 1 for i, line in enumerate(lines) for hit in HASH_SIGN.finditer(line)}


def explain(
    problem: str, at: Place, since: Place | None, lines: Sequence[str], last: Place | None = None
) -> tuple[Slip, Place]:
    """Return the slip and its place.

    Args:
        problem: The reader's words.
        at: Where the reader gave up.
        since: Where what it was reading began, if it said so.
        lines: The lines of the file.
        last: Where the last text or name that was read whole began.
    """
    if last is not None and (opened := _left_open(lines, last, at)):
        return _UNCLOSED_QUOTE, opened
    slip = next((slip for said, slip in _SAID if said in problem), _OTHER)
    line = lines[at[0]] if at[0] < len(lines) else ""
    sign = _sign(lines, at)
    if "cannot start any token" in problem or "tag handle" in problem:
        return (_TAB if sign == "\t" else _sign_in_front(sign)), at
    if "alphabetic or numeric character" in problem and since is not None:
        return _sign_in_front(_sign(lines, since)), since
    if slip is _UNCLOSED_BRACKET:
        return _bracket(problem, lines, at, since)
    if slip is _COLON and ":" not in line[: at[1]]:
        slip = _RUNS_ON
    elif slip is _NO_COLON and since is not None and _NAMED.match(lines[since[0]], since[1]):
        slip = _NO_SPACE
    elif slip is _INDENT:
        slip = _goes_on(line, at, last) or (
            NO_NAME if sign == ":" else _sign_in_front(sign) if sign in _CLOSING else slip
        )
    return slip, (since or at) if slip in _AT_ITS_START else at


def _bracket(problem: str, lines: Sequence[str], at: Place, since: Place | None) -> tuple[Slip, Place]:
    sign = _sign(lines, at)
    if "node content" in problem and sign and sign in "]},":
        return _sign_in_front(sign), at
    if since is None or _sign(lines, since) not in ("[", "{"):
        return _OTHER, at
    return _UNCLOSED_BRACKET, (since if since[0] != at[0] or not sign else at)


def _sign(lines: Sequence[str], place: Place) -> str:
    """Return the character at a place; nothing behind the end of its line or of the file."""
    return lines[place[0]][place[1] : place[1] + 1] if place[0] < len(lines) else ""


def _sign_in_front(sign: str) -> Slip:
    help_ = (
        f"delete it, or open the bracket that it closes; if it is text, {QUOTE_IT}" if sign in _CLOSING else QUOTE_IT
    )
    return Slip("unquoted-sign", "a text cannot begin with " + (f"`{sign}`" if sign != "`" else "a backtick"), help_)


def _left_open(lines: Sequence[str], last: Place, at: Place) -> Place | None:
    """Return the place of a quotation mark that swallowed the beginnings of fields down to where the reader gave up."""
    line, column = last
    if line >= len(lines) or not any(_FIELD.match(swallowed) for swallowed in lines[line + 1 : at[0] + 1]):
        return None
    if _sign(lines, last) not in _QUOTES:
        opened = _OPENED.match(lines[line], column)
        if opened is None:
            return None
        column = opened.end()
    mark = lines[line][column]
    if _closed(lines[line][column + 1 :], mark):
        return None
    return (line, column) if not any(mark in swallowed for swallowed in lines[line + 1 : at[0]]) else None


def _closed(rest: str, mark: str) -> bool:
    return mark in (rest.replace("\\\\", "").replace('\\"', "") if mark == '"' else rest.replace("''", ""))


def _goes_on(line: str, at: Place, last: Place | None) -> Slip | None:
    before = line[: at[1]].rstrip()
    if before.endswith(("'", '"')):
        start = last[1] if last is not None and last[0] == at[0] and line[last[1]] in _QUOTES else None
        return _APOSTROPHE if start is None else _after_quote(line[start:].rstrip(), before[start:], line[at[1] :])
    return _AFTER_BRACKET if before.endswith(("]", "}")) else None


def _after_quote(whole: str, closed: str, rest: str) -> Slip:
    """Return what is wrong with a text in quotation marks, closed within the line, after which more follows."""
    inner = len(whole) > len(closed) and whole[len(closed)].isalnum()
    if whole[0] == "'" and inner:
        return _APOSTROPHE
    slip = _INNER_QUOTE if inner else _QUOTE_FIRST
    text = whole[1:-1] if inner and rest.rstrip().endswith(whole[0]) else whole
    in_others = "'" + text.replace("'", "''") + "'" if whole[0] == '"' else '"' + text.replace('"', '\\"') + '"'
    help_ = f"{QUOTE_IT} of the other kind"
    showable = len(in_others) <= _SHOWABLE and "`" not in in_others
    return slip._replace(help=f"{help_}: `{in_others}`" if showable else help_)
