"""Changes of a bank's text, as a slip of the hand or a bad merge makes them: of its lines and its characters."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.strategies import HIDDEN

SIGNS: tuple[str, ...] = (
    *"\"'`:,-?#&*!|>%@[]{}()<>=~\\/$^\t \r\0\x0b\x7f\x85\xa0“”‘’«»…",
    *(": ", " #", "# ", "- ", "? ", "&a ", "*a", "*a ", "&a &b ", "<<: *a", "!!python/name:os.system ", "!x "),
    *("---", "...", "%YAML 1.2\n", "|2\n", ">-\n", "|+\n", "\\x", "\\u12", "null", "~", "yes"),
    *("\ufeff", "😀", "e\u0301", "مرحبا", "ﬁ", *(HIDDEN[i] for i in (0, 2, 6, 9, 12))),
)
"""What is put into a text at any place."""


def _at(chance: random.Random, lines: Sequence[str]) -> int:
    return chance.randrange(len(lines))


def _in_lines(change: Callable[[random.Random, list[str]], None]) -> Callable[[random.Random, str], str]:
    def changed(chance: random.Random, text: str) -> str:
        lines = text.split("\n")
        change(chance, lines)
        return "\n".join(lines)

    changed.__name__ = change.__name__
    return changed


@_in_lines
def line_deleted(chance: random.Random, lines: list[str]) -> None:
    del lines[_at(chance, lines)]


@_in_lines
def line_doubled(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    lines.insert(at, lines[at])


@_in_lines
def lines_swapped(chance: random.Random, lines: list[str]) -> None:
    one, other = _at(chance, lines), _at(chance, lines)
    lines[one], lines[other] = lines[other], lines[one]


@_in_lines
def line_moved(chance: random.Random, lines: list[str]) -> None:
    moved = lines.pop(_at(chance, lines))
    lines.insert(chance.randint(0, len(lines)), moved)


@_in_lines
def part_moved(chance: random.Random, lines: list[str]) -> None:
    start = _at(chance, lines)
    part = lines[start : start + chance.randint(1, 8)]
    del lines[start : start + len(part)]
    to = chance.randint(0, len(lines))
    lines[to:to] = part


@_in_lines
def part_deleted(chance: random.Random, lines: list[str]) -> None:
    start = _at(chance, lines)
    del lines[start : start + chance.randint(2, 8)]


@_in_lines
def field_doubled(chance: random.Random, lines: list[str]) -> None:
    """Give a field twice, with another value."""
    fields = [at for at, line in enumerate(lines) if ": " in line]
    if fields:
        at = chance.choice(fields)
        name = lines[at].split(": ", 1)[0]
        lines.insert(at + 1, f"{name.replace('- ', '  ')}: {chance.choice(('x', '[]', '{}', '', name.strip(' -')))}")


@_in_lines
def part_doubled(chance: random.Random, lines: list[str]) -> None:
    start = _at(chance, lines)
    lines[start:start] = lines[start : start + chance.randint(2, 8)]


@_in_lines
def line_indented(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    lines[at] = chance.choice((" ", "  ", "    ", "\t")) + lines[at]


@_in_lines
def line_outdented(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    lines[at] = lines[at].replace(" ", "", chance.randint(1, 3))


@_in_lines
def part_indented(chance: random.Random, lines: list[str]) -> None:
    start, space = _at(chance, lines), chance.choice((" ", "  ", "\t"))
    for at in range(start, min(start + chance.randint(2, 8), len(lines))):
        lines[at] = space + lines[at]


@_in_lines
def tabs_for_spaces(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    lines[at] = lines[at].replace("  ", "\t", chance.randint(1, 2))


@_in_lines
def lines_joined(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    lines[at : at + 2] = [str(chance.choice(("", " "))).join(line.strip() for line in lines[at : at + 2])]


@_in_lines
def line_split(chance: random.Random, lines: list[str]) -> None:
    at = _at(chance, lines)
    cut = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], chance.choice(("", "  ", "      ")) + lines[at][cut:]]


@_in_lines
def value_marked(chance: random.Random, lines: list[str]) -> None:
    """Mark a value, and let that name stand for another one."""
    name = chance.choice("ab")
    fields = [at for at, line in enumerate(lines) if ": " in line]
    for mark in ("&", "*") if len(fields) > 1 else ():
        at = chance.choice(fields)
        before, value = lines[at].split(": ", 1)
        lines[at] = f"{before}: {mark}{name}" + (f" {value}" if mark == "&" else "")


def sign_put_in(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(SIGNS) + text[at:]


def signs_deleted(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 1, 2, 10)) :]


def sign_of_yaml_deleted(chance: random.Random, text: str) -> str:
    places = [at for at, sign in enumerate(text) if sign in "\"':,-[]{}#>|&*"]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1 :]


def sign_of_yaml_put_in(chance: random.Random, text: str) -> str:
    places = [at for at, sign in enumerate(text) if sign in " \n"]
    if not places:
        return text
    at = chance.choice(places) + chance.randrange(2)
    return text[:at] + chance.choice("\"':,-[]{}#>|&*!%@`?") + text[at:]


def signs_swapped(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def sign_repeated(chance: random.Random, text: str) -> str:
    at = chance.randint(0, max(len(text) - 1, 0))
    return text[:at] + text[at : at + 1] * chance.choice((2, 60, 2000)) + text[at + 1 :]


def quotes_changed(chance: random.Random, text: str) -> str:
    old, new = chance.choice((('"', "'"), ("'", '"'), ('"', "“"), ("'", "’"), ('"', "")))
    return text.replace(old, new, chance.choice((1, 2, 3, -1)))


def text_ends_early(chance: random.Random, text: str) -> str:
    return text[: chance.randint(0, len(text))]


def text_begins_late(chance: random.Random, text: str) -> str:
    return text[chance.randint(0, len(text)) :]


def text_doubled(chance: random.Random, text: str) -> str:
    return text + chance.choice(("", "\n---\n", "\n...\n")) + text


def other_line_ends(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n")), chance.choice((1, 5, -1)))


IN_TEXT: tuple[Callable[[random.Random, str], str], ...] = (
    line_deleted,
    line_doubled,
    lines_swapped,
    line_moved,
    part_moved,
    part_deleted,
    field_doubled,
    part_doubled,
    line_indented,
    line_outdented,
    part_indented,
    tabs_for_spaces,
    lines_joined,
    line_split,
    value_marked,
    sign_put_in,
    signs_deleted,
    sign_of_yaml_deleted,
    sign_of_yaml_put_in,
    signs_swapped,
    sign_repeated,
    quotes_changed,
    text_ends_early,
    text_begins_late,
    text_doubled,
    other_line_ends,
)
