"""An article as a bank to finish: check-worthy claims and possible issues, each with the reason for it."""

from __future__ import annotations

from datetime import date

from quizgen.articles import Article
from quizgen.drafting.bank import Draft, write_bank
from quizgen.drafting.proposals import claim_proposals, passage_proposals, places

__all__ = ["Draft", "draft"]


def draft(article: Article, *, bank_id: str, claims: int, passages: int, today: date, text: str | None = None) -> Draft:
    """Return an article as a bank whose entries are drafts: at most so many claims and passages, the best by points.

    `text` is the path of the article from the folder in which the bank will lie, if it lies in it or below.
    """
    found = places(article)
    return write_bank(
        article,
        claim_proposals(found, claims),
        passage_proposals(found, passages),
        bank_id=bank_id,
        today=today,
        text=text,
    )
