"""How each interaction is put on the screen: one module each, and the table that lists them."""

from quizgen.ui.interactions import choice, highlight, match, multiple_response, number
from quizgen.ui.interactions.presenter import Explained, Presenter

PRESENTERS: dict[str, Presenter] = {
    "choice": choice,
    "multiple-response": multiple_response,
    "highlight": highlight,
    "match": match,
    "number": number,
}
"""The presenter of each interaction; a test holds it to `quizgen.items.INTERACTIONS`."""

__all__ = ["PRESENTERS", "Explained", "Presenter"]
