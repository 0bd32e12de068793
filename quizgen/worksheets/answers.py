"""The teacher's side of a sheet: the key to each question, with reasons, sources and marking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizgen.forms import Form, FormItem
from quizgen.items import Choice, Highlight, Item, Match, MultipleResponse, Number, letter
from quizgen.taxonomy import load_taxonomy
from quizgen.wording import Wording
from quizgen.worksheets.marking import partial_credit
from quizgen.worksheets.sheet import Answer, Finding, Reason, Row, Table
from quizgen.worksheets.sources import Keys
from quizgen.worksheets.text import Text, marked, plain, written

SHORT_NONE = "0"
"""How the strip writes "nothing to flag": as the bubble sheet does."""


def short_key(w: Wording, item: Item) -> str:
    """Return the key as the strip writes it: `B`, `A C`, `2+3`, `1D 2B`, `24.3`."""
    match item.body:
        case Choice() | MultipleResponse() as body:
            labels = {o.id: letter(place).upper() for place, o in enumerate(body.options)}
            return (" " if isinstance(body, MultipleResponse) else "/").join(labels[k] for k in body.key)
        case Highlight() as body:
            return "+".join(str(n) for n, p in enumerate(body.phrases, 1) if p.role == "key") or SHORT_NONE
        case Match() as body:
            labels = {c.id: letter(place).upper() for place, c in enumerate(body.choices)}
            return " ".join(f"{n}{labels[p.key]}" for n, p in enumerate(body.prompts, 1))
        case Number() as body:
            return w.number(body.value)


def strip(w: Wording, form: Form) -> tuple[Text, ...]:
    """Return the answers in one line, a text a question."""
    return tuple((*plain(str(e.number), strong=True), *plain(f" {short_key(w, e.item)}")) for e in form.items)


def crossing(w: Wording, form: Form, forms: Sequence[Form]) -> Table | None:
    """Return which question of this version is which in the others, each with its short key; None for one version."""
    if len(forms) < 2:
        return None
    places = [{entry.item.id: entry for entry in other.items} for other in forms]
    names = dict.fromkeys(entry.item.id for one in (form, *forms) for entry in one.items)
    rows = tuple(Row(cells=tuple(_cell(w, place.get(name)) for place in places)) for name in names)
    heads = tuple(w.text("sheet.version", version=other.version) for other in forms)
    return Table(title=w.text("sheet.crossing"), head=heads, rows=rows)


def _cell(w: Wording, entry: FormItem | None) -> Text:
    if entry is None:
        return plain("–")
    return (*plain(str(entry.number), strong=True), *plain(f" {short_key(w, entry.item)}"))


def answer(w: Wording, entry: FormItem, keys: Keys) -> Answer:
    """Return the key to a question."""
    item = entry.item
    rationale = item.rationale
    marking = tuple(partial_credit(w, item))
    evidence = tuple(_evidence(w, entry, keys))
    return Answer(
        number=entry.number,
        stem=plain(item.stem),
        subject=_subject(item),
        key=_told(w, item),
        record_title=w.text(f"sheet.about.{rationale.about}"),
        record=written(rationale.record),
        rewrite_title=w.text("sheet.rewrite") if rationale.rewrite else "",
        rewrite=written(rationale.rewrite or ""),
        reasons_title=w.text(f"sheet.why.{item.interaction}"),
        reasons=tuple(_reasons(w, item)),
        evidence_title=w.text("sheet.evidence") if evidence else "",
        evidence=evidence,
        marking_title=w.text("sheet.marking-title") if marking else "",
        marking=marking,
        origin=_origin(w, item),
    )


def _subject(item: Item) -> Text:
    if item.stimulus.claim:
        return plain(item.stimulus.claim.says)
    return marked(item.stimulus.passage) if item.stimulus.passage else ()


def _told(w: Wording, item: Item) -> Text:
    """Return the key in full: its letters or numbers, and their words."""
    lead = plain(f"{w.text('sheet.key')} ", strong=True)
    match item.body:
        case Choice() | MultipleResponse() as body:
            places = {o.id: (letter(n).upper(), o.text) for n, o in enumerate(body.options)}
            taken = body.key[:1] if isinstance(body, Choice) else body.key
            told = "; ".join(f"{label} – {text}" for label, text in (places[k] for k in taken))
        case Highlight() as body:
            marked = [f"{n} “{p.text}”" for n, p in enumerate(body.phrases, 1) if p.role == "key"]
            told = "; ".join(marked) or w.text("sheet.nothing")
        case Match() as body:
            choices = {c.id: (letter(n).upper(), c.text) for n, c in enumerate(body.choices)}
            told = "; ".join(f"{n} {choices[p.key][0]} – {choices[p.key][1]}" for n, p in enumerate(body.prompts, 1))
        case Number() as body:
            told = w.text("number.measured", value=body.value, unit=body.unit)
    return (*lead, *plain(told))


def _reasons(w: Wording, item: Item) -> Iterator[Reason]:
    word = w.text("sheet.right")
    match item.body:
        case Choice() | MultipleResponse() as body:
            for place, option in enumerate(body.options):
                right = word if option.id in body.key else ""
                yield Reason(label=letter(place).upper(), word=right, text=written(option.why))
        case Highlight() as body:
            same: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
            for place, phrase in enumerate(body.phrases, 1):
                same[phrase.why, phrase.role == "key"].append(str(place))
            for (why, key), labels in same.items():
                yield Reason(label=", ".join(labels), word=word if key else "", text=written(why))
        case Match() as body:
            for place, prompt in enumerate(body.prompts, 1):
                yield Reason(label=str(place), word="", text=written(prompt.why))
        case Number() as body:
            yield Reason(label="", word="", text=written(body.why))


def _evidence(w: Wording, entry: FormItem, keys: Keys) -> Iterator[Finding]:
    for note in entry.item.sources:
        stance = w.text(f"sheet.stance.{note.stance}") if note.stance else ""
        later = w.text("sheet.later") if note.later else ""
        about = ", ".join(filter(None, (later, stance)))
        source = (*plain(note.publisher, strong=True), *plain(f", {w.date(note.date)}"))
        remark = plain(f" ({about})") if about else ()
        yield Finding(key=keys.of_note(note), source=(*source, *remark), text=plain(note.finding or ""))


def _origin(w: Wording, item: Item) -> str:
    taxonomy = load_taxonomy()
    families = {f.id: f.name for f in taxonomy.families}
    moves = {m.id: m.name for m in taxonomy.moves}
    return w.text(
        "sheet.origin",
        id=item.id,
        family=families.get(item.family, item.family),
        move=moves.get(item.move, item.move),
        level=item.difficulty,
    )
