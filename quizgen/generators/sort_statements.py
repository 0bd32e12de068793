"""sort-statements: four to six statements are sorted by what would settle them.

All are told in the same register, in the author's neutral words, so that length and tone do not give the judgements
away; wrong but checkable ones are among them, since wrong and checkable are two things.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from quizgen.bank.model import Claim, Passage
from quizgen.items import Item, Match, MatchChoice, Prompt, Rationale, Stimulus, letter
from quizgen.material import Declined, Material, Obstacle, entry_name
from quizgen.material.fairness import leans_on_text
from quizgen.material.kinds import COLOURED, KINDS, SOUNDS_SURE, blurred, settled_by, unclear_kind

ID = "sort-statements"
BOXES = ("checkable", "judgement", "forecast")
Entry = Claim | Passage


def generate(material: Material) -> Iterator[Item | Declined]:
    """Yield sets of statements, each statement in one set only; decline for each entry that is in none."""
    usable: list[Entry] = []
    entries: list[Entry] = [*material.bank.claims, *material.bank.passages]
    for entry in entries:
        problem = _unfit_claim(entry) if isinstance(entry, Claim) else _unfit_passage(entry)
        declined = material.refusal(ID, entry) or (Declined(ID, entry_name(entry), *problem) if problem else None)
        if declined:
            yield declined
        else:
            usable.append(entry)
    stock = _Stock(material.draws(ID, "sets").shuffled(usable))
    while chosen := stock.take():
        yield _item(material, chosen)
    for entry in stock.left():
        reason = (
            "no set is left for it: each takes a judgement, two that hold and one that does not, on different topics"
        )
        yield Declined(ID, entry_name(entry), reason)


def _unfit_claim(claim: Claim) -> Obstacle | None:
    if claim.kind == "attribution":
        return Obstacle("somebody's words have no box here", "kind")
    if claim.topic is None:
        return Obstacle("it needs a topic, since no two statements of a set may share one", "topic")
    if settled_by(claim) == "checkable-open":
        return Obstacle("it is not settled, so that it would be taken for a judgement", "verdict")
    if claim.kind == "fact" and any(issue.type in COLOURED for issue in claim.issues):
        return Obstacle("its wording is coloured, and a neutral sentence would keep the colour", "issues")
    return unclear_kind(claim) or blurred(claim.kind, claim.says)


def _unfit_passage(passage: Passage) -> Obstacle | None:
    if passage.kind not in ("opinion", "prediction"):
        return Obstacle("only a judgement or a forecast is taken from a passage; a checkable one is a claim", "kind")
    if passage.says is None:
        return Obstacle("it needs one neutral sentence that says it", "says")
    if passage.topic is None:
        return Obstacle("it needs a topic, since no two statements of a set may share one", "topic")
    if leans_on_text(passage.says):
        return Obstacle("`says` leans on words that are not shown; it must stand alone", "says")
    return blurred(passage.kind, passage.says)


class _Pile:
    """Statements of one sort, by topic; the topics take turns."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.topics: dict[str, deque[Entry]] = {}
        for entry in entries:
            self.topics.setdefault(entry.topic or "", deque()).append(entry)

    def take(self, used: set[str]) -> Entry | None:
        """Take a statement on a topic that is not used yet, and note its topic; None if there is none."""
        topic = next((t for t in self.topics if t not in used), None)
        if topic is None:
            return None
        used.add(topic)
        queue = self.topics.pop(topic)
        entry = queue.popleft()
        if queue:
            self.topics[topic] = queue
        return entry

    def put_back(self, entry: Entry) -> None:
        """Put a statement back that was not needed."""
        self.topics.setdefault(entry.topic or "", deque()).appendleft(entry)

    def left(self) -> list[Entry]:
        """Return what is left."""
        return [entry for queue in self.topics.values() for entry in queue]


class _Stock:
    """The statements that may be used, by what settles them."""

    def __init__(self, entries: list[Entry]) -> None:
        by_test: dict[str, list[Entry]] = {}
        for entry in entries:
            by_test.setdefault(settled_by(entry), []).append(entry)
        names = ("judgement", "checkable-fails", "checkable-holds", "forecast")
        self.sets = 0
        self.piles = {name: _Pile(by_test.get(name, [])) for name in names}

    def take(self) -> list[Entry] | None:
        """Return four to six statements on different topics, or None if what must be among them has run out."""
        used: set[str] = set()
        needed = ("judgement", "checkable-fails", "checkable-holds", "checkable-holds")
        chosen: list[Entry] = []
        for name in needed:
            entry = self.piles[name].take(used)
            if entry is None:
                for other in chosen:
                    self.piles[settled_by(other)].put_back(other)
                return None
            chosen.append(entry)
        # A second judgement in every other set, so that the sizes of the boxes cannot be guessed.
        more = ("forecast", "judgement" if self.sets % 2 else "checkable-holds")
        chosen += [entry for name in more if (entry := self.piles[name].take(used))]
        self.sets += 1
        return chosen

    def left(self) -> list[Entry]:
        """Return the statements that are in no set."""
        return [entry for pile in self.piles.values() for entry in pile.left()]


def _item(material: Material, chosen: list[Entry]) -> Item:
    name = "+".join(entry.id for entry in chosen)
    entries = material.draws(ID, name).shuffled(chosen)
    choices = tuple(
        MatchChoice(
            id=letter(i), text=material.text(f"{ID}.boxes.{box}.text"), note=material.text(f"{ID}.boxes.{box}.note")
        )
        for i, box in enumerate(BOXES)
    )
    prompts = tuple(
        Prompt(
            id=str(i),
            text=entry.says or "",
            key=letter(BOXES.index(KINDS[entry.kind or "fact"])),
            # What is told of a passage is about its own words, and they are not shown here.
            why=material.text(f"{ID}.why.{settled_by(entry)}", record=entry.record if isinstance(entry, Claim) else ""),
        )
        for i, entry in enumerate(entries, 1)
    )
    strong = any(settled_by(e) == "checkable-fails" and SOUNDS_SURE.search((e.says or "").lower()) for e in entries)
    return material.item(
        ID,
        entries,
        stem=material.stem(ID, name),
        stimulus=Stimulus(),
        body=Match(prompts=prompts, choices=choices, reuse=True, fixed=True),
        rationale=Rationale(record=material.text(f"{ID}.why.record"), about="question"),
        sources=material.notes_without_stance(entry for entry in entries if isinstance(entry, Claim)),
        family="evidence",
        move="separate-fact-from-opinion",
        difficulty=2 if strong else 1,
    )
