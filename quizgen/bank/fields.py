"""What a single field of a bank can hold, and the fixed lists of ids that a bank can name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from quizgen.bank.values import a_day, flag, inline_markdown, number, whole_number

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
Flag = Annotated[bool, BeforeValidator(flag)]
NUMBER = BeforeValidator(number)
WHOLE = BeforeValidator(whole_number)
Number = Annotated[float, Field(allow_inf_nan=False), NUMBER]

Verdict = Literal["supported", "misleading", "contradicted", "not-enough-evidence", "not-checkable"]
VerdictLabel = Literal["backed", "not-as-worded", "unsettled", "no-source"]
ClaimKind = Literal["fact", "opinion", "prediction", "attribution"]
RecordKind = Literal[
    "votes",
    "national-accounts",
    "census",
    "reserves",
    "transcript",
    "newspaper-page",
    "survey",
    "study",
    "dated-reports",
    "statement",
]
RewriteShift = Literal["strength", "cause", "scope", "who", "measure", "place", "date", "sense", "both"]
InteractionName = Literal["choice", "multiple-response", "highlight", "match", "number"]

TEMPLATE_IDS = (
    "verdict",
    "bearing",
    "pass-on",
    "what-holds",
    "which-words",
    "best-source",
    "match-records",
    "read-the-figure",
    "claim-kind",
    "sort-statements",
    "name-the-issue",
    "spot-the-issue",
    "best-rewrite",
    "next-move",
    "handwritten",
)
"""The question templates that a bank can name; a test holds them against the table of generators."""

LABEL_OF: dict[Verdict, VerdictLabel] = {
    "supported": "backed",
    "misleading": "not-as-worded",
    "contradicted": "not-as-worded",
    "not-enough-evidence": "unsettled",
    "not-checkable": "no-source",
}
"""The label by which a question about a claim of this verdict is answered."""


class Authored(BaseModel):
    """A part of the bank file: frozen, and an unknown field in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)
