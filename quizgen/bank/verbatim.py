"""Whether words stand in a text letter for letter, how often, and what the author may have meant if they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.bank.findings import Finding, Path
from quizgen.source_text import shown

# Letter for letter, so that a place in the simplified text is a place in the text itself.
ALIKE = str.maketrans("’‘‛‚′ʼ`“”„‟″«»–—―‐‑−\u00a0\u202f\u2009\n\t", "'''''''\"\"\"\"\"\"\"------     ")


def occurrences(words: str, text: str) -> int:
    """Return how often the words stand in the text, overlapping ones counted."""
    first = text.find(words)
    if first < 0 or text.find(words, first + 1) < 0:
        return int(first >= 0)
    return len(re.findall(f"(?={re.escape(words)})", text))


def count_in(words: str, texts: Sequence[str]) -> int:
    """Return how often the words stand in the first text that holds them; 0 if none does."""
    return next(filter(None, (occurrences(words, text) for text in texts)), 0)


def as_printed(words: str, text: str) -> str | None:
    """Return the stretch that differs from the words in case, quotation marks, dashes or spaces only, if any."""
    start = _simple(text).find(_simple(words))
    return text[start : start + len(words)] if start >= 0 else None


def misplaced(
    words: Sequence[str],
    path: Path,
    texts: Sequence[str],
    *,
    occurrence: int | None = None,
    can_count: bool = True,
) -> Iterator[Finding]:
    """Yield the words that stand in none of the texts, or so often that it is unclear which are meant.

    Args:
        words: What should stand there; one alone is at `path` itself if that ends with `span`, else each is an entry.
        path: Where the words stand in the bank.
        texts: Where they should be found: in the first text that holds them.
        occurrence: Which occurrence is meant.
        can_count: Whether the author can say so at this place.
    """
    for i, these in enumerate(words):
        at = path if path[-1] == "span" else (*path, i)
        count = count_in(these, texts)
        if not count:
            yield _not_there(these, at, texts)
        elif count > 1 and occurrence is None:
            count_it = ", or add `occurrence: 1` for the first, `2` for the second" if can_count else ""
            message = f"the words `{shown(these)}` occur {count} times"
            yield Finding(at, "ambiguous-words", message, f"take in the words beside them{count_it}")
        elif count > 1 and occurrence is not None and occurrence > count:
            message = f"the words `{shown(these)}` occur {count} times, not {occurrence}"
            yield Finding(at, "no-such-occurrence", message, "count again, and mend `occurrence`")


def _not_there(words: str, path: Path, texts: Sequence[str]) -> Finding:
    printed = next(filter(None, (as_printed(words, text) for text in texts)), None)
    text = "`text`" if path[0] == "passages" else "`quote` or `context`"
    help_ = f"did you mean `{shown(printed)}`?" if printed else f"copy them from {text}, letter for letter"
    return Finding(path, "words-not-in-text", f"the words `{shown(words)}` are not found", help_)


def _simple(text: str) -> str:
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(ALIKE)
