"""How a text is written so that it is read as it was: plain where that is safe, else quoted, or as a block."""

from __future__ import annotations

import re

from quizgen.yaml_layout.tree import Scalar

_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_OTHERWISE = re.compile(
    r"""(?ix) ~ | null | true | false | yes | no | on | off | y | n | <<
    | [-+]? ( \.[0-9][0-9_]* | [0-9][0-9_]*(\.[0-9_]*)? ) ( e[-+]?[0-9]+ )?
    | [-+]? ( 0x[0-9a-f_]+ | 0o?[0-7_]+ | 0b[01_]+ | \.inf ) | \.nan
    | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} ( ([t]|[ \t]+) [0-9:.]+ ([ \t]*(z|[-+][0-9:]+))? )?
    """
)
"""What one reader of YAML or another takes for something else than text when it is plain."""
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NAMED = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x85": "\\N"}
_IN_FLOW = re.compile(r"[,\[\]{}]|:\?")
_BREAKS = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def inline(scalar: Scalar, *, flow: bool, key: bool = False) -> str:
    """Return a text on one line; plain ones stay plain, and quoted ones do only where the marks are needed.

    What stands in brackets (`flow`), or is the name of a field or begins a line (`key`), cannot hold all that other
    plain texts can.
    """
    value, plain = scalar.value, scalar.style == ""
    if plain and value == "":
        return "null" if flow else ""
    if _is_plain(value, flow=flow, key=key) and (plain or not _OTHERWISE.fullmatch(value)):
        return value
    if _UNPRINTABLE.search(value) or value.count("'") > len(re.findall(r'["\\]', value)):
        return _double(value)
    return _single(value) if '"' in value or "\\" in value else f'"{value}"'


def _is_plain(value: str, *, flow: bool, key: bool) -> bool:
    if not value or value != value.strip(" ") or _UNPRINTABLE.search(value):
        return False
    if value[0] in _FIRST and not (value[0] == "-" and len(value) > 1 and value[1] not in " ,[]{}"):
        return False
    if ": " in value or " #" in value or value.endswith(":") or (key and value.startswith(("---", "..."))):
        return False
    return not (flow and _IN_FLOW.search(value))


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    return '"' + re.sub(r'[\\"]|' + _UNPRINTABLE.pattern, lambda found: _escaped(found[0]), value) + '"'


def _escaped(sign: str) -> str:
    code = ord(sign)
    if sign in _NAMED:
        return _NAMED[sign]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def block(scalar: Scalar, width: int, *, wanted: bool) -> tuple[str, list[str]] | None:
    """Return a text as a block: its sign and its lines, or None if it cannot be one or need not be.

    Args:
        scalar: The text.
        width: How long a line may be.
        wanted: Whether a text without line breaks should be a block, because it is too long for its line.
    """
    words, end = _without_end(scalar.value)
    last = words.rpartition("\n")[2]
    if not last.strip(" ") or _UNPRINTABLE.search(words.replace("\n", "")):  # spaces alone would be taken for layout
        return None
    breaks = "\n" in words or end != "-"
    if not breaks and not wanted:
        return None
    kept = scalar.style == "|" and breaks and ("\n" in words or len(words) <= width)
    if not kept and ("\n" not in words or scalar.style == ">") and (lines := _folded(words, width)):
        return ">" + end, lines + _blank(scalar.value, end)
    if not breaks:
        return None
    lines = words.split("\n")
    indented = "2" if lines[0][:1] in (" ", "") else ""
    return f"|{indented}{end}", lines + _blank(scalar.value, end)


def _without_end(value: str) -> tuple[str, str]:
    """Return a text without the line breaks at its end, and the sign that tells of them."""
    words = value.rstrip("\n")
    ends = len(value) - len(words)
    return words, ("-", "")[ends] if ends < 2 else "+"


def _blank(value: str, end: str) -> list[str]:
    return [""] * (len(value) - len(value.rstrip("\n")) - 1) if end == "+" else []


def _folded(words: str, width: int) -> list[str]:
    """Return the lines of a text whose line breaks are spaces; nothing if it does not come out the same."""
    lines: list[str] = []
    for part in re.split("(\n+)", words):
        if part.startswith("\n"):
            lines += [""] * len(part)
        elif part != part.strip(" \t") or not part:
            return []
        else:
            lines += _filled(part, width)
    return lines


def _filled(words: str, width: int) -> list[str]:
    lines = [""]
    for word in _BREAKS.split(words):
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
