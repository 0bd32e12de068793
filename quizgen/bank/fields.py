"""What a single field of a bank can hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from quizgen.bank.choices import FAMILY, ISSUE_TYPE, MOVE, TEMPLATE
from quizgen.bank.values import a_day, finished, flag, inline_markdown, number, whole_number

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Line = Annotated[str, StringConstraints(pattern=r"^[^\r\n]*$", min_length=1, max_length=600, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Inline = Annotated[
    str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), AfterValidator(inline_markdown)
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    AfterValidator(a_day),
]
When = Annotated[
    str,
    StringConstraints(
        pattern=r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|c\. [0-9]{4}|undated|annual)$"
    ),
    AfterValidator(a_day),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
FileBeside = Annotated[
    str, StringConstraints(pattern=r"^[^./\\:\s][^/\\:\r\n]*(/[^./\\:\s][^/\\:\r\n]*)*$", max_length=200)
]
Flag = Annotated[bool, BeforeValidator(flag)]
Finished = Annotated[Flag, AfterValidator(finished)]
NUMBER = BeforeValidator(number)
WHOLE = BeforeValidator(whole_number)
Number = Annotated[float, Field(allow_inf_nan=False), NUMBER]
TypeId = Annotated[Id, ISSUE_TYPE]
TemplateId = Annotated[Id, TEMPLATE]
FamilyId = Annotated[Id, FAMILY]
MoveId = Annotated[Id, MOVE]


def is_file_beside(path: str) -> bool:
    """Whether a bank may name a file by this path."""
    try:
        TypeAdapter(FileBeside).validate_python(path)
    except ValidationError:
        return False
    return True


class Authored(BaseModel):
    """A part of the bank file: frozen, and an unknown field in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)
