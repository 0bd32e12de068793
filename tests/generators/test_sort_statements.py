"""sort-statements: four to six statements of one register, on different topics, in three fixed boxes."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.bank.model import Bank
from quizgen.generators import sort_statements
from quizgen.items import Item, Match
from tests.generators.banks import bank, claim, declines, items, line, passage
from tests.generators.shipped import shipped_bank, shipped_items

Fields = dict[str, Any]


def _fact(name: str, **fields: Any) -> Fields:
    says = f"Elm Library lent books to {name}."
    return claim(**{"id": name, "says": says, "quote": says, "topic": name, "kind_clear": True} | fields)


def _view(name: str, **fields: Any) -> Fields:
    context = [line(stance="context")]
    base = {"kind": "opinion", "verdict": "not-checkable", "evidence": context, "says": f"Elm suits {name} well."}
    return _fact(name, **base | fields)


def _least() -> list[Fields]:
    return [_fact("ash"), _fact("beech"), _fact("cedar", verdict="contradicted"), _view("dale")]


def _bank(*claims: Fields, passages: list[Fields] | None = None) -> Bank:
    return bank(claims=list(claims), passages=passages or [])


def _match(item: Item) -> Match:
    assert isinstance(item.body, Match)
    return item.body


def _boxes(item: Item) -> dict[str, str]:
    texts = {c.id: c.text for c in _match(item).choices}
    return {p.text: texts[p.key] for p in _match(item).prompts}


def test_each_statement_is_keyed_to_its_kind_whether_right_or_wrong() -> None:
    (item,) = items(sort_statements.generate, _bank(*_least()))

    assert _boxes(item) == {
        "Elm Library lent books to ash.": "Checkable",
        "Elm Library lent books to beech.": "Checkable",
        "Elm Library lent books to cedar.": "Checkable",
        "Elm suits dale well.": "Judgement",
    }


def test_there_are_three_fixed_boxes_that_may_hold_several_or_none() -> None:
    (item,) = items(sort_statements.generate, _bank(*_least()))

    assert [c.text for c in _match(item).choices] == ["Checkable", "Judgement", "Forecast"]
    assert _match(item).reuse
    assert _match(item).fixed


def test_a_forecast_is_taken_in_where_there_is_one() -> None:
    forecast = _view("elder", kind="prediction", says="Elm will close.")
    (item,) = items(sort_statements.generate, _bank(*_least(), forecast))

    assert _boxes(item)["Elm will close."] == "Forecast"
    assert len(_boxes(item)) == 5


def test_a_judgement_can_come_from_a_passage_in_its_neutral_words() -> None:
    view = passage(kind="opinion", says="Elm is a fine library.", topic="dale", text="I think Elm is fine.")
    (item,) = items(sort_statements.generate, _bank(*_least()[:3], passages=[view]))

    assert _boxes(item)["Elm is a fine library."] == "Judgement"


@pytest.mark.parametrize("missing", range(4))
def test_it_declines_where_one_of_the_needed_statements_is_missing(missing: int) -> None:
    least = _least()
    del least[missing]

    assert items(sort_statements.generate, _bank(*least)) == []
    assert len(declines(sort_statements.generate, _bank(*least))) == 3


def test_it_declines_where_two_needed_statements_share_a_topic() -> None:
    least = _least()
    least[1] |= {"topic": "ash"}

    assert items(sort_statements.generate, _bank(*least)) == []


@pytest.mark.parametrize(
    ("fields", "unlock"),
    [
        ({"kind": "attribution", "speaker": "the mayor"}, "kind"),
        ({"topic": None}, "topic"),
        ({"verdict": "not-enough-evidence"}, "verdict"),
        ({"kind_clear": False}, "kind_clear"),
        ({"issues": [{"type": "exaggeration", "span": "books", "why": "More than there were."}]}, "issues"),
        ({"says": "They lent books."}, "says"),
        ({"says": "Elm will lend books."}, "says"),
    ],
)
def test_it_declines_a_claim_that_readers_could_put_into_two_boxes(fields: Fields, unlock: str) -> None:
    (declined,) = declines(sort_statements.generate, _bank(_fact("ash", **fields)))

    assert declined.unlock == unlock


@pytest.mark.parametrize(
    ("fields", "unlock"),
    [
        ({"kind": "fact", "says": "Elm is open.", "topic": "elm"}, "kind"),
        ({"kind": "opinion", "topic": "elm"}, "says"),
        ({"kind": "opinion", "says": "Elm is fine."}, "topic"),
        ({"kind": "opinion", "says": "It is fine.", "topic": "elm"}, "says"),
        ({"kind": "opinion", "says": "Elm is growing fine.", "topic": "elm"}, "says"),
    ],
)
def test_it_declines_a_passage_that_does_not_fit_the_register(fields: Fields, unlock: str) -> None:
    (declined,) = declines(sort_statements.generate, _bank(passages=[passage(**fields)]))

    assert declined.unlock == unlock


def test_a_judgement_that_speaks_of_the_present_is_not_taken_for_a_forecast() -> None:
    least = _least()
    least[3] |= {"says": "Elm is needed now."}

    assert len(items(sort_statements.generate, _bank(*least))) == 1


def test_a_wrong_statement_in_a_strong_tone_makes_it_harder() -> None:
    strong = _least()
    strong[2] |= {"says": "Elm never lent a book to cedar."}

    assert items(sort_statements.generate, _bank(*_least()))[0].difficulty == 1
    assert items(sort_statements.generate, _bank(*strong))[0].difficulty == 2


def test_every_statement_serves_once_over_several_sets() -> None:
    claims = [_fact(f"ash{i}") for i in range(9)]
    claims += [_fact(f"cedar{i}", verdict="contradicted") for i in range(3)] + [_view(f"dale{i}") for i in range(3)]
    made = items(sort_statements.generate, _bank(*claims))
    used = [entry for item in made for entry in item.provenance.entries]

    assert len(made) == 2
    assert len(used) == len(set(used))


def test_the_same_seed_makes_the_same_sets() -> None:
    of = _bank(*_least(), *(_fact(f"oak{i}") for i in range(6)))

    assert items(sort_statements.generate, of, 3) == items(sort_statements.generate, of, 3)
    assert len({items(sort_statements.generate, of, seed)[0].id for seed in range(6)}) > 1


def test_feedback_tells_wrong_and_checkable_apart() -> None:
    (item,) = items(sort_statements.generate, _bank(*_least()))
    (why,) = (p.why for p in _match(item).prompts if "cedar" in p.text)

    assert why.startswith("Checkable, and the check says something else.")
    assert why.endswith("Wrong and checkable are two things.")


def test_an_author_can_refuse() -> None:
    refused = [{"template": "sort-statements", "reason": "It needs its article."}]
    (declined,) = declines(sort_statements.generate, _bank(_fact("ash", not_as=refused)))

    assert declined.reason == "It needs its article."


def test_in_the_shipped_bank_every_set_is_as_the_rules_want_it() -> None:
    claims = {c.says: c for c in shipped_bank().claims}
    topics = {p.says: p.topic for p in shipped_bank().passages} | {c.says: c.topic for c in claims.values()}

    for item in shipped_items("sort-statements"):
        texts = [p.text for p in _match(item).prompts]
        verdicts = [claims[t].verdict for t in texts if t in claims]
        assert 4 <= len(texts) <= 6
        assert len({topics[t] for t in texts}) == len(texts)
        assert verdicts.count("supported") >= 2
        assert {"misleading", "contradicted"} & set(verdicts)
        assert "Judgement" in _boxes(item).values()
