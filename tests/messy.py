"""Write plain data as YAML in every layout that an author could find: orders, styles, comments, blank lines at will."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any, TypeVar

_COMMENTS = (
    "# a note",
    "#no space",
    "#   1. indented",
    "# with # signs: [and] {more",
    "#",
)
_ORDER = "# quizgen: ignore no-such-code"
_Any = TypeVar("_Any")


class Messy:
    """Writes data, and keeps the comments that it made up, no two of which are the same.

    With `orders`, there are comments that quizgen obeys among them.
    """

    def __init__(self, seed: int, *, orders: bool = False) -> None:
        self._random = random.Random(seed)
        self._kinds = (*_COMMENTS, *(_ORDER,) * orders)
        self.comments: list[str] = []
        self._in_text = False

    def text(self, data: dict[str, Any]) -> str:
        """Return the whole file."""
        lines = [*self._above(0), *self._mapping(data, 0), *self._above(0)]
        end = self._pick(("\n", "\n", "\n", "\r\n"))
        return end.join(lines) + self._pick(("", end, end + end))

    def _pick(self, choices: Sequence[_Any]) -> _Any:
        return self._random.choice(choices)

    def _chance(self, of: int) -> bool:
        return self._random.randrange(of) == 0

    def _above(self, indent: int) -> list[str]:
        """Write comments and blank lines; a comment that is indented further would belong to a text in a block."""
        lines: list[str] = []
        further = indent if self._in_text else indent + 2
        while self._chance(5):
            if self._chance(2):
                lines.append(" " * self._pick((indent, indent, indent, further, 0)) + self._comment())
            else:
                lines.append(self._pick(("", "", "  ")))
        return lines

    def _comment(self) -> str:
        text = f"{self._pick(self._kinds)}⟨{len(self.comments)}⟩"
        self.comments.append(text)
        return text

    def _beside(self) -> str:
        if not self._chance(6):
            return ""
        return self._pick((" ", "  ", "       ")) + self._comment()

    def _mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for name in self._random.sample(list(data), len(data)):
            key = self._key(name)
            lines += self._above(indent) if lines or indent == 0 else []
            lines += self._value(f"{' ' * indent}{key}:", data[name], indent, deeper=self._pick((2, 2, 4, 1)))
        return lines

    def _list(self, data: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in data:
            lines += self._above(indent) if lines else []
            space = self._pick((1, 1, 3))
            if isinstance(value, dict) and value and self._chance(2):
                inner = self._mapping(value, indent + 1 + space)
                while inner and not inner[0].strip():
                    inner.pop(0)
                if inner[0].lstrip().startswith("#"):
                    lines += [" " * indent + "-", *inner]
                else:
                    lines += [" " * indent + "-" + " " * space + inner[0].lstrip(), *inner[1:]]
            else:
                lines += self._value(" " * indent + "-", value, indent, deeper=2)
        return lines

    def _value(self, start: str, value: Any, indent: int, *, deeper: int) -> list[str]:
        if isinstance(value, dict | list):
            self._in_text = False
            if not value or self._chance(4):
                return [f"{start} {self._flow(value)}{self._beside()}"]
            if self._chance(8):
                return self._flow_over_lines(start, value, indent + 2)
            at = indent if isinstance(value, list) and not start.endswith("-") and self._chance(2) else indent + deeper
            inner = self._list(value, at) if isinstance(value, list) else self._mapping(value, at)
            return [start + self._beside(), *self._above(at), *inner]
        return self._scalar(start, value, indent + 2)

    def _scalar(self, start: str, value: Any, indent: int) -> list[str]:
        self._in_text = False
        if not isinstance(value, str):
            return [f"{start} {json.dumps(value)}{self._beside()}"]
        style = self._pick(("plain", "plain", "double", "single", "literal", "folded"))
        simple = value.strip() == value and value.isascii() and value.isprintable()
        if style == "literal" and "\n" not in value and simple:
            self._in_text = True
            return [f"{start} |-{self._beside()}", " " * indent + value]
        if style == "folded" and simple and "  " not in value:
            self._in_text = True
            words = value.split(" ")
            cut = self._random.randint(0, len(words))
            lines = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
            return [f"{start} >-{self._beside()}", *(" " * indent + line for line in lines)]
        if style == "single" and value.isprintable():
            return [f"{start} '{value.replace(chr(39), chr(39) * 2)}'{self._beside()}"]
        if style == "plain" and simple and all(sign.isalnum() or sign == " " for sign in value) and "  " not in value:
            return self._plain(start, value, indent)
        return [f"{start} {json.dumps(value, ensure_ascii=False)}{self._beside()}"]

    def _plain(self, start: str, value: str, indent: int) -> list[str]:
        if value in ("null", "Null", "NULL", "~"):
            return [f"{start} '{value}'"]
        words = value.split(" ")
        cut = self._random.randint(1, len(words))
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        return [f"{start} {first}", " " * indent + second + self._beside()] if second else [f"{start} {first}"]

    def _flow_over_lines(self, start: str, value: Any, indent: int) -> list[str]:
        named = isinstance(value, dict)
        parts = [
            f"{json.dumps(name, ensure_ascii=False)}: {self._flow(value[name])}" if named else self._flow(name)
            for name in value
        ]
        lines = [start + (" {" if named else " [") + self._beside()]
        for part in parts:
            lines += [*self._above(indent), " " * indent + part + "," + self._beside()]
        return [*lines, *self._above(indent), " " * indent + ("}" if named else "]") + self._beside()]

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            parts = [f"{json.dumps(name, ensure_ascii=False)}: {self._flow(inner)}" for name, inner in value.items()]
            return "{" + ", ".join(parts) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._flow(inner) for inner in value) + "]"
        return json.dumps(value, ensure_ascii=False)

    def _key(self, name: str) -> str:
        if name.replace("_", "").replace("-", "").isalnum() and name.isascii() and not self._chance(8):
            return name
        return json.dumps(name, ensure_ascii=False)
