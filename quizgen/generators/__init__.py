"""The question templates: one module each, and the table that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quizgen.bank.model import Bank
from quizgen.collector import collector_paused
from quizgen.errors import UnknownTemplateError
from quizgen.generators import (
    bearing,
    best_rewrite,
    best_source,
    claim_kind,
    handwritten,
    match_records,
    name_the_issue,
    next_move,
    pass_on,
    read_the_figure,
    sort_statements,
    spot_the_issue,
    verdict,
    what_holds,
    which_words,
)
from quizgen.items import Item
from quizgen.material import Declined, Material

Generator = Callable[[Material], Iterator[Item | Declined]]

GENERATORS: dict[str, Generator] = {
    module.ID: module.generate
    for module in (
        verdict,
        bearing,
        pass_on,
        what_holds,
        which_words,
        best_source,
        match_records,
        read_the_figure,
        claim_kind,
        sort_statements,
        name_the_issue,
        spot_the_issue,
        best_rewrite,
        next_move,
        handwritten,
    )
}
"""Every question template by its id, in the order in which README and docs name them."""


def outcomes(bank: Bank, seed: int = 0, templates: Sequence[str] | None = None) -> Iterator[Item | Declined]:
    """Yield what each template (all, or those named) says of each entry: an item, or why there is none.

    Raises:
        UnknownTemplateError: if a template is named that does not exist.
    """
    chosen = list(GENERATORS) if templates is None else templates
    for name in chosen:
        if name not in GENERATORS:
            raise UnknownTemplateError(name, GENERATORS)
    material = Material(bank, seed)
    for name in chosen:
        yield from GENERATORS[name](material)


def generate(bank: Bank, seed: int = 0, templates: Sequence[str] | None = None) -> list[Item]:
    """Return every item that the bank yields, by template and then in the bank's order; options are not yet shuffled.

    Raises:
        UnknownTemplateError: if a template is named that does not exist.
    """
    with collector_paused():
        return [outcome for outcome in outcomes(bank, seed, templates) if not isinstance(outcome, Declined)]
