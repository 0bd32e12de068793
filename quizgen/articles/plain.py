"""Plain text as paragraphs: a paragraph a line, or lines that are wrapped with an empty line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.articles.article import LINE_END_HYPHEN, Paragraph, Role

_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_ITEM = re.compile(r"\s*(?:[-–*•●▪◦]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_BULLET = re.compile(r"[-–*•●▪◦]\s+")
_DASH_IN_SENTENCE = re.compile(r"\s*[-–]\s+[^\W\dA-Z_]")
_ENDS = re.compile(r"[.!?…:;][\"”’')\]»*_]*$")
_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[-\u2010\xad]$")
_SOFT_HYPHEN = "\xad"
_SHORT_LINE = 0.8  # of the longest line of a block: a wrapped line that is shorter ends its paragraph
_LONGEST_WRAPPED = 100
_LONGEST_HEADING = 60
_HEADING_WORDS = 12


def plain_paragraphs(text: str, *, hyphenated: bool = False) -> list[Paragraph]:
    """Return the paragraphs of a plain text; `hyphenated` says that words may be divided at a line's end."""
    blocks = [block for block in _EMPTY_LINE.split(text) if block.strip()]
    whole = len(blocks) < 2
    paragraphs = [p for block in blocks for p in _block(block.splitlines(), hyphenated, whole)]
    return mended(paragraphs)


def _block(lines: Sequence[str], hyphenated: bool, whole: bool) -> Iterator[Paragraph]:
    lines = [line for line in lines if line.strip()]
    longest = max(map(len, lines))
    if longest > _LONGEST_WRAPPED and not hyphenated:
        yield from (_paragraph([line], False) for line in lines)
        return
    if len(lines) > 1 and longest <= _LONGEST_HEADING and not any(map(_ENDS.search, lines)):
        yield from (_paragraph([line], False) for line in lines)  # such as a headline, a byline and a date
        return
    current: list[str] = []
    for line in lines:
        ended = bool(current) and bool(_ENDS.search(current[-1])) and len(current[-1]) < _SHORT_LINE * longest
        alone = whole and not hyphenated and len(current) == 1 and len(current[0]) < _SHORT_LINE * longest
        if current and (_ITEM.match(line) or ended or alone) and not _goes_on(line, current):
            yield _paragraph(current, hyphenated)
            current = []
        current.append(line)
    yield _paragraph(current, hyphenated)


def _goes_on(line: str, before: Sequence[str]) -> bool:
    """Whether a line with a dash before a small letter goes on with a sentence, and is no item of a list."""
    return bool(_DASH_IN_SENTENCE.match(line)) and not _ITEM.match(before[0]) and not _ENDS.search(before[-1])


def _paragraph(lines: Sequence[str], hyphenated: bool) -> Paragraph:
    is_item = bool(_ITEM.match(lines[0]))
    text = ""
    for line in lines:
        words = " ".join(line.split())
        if hyphenated and _HYPHEN_AT_END.search(text) and words[:1].islower():
            text = text[:-1] + LINE_END_HYPHEN + words
        elif text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + words
        else:
            text = f"{text} {words}".strip()
    if is_item:
        found = _BULLET.match(text)
        return Paragraph(text[found.end() :] if found else text, "item")
    return Paragraph(text, role_of(text))


def role_of(text: str) -> Role:
    """Return whether a paragraph that stands alone reads as a heading: a few words that no stop ends."""
    return "heading" if len(text.split()) <= _HEADING_WORDS and not _ENDS.search(text) else "text"


def mended(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with those joined that a page's end or a picture divides in the middle of a sentence."""
    told: list[Paragraph] = []
    for text, role in paragraphs:
        before = told[-1] if told else None
        goes_on = text[:1].islower() and role != "item" and not (role == "heading" and text.startswith("by "))
        if before and goes_on and not _ENDS.search(before.text):
            told[-1] = Paragraph(f"{before.text} {text}", "item" if before.role == "item" else "text")
        else:
            told.append(Paragraph(text, role))
    return told
