"""The page on question templates: reasons to decline are those that are given, examples are real questions."""

from __future__ import annotations

import re

import pytest

from quizgen.bank import load_bank
from quizgen.bank.model import Bank, Claim, Passage
from quizgen.generators import GENERATORS, outcomes
from quizgen.material import Declined
from scripts.reference.page import ROOT
from scripts.reference.parts import LAMP, NEWS
from scripts.reference.question_templates import EXAMPLES, example, facts, question_templates, words_of
from scripts.reference.reasons import Reason, reasons

PAGE = question_templates()
BANKS = [NEWS, LAMP, "question_banks/kim-putin-summit.yaml", "question_banks/_template.yaml"]
every_template = pytest.mark.parametrize("template", GENERATORS)


def refusals(bank: Bank) -> set[str]:
    """Return the reasons that the author gave: they are the bank's and not the template's."""
    entries: list[Claim | Passage] = [*bank.claims, *bank.passages]
    issues = [issue for entry in entries for issue in entry.issues]
    return {refused.reason for part in (*entries, *issues) for refused in part.not_as}


@pytest.mark.parametrize("file", BANKS)
def test_every_reason_that_is_given_was_read_from_the_source_with_its_field(file: str) -> None:
    bank = load_bank(ROOT / file).usable()
    given = {o for o in outcomes(bank) if isinstance(o, Declined) and o.reason not in refusals(bank)}

    assert given
    for declined in given:
        read = [reason for reason in reasons(declined.template) if reason.fits(declined.reason)]
        assert [reason.field for reason in read] == [declined.unlock], declined


@every_template
def test_reasons_are_sentences_about_the_entry(template: str) -> None:
    read = [reason.text for reason in reasons(template)]

    assert len(read) >= (0 if template == "handwritten" else 3)
    assert all(len(text.split()) > 3 and not text.startswith("…:") for text in read)


def test_reasons_follow_variables_and_the_functions_that_are_called() -> None:
    assert Reason("no two other claims are left that are written down in records of other kinds", "record_kind") in (
        reasons("match-records")
    )
    assert Reason("only an opinion or a forecast is beyond every source", "evidence") in reasons("verdict")
    assert Reason("… spans of one kind and length can be offered, and 3 are needed", "parts.holds") in (
        reasons("which-words")
    )


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ("2 finding(s) can be shown, and 3 are needed", True),
        ("base-switch: 2 finding(s) can be shown, and 3 are needed", True),
        ("2 finding(s) can be shown", False),
        ("so: 2 findings, of which 2 finding(s) can be shown, and 3 are needed at least", False),
    ],
)
def test_a_reason_fits_with_its_holes_filled_in(told: str, fits: bool) -> None:
    assert Reason("… finding(s) can be shown, and … are needed").fits(told) is fits


@every_template
def test_every_template_is_told_with_an_example_and_its_key(template: str) -> None:
    section = PAGE.split(f"\n### {template}\n")[1].split("\n### ")[0]
    entry = EXAMPLES[template][1].partition(":")[2]

    assert "**Key:**" in section
    assert re.search(rf"`[\w-]+/[\w+-]*{entry}[\w+-]*/{template}", section)
    assert "* **Answered:** " in section


def test_an_example_stands_in_a_quotation_that_keeps_its_lists_apart() -> None:
    shown = example("bearing").split("\n")

    assert all(line.startswith(">") for line in shown)
    assert shown[0] == "> **Taken alone, as of 21\u00a0September\u00a02024: what does this finding do to the claim?**"
    finding = next(i for i, line in enumerate(shown) if line.startswith("> * Averholm"))
    assert shown[finding + 1] == ">"
    assert shown[finding + 2].startswith("> - (a) ")


def test_facts_are_those_of_the_questions() -> None:
    assert facts("verdict").answered == "one of 3 or 4 answers, always the same"
    assert facts("best-source").answered == "one of 3 or 4 options"
    assert facts("pass-on").moves == ("Find the original",)
    assert facts("name-the-issue").moves == ()
    assert facts("name-the-issue").judged == "counts under *Did you flag the right words?*"
    assert facts("bearing").judged is None
    assert facts("which-words").unlocked == ("[`claim.parts`](bank-format.md#claim)",)


def test_words_are_read_out_of_a_pattern() -> None:
    assert words_of(re.compile(r"\b(right|confirms?|in fact)\b")) == ["right", "confirms", "in fact"]
