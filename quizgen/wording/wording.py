"""Read the wording of a language and fill its Jinja2 strings.

Text of a bank is only ever a value in these templates, never itself a template. What is made here is text, not HTML:
whoever shows it escapes it. Where a value goes into a string that is read as inline Markdown, the string says
`{{ value|plain }}`, which escapes the marks of Markdown in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, UndefinedError

from quizgen.dates import parts
from quizgen.draws import Draws
from quizgen.errors import UnknownLanguageError
from quizgen.inline import escape
from quizgen.yaml_source import read_packaged

LANGUAGES = ("en",)
NO_BREAK = "\u00a0"


_SLOT = re.compile(r"{{ (\w+)(?:\|(\w+))? }}")


@dataclass(frozen=True)
class Slots:
    """A string that holds nothing but values to put in: filled as Jinja2 fills it, at a tenth of the cost.

    Most of the wording is of this kind, and a bank's items take tens of thousands of such strings.
    """

    begin: str
    """What stands before the first value."""
    values: tuple[tuple[str, Callable[[Any], object], str], ...]
    """The name of each value, how it is told, and what stands behind it."""

    @classmethod
    def of(cls, source: str, filters: Mapping[str, Callable[..., object]]) -> Slots | None:
        """Return the slots of a Jinja2 string; None if it holds anything else, which only Jinja2 can fill in."""
        texts = _SLOT.split(source)[::3]
        if any("{" in text for text in texts) or source.endswith("\n"):
            return None
        found = _SLOT.findall(source)
        told = ((name, filters[used] if used else str) for name, used in found)
        return cls(texts[0], tuple((*value, text) for value, text in zip(told, texts[1:], strict=True)))

    def render(self, values: Mapping[str, Any]) -> str:
        """Return the string with the values put in; `UndefinedError` if one is missing."""
        try:  # no way of telling a value raises KeyError
            return self.begin + "".join([f"{used(values[name])}{text}" for name, used, text in self.values])
        except KeyError as missing:
            raise UndefinedError(f"'{missing.args[0]}' is undefined") from missing


class Wording:
    """The wording of one language: a tree of strings, addressed by dotted names such as `verdict.why.key`."""

    def __init__(self, language: str, tree: Mapping[str, Any]) -> None:
        self.language = language
        self._environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701  (text, not HTML)
        # What repeats for one question after the other: dates, findings, and stems that hold only the article's date.
        self._filled = lru_cache(maxsize=4096)(self.text)
        self._phrasings = lru_cache(maxsize=256)(self.entry)
        date, plain = lru_cache(maxsize=4096)(self.date), lru_cache(maxsize=65536)(escape)
        self._environment.filters.update(plain=plain, date=date, number=self.number)
        self._tree = tree
        self._strings: dict[str, str | Template | Slots] = {}

    def entry(self, name: str) -> Any:
        """Return what stands at a dotted name: a string, a list or a mapping; KeyError if nothing does."""
        node: Any = self._tree
        for part in name.split("."):
            node = node[part]
        return node

    def has(self, name: str) -> bool:
        """Whether something stands at a dotted name."""
        try:
            self.entry(name)
        except (KeyError, TypeError):
            return False
        return True

    def text(self, name: str, **values: object) -> str:
        """Return the string at a dotted name, filled with the values."""
        ready = self._strings.get(name) or self._made_ready(name, self.entry(name))
        return ready if isinstance(ready, str) else ready.render(values)

    def stem(self, template: str, draws: Draws, *, kind: str = "stems", **values: object) -> str:
        """Return one of the phrasings of a template's stem, drawn, and filled with the values."""
        phrasings = self._phrasings(f"{template}.{kind}")
        chosen = draws.below(len(phrasings))
        name = f"{template}.{kind}.{chosen}"
        if name not in self._strings:
            self._made_ready(name, phrasings[chosen])
        return self._filled(name, **values)

    def _made_ready(self, name: str, source: str) -> str | Template | Slots:
        """Return a string as it is kept: compiled, if it holds something to fill in."""
        ready: str | Template | Slots = source
        if "{" in source:
            ready = Slots.of(source, self._environment.filters) or self._compiled(source)
        self._strings[name] = ready
        return ready

    def _compiled(self, source: str) -> Template:
        # No string calls Jinja's own functions (`range`, …); without globals a template is filled in half the time.
        return Template.from_code(self._environment, self._environment.compile(source), globals={})

    def date(self, when: str) -> str:
        """Return an author's date in this language: `2023-10-20` as "20 October 2023", joined by no-break spaces."""
        found = parts(when)
        if found is None:
            return self.text(f"dates.{when}") if self.has(f"dates.{when}") else when
        year, month, day = found
        months = self.entry("dates.months")
        words = [str(day)] if day else []
        words += [months[month - 1]] if month else []
        text = NO_BREAK.join([*words, str(year)])
        return self.text("dates.about", date=text) if when.startswith("c.") else text

    def number(self, value: float) -> str:
        """Return a number as people write it: without a needless decimal point."""
        return str(int(value)) if float(value).is_integer() else f"{value:g}"


@lru_cache
def load_wording(language: str) -> Wording:
    """Return the wording of a language (`en`, or `en-GB` for which `en` serves), or raise `UnknownLanguageError`."""
    base = language.split("-", maxsplit=1)[0]
    if base not in LANGUAGES:
        raise UnknownLanguageError(language, LANGUAGES)
    return Wording(base, read_packaged(files("quizgen.wording") / f"{base}.yaml"))
