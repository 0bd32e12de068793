"""Good wording that looks like a fault stays silent, and variants of each fault are told."""

from __future__ import annotations

import pytest

from tests.bank.checking import CLAIM, PASSAGE, more
from tests.checks.checking import check_silent, found, lines_of


def item(*options: str, stem: str = "What did the library lend?", key: int = 0, **fields: str) -> str:
    """Return a handwritten choice with these options."""
    more_fields = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    rows = "".join(
        f"      - text: {text!r}\n        why: The Daily counted {i} of it.\n" + "        right: true\n" * (i == key)
        for i, text in enumerate(options)
    )
    return (
        f"items:\n  - id: lending\n    interaction: choice\n    stem: {stem!r}\n{more_fields}"
        f"    options:\n{rows}    why: It lent 4000 books.\n    sources: [daily]\n"
    )


def claim(**fields: str) -> str:
    """Return a claim with some of its fields written otherwise."""
    lines = CLAIM.split("\n")
    for name, value in fields.items():
        where = next((i for i, line in enumerate(lines) if line.strip().startswith(f"{name}:")), None)
        lines[where if where is not None else len(lines) - 1 : (where + 1) if where is not None else len(lines)] = [
            f"    {name}: {value}"
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def told(code: str, part: str) -> bool:
    return bool(lines_of(code, part))


RECORDS_THAT_JUDGE = [
    "Whoever says so lied.",
    "It was his lie.",
    "The outright lies are many.",
    "So says the propagandist.",
]
RECORDS_THAT_DO_NOT = [
    "The village lies on the hill.",
    "The book lied in the hall for a year.",
    "The lie of the land was in the way.",
    "The paper calls it “propaganda”.",
    'The paper calls it "a lie".',
    "A fake leather cover was mended.",
    "It relies on volunteers.",
]


@pytest.mark.parametrize("record", RECORDS_THAT_JUDGE)
def test_words_that_judge_are_told(record: str) -> None:
    assert told("judging-words", claim(record=repr(record)))


@pytest.mark.parametrize("record", RECORDS_THAT_DO_NOT)
def test_words_that_only_sound_alike_are_not(record: str) -> None:
    check_silent("judging-words", claim(record=repr(record)))


def test_quotes_are_verbatim_and_notes_are_not_shown() -> None:
    check_silent("judging-words", more(claim(quote="propaganda and lies"), "note: What a liar."))


@pytest.mark.parametrize(
    "record", ["It tries to deceive readers.", "It does so on purpose.", "The author knowingly left it out."]
)
def test_intentions_are_told(record: str) -> None:
    assert told("claimed-intent", claim(record=repr(record)))


@pytest.mark.parametrize(
    "record",
    ["The words mislead about the year.", "The purpose of the shelf is storage.", "Nobody was fooled by the date."],
)
def test_what_words_do_is_no_intention(record: str) -> None:
    check_silent("claimed-intent", claim(record=repr(record)))


NEGATIVE = [
    "Which of these is not lent?",
    "Which one did it never lend?",
    "All of these are lent except which?",
    "Which one doesn't it lend?",
]
NOT_NEGATIVE = [
    "Which of these is **not** lent?",
    "Which of these is NOT lent?",
    "What do readers who do not come by car borrow?",
    "It is not far. Which of these is lent?",
    "Which of these are at least ten years old?",
    "Was it lent or not?",
    "Which of these did the paper call “not lent”?",
    "What is lent not only to adults?",
]


@pytest.mark.parametrize("stem", NEGATIVE)
def test_a_negative_stem_is_told(stem: str) -> None:
    assert told("negative-stem", item("books", "films", "maps", stem=stem))


@pytest.mark.parametrize("stem", NOT_NEGATIVE)
def test_a_negative_that_misleads_nobody_is_not(stem: str) -> None:
    check_silent("negative-stem", item("books", "films", "maps", stem=stem))


@pytest.mark.parametrize(
    "says",
    ["Mr. Elm lent 4.5 books.", "In the U.S. 40 were lent.", "He said “No. Never.” to it.", "He lent No. 7 to Ann."],
)
def test_a_full_stop_need_not_end_a_sentence(says: str) -> None:
    check_silent("several-sentences", claim(says=repr(says)))


def test_a_long_text_of_short_sentences_is_not_long() -> None:
    check_silent("long-sentence", claim(record=" ".join(["It lent ten books."] * 20)))
    check_silent("long-sentence", claim(record=repr(" ".join(["lent"] * 20) + "; " + " ".join(["lent"] * 20))))
    check_silent("long-sentence", claim(record=repr("It says “" + " ".join(["lent"] * 40) + "”.")))


def test_numbers_with_signs_are_one_word() -> None:
    check_silent("long-sentence", claim(record=" ".join(["1,234.5"] * 25)))
    assert told("long-sentence", claim(record=" ".join(["1,234.5"] * 26)))


@pytest.mark.parametrize(
    "record", ["Wrong.", "Not true.", "The claim is false.", "This is simply wrong of the town. It lent ten."]
)
def test_a_record_that_only_says_wrong_is_told(record: str) -> None:
    assert told("false-claim-first", claim(verdict="contradicted", record=record))


@pytest.mark.parametrize(
    "record",
    [
        "It lent 400 books. It did not lend 4000 books.",
        "Elm Library did not lend 4000 books.",
        "Elm Library lent 4000 books only by its own count, which takes each loan of each reader twice.",
        "No record of the town has such a number.",
        "The book has no false bottom.",
    ],
)
def test_a_record_that_begins_with_a_fact_is_not(record: str) -> None:
    check_silent("false-claim-first", claim(verdict="contradicted", record=record))


def test_what_holds_may_be_said_again() -> None:
    check_silent("false-claim-first", claim(verdict="supported", record="Elm Library lent 4000 books."))


@pytest.mark.parametrize("why", ["This is wrong.", "No.", "Not the right option.", "The library lent more films."])
def test_a_reason_that_says_nothing_is_told(why: str) -> None:
    wrong = f"misconceptions: [{{text: The library lent more films., why_wrong: {why!r}}}]"

    assert told("empty-reason", more(CLAIM, wrong))


@pytest.mark.parametrize(
    "why", ["It lent 40.", "Films came in 2023.", "The Daily says otherwise.", "It is the other way round."]
)
def test_a_short_reason_that_says_something_is_not(why: str) -> None:
    check_silent("empty-reason", more(CLAIM, f"misconceptions: [{{text: It lent more films., why_wrong: {why!r}}}]"))


def test_a_type_may_be_ruled_out_for_other_words_of_the_passage() -> None:
    part = more(
        PASSAGE,
        """
        issues:
          - type: bandwagon
            span: Everybody says
            why: That is no proof.
            not: [{type: exaggeration, why: It may be so.}]
          - {type: exaggeration, span: the best of all, why: Nobody compared.}
        """,
    )

    check_silent("accepted-distractor", part)


def test_what_only_tempts_must_not_be_right_of_a_claim_of_the_record() -> None:
    issue = "issues: [{type: exaggeration, span: 4000 books, also_accept: [loaded-language], why: It lent 400.}]"
    clean = "record: [lent]\nissues: []\nwhy_clean: It is sound.\ntempting: [{type: %s, why_not: It is plain.}]"

    assert told("accepted-distractor", more(CLAIM, issue) + more(PASSAGE, clean % "loaded-language"))
    check_silent("accepted-distractor", more(CLAIM, issue) + more(PASSAGE, clean % "bandwagon"))


def two_claims(one: str, other: str) -> str:
    second = (
        CLAIM.replace("claims:\n", "")
        .replace("id: lent", "id: second")
        .replace("Elm Library lent 4000 books.\n", f"{other!r}\n", 1)
    )
    return CLAIM.replace("Elm Library lent 4000 books.\n", f"{one!r}\n", 1) + second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The library lent 4000 books in 2021.", "The library lent 4000 books in 2022."),
        ("In Elm more books than films were lent in winter.", "In Elm fewer books than films were lent in winter."),
        ("The town of Elm lent books to the schools.", "The town of Oak lent books to the schools."),
        ("Elm beat Oak by many books.", "Oak beat Elm by many books."),
    ],
)
def test_statements_that_differ_in_what_counts_are_two(one: str, other: str) -> None:
    check_silent("duplicate-entries", two_claims(one, other))


