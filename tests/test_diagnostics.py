"""The three printed forms of a diagnostic, and their order."""

from __future__ import annotations

import json

from quizgen.diagnostics import Diagnostic, Location, Severity, as_github, as_json, as_text, has_errors

ERROR = Diagnostic(Location("b.yaml", 11, 9), "unknown-field", "unknown field `verdit`", "did you mean `verdict`?")
WARNING = Diagnostic(Location("b.yaml", 2, 5), "odd", "it is odd", severity=Severity.WARNING)


def test_text_has_a_first_line_that_can_be_clicked_and_a_remedy_on_the_second() -> None:
    assert as_text([ERROR]) == (
        "b.yaml:11:9: error: unknown field `verdit` [unknown-field]\n  help: did you mean `verdict`?"
    )


def test_text_without_a_remedy_is_one_line() -> None:
    assert as_text([WARNING]) == "b.yaml:2:5: warning: it is odd [odd]"


def test_github_annotations_name_the_place_and_escape_what_would_end_them() -> None:
    odd = Diagnostic(Location("a,b:c.yaml", 1, 2), "code", "100 %\nof\rall", "mend::it")
    assert as_github([odd]) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=code::100 %25%0Aof%0Dall%0Ahelp: mend::it"
    )


def test_json_has_every_part_by_name() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "file": "b.yaml",
            "line": 11,
            "column": 9,
            "severity": "error",
            "code": "unknown-field",
            "message": "unknown field `verdit`",
            "help": "did you mean `verdict`?",
        }
    ]


def test_diagnostics_sort_by_line_then_column() -> None:
    later = Diagnostic(Location("b.yaml", 11, 10), "a", "a")
    assert sorted([later, ERROR, WARNING]) == [WARNING, ERROR, later]


def test_only_errors_keep_a_bank_from_being_used() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
