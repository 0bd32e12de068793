"""Drafts: entries that are still being written yield no question and no error; what is left in others is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.bank import Bank
from quizgen.checks import check_bank
from quizgen.generators import generate
from tests.bank.checking import CLAIM, PASSAGE, check_clean, check_finds, load, more, whole
from tests.test_cli import quizgen

DRAFT = more(CLAIM.replace("id: lent", "id: later"), "draft: true").removeprefix("claims:\n")
GAPS = "  - {id: gaps, draft: true, quote: TODO, colour: red, evidence: 12}\n"
ISSUE = "issues: [{type: bandwagon, span: Everybody says, why: It counts heads.}]"


def sound(part: str) -> str:
    """Return a bank of which nothing is to be told but of the part."""
    return re.sub(r"(?m)^  paper:.*\n.*\n", "", whole(part))


def names(part: str) -> list[str]:
    return [draft.name for draft in load(part).drafts]


@pytest.mark.parametrize("draft", [DRAFT, GAPS, "  - draft: TRUE\n", '  - {draft: "true"}\n'])
def test_a_draft_may_have_gaps_and_is_no_part_of_the_bank(draft: str) -> None:
    bank = check_clean(CLAIM + draft)

    assert [claim.id for claim in bank.claims] == ["lent"]
    assert bank == check_clean(CLAIM)
    assert load(CLAIM + draft).revision == load(CLAIM).revision
    assert len(load(CLAIM + draft).drafts) == 1


def test_passages_may_be_drafts_too() -> None:
    part = more(PASSAGE, "draft: true")

    assert check_clean(part).passages == []
    assert names(part) == ["best"]


@pytest.mark.parametrize("typed", ["false", "False", "'FALSE'"])
def test_an_entry_that_is_no_draft_any_longer_is_like_any_other(typed: str) -> None:
    assert check_clean(more(CLAIM, f"draft: {typed}")) == check_clean(CLAIM)


def test_no_question_is_made_of_a_draft() -> None:
    with_draft, without = load(CLAIM + DRAFT).usable(), load(CLAIM).usable()

    assert [item.id for item in generate(with_draft)] == [item.id for item in generate(without)]
    assert generate(load("claims:\n" + DRAFT).usable()) == []


@pytest.mark.parametrize("typed", ["yes", "1", "TODO", "[true]", ""])
def test_what_is_neither_true_nor_false_makes_no_draft(typed: str) -> None:
    loaded = load(more(CLAIM, f"draft: {typed}"))

    assert loaded.drafts == ()
    assert [d.location.line for d in loaded.diagnostics] == [9]


def test_what_is_told_of_other_entries_keeps_its_place_and_its_number() -> None:
    evidence = "[{source: daily, stance: supports, finding: d}]"
    broken = f"  - {{quote: a, says: b, kind: fact, verdict: supported, record: c, evidence: {evidence}}}\n"

    found = check_finds("claims:\n" + GAPS + broken + GAPS + broken, (3, 5, "missing-field"), (5, 5, "missing-field"))
    assert [d.message for d in found.diagnostics] == [
        "there is no `id` in claim number 2",
        "there is no `id` in claim number 4",
    ]


def test_a_draft_that_is_referred_to_is_named_as_the_cause() -> None:
    found = check_finds(more(PASSAGE, f"record: [later]\n{ISSUE}") + "claims:\n" + DRAFT, (4, 14, "unknown-claim"))

    assert found.diagnostics[0].help.startswith("it is a draft: finish it and delete its `draft: true`")


@pytest.mark.parametrize(
    ("comment", "silent"),
    [
        ("  # quizgen: ignore judging-words – it is the name\n  - id: lent", True),
        ("  # quizgen: ignore judging-words – it is the name\n  - {id: a, draft: true}\n  - id: lent", False),
        ("  - {id: a, draft: true}\n  # quizgen: ignore judging-words – it is the name\n  - id: lent", True),
        ("  - id: a\n    draft: true\n    # quizgen: ignore judging-words – x\n    says: a\n  - id: lent", False),
        ("  - {id: a, draft: true}  # quizgen: ignore judging-words – x\n  - id: lent", False),
    ],
)
def test_a_comment_that_silences_a_check_in_a_draft_silences_none_elsewhere(comment: str, silent: bool) -> None:
    part = CLAIM.replace("  - id: lent", comment).replace("Elm Library lent 4000 books.", "It is propaganda.", 1)
    loaded = load(part)
    assert loaded.diagnostics == ()

    codes = [d.code for d in check_bank(loaded)]

    assert ("judging-words" not in codes) == silent
    assert "unused-ignore" not in codes


@pytest.mark.parametrize("field", ["evidence: [{source: paper, stance: TODO}]", "originals_to_open: [paper]"])
def test_a_source_that_serves_a_draft_is_not_called_unused(field: str) -> None:
    unused = [d.message for d in check_bank(load(CLAIM)) if d.code == "unused-source"]
    assert unused == ["nothing names the source `paper` in source `paper`"]

    part = CLAIM + "  - {id: later, draft: true, quote: a}\n".replace("quote: a", field)
    assert [d.code for d in check_bank(load(part)) if d.code == "unused-source"] == []


class TestWhatIsStillToBeWritten:
    @pytest.mark.parametrize(
        ("part", "place"),
        [
            (CLAIM.replace("says: Elm Library lent 4000 books.", "says: TODO"), (4, 11)),
            (CLAIM.replace("record: It lent 4000 books.", "record: 'TODO: how many?'"), (7, 13)),
            (CLAIM.replace("kind: fact", "kind: TODO"), (5, 11)),
            (CLAIM.replace("source: daily", "source: TODO"), (8, 25)),
            (more(CLAIM, "issues: [{type: TODO, span: lent, why: x}]"), (9, 21)),
        ],
    )
    def test_it_is_one_error_at_its_place_in_an_entry_that_is_no_draft(self, part: str, place: tuple[int, int]) -> None:
        found = check_finds(part, (*place, "todo-left"))

        assert found.diagnostics[0].message.endswith("is still to be written in claim `lent`")
        assert found.diagnostics[0].help == "write it, or mark the entry `draft: true` until it is written"

    @pytest.mark.parametrize(
        "part",
        [
            CLAIM.replace("says: Elm Library lent 4000 books.", "says: TODO EL MUNDO lee."),
            CLAIM.replace("says: Elm Library lent 4000 books.", "says: The library keeps a TODO list."),
            CLAIM.replace("says: Elm Library lent 4000 books.", "says: To do so was right."),
            more(CLAIM, "note: 'TODO: look for a newer yearbook'"),
            CLAIM + "# TODO: more claims\n",
        ],
    )
    def test_near_misses_are_silent(self, part: str) -> None:
        check_clean(part)

    def test_at_the_top_of_a_bank_it_is_an_error_as_soon_as_something_is_asked(self) -> None:
        check_finds("license: TODO\n" + CLAIM, (1, 10, "todo-left"))

    def test_in_a_bank_of_nothing_but_drafts_it_is_a_warning(self) -> None:
        loaded = load("license: TODO\nclaims:\n" + DRAFT)

        assert [(d.code, d.severity.value) for d in loaded.diagnostics] == [("todo-left", "warning")]
        assert isinstance(loaded.bank, Bank)


def test_check_tells_how_many_drafts_are_left_and_which_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "elm-library.yaml"
    path.write_text(
        sound(CLAIM + DRAFT + GAPS + more(PASSAGE, f"draft: true\n{ISSUE}").replace("id: best", "id: heads")),
        encoding="utf-8",
    )

    told = quizgen("check", path)

    assert told.returncode == 0
    assert told.stdout.splitlines()[-3:] == [
        "1 bank, 1 claim, 0 passages, 2 questions, 3 drafts: no problems",
        "elm-library: 2 claims and 1 passage still marked as draft; nothing is asked of them",
        "elm-library: whole, so that `draft: true` may go: `later`, `heads`",
    ]


def test_where_a_bank_has_errors_its_drafts_are_told_of_too(tmp_path: Path) -> None:
    path = tmp_path / "elm-library.yaml"
    path.write_text(whole("titel: x\nclaims:\n" + DRAFT), encoding="utf-8")

    told = quizgen("check", path)

    assert told.returncode == 1
    assert (
        "1 bank, 1 draft: 1 error\nelm-library: 1 claim still marked as draft; nothing is asked of them" in told.stdout
    )
