"""`quizgen fmt`: one layout for every bank, with its comments and its meaning; and once is as good as twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import product
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from quizgen.authoring.formatting import format_bank
from quizgen.bank import Bank, LoadedBank, load_bank_text
from quizgen.yaml_layout import Scalar
from quizgen.yaml_layout.scalars import inline
from quizgen.yaml_source import Document, parse_yaml, read_yaml
from tests.messy import Messy
from tests.strategies import HOSTILE, banks

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "question_banks").glob("*.yaml"))
relaxed = settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a layout is drawn by its seed, which cannot be shrunk
)


def formatted(text: str) -> str:
    done = format_bank(parse_yaml(text, "bank.yaml"))
    assert done.after is not None, done.diagnostics
    return done.after


def check_formats(before: str, after: str) -> None:
    before, after = dedent(before), dedent(after)
    assert formatted(before) == after
    assert formatted(after) == after


def check_kept(text: str) -> None:
    check_formats(text, text)


@st.composite
def messy_banks(draw: st.DrawFn, *, orders: bool = False) -> tuple[Bank, str, list[str]]:
    bank = draw(banks())
    data = bank.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    writer = Messy(draw(st.integers(0, 2**32)), orders=orders)
    return bank, writer.text(data), writer.comments


@relaxed
@given(messy_banks())
def test_meaning_and_comments_are_kept_and_twice_is_once(written: tuple[Bank, str, list[str]]) -> None:
    bank, text, comments = written
    loaded = load_bank_text(text, "f")
    assert loaded.bank == bank, "the messy writer must write what it is given"

    once = formatted(text)

    again = load_bank_text(once, "f")
    assert again.bank == bank
    assert again.revision == loaded.revision
    assert formatted(once) == once
    assert not Counter(codes(again)) - Counter(codes(loaded)), "no warning comes from the layout"
    ends = Counter(comment for line in once.splitlines() for comment in comments if line.endswith(comment))
    assert ends == Counter(comments)


@relaxed
@given(messy_banks(orders=True))
def test_comments_that_quizgen_obeys_are_about_what_they_were_about(written: tuple[Bank, str, list[str]]) -> None:
    before = parse_yaml(written[1], "f")

    done = format_bank(before)

    assert {d.code for d in done.diagnostics} <= {"comment-would-move"}
    if done.after is not None:
        assert orders(parse_yaml(done.after, "f")) == orders(before)


def orders(document: Document) -> list[tuple[str, str]]:
    found = document.source.comments(re.compile("# quizgen: ignore no-such-code.*"))
    return sorted((comment.found[0], str(comment.path)) for comment in found)


def codes(loaded: LoadedBank) -> list[str]:
    return [d.code for d in loaded.diagnostics]


def test_fields_stand_in_the_models_order_with_their_comments_and_names_of_the_authors_own_as_written() -> None:
    check_formats(
        """\
        # about the file

        # of the title
        title: Bread   # beside it
        id: bakery
        sources:
          zebra: {kind: primary, title: Z}
          apple: {title: A}
        unknown: kept
        format: 1
        """,
        """\
        # about the file

        format: 1
        id: bakery
        # of the title
        title: Bread   # beside it

        sources:
          zebra: {title: Z, kind: primary}
          apple: {title: A}
        unknown: kept
        """,
    )


def test_blank_lines_stay_between_what_they_divide() -> None:
    """A field that moves leaves the line above it behind, unless a comment stands between."""
    check_formats(
        """\
        claims:
          - id: oldest
            says: a

            record_kind: votes

            figure: {value: 1}

            kind: fact

            # certain
            kind_clear: true
            parts:
              holds: [x]

            verdict: supported
        """,
        """\
        claims:
          - id: oldest
            says: a

            kind: fact

            # certain
            kind_clear: true

            verdict: supported
            parts:
              holds: [x]
            figure: {value: 1}
            record_kind: votes
        """,
    )


def test_parts_and_their_longer_entries_are_divided_by_one_blank_line() -> None:
    check_formats(
        """\
        id: x
        sources:
          a:
            title: A
          b: {title: B}
          c:
            title: C



          d:
            title: D
        claims:
        - id: a
        - id: b
        """,
        """\
        id: x

        sources:
          a:
            title: A
          b: {title: B}

          c:
            title: C

          d:
            title: D

        claims:
          - id: a

          - id: b
        """,
    )


def test_comments_stay_with_what_they_stand_at() -> None:
    check_kept(
        """\
        # of the file

        # of the id
        id: x           # in line with the next
        title: y        # as this one
                        # which goes on

        claims:
          # of the entry
          - id: a  # beside
            evidence:
              # of the source
              - source: s
              # at the end of the evidence
            # at the end of the entry
          # at the end of the claims
        # at the end of the file
        """
    )


def test_comments_that_have_no_place_in_the_layout_find_one_beside_it() -> None:
    check_formats(
        """\
        title:
          # between the name and its text
          Bread
        ? id  # of the name
        :
          bakery
        authors: [A, # the first
          B,
          # not yet asked
          C
        ]
        claims:
        - # of the claim
          id: x
        """,
        """\
        id: bakery  # of the name
        # between the name and its text
        title: Bread

        authors:
          - A  # the first
          - B
          # not yet asked
          - C

        claims:
          # of the claim
          - id: x
        """,
    )


def test_texts_are_plain_where_that_is_safe_and_blocks_where_they_are_long() -> None:
    long = "word " * 30
    check_formats(
        f"""\
        id: 'bakery'
        title: "Bread: a test"
        description: {long}
        license: "no"
        authors: ["A, B", 'C', '- D', "2023"]
        article:
          title: |
            {long.strip()}
          author: "one\\ntwo"
        """,
        """\
        id: bakery
        title: "Bread: a test"
        description: >-
          word word word word word word word word word word word word word word word word word word word word word word
          word word word word word word word word
        license: "no"
        authors: ["A, B", C, "- D", "2023"]

        article:
          title: >
            word word word word word word word word word word word word word word word word word word word word word
            word word word word word word word word word
          author: |-
            one
            two
        """,
    )


def test_what_is_in_brackets_stays_there_if_a_line_can_hold_it() -> None:
    entry = "{source: register, stance: supports, finding: It was opened in 1931.}"
    check_formats(
        f"""\
        claims:
        - {{id: x, accept: [], evidence: [{entry},
            {entry}]}}
        passages: []
        """,
        f"""\
        claims:
          - id: x
            accept: []
            evidence:
              - {entry}
              - {entry}
        passages: []
        """,
    )


def test_fields_without_a_value_stay_empty_in_brackets_and_without() -> None:
    check_formats(
        "sources: {b: {c: , title: }, a}\ntitle:\n", "title:\nsources: {b: {title: null, c: null}, a: null}\n"
    )


def test_a_value_is_written_where_it_is_first_used_and_each_name_means_one_value() -> None:
    check_formats(
        """\
        passages: &all [&one {id: x}]
        claims: [*all, *one, &one {id: y}, *one]
        &name title: a
        id: *name
        """,
        """\
        id: title
        title: a
        claims: [&all [&one {id: x}], *one, &one-2 {id: y}, *one-2]
        passages: *all
        """,
    )


def test_a_value_with_a_name_is_sorted_as_what_it_is_where_it_comes_first() -> None:
    check_formats(
        "mine: &all\n  - {says: a, id: x}\nclaims: *all\n", "claims: &all\n  - {id: x, says: a}\nmine: *all\n"
    )


def test_a_comment_at_the_end_of_a_list_with_a_name_stays_there() -> None:
    check_kept("claims: &all\n  - id: a\n  # at its end\nitems: *all\n")


def test_a_text_that_ends_with_blank_lines_gets_no_more_of_them() -> None:
    check_formats("note: |+\n  a\n\n\n\ntitle: b\n", "title: b\nnote: |+\n  a\n\n\n\n")
    check_kept("items:\n  - why: |+\n      a\n\n\n    topic: b\n")


LONG = "word " * 30 + "end"


def test_a_comment_that_looks_like_the_rest_of_a_text_does_not_come_to_stand_behind_one() -> None:
    """Where it stood there already, the author goes on being told that the text may be cut short."""
    check_formats("id: 'x'  #1\ntitle: 'b'  # 2\n", "#1\nid: x\ntitle: b  # 2\n")
    check_formats("authors: [A, #1\n  B #2\n  ]\n", "authors:\n  #1\n  - A\n  - B  #2\n")
    check_kept("title: the book  #1 of two\n")
    check_kept("authors:  #1\n  - A\n")
    check_formats(f"title: {LONG}  #1\n  \n", f"title: {LONG}  #1\n")  # in a block it would no longer be told of
    check_formats("title: a\n\n  b #1\n", "#1\ntitle: |-\n  a\n  b\n")


@pytest.mark.parametrize("length", [1000, 1001, 5000])
def test_a_name_too_long_for_a_simple_one_is_written_as_yaml_wants_it(length: int) -> None:
    name = "x" * length
    for text in (f"? {name}\n: 1\n", f"claims:\n  - ? {name}\n    : [a, b]\n"):
        once = formatted(text)
        assert parse_yaml(once, "f").data == parse_yaml(text, "f").data
        assert formatted(once) == once


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_they_did(end: str) -> None:
    before = end.join(("title: a", "id: b", "note: |", "  c", "  d", ""))
    after = end.join(("id: b", "title: a", "note: |", "  c", "  d", ""))
    assert formatted(before) == after


@pytest.mark.parametrize("text", ["title: [a", "id: x\nid: y\n", "id: !x y\n", "", "a: *b\n"])
def test_what_cannot_be_read_is_not_touched_and_told_in_the_loaders_words(text: str) -> None:
    done = format_bank(parse_yaml(text, "f"))
    assert done.after is None
    assert done.diagnostics == parse_yaml(text, "f").diagnostics
    assert not done.changed


@pytest.mark.parametrize(
    ("written", "place"),
    [("title: a\nid: changed\n", "f:2:5"), ("title: [\n", "f:1:1"), ("title: a\nid: b\n# more\n", "f:1:1")],
)
def test_what_would_be_read_as_something_else_is_left_as_it_was(
    written: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is known for which this is so, hence a writer that errs."""
    monkeypatch.setattr("quizgen.authoring.formatting.write_layout", lambda _: written)

    done = format_bank(parse_yaml("title: a\nid: b\n", "f"))

    assert done.after is None
    (refusal,) = done.diagnostics
    assert (refusal.code, str(refusal.location)) == ("layout-not-safe", place)
    assert refusal.help


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_the_shipped_banks_are_in_their_layout(file: Path) -> None:
    done = format_bank(read_yaml(file))
    assert done.after == file.read_text(encoding="utf-8"), f"run quizgen fmt {file}"


