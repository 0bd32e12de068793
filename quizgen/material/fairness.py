"""Whether a question on a claim would be fair, so far as that does not depend on the template that asks it.

Each function returns what is in the way, or None. Templates ask them in the order in which an author would mend things.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizgen.bank.model import Claim
from quizgen.material.pack import Pack

_LEANING_START = re.compile(r"(this|those|it|its|they|their|he|she|his|her|such|in addition|moreover)\b")
_THESE = re.compile(r"\bthese\b")
"""Words, in lower case, by which a statement leans on the sentence before it: at its start, or anywhere."""
CHECKED = ("supported", "misleading", "contradicted")


@lru_cache(maxsize=65536)
def leans_on_text(statement: str) -> bool:
    """Whether a statement cannot be understood without the sentence before it."""
    words = statement.lower()
    return _LEANING_START.match(words) is not None or ("these" in words and _THESE.search(words) is not None)


class Obstacle(NamedTuple):
    """Why a question would not be fair, in one sentence for the author, and the field in which it can be mended."""

    reason: str
    unlock: str


def unclear(claim: Claim) -> Obstacle | None:
    """Return why a reader could not tell what the claim is."""
    if leans_on_text(claim.says):
        return Obstacle("`says` leans on words that are not shown; it must stand alone", "says")
    return None


def mixed(claim: Claim) -> Obstacle | None:
    """Return why the claim is not one proposition."""
    if claim.kind in ("opinion", "prediction") and claim.verdict in CHECKED:
        return Obstacle("an opinion or forecast with a checked verdict holds two propositions", "says")
    return None


def unsure(claim: Claim) -> Obstacle | None:
    """Return why the author's verdict should not be asked for."""
    needed = ("medium",) if claim.verdict == "not-enough-evidence" else ()
    if claim.confidence not in ("high", "very-high", *needed):
        return Obstacle("the author is not sure enough of the verdict", "confidence")
    return None


def undecided(claim: Claim, pack: Pack) -> Obstacle | None:
    """Return why the findings shown do not make the verdict plain to a fair reader."""
    if len(pack) < claim.min_pack:
        return Obstacle(f"{len(pack)} finding(s) can be shown, and {claim.min_pack} are needed", "evidence")
    problem = _unfit(claim, pack)
    return Obstacle(problem, "evidence") if problem else None


def _unfit(claim: Claim, pack: Pack) -> str | None:
    decides = pack.with_stance("supports", "refutes")
    match claim.verdict:
        case "supported":
            return _unsupported(claim, pack)
        case "misleading" | "contradicted":
            return None if pack.with_stance("refutes") else "no finding that refutes the claim can be shown"
        case "not-enough-evidence":
            return "a claim that is not settled must have context findings only" if decides else None
        case "not-checkable":
            if claim.kind not in ("opinion", "prediction"):
                return "only an opinion or a forecast is beyond every source"
            # A single finding would lean to a side.
            fit = len(pack) > 1 and not decides
            return None if fit else "what no source could settle needs two context findings and no others"


def _unsupported(claim: Claim, pack: Pack) -> str | None:
    lines = (*pack.lines, *pack.left_out)
    if not pack.with_stance("supports") or any(line.stance == "refutes" for line in lines):
        return "a supported claim needs a finding that supports it and none that refutes it"
    if not pack.covers(claim.says, "supports"):
        lacked = pack.lacks(claim.says, "supports")
        return f"the supporting findings do not hold every number and half of the names of `says`: they lack {lacked}"
    return None