def test_statements_that_differ_in_small_words_are_one() -> None:
    assert told("duplicate-entries", two_claims("The library lent its books.", "A library lent its books"))
    assert told(
        "duplicate-entries",
        two_claims(
            "Old books were lent by the library to readers in the town.",
            "Books were lent by the library to readers in the town.",
        ),
    )


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("longest-key", ["4000 books to readers", "400 books to schools", "40 films"]),
        ("longest-key", ["4000 thick handsome", "a", "b"]),
        ("odd-one-out", ["4000 books", "400 films", "no maps", "some"]),
        ("odd-one-out", ["books", "maps for all of the farms", "films"]),
        ("odd-one-out", ["‘Red’ and ‘Blue’", "‘Red’ and ‘Green’", "‘Red’ and ‘White’"]),
        ("convergence", ["books to schools", "books to shops", "films to farms"]),
        ("grammar-cue", ["The schools.", "The shops.", "The farms."]),
        ("grammar-cue", ["Elm", "the shops", "Oak"]),
        ("all-or-none", ["all of the town", "none of the shops", "both of the schools"]),
        ("all-or-none", ["a and b roads of the town", "a bus", "a train"]),
        ("absolute-terms", ["only books", "only films", "only maps"]),
        ("absolute-terms", ["each book", "any film", "some maps"]),
        ("vague-terms", ["twice a week", "once a month", "every third day"]),
        ("duplicate-options", ["more books", "fewer books", "as many books"]),
        ("duplicate-options", ["by the school to the shop", "by the shop to the school", "by the farm to the shop"]),
        ("opposite-options", ["It grew", "It shrank", "It stayed the same"]),
        ("opposite-options", ["more books", "more films", "more maps"]),
        ("mixed-number-style", ["40 books", "50 books", "60 books"]),
        ("mixed-number-style", ["1,200 books", "900 books", "3,000 books"]),
        ("mixed-number-style", ["two towns and a hall", "3 towns", "a village"]),
        ("unordered-numbers", ["12 books", "a film", "3 maps"]),
        ("unordered-numbers", ["12 books", "40 films", "3 maps"]),
        ("overlapping-ranges", ["1–9 books", "10–19 books", "20–29 books"]),
        ("overlapping-ranges", ["under 10", "10 to 19", "20 or more"]),
        ("overlapping-ranges", ["10 to 20 books", "15 to 30 films", "2 maps"]),
        ("option-count", ["books", "films", "maps", "keys"]),
    ],
)
def test_sound_options_are_let_pass(code: str, options: list[str]) -> None:
    check_silent(code, item(*options))


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("odd-one-out", ["“Red”", "blue", "green"]),
        ("odd-one-out", ["books", "see www.example.org", "films"]),
        ("grammar-cue", ["the schools", "The shops", "The farms"]),
        ("all-or-none", ["books", "films", "none of the above"]),
        ("all-or-none", ["books", "films", "(a) and (b)"]),
        ("all-or-none", ["books", "films", "Neither"]),
        ("duplicate-options", ["books for the schools", "books, for schools", "maps"]),
        ("opposite-options", ["It lent films", "It did not lend films", "It sold maps"]),
        ("mixed-number-style", ["12.5 %", "20 %", "5 %"]),
        ("mixed-number-style", ["three towns", "4 towns", "5 towns"]),
        ("mixed-number-style", ["1200", "3,000", "4,000"]),
        ("overlapping-ranges", ["at most 10 books", "10 to 20 books", "more than 20 books"]),
        ("overlapping-ranges", ["1990-1995", "1995-2000", "2001-2005"]),
        ("overlapping-ranges", ["between 5 and 10", "at least 10", "fewer than 5"]),
        ("unordered-numbers", ["10 %", "5 %", "20 %"]),
        ("option-count", ["books", "films"]),
    ],
)
def test_poor_options_are_told(code: str, options: list[str]) -> None:
    assert told(code, item(*options)), "\n".join(map(str, found(item(*options))))


