"""What an editor with the real yaml-language-server shows to whoever writes a bank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.bank.schema import bank_schema
from tests.editor.language_server import Editor, Opened, editor

ROOT = Path(__file__).parents[2]
BANKS = ROOT / "question_banks"
REAL = (BANKS / "kim-putin-summit.yaml").read_text(encoding="utf-8")
FIELDS = {name: part["properties"] for name, part in bank_schema()["definitions"].items()}


@pytest.fixture(scope="module")
def server() -> Iterator[Editor]:
    with editor() as running:
        yield running


@pytest.fixture(scope="module")
def real(server: Editor) -> Opened:
    """The real bank, opened where it stands, so that its own modeline leads to the schema."""
    return server.open(BANKS, REAL)


def complaints(opened: Opened) -> list[tuple[int, str]]:
    return [(d["range"]["start"]["line"], d["message"]) for d in opened.diagnostics]


def slipped(before: str, after: str) -> tuple[str, int]:
    """Return the real bank with one slip, and the line that it is on."""
    assert before in REAL
    text = REAL.replace(before, after, 1)
    return text, text[: REAL.index(before)].count("\n") + before.count("\n", 0, before.index(before.strip()))


@pytest.mark.parametrize("file", sorted(BANKS.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_shipped_bank_leads_to_the_schema_and_has_no_complaint(server: Editor, file: Path) -> None:
    opened = server.open(BANKS, file.read_text(encoding="utf-8"))

    assert opened.lines[0] == "# yaml-language-server: $schema=../schema/bank.schema.json"
    assert complaints(opened) == []


@pytest.mark.parametrize(
    ("words", "part", "field"),
    [
        ("as_of:", "Article", "as_of"),
        ("stake:", "Source", "stake"),
        ("verdict:", "Claim", "verdict"),
        ("kind_clear:", "Claim", "kind_clear"),
        ("record_kind:", "Claim", "record_kind"),
        ("finding:", "Evidence", "finding"),
        ("figure:", "Claim", "figure"),
        ("why_clean:", "Passage", "why_clean"),
    ],
)
def test_hover_shows_the_description_of_the_field(real: Opened, words: str, part: str, field: str) -> None:
    told = FIELDS[part][field]["description"]

    assert told in real.hover(words)


def test_hover_over_the_article_shows_the_description_of_the_field(real: Opened) -> None:
    assert bank_schema()["properties"]["article"]["description"] in real.hover("article:")


def test_hover_shows_what_each_value_means(real: Opened) -> None:
    shown = real.hover("verdict:")

    assert "* `misleading`: a part of it stands, but the wording leads astray" in shown
    assert shown.count("\n* `") == 5


def test_fields_that_are_not_there_yet_are_offered_with_their_descriptions(server: Editor) -> None:
    line = "    kind: fact\n"
    text = REAL.replace(line, f"{line}    \n", 1)
    opened = server.open(BANKS, text)
    empty = opened.lines.index("    ")

    offered = opened.completions_at(empty, 4)

    assert offered["parts"] == FIELDS["Claim"]["parts"]["description"]
    assert "verdict" not in offered, "it stands there already"
    assert "stance" not in offered, "it belongs to evidence"


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("    verdict: ", ["supported", "misleading", "contradicted", "not-enough-evidence", "not-checkable"]),
        ("    kind_clear: ", ["false", "true"]),
        ("        stance: ", ["context", "refutes", "supports"]),
    ],
)
def test_values_are_offered(real: Opened, before: str, offered: list[str]) -> None:
    assert sorted(real.completions(before)) == sorted(offered)


def test_kinds_of_record_are_offered_with_what_they_are_and_nothing_else(real: Opened) -> None:
    offered = real.completions("    record_kind: ")

    assert offered["votes"] == "the roll call of an assembly"
    assert "null" not in offered


def test_issue_types_are_offered_with_their_definitions(real: Opened) -> None:
    assert "Popularity is given as the proof." in real.completions("      - type: ")["bandwagon"]


DRAFT = """
  - id: still-a-draft
    draft: true
    quote: the oldest bakery
    verdict: TODO
    kind:
    evidence:
      - source: TODO
        stance: refutes
        finding: TODO
"""


@pytest.fixture(scope="module")
def drafted(server: Editor) -> Opened:
    """The real bank with a draft before its claims."""
    assert "\nclaims:\n" in REAL
    return server.open(BANKS, REAL.replace("\nclaims:\n", f"\nclaims:{DRAFT}", 1))


def test_a_draft_may_have_gaps(drafted: Opened) -> None:
    assert complaints(drafted) == []


def test_in_a_draft_fields_and_values_are_told_and_offered_as_elsewhere(drafted: Opened) -> None:
    assert FIELDS["Claim"]["verdict"]["description"] in drafted.hover("verdict: TODO")
    assert "misleading" in drafted.completions("    verdict: ")
    assert "refutes" in drafted.completions("        stance: ")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("\n    verdict:", "\n    verdit:", "Property verdit is not allowed."),
        ("\n    verdict: supported", "\n    verdict: suported", "Value is not accepted."),
        ("\n  as_of: 2023-10-20", "\n  as_of: October 2023", "write year, month and day, such as `2023-10-20`"),
        ("\n    kind_clear: true", "\n    kind_clear: [yes]", "Incorrect type."),
    ],
)
def test_a_slip_is_told_on_its_line(server: Editor, before: str, after: str, said: str) -> None:
    text, line = slipped(before, after)

    found = complaints(server.open(BANKS, text))

    assert any(at == line and said in message for at, message in found), found


def test_a_missing_field_is_told(server: Editor) -> None:
    text, _ = slipped("\n    verdict: supported", "")

    assert [message for _, message in complaints(server.open(BANKS, text))] == ['Missing property "verdict".']


def test_scalars_as_an_author_types_them_are_no_mistakes(server: Editor) -> None:
    """A title that is a year, an id that is a number: texts to the loader, numbers to an editor."""
    text: Any = REAL
    for before, after in (
        ("\ntitle: Reading an opinion article on the Kim–Putin summit", "\ntitle: 1984"),
        ("\nauthors: [The quizgen contributors]", "\nauthors: [12, true, The quizgen contributors]"),
        ("\n    published: 2023-09\n", "\n    published: 2023\n"),
        ("\nformat: 1\n", '\nformat: "1"\n'),
    ):
        assert before in text
        text = text.replace(before, after, 1)

    assert complaints(server.open(BANKS, text)) == []
