"""`quizgen grade`: the report on somebody's answers to a form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.forms import Form, read_responses
from quizgen.scoring import Answer, make_report


def grade(
    form: Annotated[Path, typer.Argument(help="A form that `quizgen generate --format json` wrote for a teacher.")],
    responses: Annotated[Path, typer.Argument(help='JSON that maps item ids to responses: {"7Q4M2AB-01": "b"}.')],
) -> None:
    """Grade responses and print the report as JSON."""
    made = Form.read(form)
    answers = {item: Answer(response=response) for item, response in read_responses(responses).items()}
    report = make_report(made, answers)
    typer.echo(report.model_dump_json(indent=2))
