"""The wording: every stem has two phrasings or more, and nothing of a bank is ever a template in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError

from quizgen.draws import Draws
from quizgen.errors import UnknownLanguageError
from quizgen.generators import GENERATORS
from quizgen.inline import to_plain
from quizgen.wording import LANGUAGES, Wording, load_wording
from quizgen.yaml_source import read_packaged

EN = load_wording("en")


def texts(language: str) -> list[tuple[str, str]]:
    return list(strings(read_packaged(files("quizgen.wording") / f"{language}.yaml")))


def strings(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from strings(value, f"{name}.{key}" if name else key)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from strings(value, f"{name}.{index}")
    else:
        yield name, node


@pytest.mark.parametrize("template", [t for t in GENERATORS if t != "handwritten"])
def test_every_template_has_two_phrasings_of_its_stem(template: str) -> None:
    phrasings = EN.entry(f"{template}.stems")

    assert len(set(phrasings)) >= 2
    # A date, three words, fills one place: what is left must be short enough to be read once.
    assert all(len(p.replace("{{ as_of|date }}", "x x x").split()) <= 25 for p in phrasings)


def test_no_string_uses_words_that_judge_persons_or_teach_suspicion() -> None:
    banned = ("fake news", "propaganda", "gullible", " lie ", " lies ", "liar", "true or fake")

    found = [(name, word) for name, text in texts("en") for word in banned if word in f" {text.lower()} "]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_a_template_that_can_be_read(language: str) -> None:
    parsed = {name: Environment().parse(text) for name, text in texts(language)}  # noqa: S701  (parsed, never shown)

    assert len(parsed) > 100


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        EN.text("dates.about")


@pytest.mark.parametrize("source", ["{{ it }}", "a {{ it|plain }}, {{ it }}b", "{{ it|date }}", "{ {{ it }} }"])
@given(value=st.text(max_size=20))
def test_what_is_filled_without_jinja2_reads_as_with_it(source: str, value: str) -> None:
    """A string with nothing but values takes a short cut; a comment in it keeps the same string on the long way."""
    wording = Wording("en", {"short": source, "long": source + "{# #}"})

    assert wording.text("short", it=value) == wording.text("long", it=value)


@given(st.text())
def test_a_value_is_never_a_template(value: str) -> None:
    assert EN.text("dates.about", date=value) == f"about {value}"


def test_braces_in_a_value_stay_braces() -> None:
    assert EN.text("dates.about", date="{{ 7*7 }}") == "about {{ 7*7 }}"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_a_plain_value_in_inline_markdown_reads_the_same(value: str) -> None:
    wording = Wording("en", {"it": "[{{ it|plain }}]"})

    assert to_plain(wording.text("it", it=value)) == f"[{value}]"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2023-10-20", "20\u00a0October\u00a02023"),
        ("2023-10", "October\u00a02023"),
        ("2023", "2023"),
        ("c. 1993", "about 1993"),
        ("undated", "undated"),
        ("annual", "every year"),
    ],
)
def test_dates_are_told_as_the_author_gave_them(when: str, told: str) -> None:
    assert EN.date(when) == told


@pytest.mark.parametrize(("value", "told"), [(83.0, "83"), (39.7, "39.7"), (0.5, "0.5"), (1001.0, "1001")])
def test_numbers_bear_no_needless_point(value: float, told: str) -> None:
    assert EN.number(value) == told


def test_the_same_draw_gives_the_same_phrasing_and_both_are_drawn() -> None:
    drawn = [EN.stem("verdict", Draws(seed), as_of="2023-10-20") for seed in range(40)]

    assert drawn == [EN.stem("verdict", Draws(seed), as_of="2023-10-20") for seed in range(40)]
    assert len(set(drawn)) == len(EN.entry("verdict.stems"))


def test_a_regional_language_is_served_by_its_base() -> None:
    assert load_wording("en-GB").language == "en"


def test_a_language_without_wording_is_refused() -> None:
    with pytest.raises(UnknownLanguageError, match="there are: en"):
        load_wording("tlh")