SIGNS = "a1-:?,[]{}#&*!|>'\"%@`=~. \\<\t\n"
PLACES = (
    ("- {}\n- z\n", False, False),
    ("[{}, z]\n", True, False),
    ("{}: z\n", False, True),
    ("{{{}: z}}\n", True, True),
)


@pytest.mark.parametrize(("place", "flow", "key"), PLACES)
@pytest.mark.parametrize("style", ["", '"'])
def test_every_text_is_read_as_it_was_wherever_it_stands(place: str, flow: bool, key: bool, style: str) -> None:
    texts = ["".join(signs) for length in (1, 2, 3) for signs in product(SIGNS, repeat=length)]
    for text in texts:
        written = place.format(inline(Scalar(text, style), flow=flow, key=key))
        document = parse_yaml(written, "f")
        expected = {text: "z"} if key else [text, "z"]
        if (text == "~" and not style) or (text == "<<" and key):  # which the loader does not take for texts
            continue
        assert document.data == expected, written
        assert document.diagnostics == ()


def test_other_readers_of_yaml_find_the_same_texts() -> None:
    """What is plain must not be a number, a date or true or false to them, unless the author wrote it so."""
    texts = ["no", "12:30", "2021-03-04", "1e3", "0x1F", "~", "null", "true", "1_000", "<<", "=", ".5", "0o17", "-1.5"]
    texts += [*HOSTILE, "a: b", "x #y", "- z", "?q", ":r", "“s”", "t\nu", "v" * 200]
    layout = "\n".join(f"{i}: {json.dumps(text, ensure_ascii=False)}" for i, text in enumerate(texts))
    once = formatted(f"a:\n{layout}".replace("\n", "\n  ") + "\n")
    for version in ((1, 1), (1, 2)):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        assert list(reader.load(once)["a"].values()) == texts


