"""Text of a sheet: runs of one look each, which every output lays out in its own way and none reads as markup."""

from __future__ import annotations

import re

from quizgen.inline import segments
from quizgen.items import ShownPassage
from quizgen.model import Frozen


class Run(Frozen):
    """A run of text of one look.

    `mark` is the sign of a marked stretch: a number where several are marked, else empty. `language` is given where it
    is not the sheet's own.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None
    mark: str | None = None
    language: str | None = None


Text = tuple[Run, ...]
_WHITE = re.compile(r"[ \t\r\n\f\v]+")


def one_line(text: str) -> str:
    """Return text with each run of white space as one space; no-break spaces stay."""
    return _WHITE.sub(" ", text)


def plain(text: str, *, strong: bool = False, language: str | None = None) -> Text:
    """Return plain text as one run."""
    return (Run(text=one_line(text), strong=strong, language=language),) if text else ()


def written(markup: str) -> Text:
    """Return an author's inline Markdown as runs."""
    return tuple(
        Run(text=one_line(s.text), strong=s.strong, emphasis=s.emphasis, code=s.code, href=s.href)
        for s in segments(markup)
    )


def marked(passage: ShownPassage, language: str | None = None) -> Text:
    """Return a passage with its marked stretches; where there are several, each has its number."""
    runs: list[Run] = []
    end = 0
    marks = sorted(passage.marks, key=lambda m: m.start)
    for number, mark in enumerate(marks, 1):
        sign = str(number) if len(marks) > 1 else ""
        runs.append(Run(text=passage.text[end : mark.start], language=language))
        runs.append(Run(text=passage.text[mark.start : mark.end], mark=sign, language=language))
        end = mark.end
    runs.append(Run(text=passage.text[end:], language=language))
    return tuple(run.model_copy(update={"text": one_line(run.text)}) for run in runs if run.text)


def words(text: Text) -> str:
    """Return the words of a text without their look."""
    return "".join(run.text for run in text)