def test_words_of_the_passage_that_is_shown_are_no_clang() -> None:
    stem = "What does the passage say of the mobile library?"
    options = ("The mobile library came on Mondays", "The van came at noon", "The bus came late")

    assert told("word-clang", item(*options, stem=stem))
    check_silent("word-clang", item(*options, stem=stem, text="The mobile library came on Mondays to the farms."))


def test_a_key_that_may_stand_beside_another_key_is_not_looked_at() -> None:
    """Where several answers are right, what stands out gives away no other."""
    part = item("4000 books to readers of the town", "films", "maps").replace(
        "interaction: choice", "interaction: multiple-response"
    )

    check_silent("longest-key", part)
    check_silent("odd-one-out", part)


def test_an_ordered_scale_may_keep_its_order() -> None:
    check_silent("unordered-numbers", item("10", "20", "30", keep_order="true"))
    check_silent("unordered-numbers", item("30", "20", "10", keep_order="true"))


def test_short_packs_have_no_reading_level() -> None:
    check_silent(
        "reading-level",
        "level: lower-secondary\n" + claim(says="Institutional circulation amounted to 4000 publications."),
    )


def test_names_and_figures_do_not_make_a_text_hard() -> None:
    finding = "; ".join(
        ["in 1,990,000 the Administrative Institutionalisation Authority lent books to the Bibliotheca"] * 6
    )
    part = "level: lower-secondary\n" + CLAIM.replace(
        "finding: Elm Library lent 4000 books in 2022.", f"finding: {finding!r}"
    )

    check_silent("reading-level", part)


