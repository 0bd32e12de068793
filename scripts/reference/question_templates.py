"""docs/question-templates.md: what each asks and is made from, when it declines, its score, an example."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizgen.bank import load_bank
from quizgen.bank.choices import LABEL_OF, TEMPLATES
from quizgen.exchange import form_markdown
from quizgen.forms import build_form
from quizgen.generators import generate
from quizgen.items import Choice, Item
from quizgen.material.pack import JUDGES, LEANS_ON_OTHERS, MOST_LINES
from quizgen.scoring.grading import FULL_MARKS_FROM
from quizgen.taxonomy import load_taxonomy
from quizgen.wording import load_wording
from scripts.reference.fields import unlocks
from scripts.reference.page import ROOT, filled
from scripts.reference.parts import LAMP, NEWS, OWN, PARTS
from scripts.reference.reasons import reasons

WORDING = load_wording("en")
EXAMPLES = {
    "verdict": (NEWS, "claim:never-before"),
    "bearing": (NEWS, "claim:cars-collapsed"),
    "pass-on": (NEWS, "claim:bikes-1180"),
    "what-holds": (NEWS, "claim:parking-64"),
    "which-words": (NEWS, "claim:fifteen-times"),
    "best-source": (LAMP, "claim:council-trial"),
    "match-records": (NEWS, "claim:chair-retail-park"),
    "read-the-figure": (NEWS, "claim:shops-50-of-92"),
    "claim-kind": (NEWS, "claim:six-months-too-short"),
    "sort-statements": (NEWS, "claim:ugliest-posts"),
    "name-the-issue": (NEWS, "passage:p06-posts-protect"),
    "spot-the-issue": (LAMP, "passage:p-worth-five-points"),
    "best-rewrite": (NEWS, "claim:shops-emptied"),
    "next-move": (NEWS, "passage:p10-confirmed-twice"),
    "handwritten": (OWN, "item:who-could-know"),
}
"""For each template the bank and the entry of which a question is shown."""

FEW = 2
"""A template that trains more moves than these trains that of each issue type."""
JUDGED = {
    "claim": f"counts under *{WORDING.text('ui.results.claims')}*",
    "passage": f"counts under *{WORDING.text('ui.results.passages')}*",
}
"""What of the report an answer feeds beside its points."""


class Facts(NamedTuple):
    """What is alike in all questions of a template, in words."""

    answered: str
    interaction: str
    moves: tuple[str, ...]
    judged: str | None
    unlocked: tuple[str, ...]


def question_templates() -> str:
    """Return the text of the page."""
    return filled(
        "question-templates.md.j2",
        asks=TEMPLATES,
        facts=facts,
        reasons=reasons,
        example=example,
        bank_of=lambda template: EXAMPLES[template][0],
        most_findings=MOST_LINES,
        leaning=words_of(LEANS_ON_OTHERS),
        judging=words_of(JUDGES),
        full_marks_from=FULL_MARKS_FROM,
        labels={verdict: WORDING.text(f"verdict.options.{label}.text") for verdict, label in LABEL_OF.items()},
    )


def facts(template: str) -> Facts:
    """Return what is told of a template in a line each."""
    items = _items(NEWS, template) + _items(LAMP, template) + _items(OWN, template)
    moves = {move.id: move.name for move in load_taxonomy().moves}
    trained = [name for move, name in moves.items() if any(item.move == move for item in items)]
    judged = {item.judgement.of for item in items if item.judgement}
    return Facts(
        answered=_answered(items),
        interaction=items[0].interaction,
        moves=tuple(trained) if len(trained) <= FEW else (),
        judged=next((JUDGED[of] for of in judged if of in JUDGED), None),
        unlocked=tuple(
            f"[`{part.heading.lower()}.{field}`](bank-format.md#{part.place})"
            for part in PARTS
            for field, templates in unlocks(part.model).items()
            if template in templates
        ),
    )


def _answered(items: tuple[Item, ...]) -> str:
    if len({item.interaction for item in items}) > 1:
        return "as you write it"
    body = items[0].body
    if not isinstance(body, Choice):
        return {
            "highlight": "phrases are marked, or “nothing to flag”",
            "match": "each statement is given a letter",
            "number": "a number is typed",
        }[body.interaction]
    sizes = sorted({len(item.body.options) for item in items if isinstance(item.body, Choice)})
    options = " or ".join(map(str, sizes))
    return f"one of {options} answers, always the same" if _is_scale(items) else f"one of {options} options"


def _is_scale(items: tuple[Item, ...]) -> bool:
    bodies = [item.body for item in items if isinstance(item.body, Choice)]
    texts = {option.text for body in bodies for option in body.options}
    return all(body.fixed for body in bodies) and len(texts) <= max(len(body.options) for body in bodies) + 1


@lru_cache
def _items(file: str, template: str) -> tuple[Item, ...]:
    return tuple(generate(load_bank(ROOT / file).usable(), templates=[template]))


def example(template: str) -> str:
    """Return a question with its key and reasons as `quizgen generate` writes it, without the head of a quiz."""
    file, entry = EXAMPLES[template]
    item = next((item for item in _items(file, template) if entry in item.provenance.entries), None)
    if item is None:
        raise ValueError(f"{file} yields no question {template} of {entry}: choose another example")
    form = build_form(load_bank(ROOT / file), items=[item], length=1, templates=[template])
    _, question = form_markdown(form, "teacher").split("\n## ", 1)
    stem, rest = question.split("\n", 1)
    asked = f"**{re.sub(r'^1[.] ', '', stem)}**\n{rest.rstrip()}"
    return "\n".join(f"> {line}".rstrip() for line in asked.split("\n"))


def words_of(pattern: re.Pattern[str]) -> list[str]:
    """Return the words that a pattern of words looks for."""
    inside = pattern.pattern.removeprefix(r"\b(").removesuffix(r")\b")
    return [word.replace("?", "") for word in inside.split("|")]
