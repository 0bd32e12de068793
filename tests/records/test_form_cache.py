"""The cache of parsed forms."""

from __future__ import annotations

from collections.abc import Callable

from quizgen.forms.form import Form
from quizgen.records import Store
from quizgen.records.form_cache import FormCache


def test_the_form_that_was_asked_for_longest_ago_is_dropped_first(make_form: Callable[..., Form]) -> None:
    forms = {title: make_form(title) for title in "abc"}
    cache = FormCache(size=2)
    cache.put("a", forms["a"])
    cache.put("b", forms["b"])
    assert cache.get("a") is forms["a"]
    cache.put("c", forms["c"])
    assert {name for name in forms if cache.get(name) is not None} == {"a", "c"}


def test_a_form_is_parsed_once(sqlite_url: str, open_store: Callable[..., Store], form: Form) -> None:
    token = open_store(sqlite_url).start(form, mode="test", ask_confidence=True)
    later = open_store(sqlite_url)
    assert later.attempt(token).form is later.attempt(token).form
