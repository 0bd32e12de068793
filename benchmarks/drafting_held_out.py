"""Measure how much of what benchmarks.drafting tells hangs on phrases that only the measured article holds.

`python -m benchmarks.drafting_held_out [ARTICLE BANK]`. The cues were written with these articles at hand, so that a
phrase may have been taken from the very text on which it is measured. Here each article is measured without the
phrases that stand in it and in none of the others. With so few others many sound phrases go as well, so that these
figures are hard on the cues; but weights and silencers stay as they are, so that they are no strict lower bound.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from benchmarks.drafting import SHIPPED, report
from quizgen.articles import read_article
from quizgen.drafting import proposals
from quizgen.drafting.cues import Cue, Cues, IssueCue, issue_cues, load_cues
from quizgen.drafting.phrases import alike, searcher


def sentences_of(articles: Iterable[Path]) -> list[str]:
    """Return the sentences of articles, their signs set alike."""
    return [alike(place.whole) for article in articles for place in proposals.places(read_article(article))]


def is_held(phrase: str, own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a phrase may be used: it stands in another article too, or not in this one."""
    find = searcher([phrase]).search
    return any(map(find, others)) or not any(map(find, own))


def measure(article: Path, bank: Path, others: Sequence[Path]) -> None:
    """Print the tables for one article and its bank, without the phrases that only this article holds."""
    own, elsewhere = sentences_of([article]), sentences_of(others)

    def keep(phrase: str) -> bool:
        return is_held(phrase, own, elsewhere)

    cues, issues = _cues(keep), _issues(keep)
    with patch.object(proposals, "load_cues", lambda: cues), patch.object(proposals, "issue_cues", lambda: issues):
        report(article, bank)


def _cues(keep: Callable[[str], bool]) -> Cues:
    def thinned(cue: Cue) -> Cue:
        return cue.model_copy(update={"phrases": tuple(filter(keep, cue.phrases))})

    cues = load_cues()
    return Cues(claims=tuple(map(thinned, cues.claims)), against=tuple(map(thinned, cues.against)))


def _issues(keep: Callable[[str], bool]) -> tuple[IssueCue, ...]:
    kept = {cue.type.id: tuple(filter(keep, cue.type.cues)) for cue in issue_cues()}
    return tuple(
        IssueCue(cue.type, searcher(kept[cue.type.id]) if kept[cue.type.id] else None, cue.silencer)
        for cue in issue_cues()
    )


if __name__ == "__main__":
    files = [Path(argument) for argument in sys.argv[1:]]
    if len(files) not in (0, 2):
        sys.exit("usage: python -m benchmarks.drafting_held_out [ARTICLE BANK]")
    pairs = [*SHIPPED, *([(files[0], files[1])] if files else [])]
    for pair in pairs:
        measure(*pair, [article for article, _ in pairs if article != pair[0]])
