"""The hands of an author in Streamlit's own test harness."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from quizgen.ui.author.opened import EDITOR
from quizgen.ui.author.page import VIEW
from tests.ui.reader import every_proto

APP = Path(__file__).parents[2] / "app.py"
PAGE = "quizgen/ui/pages/author.py"


class Author:
    """Somebody who writes, by the widgets of the page."""

    def __init__(self) -> None:
        self.page = AppTest.from_file(APP, default_timeout=60).run()
        self.typed = 0
        self.goes(PAGE)

    def goes(self, page: str) -> Author:
        self.page.switch_page(page).run()
        return self.holds()

    def holds(self) -> Author:
        assert not self.page.exception, self.page.exception[0]
        return self

    def presses(self, key: str) -> Author:
        self.page.button(key=key).click().run()
        return self.holds()

    def starts(self, way: str = "template") -> Author:
        self.page.radio(key="author-start").set_value(way).run()
        return self.presses("author-start-go")

    def opens(self, file: str) -> Author:
        self.page.radio(key="author-start").set_value("bank").run()
        self.page.selectbox(key="author-bank").set_value(file)
        return self.presses("author-start-go")

    def uploads(self, name: str, content: bytes) -> Author:
        self.page.radio(key="author-start").set_value("file").run()
        self.page.file_uploader[0].set_value((name, content, "application/yaml")).run()
        return self.presses("author-start-go")

    def gives(self, name: str, content: bytes) -> Author:
        """Start from the file of an article."""
        self.page.radio(key="author-start").set_value("article").run()
        self.page.file_uploader[0].set_value((name, content, "text/plain")).run()
        return self.presses("author-start-go")

    def pastes(self, text: str) -> Author:
        """Start from the text of an article."""
        self.page.radio(key="author-start").set_value("article").run()
        self.page.text_area(key="author-article-text").set_value(text)
        return self.presses("author-start-go")

    def types(self, text: object, *, revision: str | None = None, version: object = None) -> Author:
        """Do what the editor does when typing pauses."""
        self.typed += 1
        held = self.page.session_state["author-opened"]
        self.page.session_state[EDITOR] = {
            "typed": {
                "revision": revision or held.revision,
                "version": version if version is not None else held.version + 1,
                "text": text,
            }
        }
        self.page.run()
        return self.holds()

    def views(self, view: str) -> Author:
        self.page.button_group(key=VIEW).set_value(view).run()
        return self.holds()

    @property
    def text(self) -> str:
        return str(self.page.session_state["author-opened"].text)

    @property
    def sees(self) -> str:
        return every_proto(self.page)

    @property
    def reads(self) -> str:
        """What is drawn as text: without the text of the editor."""
        return " ".join(str(getattr(element, "body", "")) for element in self.page.get("html"))
