"""Somebody who takes a quiz, by the widgets that the app shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import JsonValue
from streamlit.testing.v1 import AppTest

from quizgen.forms import Form, FormItem
from quizgen.items import Match, MultipleResponse
from quizgen.records import Attempt, Mode, Store

APP = Path(__file__).parents[2] / "app.py"
QUIZZES = "quizgen/ui/pages/quizzes.py"
QUIZ = "quizgen/ui/pages/quiz.py"
RESULTS = "quizgen/ui/pages/results.py"


WRONG: dict[str, JsonValue] = {
    "choice": "c",
    "multiple-response": ["b"],
    "highlight": ["1"],
    "match": {"1": "b", "2": "a"},
    "number": 4408,
}
"""A wrong response to each interaction of the bank of five."""


def wrong(entry: FormItem) -> JsonValue:
    """Return a wrong response; the second choice has two options only."""
    return "b" if entry.item.id.startswith("five/second") else WRONG[entry.item.interaction]


class Reader:
    """One browser: what it shows, and the attempt that it is at."""

    def __init__(self, store: Store, form: Form) -> None:
        self.store = store
        self.form = form
        self.token = ""
        self.page = AppTest.from_file(APP, default_timeout=30).run()
        assert not self.page.exception

    def begins(self, mode: Mode = "practice", *, sure: bool = False) -> Reader:
        """Begin the quiz at its first question."""
        return self.opens(self.store.start(self.form, mode=mode, ask_confidence=sure))

    def opens(self, token: str, page: str = QUIZ) -> Reader:
        """Open the address of an attempt."""
        self.token = token
        self.page.query_params["a"] = token
        self.page.switch_page(page).run()
        return self

    def beside(self) -> Reader:
        """Return another browser at the same attempt."""
        return Reader(self.store, self.form).opens(self.token)

    def presses(self, words: str) -> Reader:
        """Press the button with these words."""
        found = [b for b in self.page.button if b.label == words]
        assert found, f"no button “{words}” among {[b.label for b in self.page.button]}"
        found[0].click().run()
        assert not self.page.exception, self.page.exception[0]
        return self

    def answers(self, entry: FormItem, response: object) -> Reader:
        """Put a response into the widgets of a question, without pressing anything."""
        fill = getattr(self, "_" + entry.item.interaction.replace("-", "_"))
        fill(entry, response)
        return self

    def _choice(self, entry: FormItem, response: Any) -> None:
        self.page.radio(key=f"{entry.id}/choice").set_value(response)

    def _multiple_response(self, entry: FormItem, response: Any) -> None:
        assert isinstance(entry.item.body, MultipleResponse)
        for option in entry.item.body.options:
            self.page.checkbox(key=f"{entry.id}/{option.id}").set_value(option.id in response)

    def _highlight(self, entry: FormItem, response: Any) -> None:
        self.page.session_state[f"{entry.id}/highlight"] = {"answer": response}

    def _match(self, entry: FormItem, response: Any) -> None:
        assert isinstance(entry.item.body, Match)
        for prompt in entry.item.body.prompts:
            self.page.button_group(key=f"{entry.id}/{prompt.id}").set_value(response[prompt.id])

    def _number(self, entry: FormItem, response: Any) -> None:
        self.page.number_input(key=f"{entry.id}/number").set_value(response)

    def at(self, number: int) -> FormItem:
        """Go to a question, and return it."""
        self.store.move_to(self.token, number)
        self.page.session_state["sitting"] = None
        self.page.run()
        return self.form.items[number - 1]

    @property
    def address(self) -> str:
        """The token in the address of the page."""
        found = self.page.query_params["a"]
        return found if isinstance(found, str) else str(found[0])

    @property
    def attempt(self) -> Attempt:
        """What the database holds."""
        return self.store.attempt(self.token)

    @property
    def sees(self) -> str:
        """All that was sent to the browser, as text."""
        return every_proto(self.page)


def every_proto(page: AppTest) -> str:
    """Return all that a page sent to the browser, as text."""
    return "\n".join(str(node.proto) for node in _nodes(page.main) if node.proto is not None)


def _nodes(node: Any) -> Any:
    if hasattr(node, "proto"):
        yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)
