"""Assemble forms: items, a blueprint and a seed give the same form, byte for byte, everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.bank import LoadedBank
from quizgen.bank.model import Bank, Blueprint
from quizgen.draws import fingerprint
from quizgen.errors import NothingToAskError, UnknownBlueprintError
from quizgen.forms.arrangement import arranged, in_order
from quizgen.forms.form import Citation, Form, FormItem
from quizgen.forms.rules import rules_of
from quizgen.forms.selection import select
from quizgen.generators import generate
from quizgen.items import Item

DEFAULT = "default"
EVERYTHING = "all"
PRACTICE = "practice"
VERSIONS = "ABCDEF"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to be misread


def blueprint_of(bank: Bank, name: str = DEFAULT) -> Blueprint:
    """Return a blueprint of the bank; `default` exists even where the author wrote none.

    Raises:
        UnknownBlueprintError: if the bank holds no blueprint of this name.
    """
    if name in bank.blueprints:
        return bank.blueprints[name]
    if name == DEFAULT:
        return Blueprint()
    raise UnknownBlueprintError(name, {DEFAULT, *bank.blueprints})


def assemble(
    items: Sequence[Item], blueprint: Blueprint, seed: int, *, length: int | None = None, without: Sequence[Item] = ()
) -> tuple[list[Item], list[str]]:
    """Choose and order items by a blueprint; items in `without` are used only where the rules need them.

    Returns:
        The items in order, their options not yet arranged, and what gave way in plain sentences.
    """
    wanted = blueprint.items if length is None else length
    used = {item.id for item in without}
    allowed = [i for i in items if not blueprint.only or i.template in blueprint.only]
    fresh = [i for i in allowed if i.id not in used]
    rules = rules_of(blueprint, wanted)
    chosen, gave_way = select(fresh, rules, wanted, seed, len(used))
    if used and gave_way:
        again, gave_way_again = select(allowed, rules, wanted, seed, len(used))
        if len(gave_way_again) < len(gave_way):
            repeated = sum(i.id in used for i in again)
            repetition = f"fresh questions: {repeated} stand in an earlier version as well"
            chosen, gave_way = again, [*gave_way_again, repetition]
    return in_order(chosen, seed), gave_way


def build_form(
    loaded: LoadedBank,
    *,
    blueprint: str = DEFAULT,
    length: int | None = None,
    seed: int = 0,
    version: str = "A",
    templates: Sequence[str] | None = None,
    items: Sequence[Item] | None = None,
) -> Form:
    """Return the form of a bank for a blueprint, seed and version letter.

    Args:
        loaded: the bank, loaded without errors.
        blueprint: the name of one of its blueprints.
        length: how many items, if not as many as the blueprint says.
        seed: the same seed gives the same form.
        version: A, or a later letter for a parallel version of the same seed.
        templates: use these question templates only, whatever numbers of each the blueprint asks for.
        items: the bank's items for this seed, if they were generated before.

    Raises:
        BankNotUsableError: if the bank has errors.
        UnknownBlueprintError, UnknownTemplateError: if there is none of that name.
        NothingToAskError: if no item can be chosen.
    """
    bank = loaded.usable()
    plan = blueprint_of(bank, blueprint)
    pool = list(generate(bank, seed, templates) if items is None else items)
    if templates is not None:
        pool = [item for item in pool if item.template in templates]
        plan = plan.model_copy(update={"templates": {}, "only": []})
    chosen, gave_way = assemble(pool, plan, seed, length=length)
    if version != "A" and plan.versions == "matched":
        earlier = list(chosen)
        for letter in VERSIONS[1 : VERSIONS.index(version) + 1]:
            chosen, gave_way = _matched(pool, chosen, plan, draw=f"{seed}{letter}", earlier=earlier)
            earlier += chosen
    elif version != "A":
        chosen = in_order(chosen, seed, version)
    return _form(loaded, bank, chosen, blueprint=blueprint, seed=seed, version=version, gave_way=gave_way)


def _matched(
    pool: Sequence[Item], first: Sequence[Item], plan: Blueprint, *, draw: str, earlier: Sequence[Item]
) -> tuple[list[Item], list[str]]:
    """Draw another version: as many of each template as in the first, other items where there are any."""
    counts = {t: sum(i.template == t for i in first) for t in {i.template for i in first}}
    bounds = {t: {"min": n, "max": n} for t, n in counts.items()}
    same_mix = Blueprint.model_validate({**plan.model_dump(), "items": len(first), "templates": bounds})
    return assemble(pool, same_mix, int(fingerprint(draw), 16), without=earlier)


def build_versions(loaded: LoadedBank, count: int, **options: object) -> list[Form]:
    """Return parallel versions A, B, C … of one form; the options are those of `build_form` without `version`."""
    return [build_form(loaded, version=letter, **options) for letter in VERSIONS[:count]]  # type: ignore[arg-type]


def everything(loaded: LoadedBank, *, seed: int = 0, templates: Sequence[str] | None = None) -> Form:
    """Return all items of a bank as one form, template by template: for reading, not for a class.

    Within a template the order is drawn: the bank's own order would tell which passages are clean.
    """
    bank = loaded.usable()
    items = generate(bank, seed, templates)
    places = {template: place for place, template in reversed(list(enumerate(i.template for i in items)))}
    drawn = sorted(items, key=lambda i: (places[i.template], fingerprint(seed, i.id)))
    return _form(loaded, bank, drawn, blueprint=EVERYTHING, seed=seed, version="A", gave_way=[])


def practice_form(loaded: LoadedBank, form: Form, missed: Sequence[str], seed: int) -> Form:
    """Return a form for practising what was missed.

    For each missed item (by its opaque id) an item of the same template and family is drawn that was not in the form,
    else one of the same template, else one of the same family; where there is none, the missed item itself.
    """
    bank = loaded.usable()
    pool = generate(bank, seed)
    seen = {entry.item.id for entry in form.items}
    chosen: list[Item] = []
    marks: set[str] = set()
    for item in (form.entry(item_id).item for item_id in missed):
        similar = [i for i in pool if i.id not in seen and not marks & set(i.exclusive)]
        drawn = min(similar, key=lambda i: (_distance(item, i), fingerprint(seed, i.id)), default=item)
        replacement = drawn if _distance(item, drawn) < 2 else item
        chosen.append(replacement)
        marks.update(replacement.exclusive)
        seen.add(replacement.id)
    return _form(loaded, bank, chosen, blueprint=PRACTICE, seed=seed, version="A", gave_way=[])


def _distance(item: Item, other: Item) -> float:
    """Return 0 for the same template and family, 0.5 for the same template, 1 for the same family, else 2."""
    if item.template == other.template:
        return 0 if item.family == other.family else 0.5
    return 1 if item.family == other.family else 2


def _form(
    loaded: LoadedBank,
    bank: Bank,
    chosen: Sequence[Item],
    *,
    blueprint: str,
    seed: int,
    version: str,
    gave_way: Sequence[str],
) -> Form:
    if not chosen:
        raise NothingToAskError(bank.id)
    final = arranged(chosen, seed, version)
    revisions = [item.revision for item in final]
    form_id = _name(fingerprint(loaded.revision, blueprint, seed, version, *revisions))
    article = bank.article
    return Form(
        id=form_id,
        bank=bank.id,
        bank_revision=loaded.revision,
        title=bank.title,
        language=bank.language,
        level=bank.level,
        article=Citation(
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            author=article.author,
            url=article.url,
            language=article.language,
        ),
        as_of=article.as_of,
        blueprint=blueprint,
        seed=seed,
        version=version,
        items=tuple(
            FormItem(id=f"{form_id}-{n:02}", number=n, revision=revision, item=item)
            for n, (item, revision) in enumerate(zip(final, revisions, strict=True), 1)
        ),
        gave_way=tuple(gave_way),
    )


def _name(digest: str) -> str:
    """Return seven characters that can be read out and typed."""
    number = int(digest, 16)
    return "".join(_ALPHABET[(number >> (5 * i)) & 31] for i in range(7))


def minutes(form: Form) -> int:
    """Return about how many minutes a form takes: reading at 180 words a minute and 15 seconds to decide an item."""
    words = sum(_words(entry.item) for entry in form.items)
    return max(1, round(words / 180 + len(form.items) * 0.25))


def _words(item: Item) -> int:
    shown = item.shown("", 0)
    return len(shown.model_dump_json(exclude_none=True).split())
