"""Small items of known features, for tests of forms."""

from __future__ import annotations

from quizgen.items import Choice, Item, Judgement, Option, Provenance, Rationale, Stimulus, letter


def small_item(
    name: str,
    *,
    template: str = "verdict",
    family: str = "evidence",
    topic: str | None = None,
    difficulty: int = 1,
    judgement: Judgement | None = None,
    exclusive: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    options: int = 3,
    key: int = 0,
    fixed: bool = False,
) -> Item:
    """Return a choice whose options are worded after their place."""
    return Item(
        id=f"bank/{name}/{template}",
        template=template,
        stem=f"Which of these, {name}?",
        stimulus=Stimulus(),
        body=Choice(
            options=tuple(Option(id=letter(i), text=f"option {i} of {name}", why="reason") for i in range(options)),
            key=(letter(key),),
            fixed=fixed,
        ),
        rationale=Rationale(record="The record."),
        sources=(),
        provenance=Provenance(bank="bank", entries=(f"claim:{name}",)),
        family=family,
        move="compare-coverage",
        topic=topic,
        difficulty=difficulty,
        judgement=judgement,
        exclusive=exclusive or (f"claim:{name}",),
        tags=tags,
    )
