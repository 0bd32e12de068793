"""spot-the-issue: the words that carry a named fault, and sound words left alone."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.generators.spot_the_issue import generate
from quizgen.items import Highlight, Item, Phrase
from quizgen.taxonomy import load_taxonomy
from tests.generators.banks import Fields, bank, claim, items, one_decline, one_item, passage
from tests.generators.shipped import shipped_bank, shipped_items

TAXONOMY = load_taxonomy()
TEXT = "The dreadful library has lost its friends, so the town says, and many “readers” fear the end of it."
PHRASES = [
    "The dreadful library",
    "has lost its friends,",
    "so the town says,",
    "and many “readers”",
    "fear the end",
    "of it.",
]


def _issue(**fields: Any) -> Fields:
    return {"type": "loaded-language", "span": "dreadful library", "why": "It pushes.", **fields}


def _faulty(*issues: Fields, **fields: Any) -> Fields:
    return passage(**{"text": TEXT, "phrases": PHRASES, "issues": list(issues) or [_issue()], **fields})


def _tempting(*types: str, **fields: Any) -> list[Fields]:
    return [{"type": t, "span": "dreadful", "why_not": f"Not {t}.", **fields} for t in types]


def _clean(**fields: Any) -> Fields:
    sound = {"why_clean": "It is sound.", "tempting": _tempting("name-calling", "straw-man")}
    return passage(**{"text": TEXT, "phrases": PHRASES, **sound, **fields})


def _item(entry: Fields) -> Item:
    return one_item(generate, bank(claims=[], passages=[entry]))


def _phrases(item: Item) -> tuple[Phrase, ...]:
    assert isinstance(item.body, Highlight)
    return item.body.phrases


def _roles(item: Item) -> list[str]:
    return [phrase.role for phrase in _phrases(item)]


def _reason(entry: Fields) -> tuple[str, str | None]:
    declined = one_decline(generate, bank(claims=[], passages=[entry]))
    return declined.reason, declined.unlock


def test_the_type_is_named_and_defined() -> None:
    item = _item(_faulty())

    assert TAXONOMY.types["loaded-language"].name in item.stem
    assert item.stimulus.term == TAXONOMY.types["loaded-language"].name
    assert item.stimulus.definition == TAXONOMY.types["loaded-language"].definition
    assert item.stimulus.passage is not None
    assert item.stimulus.passage.marks == ()


def test_the_phrases_that_carry_the_words_are_right() -> None:
    item = _item(_faulty())

    assert _roles(item) == ["key", "plain", "plain", "plain", "plain", "plain"]
    assert _phrases(item)[0].why == "It pushes."
    assert TAXONOMY.types["loaded-language"].name in _phrases(item)[1].why
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound) == ("passage", False)
    assert (item.family, item.difficulty, item.tags) == ("wording", 2, ("issue:loaded-language",))


def test_a_phrase_that_the_words_only_touch_does_not_count() -> None:
    # Of "library has" the content word stands in the first phrase; of the second phrase it has one word in four.
    item = _item(_faulty(_issue(span="The dreadful library has")))

    assert _roles(item)[:3] == ["key", "neutral", "plain"]


def test_words_that_the_author_calls_near_do_not_count_even_where_they_have_another_fault() -> None:
    near = _issue(near=["so the town says", "fear"])
    (first, second) = items(generate, bank(passages=[_faulty(near, _issue(type="straw-man", span="the end of it"))]))

    assert _roles(first) == ["key", "plain", "neutral", "plain", "neutral", "plain"]
    assert "close to the fault" in _phrases(first)[2].why
    assert _roles(second) == ["plain", "plain", "plain", "plain", "key", "key"]


def test_an_author_may_refuse_one_type() -> None:
    refused = _issue(type="straw-man", span="fear", not_as=[{"template": "spot-the-issue", "reason": "Too open."}])

    made = items(generate, bank(passages=[_faulty(_issue(), refused)]))

    assert [item.tags for item in made] == [("issue:loaded-language",)]


def test_words_of_another_fault_are_wrong_and_it_is_said_which_it_is() -> None:
    (first, second) = items(
        generate, bank(passages=[_faulty(_issue(), _issue(type="straw-man", span="the end of it"))])
    )

    assert _roles(first) == ["key", "plain", "plain", "plain", "plain", "plain"]
    assert _roles(second) == ["plain", "plain", "plain", "plain", "key", "key"]
    assert TAXONOMY.types["straw-man"].name in _phrases(first)[4].why


@pytest.mark.parametrize(
    "other",
    [
        _issue(type="straw-man", span="the end of it", also_accept=["loaded-language"]),
        _issue(type="anonymous-source", span="the end of it"),
    ],
    ids=["accepts-the-asked-type", "stands-with-it-in-another-passage"],
)
def test_words_for_which_the_type_could_be_given_do_not_count(other: Fields) -> None:
    elsewhere = passage(id="other", text="One.", issues=[_issue(span="One", also_accept=["anonymous-source"])])
    made = items(generate, bank(passages=[_faulty(_issue(), other), elsewhere]))

    assert _roles(made[0]) == ["key", "plain", "plain", "plain", "neutral", "neutral"]


def test_two_issues_of_one_type_make_one_item() -> None:
    item = _item(_faulty(_issue(), _issue(span="fear", why="So does this.", rewrite="Some do not like it.")))

    assert _roles(item) == ["key", "plain", "plain", "plain", "key", "plain"]
    assert [_phrases(item)[i].why for i in (0, 4)] == ["It pushes.", "So does this."]
    assert (item.rationale.record, item.rationale.about) == ("It pushes. So does this.", "words")
    assert item.rationale.rewrite == "Some do not like it."


def test_of_a_clean_passage_the_first_tempting_type_is_asked_and_nothing_is_right() -> None:
    item = _item(_clean())

    assert item.stimulus.term == TAXONOMY.types["name-calling"].name
    assert set(_roles(item)) == {"plain"}
    assert [phrase.why for phrase in _phrases(item)][:1] == ["Not name-calling."]
    assert "Not name-calling" not in _phrases(item)[1].why
    assert (item.rationale.record, item.rationale.about) == ("It is sound. Not name-calling.", "words")
    assert item.judgement is not None
    assert (item.judgement.of, item.judgement.sound) == ("passage", True)
    assert (item.family, item.difficulty, item.tags) == ("wording", 3, ("key:no-issue",))


@pytest.mark.parametrize(
    "first",
    ["vague-wording", "altered-quotation", "false-precision"],
    ids=["an-absence", "nothing-shown-can-tell", "no-number"],
)
def test_a_tempting_type_that_cannot_be_asked_for_is_passed_over(first: str) -> None:
    item = _item(_clean(tempting=_tempting(first, "straw-man")))

    assert item.stimulus.term == TAXONOMY.types["straw-man"].name


@pytest.mark.parametrize("entry", [_faulty(record=["books-lent"]), _clean(record=["books-lent"])])
def test_the_record_is_shown_with_faulty_and_with_clean_passages(entry: Fields) -> None:
    item = one_item(generate, bank(claims=[claim()], passages=[entry]))

    assert [finding.text for finding in item.stimulus.findings] == ["Elm Library lent 4,000 books in 2022."]
    assert "30\u00a0June\u00a02023" in item.stem


def test_an_author_may_refuse() -> None:
    assert _reason(_faulty(not_as=[{"template": "spot-the-issue", "reason": "Too plain."}])) == ("Too plain.", None)


@pytest.mark.parametrize("absent", [t.id for t in TAXONOMY.types.values() if t.absence])
def test_declines_to_ask_for_words_that_are_missing(absent: str) -> None:
    assert "something is missing" in _reason(_faulty(_issue(type=absent), show_with="More."))[0]


def test_declines_a_fault_outside_the_passage_if_nothing_is_shown() -> None:
    issue = _issue(type="false-context")

    assert _reason(_faulty(issue))[1] == "record"
    assert _item(_faulty(issue, show_with="Another excerpt."))


def test_declines_a_split_that_is_not_the_text() -> None:
    assert _reason(_faulty(phrases=PHRASES[:-1]))[1] == "phrases"
    assert _item(_faulty(phrases=[]))


def test_declines_fewer_than_four_phrases() -> None:
    three, four = "One, two, dreadful", "One, two, three, dreadful"

    assert _reason(passage(text=three, issues=[_issue(span="dreadful")]))[1] == "phrases"
    assert _item(passage(text=four, issues=[_issue(span="dreadful")]))


def test_declines_where_more_than_half_of_the_phrases_are_right() -> None:
    assert (
        "more than half" in _reason(_faulty(_issue(span="library has lost its friends, so the town says, and many")))[0]
    )
    assert _roles(_item(_faulty(_issue(span="library has lost its friends, so the town says")))).count("key") == 3


def test_declines_words_that_cannot_be_placed() -> None:
    declined = one_decline(generate, bank(passages=[_faulty(_issue(span="gone"))]))
    both = items(generate, bank(passages=[_faulty(_issue(), _issue(type="straw-man", span="gone"))]))

    assert declined.unlock == "occurrence"
    assert both == []


def test_an_absence_without_words_does_not_stand_in_the_way_of_another_fault() -> None:
    made = items(generate, bank(passages=[_faulty(_issue(), _issue(type="no-source", span=None))]))

    assert [item.tags for item in made] == [("issue:loaded-language",)]


@pytest.mark.parametrize(
    "tempting",
    [[], _tempting("no-source", "vague-wording"), _tempting("altered-quotation")],
    ids=["none", "only-absences", "nothing-shown-can-tell"],
)
def test_declines_a_clean_passage_of_which_no_type_can_be_asked(tempting: list[Fields]) -> None:
    assert _reason(_clean(tempting=tempting))[1] == "tempting"


def test_declines_a_clean_passage_with_no_reason() -> None:
    assert _reason(_clean(why_clean=None))[1] == "why_clean"


def test_the_phrases_of_the_shipped_bank_give_back_their_passages() -> None:
    texts = {f"passage:{p.id}": p.text for p in shipped_bank().passages}

    for item in shipped_items("spot-the-issue"):
        joined = "".join(phrase.gap + phrase.text for phrase in _phrases(item))
        assert joined == texts[item.provenance.entries[0]]
        assert [phrase.id for phrase in _phrases(item)] == [str(i) for i in range(1, len(_phrases(item)) + 1)]
        assert all(phrase.why for phrase in _phrases(item))


def test_the_shipped_bank_tests_against_too_much_suspicion() -> None:
    made = shipped_items("spot-the-issue")
    clean = [item for item in made if item.judgement is not None and item.judgement.sound]

    assert len(made) >= 15
    assert len(clean) >= 0.3 * len(made)
    for item in made:
        keyed = _roles(item).count("key")
        assert (keyed == 0) is (item in clean)
        assert 2 * keyed <= len(_roles(item))
