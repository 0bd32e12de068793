"""Small banks for the tests of question templates: sound defaults, and a test changes what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from quizgen.bank.model import Bank
from quizgen.items import Item
from quizgen.material import Declined, Material

Fields = dict[str, Any]
Generator = Callable[[Material], Iterator[Item | Declined]]

AS_OF = "2023-06-30"


def source(**fields: Any) -> Fields:
    """Return a source; independent and secondary unless told otherwise."""
    return {
        "title": "Books lent",
        "publisher": "The Daily",
        "published": "2023-02-01",
        "url": "https://example.org/page",
        "kind": "secondary",
        "stake": "independent",
        "about": "How many books were lent.",
        **fields,
    }


SOURCES: dict[str, Fields] = {
    "yearbook": source(title="Yearbook 2022", publisher="Statistics Office", published="2023-01-15", kind="primary"),
    "daily": source(),
    "weekly": source(publisher="The Weekly", published="2023-03-10"),
    "radio": source(publisher="City Radio", published="2023-04-02"),
    "library": source(title="Our year", publisher="Elm Library", published="2023-01-20", kind="primary", stake="party"),
    "rival": source(title="Their year", publisher="Oak Library", published="2023-05-05", stake="partisan"),
    "lexicon": source(title="Elm Library", publisher="Open Lexicon", published="undated", kind="tertiary"),
    "late": source(title="Ten years", publisher="The Monthly", published="2024-01-01"),
}


def line(
    source: str = "yearbook",
    stance: str = "supports",
    finding: str = "Elm Library lent 4,000 books in 2022.",
    **fields: Any,
) -> Fields:
    """Return one line of evidence."""
    return {"source": source, "stance": stance, "finding": finding, **fields}


def claim(**fields: Any) -> Fields:
    """Return a claim that one finding supports, unless told otherwise."""
    return {
        "id": "books-lent",
        "quote": "Elm Library lent 4,000 books in 2022",
        "says": "Elm Library lent 4,000 books in 2022.",
        "kind": "fact",
        "verdict": "supported",
        "record": "The yearbook gives 4,000 books for 2022.",
        "evidence": [line()],
        **fields,
    }


def passage(**fields: Any) -> Fields:
    """Return a clean passage, unless told otherwise."""
    return {"id": "opening", "text": "Elm Library opened in 1990 and lends books to all.", "issues": [], **fields}


def bank(**fields: Any) -> Bank:
    """Return a bank with one supported claim, unless told otherwise; `sources` are added to those above."""
    article = {"title": "Do we read?", "publisher": "The Gazette", "published": AS_OF, "genre": "opinion"}
    whole = {
        "format": 1,
        "id": "small",
        "title": "A small bank",
        "level": "upper-secondary",
        "license": "CC0-1.0",
        "article": article | {"as_of": AS_OF},
        "claims": [claim()],
        **fields,
    }
    return Bank.model_validate(whole | {"sources": SOURCES | fields.get("sources", {})})


def items(generator: Generator, of: Bank, seed: int = 0) -> list[Item]:
    """Return the items that a template makes of a bank."""
    return [outcome for outcome in generator(Material(of, seed)) if isinstance(outcome, Item)]


def declines(generator: Generator, of: Bank) -> list[Declined]:
    """Return what a template declines in a bank."""
    return [outcome for outcome in generator(Material(of)) if isinstance(outcome, Declined)]


def one_item(generator: Generator, of: Bank) -> Item:
    """Return the only item that a template makes of a bank, which declines nothing."""
    (outcome,) = generator(Material(of))
    assert isinstance(outcome, Item), outcome
    return outcome


def one_decline(generator: Generator, of: Bank) -> Declined:
    """Return why a template makes nothing of a bank with one entry."""
    (outcome,) = generator(Material(of))
    assert isinstance(outcome, Declined), outcome.id
    return outcome
