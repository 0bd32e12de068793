"""Hypothesis strategies that more than one test uses: texts of every kind, and whole banks that load without errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from quizgen.bank.model import TEMPLATE_IDS, Bank
from quizgen.inline import escape
from quizgen.taxonomy import load_taxonomy

Fields = dict[str, Any]

HIDDEN = "".join(
    map(
        chr,
        [
            *(0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2070),
            *range(0xFFF9, 0xFFFC),
            *range(0xE0000, 0xE0080),
        ],
    )
)
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in () %}",
    "](javascript:alert(1))",
    "[a](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "&lt;b&gt;",
    "'; DROP TABLE attempts; --",
    "=HYPERLINK(1)",
    "#set page(width: 1pt)",
    "\\input{x}",
    "$x$",
    "*",
    "&a",
    "!!python/object x",
    "null",
    "~",
    "no",
    "12:30",
    "2021-03",
    "1e3",
    "- a",
    "a: b",
    "a #b",
    "''",
    '"',
    "%TAG",
    "---",
    "می‌خواهم",
    "👩‍🔬",
    "e\u0301",
    "\u00a0x",
)
"""Texts that one output or another could take for something else than text."""

_visible = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=HIDDEN)
_some = st.sampled_from(HOSTILE) | st.text(_visible, min_size=1, max_size=30)


def _kept(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.map(str.strip).filter(bool)


lines = _kept(st.lists(_some, min_size=1, max_size=3).map(" ".join))
"""Texts of one line, as a bank's plain fields hold them."""
texts = _kept(st.lists(_some, min_size=1, max_size=4).map("\n".join))
"""Texts that may go over several lines."""
inline_texts = lines.map(escape) | st.sampled_from(
    (
        "*Not* so: **4** of 5.",
        "See `x < y`.",
        "[The yearbook](https://example.org/a_b?c=1&d=2) says so.",
        "2 * 3 * 4",
        "a_b_c",
    )
)
"""Inline Markdown that a bank accepts."""
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
numbers = (st.integers(-(10**6), 10**6) | st.floats(allow_nan=False, allow_infinity=False)).map(lambda x: x + 0.0)
dates = st.dates().map(str) | st.sampled_from(("2021", "2021-03", "c. 2020", "annual", "undated"))
issue_types = st.sampled_from(sorted(load_taxonomy().types))
urls = st.sampled_from(("https://example.org/", "http://example.org/a?b=c&d=%20#e", "https://exämple.org/ü"))