IGNORE = "# quizgen: ignore judging-words – it is the name of a film"


def test_a_comment_that_quizgen_obeys_stays_with_the_entry_or_field_that_it_is_about() -> None:
    check_formats(
        f"""\
        claims:
          - says: a  {IGNORE}
            id: x
            kind: fact  {IGNORE} too
            {IGNORE} as well
            topic: y
        """,
        f"""\
        claims:
          {IGNORE}
          - id: x
            {IGNORE} as well
            topic: y
            says: a
            kind: fact  {IGNORE} too
        """,
    )
    check_formats(f"claims:\n  - {IGNORE}\n    id: x\n", f"claims:\n  {IGNORE}\n  - id: x\n")
    check_kept(f"claims:\n  - id: x  {IGNORE}\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"claims:\n  - says: a\n    id: x  {IGNORE}\n", "f:3:12"),
        (f"title: a\n{IGNORE}\n# of the file\n\nid: b\n", None),
        (f"id: x\nauthors: [a,  {IGNORE}\n  b]\n", "f:2:15"),
    ],
)
def test_a_comment_that_would_come_to_be_about_something_else_is_told_of(text: str, place: str | None) -> None:
    """On the first line of an entry it would be about the whole of it."""
    done = format_bank(parse_yaml(text, "f"))
    told = [(d.code, str(d.location)) for d in done.diagnostics]
    assert told == ([] if place is None else [("comment-would-move", place)])
    assert (done.after is None) == (place is not None)
