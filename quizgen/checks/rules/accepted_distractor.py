"""accepted-distractor: a type is ruled out for words that are elsewhere marked as showing it.

Annotators of fallacies often accept two labels for one stretch of words (in MAFALDA a quarter of the spans have two or
more; Helwe et al. 2024). What a fair marker could give must never count as wrong. Told of is a type under `not` whose
words overlap with those of an issue of that type, and a type under `tempting` that a claim of the passage's record has
or accepts. This is an error.

Pass:

    passages:
      - id: best
        text: Everybody says that it is the best library, and it is simply gigantic.
        issues:
          - type: bandwagon
            span: Everybody says
            not: [{type: exaggeration, why: That many say so may be true.}]
            why: That many say so is offered as the proof.
          - {type: exaggeration, span: simply gigantic, why: It has two rooms.}

Fail:

    passages:
      - id: best
        text: Everybody says that it is the best library, and it is simply gigantic.
        issues:
          - type: bandwagon
            span: Everybody says
            not:
              - {type: vague-attribution, why: Everybody is a group.}  # told
            why: That many say so is offered as the proof.
          - {type: hasty-generalisation, also_accept: [vague-attribution], span: Everybody, why: Nobody was asked.}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.bank.findings import Path
from quizgen.bank.model import Issue
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.diagnostics import Severity

CODE = "accepted-distractor"


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the types that are given as wrong and could be given as right."""
    claims = {claim.id: claim for claim in bank.bank.claims}
    for path, claim in numbered("claims", bank.bank.claims):
        if len(claim.issues) > 1:
            yield from _ruled_out(path, claim.issues)
    for path, passage in numbered("passages", bank.bank.passages):
        about = [issue for claim_id in passage.record for issue in claims[claim_id].issues]
        if len(passage.issues) > 1:
            yield from _ruled_out(path, passage.issues)
        for i, tempting in enumerate(passage.tempting):
            if any(tempting.type in _right(issue) for issue in about):
                message = f"`{tempting.type}` only tempts here, and a claim of the record has or accepts it"
                help_ = "delete it here, or look again whether the passage is sound"
                yield Fault((*path, "tempting", i, "type"), message, help_, Severity.ERROR)


def _right(issue: Issue) -> tuple[str, ...]:
    return (issue.type, *issue.also_accept)


def _ruled_out(path: Path, issues: list[Issue]) -> Iterator[Fault]:
    for i, issue in enumerate(issues):
        for n, not_this in enumerate(issue.not_):
            if any(o is not issue and not_this.type in _right(o) and _share_words(o, issue) for o in issues):
                message = f"`{not_this.type}` is ruled out for words that another issue marks with it"
                help_ = "put it under `also_accept` here, or mark other words there"
                yield Fault((*path, "issues", i, "not", n, "type"), message, help_, Severity.ERROR)


def _share_words(one: Issue, other: Issue) -> bool:
    """Whether two issues mark the same words, or one marks some of the other's; an issue without words concerns all."""
    if not one.words or not other.words:
        return True
    return any(a in b or b in a for a in one.words for b in other.words)
