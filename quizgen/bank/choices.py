"""The values among which an author chooses, each with what it means; editors and docs show these words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from quizgen.taxonomy import load_taxonomy


@dataclass(frozen=True)
class Meanings:
    """What each value of a field means: a mark on its type, which the JSON Schema and the docs are written from."""

    told: Callable[[], Mapping[str, str]]

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema of the marked type: these values and no others."""
        handler(core_schema)
        told = self.told()
        return {"enum": list(told), "enumDescriptions": list(told.values())}


def _meanings(**told: str) -> Meanings:
    """Return the meanings of values whose hyphens are written as `_`."""
    return Meanings(partial(dict, {name.replace("_", "-"): text for name, text in told.items()}))


Genre = Annotated[
    Literal["news", "opinion", "analysis", "press-release", "social", "advertisement", "fiction"],
    _meanings(
        news="a report of what happened",
        opinion="a text that argues for a view",
        analysis="a text that explains what is behind the news",
        press_release="what an organisation says of itself",
        social="a post on a social network",
        advertisement="a text that sells something",
        fiction="an invented story",
    ),
]
Level = Annotated[
    Literal["lower-secondary", "upper-secondary", "adult"],
    _meanings(
        lower_secondary="readers of about 11 to 15 years",
        upper_secondary="readers of about 15 to 18 years",
        adult="readers who have left school",
    ),
]
SourceKind = Annotated[
    Literal["primary", "secondary", "tertiary"],
    _meanings(
        primary="the record itself: a count, a vote, a transcript, a study",
        secondary="a report on the record, such as a newspaper's",
        tertiary="a collection of reports, such as an encyclopedia",
    ),
]
Stake = Annotated[
    Literal["independent", "party", "partisan"],
    _meanings(
        independent="has no side in the matter",
        party="belongs to a side, as a ministry or a company does",
        partisan="takes a side without belonging to it",
    ),
]
Stance = Annotated[
    Literal["supports", "refutes", "context"],
    _meanings(
        supports="the finding backs the claim, small slips aside",
        refutes="the finding says something else on the same point",
        context="the finding is near the subject and does not decide the claim",
    ),
]
Verdict = Annotated[
    Literal["supported", "misleading", "contradicted", "not-enough-evidence", "not-checkable"],
    _meanings(
        supported="the sources say the same, small slips aside",
        misleading="a part of it stands, but the wording leads astray",
        contradicted="the sources say something else",
        not_enough_evidence="it could be checked, and the sources here do not decide it",
        not_checkable="no source could settle it: an opinion, a definition, a forecast",
    ),
]
VerdictLabel = Annotated[
    Literal["backed", "not-as-worded", "unsettled", "no-source"],
    _meanings(
        backed="the answer “Backed as worded”",
        not_as_worded="the answer “Not as worded”",
        unsettled="the answer “Not settled here”",
        no_source="the answer “No source could settle it”",
    ),
]
Confidence = Annotated[
    Literal["low", "medium", "high", "very-high"],
    _meanings(
        low="you would not be surprised to be wrong",
        medium="you think so, and see how another could think otherwise",
        high="you would defend it before a colleague",
        very_high="you cannot see how it could be otherwise",
    ),
]
ClaimKind = Annotated[
    Literal["fact", "opinion", "prediction", "attribution"],
    _meanings(
        fact="records could show whether it holds",
        opinion="a judgement, which no record can settle",
        prediction="a forecast of what was still to come",
        attribution="the claim that somebody said something",
    ),
]
RecordKind = Annotated[
    Literal[
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
    ],
    _meanings(
        votes="the roll call of an assembly",
        national_accounts="a yearbook of what countries produce",
        census="a table of inhabitants, by country and region",
        reserves="a table of what central banks hold",
        transcript="the full wording of a speech or interview",
        newspaper_page="the newspaper page with the article itself",
        survey="a poll report with its questions and answers",
        study="a piece of research that explains its method",
        dated_reports="news reports from the days of the event",
        statement="a release by the organisation or the host",
    ),
]
RewriteShift = Annotated[
    Literal["strength", "cause", "scope", "who", "measure", "place", "date", "sense", "both"],
    _meanings(
        strength="says more, or less, than the sources do",
        cause="makes one thing the cause of another",
        scope="speaks of more, or of fewer",
        who="names somebody else",
        measure="gives another number or unit",
        place="names another place",
        date="names another time",
        sense="says another thing",
        both="makes the other two changes at once",
    ),
]
WeakerBy = Annotated[
    Literal["copy", "repeats", "too-early", "other-measure", "side"],
    _meanings(
        copy="is a copy of the record",
        repeats="reports what the record says",
        too_early="is from before the record could be known",
        other_measure="measures something else",
        side="belongs to a side, or takes one",
    ),
]
InteractionName = Annotated[
    Literal["choice", "multiple-response", "highlight", "match", "number"],
    _meanings(
        choice="one option is chosen",
        multiple_response="one option or several are chosen",
        highlight="words of a passage are marked",
        match="each prompt gets its answer",
        number="a number is typed",
    ),
]
Difficulty = Annotated[Literal["1", "2", "3"], Meanings(lambda: {"1": "easy", "2": "medium", "3": "hard"})]
VersionsBy = Annotated[
    Literal["reorder", "matched"],
    _meanings(
        reorder="the same questions in another order",
        matched="other questions of the same kind and difficulty",
    ),
]

TEMPLATES = {
    "verdict": "how well a claim holds up against its findings",
    "bearing": "what one finding does to a claim",
    "pass-on": "what is the most the sources let you do with a claim",
    "what-holds": "which note follows from the findings",
    "which-words": "which words of a quotation the sources do not back",
    "best-source": "which of several sources is the record itself",
    "match-records": "which kind of record could check each of three claims",
    "read-the-figure": "a number to be read from the findings",
    "claim-kind": "whether a statement is checkable, a judgement, a forecast or somebody's words",
    "sort-statements": "several statements to be sorted by kind",
    "name-the-issue": "what is the problem with marked words, if any",
    "spot-the-issue": "which words of a passage show an issue, if any do",
    "best-rewrite": "which of the marked words must change",
    "next-move": "which next step would answer a reader's question",
    "handwritten": "a question that you wrote yourself, under `items`",
}
"""The question templates that a bank can name, with what each asks; a test holds them against the generators' table."""
TEMPLATE_IDS = tuple(TEMPLATES)

LABEL_OF: dict[Verdict, VerdictLabel] = {
    "supported": "backed",
    "misleading": "not-as-worded",
    "contradicted": "not-as-worded",
    "not-enough-evidence": "unsettled",
    "not-checkable": "no-source",
}
"""The label by which a question about a claim of this verdict is answered."""


def _issue_types() -> dict[str, str]:
    return {t.id: f"{t.name}: {t.definition}" for t in load_taxonomy().types.values()}


def _families() -> dict[str, str]:
    return {family.id: family.question for family in load_taxonomy().families}


def _moves() -> dict[str, str]:
    return {move.id: move.name for move in load_taxonomy().moves}


ISSUE_TYPE, FAMILY, MOVE, TEMPLATE = (
    Meanings(told) for told in (_issue_types, _families, _moves, partial(dict, TEMPLATES))
)
"""Marks for ids that come from a list; whether an id stands in it is a rule of the bank, not of the field."""