def _fields(
    needed: Mapping[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(needed, optional=optional)


sources = _fields(
    {
        "title": lines,
        "publisher": lines,
        "published": dates,
        "url": urls,
        "kind": st.sampled_from(("primary", "secondary", "tertiary")),
        "stake": st.sampled_from(("independent", "party", "partisan")),
        "about": lines,
    },
    who=lines,
    author=lines,
    via=lines,
    note=texts,
)
not_as = st.lists(st.fixed_dictionaries({"template": st.sampled_from(TEMPLATE_IDS), "reason": lines}), max_size=2)


@st.composite
def _words_of(draw: st.DrawFn, text: str) -> str:
    """Draw words of one line that stand in the text exactly once."""
    line = draw(st.sampled_from([part.strip() for part in re.split("[\r\n]", text) if part.strip()]))
    start = draw(st.integers(0, len(line) - 1))
    end = draw(st.integers(start + 1, len(line)))
    part = line[start:end].strip()
    once = [words for words in (part, line) if words and len(re.findall(f"(?={re.escape(words)})", text)) == 1]
    return once[0] if once else "\0"


@st.composite
def _issues(draw: st.DrawFn, text: str) -> list[Fields]:
    kinds = draw(st.lists(issue_types, min_size=3, max_size=3, unique=True))
    words = draw(_words_of(text))
    if words == "\0":
        return []
    issue: Fields = {"type": kinds[0], "span": words, "why": draw(inline_texts)}
    if draw(st.booleans()):
        issue |= {"also_accept": [kinds[1]], "not": [{"type": kinds[2], "why": draw(inline_texts)}]}
    if draw(st.booleans()):
        wordings = draw(st.lists(lines, min_size=4, max_size=4, unique_by=(lambda x: x, escape)))
        shifts = draw(st.sampled_from((("who", "date"), ("who", "date", "both"))))
        issue["rewrite"] = escape(wordings[0]) + "."
        issue["rewrites_wrong"] = [
            {"text": f"{i}. {text}"[:600], "shift": shift, "why_wrong": draw(inline_texts)}
            for i, (text, shift) in enumerate(zip(wordings[1:], shifts, strict=False))
        ]
    return [issue]


@st.composite
def _claims(draw: st.DrawFn, name: str, known: list[str]) -> Fields:
    quote = draw(texts)
    evidence = st.fixed_dictionaries(
        {
            "source": st.sampled_from(known),
            "stance": st.sampled_from(("supports", "refutes", "context")),
            "finding": lines,
        },
        optional={"available": dates, "origin": lines, "alone": st.booleans()},
    )
    claim: Fields = {
        "id": name,
        "quote": quote,
        "says": draw(lines),
        "kind": draw(st.sampled_from(("fact", "opinion", "prediction"))),
        "verdict": draw(st.sampled_from(("supported", "misleading", "contradicted", "not-enough-evidence"))),
        "record": draw(inline_texts),
        "evidence": draw(st.lists(evidence, min_size=1, max_size=3)),
        "issues": draw(_issues(quote)),
    }
    misconception = st.fixed_dictionaries({"text": lines, "why_wrong": inline_texts})
    figure = st.fixed_dictionaries({"question": lines, "value": numbers, "unit": lines})
    extra = _fields(
        {},
        context=texts.map(lambda before: f"{before}\n{quote}"),
        topic=lines,
        misconceptions=st.lists(misconception, max_size=2),
        holds=lines,
        accept=st.just(["no-source"]),
        not_as=not_as,
        kind_clear=st.booleans(),
        speaker=lines,
        record_kind=st.sampled_from(("votes", "census")),
        figure=figure,
        confidence=st.sampled_from(("low", "medium", "high", "very-high")),
        note=texts,
    )
    return claim | draw(extra)


@st.composite
def _passages(draw: st.DrawFn, name: str, claims: list[str]) -> Fields:
    text = draw(texts)
    issues = draw(_issues(text)) if draw(st.booleans()) else []
    passage: Fields = {
        "id": name,
        "text": text,
        "issues": issues,
        "phrases": text.split() if draw(st.booleans()) else [],
    }
    if not issues:
        tempting = st.fixed_dictionaries({"type": issue_types, "why_not": inline_texts})
        passage |= {"why_clean": draw(inline_texts), "tempting": draw(st.lists(tempting, max_size=2))}
    if draw(st.booleans()) and claims:
        passage["record"] = [draw(st.sampled_from(claims))]
    return passage | draw(_fields({}, show_with=texts, complete=st.booleans(), topic=lines, not_as=not_as, note=texts))


_option_texts = st.lists(lines, min_size=2, max_size=4, unique=True)


@st.composite
def _items(draw: st.DrawFn, name: str) -> Fields:
    kind = draw(st.sampled_from(("choice", "multiple-response", "highlight", "match", "number")))
    item: Fields = {"id": name, "interaction": kind, "stem": draw(lines), "why": draw(inline_texts)}
    offered = draw(_option_texts)
    if kind in ("choice", "multiple-response"):
        item["options"] = [{"text": t, "right": not i, "why": draw(inline_texts)} for i, t in enumerate(offered)]
    elif kind == "highlight":
        item["phrases"] = [{"text": t, "right": draw(st.booleans())} for t in offered]
    elif kind == "match":
        item["pairs"] = [
            {"prompt": t, "answer": f"{i}. {t}"[:600], "why": draw(inline_texts)} for i, t in enumerate(offered)
        ]
    else:
        item |= {"value": draw(numbers), "tolerance": draw(st.floats(0, 1e9)), "unit": draw(lines)}
    return item | draw(_fields({}, text=texts, topic=lines, difficulty=st.integers(1, 3)))


bounds = st.integers(0, 2).flatmap(
    lambda least: st.fixed_dictionaries({"min": st.just(least), "max": st.integers(2, 9)})
)
blueprints = _fields(
    {"items": st.integers(6, 30)},
    templates=st.dictionaries(st.sampled_from(TEMPLATE_IDS), bounds, max_size=3),
    families=st.dictionaries(st.sampled_from([f.id for f in load_taxonomy().families]), bounds, max_size=3),
    difficulty=st.dictionaries(st.sampled_from(("1", "2")), bounds),
    clean=st.floats(0, 1),
    supported=st.sampled_from(((0.0, 1.0), (0.5, 0.5), (0.45, 0.65))),
    versions=st.sampled_from(("reorder", "matched")),
)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """Draw a bank that has no errors: every field takes part, and texts are of every kind, hostile ones included."""
    known = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    names = draw(st.lists(ids, min_size=4, max_size=6, unique=True))
    cut = draw(st.integers(0, len(names) - 2))
    claims = [draw(_claims(name, known)) for name in names[:cut]]
    article = _fields(
        {
            "title": lines,
            "publisher": lines,
            "published": dates,
            "genre": st.sampled_from(("news", "opinion", "fiction")),
            "as_of": st.dates().map(str),
        },
        author=lines,
        url=urls,
    )
    data = {
        "format": 1,
        "id": draw(ids),
        "title": draw(lines),
        "level": draw(st.sampled_from(("lower-secondary", "upper-secondary", "adult"))),
        "license": draw(lines),
        "authors": draw(st.lists(lines, max_size=2)),
        "article": draw(article),
        "sources": {name: draw(sources) for name in known},
        "claims": claims,
        "passages": [draw(_passages(name, names[:cut])) for name in names[cut:-1]],
        "items": [draw(_items(names[-1]))],
        "blueprints": draw(st.dictionaries(ids, blueprints, max_size=2)),
    }
    if draw(st.booleans()):
        data["description"] = draw(lines)
    return Bank.model_validate(data)
