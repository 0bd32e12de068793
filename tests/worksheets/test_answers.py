"""The key: the line of answers, the marking guide and the table across versions, against values worked out by hand."""

from __future__ import annotations

from quizgen.scoring import grade
from quizgen.wording import load_wording
from quizgen.worksheets import Look, documents
from quizgen.worksheets.answers import crossing, short_key
from quizgen.worksheets.marking import partial_credit
from quizgen.worksheets.sheet import Key
from quizgen.worksheets.text import words
from tests.worksheets.forms import bundled, choice, every_interaction, form_of, item, phrases

W = load_wording("en")


def marking(number: int) -> list[str]:
    return [words(text) for text in partial_credit(W, every_interaction().items[number - 1].item)]


def test_the_line_of_answers() -> None:
    told = [short_key(W, entry.item) for entry in every_interaction().items]

    assert told == ["A", "A C", "A", "2+3", "1A 2B 3C", "1A 2B 3C", "24.3"]


def test_nothing_to_flag_is_written_as_on_the_bubble_sheet() -> None:
    assert short_key(W, item("clean", phrases("Sound words", "and more"))) == "0"


def test_each_right_tick_earns_its_share_and_each_wrong_one_costs_its_own() -> None:
    """Two of four are right: half a point each, and half a point off for each of the other two."""
    assert marking(2) == ["Each right tick earns 0.5, each wrong tick costs 0.5."]


def test_likely_answers_to_a_highlight_have_their_points() -> None:
    """Words: 4, 2, 3 and 2; phrases 2 and 3 are one stretch of 5 words, and the fourth does not count.

    Phrase 3 alone: precision 1, recall 3/5, F1 0.75. Phrase 2 alone: 2/5, F1 0.57. With phrase 1, one stretch of 9
    words: precision 5/9, recall 1, F1 0.71; so has everything.
    """
    assert marking(4) == [
        "4 does not count, ticked or not.",
        "Only 3: 0.75.",
        "Only 2: 0.57.",
        "All the right ones and one wrong: 0.71.",
        "Everything ticked: 0.71.",
        "“Nothing to flag”: 0.",
    ]


def test_a_right_letter_earns_its_share() -> None:
    assert marking(5) == ["Each right letter earns 0.33."]


def test_a_number_has_its_range_and_what_others_would_be() -> None:
    assert marking(7) == ["Right from 24.1 to 24.5.", "18 is zebra: 0."]


def test_answers_that_can_be_defended_are_told() -> None:
    body = choice("One", "Two", "Three").model_copy(update={"key": ("b", "c")})
    both = item("both", body)

    assert [words(t) for t in partial_credit(W, both)] == ["C can be defended, too: 1 point."]
    assert short_key(W, both) == "B/C"
    assert grade(both, "c").points == 1


def test_the_table_finds_each_question_in_the_other_versions() -> None:
    forms = bundled(3)
    for form in forms:
        table = crossing(W, form, forms)
        assert table is not None
        assert table.head == ("Version A", "Version B", "Version C")
        for row in table.rows:
            ids = {
                other.items[int(words(cell).split()[0]) - 1].item.id
                for other, cell in zip(forms, row.cells, strict=True)
                if words(cell) != "–"
            }
            assert len(ids) == 1
        own = [words(row.cells[forms.index(form)]) for row in table.rows]
        assert {o.split()[0] for o in own if o != "–"} == {str(e.number) for e in form.items}


def test_one_version_needs_no_table() -> None:
    assert crossing(W, bundled()[0], bundled()) is None


def test_each_source_has_one_short_key_and_the_key_has_them_all() -> None:
    form = bundled()[0]
    sheet, key = documents([form], Look())
    assert isinstance(key.content, Key)
    listed = [row.key for row in key.content.sources.rows]
    cited = {finding.key for answer in key.content.answers for finding in answer.evidence}

    assert listed == [str(n) for n in range(1, len(listed) + 1)]
    assert cited <= set(listed)
    for row in sheet.content.sources.rows:
        told = next(r for r in key.content.sources.rows if r.key == row.key)
        assert row.text[0].text == told.text[0].text  # the publisher
    urls = {note.url for entry in form.items for note in entry.item.sources if note.url}
    assert urls == {row.url for row in key.content.sources.rows if row.url}


def test_reasons_that_are_the_same_stand_once() -> None:
    (_, key) = documents([form_of(item("p", phrases("a", "b", "c", "d", key=(2,))))], Look())
    assert isinstance(key.content, Key)

    assert [(r.label, r.word) for r in key.content.answers[0].reasons] == [("1, 3, 4", ""), ("2", "right")]