def test_a_source_that_was_not_reached_may_be_listed_for_later() -> None:
    source = "kind: primary, stake: independent, about: When it is shut.}"
    later = "sources:\n  late: {title: Shut, publisher: The Daily, published: 2023, reached: false, " + source
    check_silent("unused-source", later + "\n")


def test_a_draft_may_name_a_source_that_nothing_else_names() -> None:
    """And what is told of an entry behind a draft is told at its own line."""
    source = "kind: primary, stake: independent, about: How many films were lent.}\n"
    films = (
        "sources:\n  films: {title: Films, publisher: The Daily, published: 2023, url: https://example.org/f, " + source
    )
    draft = "  - {id: later, draft: true, evidence: [{source: films}]}\n"
    entry = claim(record="It lent 4000 books, and who doubts it is gullible.").removeprefix("claims:\n")
    of_films = entry.replace("source: daily", "source: rest")
    films += "  rest: {title: Lent, publisher: The Daily, published: 2023, url: https://example.org/r, " + source

    check_silent("unused-source", films + "claims:\n" + draft + of_films)
    assert lines_of("judging-words", "claims:\n" + draft + entry) == [8]


def test_a_speaker_may_be_named_beside_the_claim() -> None:
    check_silent("needless-speaker", more(CLAIM, "speaker: Ann Oak"))
    check_silent("needless-speaker", claim(says="The article 5 of the law lets the library lend books."))


def test_a_speaker_in_the_claim_is_told() -> None:
    assert told("needless-speaker", claim(says="The article says that 4000 books were lent."))


def test_the_figure_of_another_thing_gives_nothing_away() -> None:
    part = """
    items:
      - {id: a, interaction: number, stem: How many books did Elm Library lend in 2021?, value: 3000, why: So it is.}
      - {id: b, interaction: number, stem: How many films has it?, value: 7, why: In 2021 Oak sold 3000 keys.}
    """

    check_silent("item-hinge", part)


def test_a_right_option_that_another_question_tells_is_a_hinge() -> None:
    part = item("the mobile library of the valley", "a school", "a shop") + (
        "  - {id: other, interaction: number, stem: How many wheels has it?, value: 4,\n"
        "     why: Books came by the mobile library of the valley., sources: [daily]}\n"
    )

    assert lines_of("item-hinge", part) == [6]


@pytest.mark.parametrize(
    ("family", "told_of"), [("evidence", True), ("source", True), ("wording", False), ("reasoning", False)]
)
def test_what_can_be_seen_in_the_text_needs_no_source(family: str, told_of: bool) -> None:
    part = item("books", "films", "maps", family=family).replace("    sources: [daily]\n", "")

    assert told("unsourced-item", part) == told_of
    check_silent("unsourced-item", part + "    text: The library lent books.\n")
