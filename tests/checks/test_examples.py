"""Every check holds what its docstring says: examples that pass are silent, those that fail are told at their line."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import quizgen.checks.rules
from quizgen.bank.findings import nearest
from quizgen.checks import RULES, Explanation, explain
from quizgen.checks.explaining import as_list, as_markdown, as_text
from tests.checks.checking import check_silent, check_tells, found, lines_of, told_lines

ROOT = Path(__file__).parents[2]
MODULES = [name for _, name, _ in pkgutil.iter_modules(quizgen.checks.rules.__path__)]
EXPLAINED = {code: Explanation.of(rule.told) for code, rule in RULES.items()}
PASSES = [(code, example) for code, e in EXPLAINED.items() for example in e.passes]
FAILS = [(code, example) for code, e in EXPLAINED.items() for example in e.fails]


def test_every_module_of_the_folder_stands_in_the_table() -> None:
    codes = {importlib.import_module(f"quizgen.checks.rules.{name}").CODE for name in MODULES}

    assert codes == set(RULES)
    assert {code.replace("-", "_") for code in codes} == set(MODULES)


@pytest.mark.parametrize("code", RULES)
def test_every_check_says_what_it_finds_why_and_shows_both_kinds_of_example(code: str) -> None:
    explanation = EXPLAINED[code]

    assert explanation.code == code
    assert re.fullmatch(r"[^A-Z].{15,110}\.", explanation.summary)
    assert re.search(r"This is (an error|a warning)|Error|error", explanation.paragraphs[-1])
    assert explanation.passes
    assert explanation.fails


@pytest.mark.parametrize(("code", "example"), PASSES)
def test_an_example_that_passes_is_silent(code: str, example: str) -> None:
    check_silent(code, example)


@pytest.mark.parametrize(("code", "example"), FAILS)
def test_an_example_that_fails_is_told_at_its_line(code: str, example: str) -> None:
    if code == "ignore-without-reason":  # whose comment is itself what is wrong
        assert lines_of(code, example) == [1]
    else:
        check_tells(code, example)


WARNINGS = {
    "claimed-intent", "several-sentences", "long-sentence", "reading-level", "needless-speaker", "long-who",
    "unsearched-claim", "unused-source", "convergence", "vague-terms", "opposite-options", "mixed-number-style",
    "test-wise-strategy", "key-position", "item-hinge", "blueprint-gives-way", "unused-ignore", "ignore-without-reason",
}  # fmt: skip
BOTH = {"unsourced-item", "odd-one-out", "grammar-cue", "absolute-terms", "duplicate-entries"}
"""Where some of what is found is an error and some a warning; all others are errors."""


@pytest.mark.parametrize("code", RULES)
def test_what_is_an_error_and_what_a_warning(code: str) -> None:
    severities = {str(d.severity) for example in EXPLAINED[code].fails for d in found(example) if d.code == code}

    assert severities == ({"error", "warning"} if code in BOTH else {"warning"} if code in WARNINGS else {"error"})


def test_a_passing_example_marks_no_line() -> None:
    assert [code for code, example in PASSES if told_lines(example)] == []


def test_the_page_of_checks_is_up_to_date() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")

    assert written == as_markdown(), "write it anew: quizgen explain --markdown -o docs/checks.md"


@pytest.mark.parametrize("code", RULES)
def test_a_check_is_explained_with_its_examples(code: str) -> None:
    explanation = explain(code)

    assert explanation is not None
    assert as_text(explanation).startswith(f"{code}: {explanation.summary}")
    assert as_text(explanation).count("# ← told of this line") == sum(one.count("# told") for one in explanation.fails)
    assert f"## {code}\n" in as_markdown()
    assert code in as_list()


def test_a_code_without_a_meaning_is_not_explained() -> None:
    assert explain("long-sentance") is None
    assert explain("") is None


def test_no_two_codes_are_so_alike_that_one_could_be_meant_for_the_other() -> None:
    assert [code for code in RULES if nearest(code, [c for c in RULES if c != code])] == []
