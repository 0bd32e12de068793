"""Material: what keeps two items out of one form, what is shown and told of a claim, and how an item is named."""

from __future__ import annotations

import pytest

from quizgen.bank.model import Bank
from quizgen.items import Choice, Item, Option, Rationale, Stimulus
from quizgen.material import Declined, Material
from tests.generators.banks import bank, claim, line, passage


def _two(one: str, other: str) -> Bank:
    """Return a bank with two claims on these excerpts."""
    return bank(claims=[claim(id="one", quote=one), claim(id="other", quote=other)])


def _shared(of: Bank) -> set[str]:
    """Return the marks that the first two claims share."""
    material = Material(of)
    one, other = (set(material.exclusive(c)) for c in of.claims[:2])
    return one & other


def test_five_words_in_sequence_keep_two_claims_apart() -> None:
    assert len(_shared(_two("The old hall of Elm was sold", "In May THE OLD hall, of Elm, burnt"))) == 1
    assert not _shared(_two("The old hall of Elm was sold", "In May the old hall of oak burnt"))


def test_a_sentence_that_repeats_its_own_words_is_no_group() -> None:
    twice = "the old hall of Elm and the old hall of Elm"

    assert Material(of := _two(twice, "Nothing of the kind")).exclusive(of.claims[0]) == ("claim:one",)


def test_the_words_around_a_quote_count_too() -> None:
    of = bank(
        claims=[
            claim(id="one", quote="was sold", context="In May the old hall of Elm was sold."),
            claim(id="other", quote="the old hall of Elm"),
        ]
    )

    assert _shared(of)


def test_a_claim_and_a_passage_on_one_sentence_are_kept_apart() -> None:
    of = bank(claims=[claim(quote="the old hall of Elm")], passages=[passage(text="Then the old hall of Elm burnt.")])
    material = Material(of)

    assert set(material.exclusive(of.claims[0])) & set(material.exclusive(of.passages[0]))


def test_a_passage_keeps_out_the_claims_of_its_record() -> None:
    of = bank(passages=[passage(record=["books-lent"])])

    assert Material(of).exclusive(of.passages[0]) == ("passage:opening", "claim:books-lent")


def test_one_finding_of_one_source_keeps_two_claims_apart() -> None:
    evidence = {
        "same": [line("daily", finding="4,000 books.")],
        "again": [line("daily", "refutes", finding="4,000 books.")],
        "other-source": [line("weekly", finding="4,000 books.")],
        "other-words": [line("daily", finding="400 books.")],
    }
    of = bank(claims=[claim(id=name, quote=name, evidence=lines) for name, lines in evidence.items()])
    material = Material(of)
    same, *others = (set(material.exclusive(c, lines=material.pack(c).lines)) for c in of.claims)

    assert [bool(same & other) for other in others] == [True, False, False]


def test_a_mark_stands_once() -> None:
    of = bank()
    material = Material(of)
    lines = material.pack(of.claims[0]).lines
    marks = material.exclusive(of.claims[0], of.claims[0], lines=(*lines, *lines))

    assert len(marks) == len(set(marks)) == 2


@pytest.mark.parametrize(("context", "shown"), [("They say the hall burnt.", True), ("It is old.", False)])
def test_the_sentence_around_is_shown_if_it_holds_the_quote(context: str, *, shown: bool) -> None:
    of = bank(claims=[claim(quote="the hall burnt", context=context)])

    assert Material(of).shown_claim(of.claims[0]).context == (context if shown else None)


@pytest.mark.parametrize(("kind", "named"), [("attribution", "The mayor"), ("fact", None), ("opinion", None)])
def test_a_speaker_is_named_only_where_the_claim_is_that_somebody_said_it(kind: str, named: str | None) -> None:
    of = bank(claims=[claim(kind=kind, speaker="The mayor")])

    assert Material(of).shown_claim(of.claims[0]).speaker == named


def test_after_the_answer_every_source_is_told_and_each_record_to_open_once() -> None:
    evidence = [line("daily"), line("late", "refutes", "Later than the article.")]
    of = bank(claims=[claim(evidence=evidence, originals_to_open=["yearbook", "daily"])])
    notes = Material(of).notes(of.claims[0])

    assert [(n.publisher, n.stance, n.later) for n in notes] == [
        ("The Daily", "supports", False),
        ("The Monthly", "refutes", True),
        ("Statistics Office", None, False),
    ]


def test_a_late_copy_of_what_could_be_read_before_is_not_later_than_the_article() -> None:
    of = bank(claims=[claim(evidence=[line("late", available="2023-05-01")])])

    assert [note.later for note in Material(of).notes(of.claims[0])] == [False]


def test_the_notes_on_a_record_take_no_side_and_repeat_nothing() -> None:
    both = [claim(id="one", evidence=[line()]), claim(id="other", evidence=[line(stance="refutes"), line("daily")])]
    of = bank(claims=both, passages=[passage(record=["one", "other"])])
    notes = Material(of).record_notes(of.passages[0])

    assert [(n.publisher, n.stance) for n in notes] == [("Statistics Office", None), ("The Daily", None)]


def test_claims_of_the_same_name_in_two_banks_are_not_mixed_up() -> None:
    one, other = bank(claims=[claim(says="Elm lent 4,000 books.")]), bank(claims=[claim(says="Oak lent 40 books.")])

    assert Material(one).shown_claim(one.claims[0]).says == "Elm lent 4,000 books."
    assert Material(other).shown_claim(other.claims[0]).says == "Oak lent 40 books."


def test_a_claim_and_a_passage_of_the_same_name_are_not_mixed_up() -> None:
    of = bank(claims=[claim(id="one")], passages=[passage(id="one")])
    material = Material(of)

    assert material.exclusive(of.claims[0]) == ("claim:one",)
    assert material.exclusive(of.passages[0]) == ("passage:one",)


def test_a_label_keeps_the_reason_that_it_was_asked_with() -> None:
    material = Material(bank())
    first, other, again = (material.label("verdict", 0, "backed", why) for why in ("One.", "Other.", "One."))

    assert (first.why, other.why) == ("One.", "Other.")
    assert first == again
    assert first.text == other.text == material.text("verdict.options.backed.text")


def test_an_author_can_keep_an_entry_from_a_template() -> None:
    refused = claim(not_as=[{"template": "verdict", "reason": "It is a matter of degree."}])
    of = bank(claims=[refused])
    material = Material(of)

    assert material.refusal("verdict", of.claims[0]) == Declined(
        "verdict", "claim:books-lent", "It is a matter of degree."
    )
    assert material.refusal("bearing", of.claims[0]) is None


def _item(of: Bank, part: str | None = None) -> Item:
    material = Material(of)
    option = Option(id="a", text="Yes", why="So it is.")
    return material.item(
        "verdict",
        of.claims,
        stem="Is it so?",
        stimulus=Stimulus(),
        body=Choice(options=(option,), key=("a",)),
        rationale=Rationale(record="So it is."),
        sources=(),
        family="evidence",
        move="compare-coverage",
        difficulty=1,
        part=part,
        lines=material.pack(of.claims[0]).lines,
    )


def test_an_item_is_named_by_bank_entries_and_template() -> None:
    of = bank(claims=[claim(id="one", evidence=[line(), line("daily"), line(finding="More.")]), claim(id="other")])

    assert _item(of).id == "small/one+other/verdict"
    assert _item(of, part="2").id == "small/one+other/verdict.2"
    assert _item(of).provenance.entries == ("claim:one", "claim:other")
    assert _item(of).provenance.sources == ("yearbook", "daily")
