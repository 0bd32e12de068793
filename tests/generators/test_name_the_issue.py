"""name-the-issue: a fault among others, or none; never an option that a fair marker could give."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.name_the_issue import generate
from quizgen.items import Choice, Item, Option
from quizgen.taxonomy import load_taxonomy
from tests.generators.banks import Fields, bank, claim, items, line, one_decline, one_item, passage
from tests.generators.shipped import shipped_bank, shipped_items

TAXONOMY = load_taxonomy()
TEXT = "The dreadful library lent 4,000 books, says “the town”."


def _issue(**fields: Any) -> Fields:
    ruled_out = [{"type": "straw-man", "why": "No view is answered."}]
    return {"type": "loaded-language", "span": "dreadful", "why": "It pushes.", "not": ruled_out, **fields}


def _faulty(issue: Fields | None = None, **fields: Any) -> Fields:
    return passage(text=TEXT, issues=[_issue() if issue is None else issue], **fields)


def _tempting(*types: str, **fields: Any) -> list[Fields]:
    return [{"type": t, "span": "dreadful", "why_not": f"Not {t}.", **fields} for t in types]


def _clean(**fields: Any) -> Fields:
    sound: Fields = {"why_clean": "It is sound.", "tempting": _tempting("loaded-language", "straw-man")}
    return passage(**{"text": TEXT, **sound, **fields})


def _item(entry: Fields, **fields: Any) -> Item:
    return one_item(generate, bank(claims=[], passages=[entry], **fields))


def _options(item: Item) -> tuple[Option, ...]:
    assert isinstance(item.body, Choice)
    return item.body.options


def _types(item: Item) -> list[str]:
    names = {t.name: t.id for t in TAXONOMY.types.values()} | {TAXONOMY.no_issue.name: "no-issue"}
    return [names[option.text] for option in _options(item)]


def _reason(entry: Fields, **fields: Any) -> tuple[str, str | None]:
    declined = one_decline(generate, bank(**{"claims": [], "passages": [entry], **fields}))
    return declined.reason, declined.unlock


def test_a_fault_stands_with_a_rival_and_no_issue_last() -> None:
    item = _item(_faulty())

    assert _types(item) == ["loaded-language", "straw-man", "no-issue"]
    assert isinstance(item.body, Choice)
    assert item.body.key == ("a",)
    assert item.body.pinned_last
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound) == ("passage", False)
    assert (item.family, item.move, item.tags) == ("wording", "read-the-wording", ("issue:loaded-language",))


def test_a_clean_passage_stands_with_two_tempting_types_and_no_issue_is_right() -> None:
    item = _item(_clean())

    assert _types(item) == ["loaded-language", "straw-man", "no-issue"]
    assert isinstance(item.body, Choice)
    assert item.body.key == ("c",)
    assert item.body.pinned_last
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound) == ("passage", True)
    assert (item.family, item.move, item.tags) == ("wording", "read-the-wording", ("key:no-issue",))


def test_choosing_a_fault_doubts_and_choosing_none_accepts() -> None:
    assert [option.lean for option in _options(_item(_faulty()))] == ["doubt", "doubt", "accept"]
    assert [option.lean for option in _options(_item(_clean()))] == ["doubt", "doubt", "accept"]


def test_a_definition_stands_beside_every_name() -> None:
    definitions = [TAXONOMY.types[t].definition for t in ("loaded-language", "straw-man")]

    assert [option.note for option in _options(_item(_faulty()))] == [*definitions, TAXONOMY.no_issue.definition]


def test_the_marked_words_are_those_of_the_issue() -> None:
    shown = _item(_faulty(_issue(span=None, spans=["says", "dreadful"]))).stimulus.passage

    assert shown is not None
    assert [TEXT[m.start : m.end] for m in shown.marks] == ["dreadful", "says"]


def test_a_clean_passage_is_marked_where_the_first_tempting_type_points() -> None:
    tempting = _tempting("bandwagon", span=None) + _tempting("loaded-language", span="says")
    shown = _item(_clean(tempting=tempting)).stimulus.passage

    assert shown is not None
    assert [TEXT[m.start : m.end] for m in shown.marks] == ["says"]


@pytest.mark.parametrize("entry", [_faulty(record=["books-lent"]), _clean(record=["books-lent"])])
def test_the_record_is_shown_with_faulty_and_with_clean_passages(entry: Fields) -> None:
    item = one_item(generate, bank(claims=[claim()], passages=[entry]))

    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]
    assert "30\u00a0June\u00a02023" in item.stem
    assert "claim:books-lent" in item.exclusive
    assert [(note.finding, note.stance) for note in item.sources] == [("Elm Library lent 4,000 books in 2022.", None)]


def test_a_finding_of_one_source_that_another_contains_is_not_shown_twice() -> None:
    more = line(finding="Elm Library lent 4,000 books in 2022 to readers of all ages.")
    claims = [claim(), claim(id="readers", evidence=[more])]
    item = one_item(generate, bank(claims=claims, passages=[_faulty(record=["books-lent", "readers"])]))

    assert [finding.text for finding in item.stimulus.findings] == [more["finding"]]


def test_what_is_told_of_a_fault_comes_from_the_author() -> None:
    item = _item(_faulty(_issue(rewrite="The library lent 4,000 books.")))
    right, rival, none = _options(item)

    assert (item.rationale.record, item.rationale.rewrite) == ("It pushes.", "The library lent 4,000 books.")
    assert item.rationale.about == "words"
    assert TAXONOMY.types["loaded-language"].definition in right.why
    assert rival.why.startswith("No view is answered. ")
    assert TAXONOMY.types["straw-man"].definition.split("'")[0] in rival.why
    assert none.why.endswith("It pushes.")


def test_for_a_rival_that_the_author_does_not_name_no_reason_is_invented() -> None:
    rival = _options(_item(_faulty(_issue(**{"not": []}))))[1]

    assert rival.text == TAXONOMY.types["name-calling"].name
    assert rival.why.startswith("It pushes. ")
    assert TAXONOMY.types["name-calling"].definition in rival.why


def test_what_is_told_of_a_clean_passage_comes_from_the_author() -> None:
    item = _item(_clean())
    first, second, _ = _options(item)

    assert (item.rationale.record, item.rationale.about) == ("It is sound.", "words")
    assert first.why.startswith("Not loaded-language. ")
    assert second.why.startswith("Not straw-man. ")


@pytest.mark.parametrize(
    ("entry", "difficulty"),
    [
        (_faulty(), 1),
        (_faulty(_issue(**{"not": []})), 2),
        (_faulty(_issue(type="false-context"), show_with="Another excerpt."), 3),
        (_clean(), 3),
        (_clean(tempting=_tempting("straw-man", "mind-reading")), 2),
    ],
)
def test_a_near_rival_a_fault_outside_and_sound_strong_words_are_harder(entry: Fields, difficulty: int) -> None:
    assert _item(entry).difficulty == difficulty


def test_each_issue_of_a_passage_gives_an_item_and_two_of_them_exclude_each_other() -> None:
    entry = passage(text=TEXT, issues=[_issue(), _issue(type="vague-attribution", span="the town")])
    first, second = items(generate, bank(claims=[], passages=[entry]))

    assert (first.id, second.id) == (
        "small/opening/name-the-issue.loaded-language",
        "small/opening/name-the-issue.vague-attribution",
    )
    assert set(first.exclusive) & set(second.exclusive) == {"passage:opening"}


def test_an_author_may_refuse() -> None:
    entry = _faulty(not_as=[{"template": "name-the-issue", "reason": "Too plain."}])

    assert _reason(entry) == ("Too plain.", None)
    assert _item(_faulty(not_as=[{"template": "spot-the-issue", "reason": "Too plain."}]))


@pytest.mark.parametrize("span", ["gone", "s"])
def test_declines_words_that_stand_there_not_once(span: str) -> None:
    reason, unlock = _reason(_faulty(_issue(span=span)))

    assert "its words do not stand in the text exactly once" in reason
    assert unlock == "occurrence"
    assert _item(_faulty(_issue(span="s", occurrence=2)))


def test_declines_a_fault_outside_the_passage_if_nothing_is_shown() -> None:
    issue = _issue(type="altered-quotation", span="the town")

    assert _reason(_faulty(issue))[1] == "record"
    assert _item(_faulty(issue, show_with="The town said no such thing."))
    assert one_item(generate, bank(passages=[_faulty(issue, record=["books-lent"])]))


def test_a_record_of_which_no_finding_may_be_shown_shows_nothing() -> None:
    late = claim(evidence=[line("late")])
    entry = _faulty(_issue(type="altered-quotation", span="the town"), record=["books-lent"])

    assert _reason(entry, claims=[late])[1] == "record"


def test_declines_where_no_type_is_wrong_for_every_fair_reader() -> None:
    others = [t for t in TAXONOMY.types if t != "loaded-language"]

    assert _reason(_faulty(_issue(also_accept=others)))[1] == "not"


@pytest.mark.parametrize(
    "tempting",
    [
        [],
        _tempting("loaded-language"),
        _tempting("loaded-language", "loaded-language"),
        _tempting("loaded-language", "false-context"),
    ],
    ids=["none", "one", "one-twice", "one-that-nothing-shown-can-tell"],
)
def test_declines_a_clean_passage_without_two_types_to_be_tempted_by(tempting: list[Fields]) -> None:
    assert _reason(_clean(tempting=tempting))[1] == "tempting"


def test_a_type_that_could_be_argued_of_any_passage_tempts_where_the_author_says_why_not() -> None:
    assert _types(_item(_clean(tempting=_tempting("loaded-language", "exaggeration"))))[1] == "exaggeration"


def test_an_author_may_refuse_one_issue() -> None:
    refused = _issue(type="bandwagon", span="says", not_as=[{"template": "name-the-issue", "reason": "Too open."}])

    made = items(generate, bank(claims=[], passages=[passage(text=TEXT, issues=[_issue(), refused])]))

    assert [item.tags for item in made] == [("issue:loaded-language",)]


def test_a_type_accepted_for_a_claim_of_the_record_does_not_tempt() -> None:
    about = claim(issues=[_issue(type="name-calling", also_accept=["straw-man"], span="4,000")])

    assert _reason(_clean(record=["books-lent"]), claims=[about])[1] == "tempting"


def test_declines_a_clean_passage_with_no_reason_or_nothing_to_mark() -> None:
    assert _reason(_clean(why_clean=None))[1] == "why_clean"
    assert _reason(_clean(tempting=_tempting("loaded-language", "straw-man", span=None)))[1] == "tempting"


def test_no_wrong_option_of_the_shipped_bank_is_accepted_for_its_passage_or_together_with_the_right_one() -> None:
    passages = {f"passage:{p.id}": p for p in shipped_bank().passages}
    everything = [i for p in shipped_bank().passages for i in p.issues]
    everything += [i for c in shipped_bank().claims for i in c.issues]
    together = {frozenset({i.type, t}) for i in everything for t in i.also_accept}

    for item in shipped_items("name-the-issue"):
        assert isinstance(item.body, Choice)
        entry = passages[item.provenance.entries[0]]
        accepted = {t for issue in entry.issues for t in (issue.type, *issue.also_accept)}
        offered = _types(item)
        right = offered["abc".index(item.body.key[0])]
        wrong = [t for t in offered if t not in (right, "no-issue")]
        assert not accepted & set(wrong)
        assert not [t for t in wrong if frozenset({t, right}) in together]
        ruled_out = {t.type for issue in entry.issues for t in issue.not_} | {t.type for t in entry.tempting}
        assert not [t for t in wrong if TAXONOMY.types[t].arguable and t not in ruled_out]
        assert len(set(offered)) == 3
        assert offered[-1] == "no-issue"


def test_the_shipped_bank_tests_against_too_much_suspicion() -> None:
    made = shipped_items("name-the-issue")
    clean = [item for item in made if item.tags == ("key:no-issue",)]

    assert len(made) >= 15
    assert len(clean) >= 0.3 * len(made)
