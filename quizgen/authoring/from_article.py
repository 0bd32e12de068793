"""A bank to finish, of an article: drafted, in the one layout of banks, with what its author should know of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quizgen.articles import Article
from quizgen.authoring.formatting import format_bank
from quizgen.drafting import Draft, draft
from quizgen.yaml_source import parse_yaml

CLAIMS, PASSAGES = 80, 45
"""So many are proposed at most where nothing else is wanted."""


class FromArticle(NamedTuple):
    """A drafted bank: its text, how many claims and passages it proposes, and sentences on how it was read."""

    text: str
    claims: int
    passages: int
    notes: tuple[str, ...] = ()


def bank_of(
    article: Article,
    *,
    bank_id: str,
    today: date,
    claims: int = CLAIMS,
    passages: int = PASSAGES,
    text: str | None = None,
) -> FromArticle:
    """Return an article as a bank whose entries are drafts: at most so many claims and passages, the best by points.

    `text` is the path of the article from the folder in which the bank will lie, if it lies in it or below.
    """
    made = draft(article, bank_id=bank_id, claims=claims, passages=passages, today=today, text=text)
    laid_out = format_bank(parse_yaml(made.text, bank_id)).after or made.text
    return FromArticle(laid_out, made.claims, made.passages, tuple(_notes(article, made, claims + passages)))


def _notes(article: Article, made: Draft, wanted: int) -> Iterator[str]:
    yield from article.notes
    language = article.record.language
    if language is not None and language != "en":
        yield f"it says that its language is `{language}`; the cues are English words, so few are found"
    if wanted and not made.claims + made.passages:
        yield "no cue is found in it: is it an article, and in English?"
