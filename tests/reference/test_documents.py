"""The reference docs are what would be written now, and every link in the docs leads somewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.reference.page import anchor, cell, code, spoken
from scripts.write_docs import DOCUMENTS, ROOT, stale

PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
FOR_AUTHORS = ("docs/bank-format.md", "docs/question-templates.md", "docs/glossary.md")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


@lru_cache
def text_of(page: Path) -> str:
    """Return a page without its blocks of code."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> list[str]:
    return [anchor(heading) for heading in re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)]


def test_no_document_is_stale() -> None:
    """If this fails, run `python scripts/write_docs.py`, and read what changed."""
    assert stale() == []


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.name)
def test_every_link_leads_to_a_file_and_to_one_heading_of_it(source: Path) -> None:
    for link in _LINK.findall(text_of(source)):
        file, _, place = link.partition("#")
        target = (source.parent / file).resolve() if file else source
        assert target.exists(), link
        if place:
            assert anchors(target).count(place) == 1, link


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_linked_from_the_readme_and_from_the_pages_for_authors(name: str) -> None:
    others = [ROOT / "README.md", *(ROOT / other for other in FOR_AUTHORS if other != name)]

    assert all(Path(name).name in text_of(page) for page in others)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_rows_of_a_table_have_as_many_cells_as_its_head(name: str) -> None:
    lines = text_of(ROOT / name).split("\n")
    for before, line in pairwise(lines):
        if before.startswith("|") and line.startswith("|"):
            assert cells(before) == cells(line), line


def cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row))


def test_a_cell_holds_one_line_and_no_border() -> None:
    assert cell("a\n  b | c") == "a b \\| c"


@pytest.mark.parametrize(("text", "marked"), [("a", "`a`"), ("a `b`", "`` a `b` ``"), ("`", "`` ` ``")])
def test_code_is_marked_whatever_backticks_it_holds(text: str, marked: str) -> None:
    assert code(text) == marked


def test_a_message_reads_the_same_in_markdown() -> None:
    assert spoken("only *a*, `*b*` and [c](d)") == "only \\*a\\*, `*b*` and \\[c\\](d)"


@pytest.mark.parametrize(
    ("heading", "place"),
    [("The reader's moves", "the-readers-moves"), ("`kind` of a claim", "kind-of-a-claim"), ("d′, c", "d-c")],
)
def test_anchors_are_those_of_github(heading: str, place: str) -> None:
    assert anchor(heading) == place
