"""Cues find what their reasons say, and stay silent at near misses; those of issues fit the taxonomy's own examples."""

from __future__ import annotations

import pytest

from quizgen.drafting.cues import IssueCue, issue_cues, load_cues
from quizgen.drafting.phrases import alike, kinds, searcher
from quizgen.taxonomy import load_taxonomy

WITH_CUES = [cue for cue in issue_cues() if cue.searcher is not None]


def reasons(sentence: str) -> set[str]:
    return {cue.id for cue, _ in load_cues().found(alike(sentence))}


def types(sentence: str) -> set[str]:
    return {cue.type.id for cue in issue_cues() if cue.hits(alike(sentence))}


@pytest.mark.parametrize(
    ("phrase", "yes", "no"),
    [
        (
            "experts say*",
            ["Experts say so.", "EXPERTS SAYING it"],
            ["expert says", "experts, who say", "superexperts say"],
        ),
        (
            "either ... or",
            ["either a lamp or the dark", "Either or"],
            ["either. Or", "neither a or b", "either " + "a " * 7 + "or"],
        ),
        ("as? many as", ["as many as", "many as"], ["as many", "many, perhaps as"]),
        ("more/less than", ["more than", "less—than"], ["more", "more. Than", "moreover than"]),
        ("<percent> of", ["41 per cent of", "4.5% of", "half and 41 % of"], ["41 of", "per cent of"]),
        ("<money>", ["$5", "5,000 euros", "EUR 5"], ["5", "euros"]),
        ("<year>", ["1999", "in 2023."], ["123", "20231", "1199"]),
        ("<name>", ["Ann Elm", "the Bank of Elm"], ["ann elm", "It", "The"]),
        ("<quotation>", ["“we need the money”", '"we need the money"'], ["“a success”", "we need the money"]),
        ("<snippet>", ["“a success”"], ["“we need the money”"]),
        ("<exact>", ["12.345", "1,234,567", "3,871"], ["8.24", "15.52", "3,900", "12"]),
    ],
)
def test_a_phrase_means_what_it_says(phrase: str, yes: list[str], no: list[str]) -> None:
    pattern = searcher([phrase])

    assert [text for text in yes if not pattern.search(alike(text))] == []
    assert [text for text in no if pattern.search(alike(text))] == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Of the pupils 41 per cent come by bus.", {"share"}),
        ("It cost 3.4 million euros.", {"amount"}),
        ("The club has 410 members.", {"count"}),
        ("The pool was shut on 3 June.", {"date"}),
        ("The town grew from 1950 to 1970.", {"span"}),
        ("It is larger than the old one.", {"comparison"}),
        ("It was the largest hall of the county.", {"first-or-most"}),
        ("According to the Elm Mirror it is late.", {"named-source"}),
        ("It is late, officials said.", {"unnamed-source"}),
        ("“We need the money now,” she said.", {"quotation"}),
        ("Every child can swim.", {"absolute"}),
        ("There is no pool in the county.", {"denial"}),
        ("The council closed the pool.", {"event"}),
        ("It fell because the pipe burst.", {"cause"}),
    ],
)
def test_what_makes_a_sentence_worth_checking_is_found(sentence: str, wanted: set[str]) -> None:
    assert wanted <= reasons(sentence)


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("The pool was shut in 2021.", {"count", "share", "amount"}),
        ("On 3 June it opens.", {"count"}),
        ("A ticket for two.", {"count"}),
        ("Not only the pool is shut.", {"denial", "only"}),
        ("It is a fair question.", {"share", "count", "date", "named-source", "quotation", "absolute", "question"}),
        ("The mayor’s plan is good.", {"quotation", "named-source"}),
        ("Nobodyness and allspice.", {"absolute"}),
        ("He called it “a success”.", {"quotation"}),
        ("They signed in January, and it was shut on Tuesday.", {"name"}),
        ("The council voted in May 2022.", {"forecast", "name"}),
    ],
)
def test_near_misses_are_silent(sentence: str, unwanted: set[str]) -> None:
    assert reasons(sentence) & unwanted == set()


BESIDE_THE_WORDS = {"altered-quotation", "false-context", "outdated-figure"}
"""Types whose example shows a fault that no wording has."""
SAME_WORDS = {
    "bandwagon",
    "base-switch",
    "cherry-picked-range",
    "false-analogy",
    "false-dilemma",
    "unqualified-authority",
}
"""Types whose near miss has the form of the fault; whether it is one is for the author to say."""


@pytest.mark.parametrize("cue", WITH_CUES, ids=lambda cue: cue.type.id)
def test_cues_find_the_example_of_their_type_and_not_its_near_miss(cue: IssueCue) -> None:
    assert (cue.type.id in types(cue.type.example)) == (cue.type.id not in BESIDE_THE_WORDS), cue.type.example
    assert (cue.type.id in types(cue.type.near_miss)) == (cue.type.id in SAME_WORDS), cue.type.near_miss


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("The researchers write that it may help.", "vague-attribution"),
        ("School begins at 8.30 and ends at 13.15.", "false-precision"),
        ("According to the school survey, 41 per cent come by bus.", "no-source"),
        ("The plan will perhaps be changed.", "prediction-as-certainty"),
        ("Of the 900 pupils 300 come by bus.", "number-without-scale"),
        ("In my view it is the best pool.", "opinion-as-fact"),
    ],
)
def test_sound_wordings_that_look_alike_are_left_alone(sentence: str, unwanted: str) -> None:
    assert unwanted not in types(sentence)


def test_every_cue_can_be_read_and_says_why() -> None:
    cues = load_cues()

    ids = [cue.id for cue in (*cues.claims, *cues.against)]
    assert len(ids) == len(set(ids))
    assert all(cue.weight > 0 for cue in cues.claims)
    assert all(cue.weight < 0 for cue in cues.against)
    assert all(cue.says and (cue.phrases or cue.ends) for cue in (*cues.claims, *cues.against))
    assert {other for cue in (*cues.claims, *cues.against) for other in cue.yields_to} <= set(ids)


def test_every_kind_of_words_that_a_phrase_names_is_known() -> None:
    phrases = [
        p for cue in (*load_cues().claims, *load_cues().against) for p in (*cue.phrases, *cue.unless, *cue.outside)
    ]
    phrases += [p for t in load_taxonomy().types.values() for p in (*t.cues, *t.unless)]
    named = {
        part.rstrip("?") for p in phrases for word in p.split() for part in word.split("/") if part.startswith("<")
    }

    assert len(named) > 15
    assert named <= set(kinds())
