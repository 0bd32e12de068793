"""Explain codes: from the docstring of a check to what a terminal or docs/checks.md shows.

A docstring begins with the code and one sentence. Paragraphs follow, and under `Pass:` and `Fail:` parts of banks,
which a test runs. In a `Fail` example the line that is told of ends with a comment that begins with `told`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent, fill, indent

from quizgen.bank.findings import nearest
from quizgen.checks.reading_codes import READING
from quizgen.checks.rules import RULES

_HEADING = re.compile(r"^(Pass|Fail):$", re.MULTILINE)


@dataclass(frozen=True)
class Explanation:
    """What is to be known of a code: one sentence, why it matters, and parts of banks that pass and that fail."""

    code: str
    summary: str
    paragraphs: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: str) -> Explanation:
        """Return what the docstring of a check tells."""
        text, *examples = _HEADING.split(cleandoc(told))
        first, *paragraphs = (" ".join(part.split()) for part in text.strip().split("\n\n"))
        code, _, summary = first.partition(": ")
        kinds = list(zip(examples[::2], (dedent(e).strip("\n") + "\n" for e in examples[1::2]), strict=True))
        passes, fails = (tuple(example for kind, example in kinds if kind == wanted) for wanted in ("Pass", "Fail"))
        return cls(code, summary, tuple(paragraphs), passes, fails)


def explain(code: str) -> Explanation | None:
    """Return what is to be known of a code, be it that of a check or of a slip in the file; None if there is none."""
    if code in RULES:
        return Explanation.of(RULES[code].told)
    if code in READING:
        return Explanation(code, READING[code], ("It is told when a file is read, before any check runs.",))
    return None


def nearest_code(code: str) -> str | None:
    """Return the code that was most likely meant, or None."""
    return nearest(code, [*RULES, *READING])


def as_text(explanation: Explanation) -> str:
    """Return an explanation for a terminal."""
    parts = [f"{explanation.code}: {explanation.summary}", *explanation.paragraphs]
    for heading, examples in (("Pass", explanation.passes), ("Fail", explanation.fails)):
        parts += [f"{heading}:\n\n" + _indented(example) for example in examples]
    return "\n\n".join(_filled(part) if "\n" not in part else part for part in parts)


def as_list() -> str:
    """Return every code with its sentence."""
    rows = [(code, Explanation.of(rule.told).summary) for code, rule in RULES.items()]
    width = max(len(code) for code in (*RULES, *READING))
    told = ["Checks, on banks that can be read:", *(f"  {code:{width}}  {summary}" for code, summary in rows)]
    told += ["", "Told when a file is read:", *(f"  {code:{width}}  {meaning}" for code, meaning in READING.items())]
    return "\n".join(told)


def as_markdown() -> str:
    """Return docs/checks.md."""
    return "\n".join(_markdown())


def _markdown() -> Iterator[str]:
    yield _HEAD
    for rule in RULES.values():
        explanation = Explanation.of(rule.told)
        yield from (f"## {explanation.code}", "", _capital(explanation.summary), "")
        for paragraph in explanation.paragraphs:
            yield from (*_filled(paragraph).split("\n"), "")
        for heading, examples in (("Pass", explanation.passes), ("Fail", explanation.fails)):
            for example in examples:
                yield from (f"{heading}:", "", "```yaml", example.rstrip("\n"), "```", "")
    yield from ("## Told when a file is read", "", "The file cannot be read, or says what contradicts itself.", "")
    yield from ("| code | meaning |", "| --- | --- |")
    for code, meaning in READING.items():
        yield f"| `{code}` | {_capital(meaning)} |".replace("`|`", "`\\|`")  # which would end a cell
    yield ""


_HEAD = """\
# Checks

This page is written by `quizgen explain --markdown -o docs/checks.md` from the docstrings of `quizgen/checks/rules`;
change those. `quizgen explain CODE` prints a section of it.

`quizgen check` runs all of them: on what authors wrote, on the questions that a bank yields, and on a quiz made by each
of its blueprints. An *error* has to be mended before a bank is used; a *warning* is to be weighed. Where it does not
apply, say so with the reason, in a comment beside the entry or field or right above it:

```yaml
    # quizgen: ignore judging-words – Propaganda is the name of the film
```

or, for the whole bank, under `ignore`:

```yaml
ignore: [{code: judging-words, why: Propaganda is the name of the film that it is about.}]
```

The examples show the part of a bank that matters. Where one fails, a comment `told` marks the line that is told of.
"""


def _filled(text: str) -> str:
    """Return a paragraph in lines of at most 120 characters."""
    return fill(text, width=120, break_long_words=False, break_on_hyphens=False)


def _indented(text: str) -> str:
    return indent(text.rstrip("\n").replace("# told", "# ← told of this line"), "    ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
