"""YAML text becomes plain data, every slip one diagnostic at its place, and no file exhausts the machine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.diagnostics import Location, Severity
from quizgen.yaml_source import MAX_DEPTH, MAX_NODES, parse_yaml, read_yaml, to_yaml
from tests.strategies import HIDDEN


def found(content: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and code of everything that is wrong."""
    return [(d.location.line, d.location.column, d.code) for d in parse_yaml(content, "f.yaml").diagnostics]


@pytest.mark.parametrize(
    "typed", ["no", "on", "yes", "true", "12:30", "2021-03", "2023-10-20", "017", "1e3", "0x1F", ".inf", "="]
)
def test_scalars_are_the_text_that_was_typed(typed: str) -> None:
    assert parse_yaml(f"a: {typed}\n", "f").data == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_unless_quoted(typed: str) -> None:
    assert parse_yaml(f"a: {typed}\nb: '{typed}'\n", "f").data == {"a": None, "b": typed}


def test_anchors_and_aliases_stand_for_their_value() -> None:
    assert parse_yaml("a: &x [1, 2]\nb: *x\nc: &y z\nd: *y\n", "f").data == {
        "a": ["1", "2"],
        "b": ["1", "2"],
        "c": "z",
        "d": "z",
    }


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_yaml("\ufeffa: b\n".encode(), "f").data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Which one: A or B?\n", (1, 13, "colon-in-text")),
        ("a: 'It's fine'\nb: c\n", (1, 8, "text-after-quote")),
        ("a: b\nc: 'open\nd: e\n", (2, 4, "unclosed-quote")),
        ('a: "open\n', (1, 4, "unclosed-quote")),
        ("a: [b, c\nd: e\n", (1, 4, "unclosed-bracket")),
        ("a: [b, c\n", (1, 4, "unclosed-bracket")),
        ("a: {b: c\n", (1, 4, "unclosed-bracket")),
        ("a: [link](https://example.org) says\n", (1, 10, "text-after-bracket")),
        ("a:\n\t- b\n", (2, 1, "tab-indent")),
        ("a: b\n c: d\n", (2, 3, "uneven-indent")),
        ("a:\n  - b\n - c\n", (3, 2, "uneven-indent")),
        ("a: b\n- c\n", (2, 1, "uneven-indent")),
        ("a: b\nc\n", (2, 1, "missing-colon")),
        ("a: b\nc:d\n", (2, 1, "missing-space")),
        ("a: b\nc:d\ne: f\n", (2, 1, "missing-space")),
        ("a: b\nhttps://example.org\n", (2, 1, "missing-colon")),
        ("a: *word* is strong\n", (1, 4, "unquoted-sign")),
        ("a: `code` first\n", (1, 4, "unquoted-sign")),
        ("a: @home\n", (1, 4, "unquoted-sign")),
        ("a: ]\n", (1, 4, "unquoted-sign")),
        ("a: !e!x y\n", (1, 4, "unquoted-sign")),
        ("a: - b\n", (1, 4, "misplaced-dash")),
        ("a: > b\n", (1, 6, "bad-block-sign")),
        ('a: "\\q"\n', (1, 5, "unknown-escape")),
        (": b\n", (1, 1, "field-without-name")),
        ("a: b\n---\nc: d\n", (2, 1, "several-documents")),
        ("%YAML 1.2\n---\na: b\n", (1, 1, "directive")),
        ("a: &x [*x]\n", (1, 8, "recursive-alias")),
        ("...\n...\n", (1, 1, "broken-yaml")),
        ("", (1, 1, "empty-file")),
        ("# only a comment\n", (1, 1, "empty-file")),
        ("~\n", (1, 1, "empty-file")),
    ],
)
def test_a_slip_that_ends_the_reading_is_told_once_at_its_place(text: str, expected: tuple[int, int, str]) -> None:
    document = parse_yaml(text, "f.yaml")
    assert found(text) == [expected]
    assert document.data is None
    assert all(d.message and d.help for d in document.diagnostics)


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("a: b\na: c\n", (2, 1, "duplicate-field"), {"a": "b"}),
        ("b: {x: 1, x: 2}\n", (1, 11, "duplicate-field"), {"b": {"x": "1"}}),
        ("? [x]\n: y\n", (1, 3, "field-without-name"), {}),
        ("~: y\n", (1, 1, "field-without-name"), {}),
        ("a: &x {b: c}\nd: {<<: *x}\n", (2, 5, "merge-key"), {"a": {"b": "c"}, "d": {}}),
        ("a: !!python/object/apply:os.system [x]\n", (1, 4, "tag"), {"a": ["x"]}),
        ("a: !!int 3\n", (1, 4, "tag"), {"a": "3"}),
        ("a: *x\n", (1, 4, "unknown-anchor"), {"a": None}),
    ],
)
def test_a_slip_at_one_value_leaves_the_rest_readable(text: str, expected: tuple[int, int, str], data: Any) -> None:
    assert found(text) == [expected]
    assert parse_yaml(text, "f").data == data


def test_a_slip_and_what_follows_from_it_on_its_line_are_told_once() -> None:
    assert found("a: *word and more\nb: c\n") == [(1, 4, "unknown-anchor")]


@pytest.mark.parametrize("character", sorted(HIDDEN))
def test_hidden_characters_are_told_wherever_they_stand(character: str) -> None:
    for text, place in (
        (f"a: b{character}c\n", (1, 5)),
        (f"a: b # {character}\n", (1, 8)),
        (f"a{character}: b\n", (1, 2)),
    ):
        assert [at[:2] for at in found(text)] == [place]


@pytest.mark.parametrize("escape", ["\\u202e", "\\e", "\\0", "\\N", "\\L", "\\ufeff"])
def test_hidden_characters_are_told_when_written_as_escapes(escape: str) -> None:
    assert [at[:2] for at in found(f'a: ["{escape}"]\n')] == [(1, 5)]


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍🔬", "❤️", "e\u0301", "עברית", "\u00a0"])
def test_characters_that_languages_need_are_let_pass(text: str) -> None:
    assert parse_yaml(f"a: x{text}x\n", "f").data == {"a": f"x{text}x"}
    assert found(f"a: x{text}x\n") == []


def test_a_hidden_character_is_taken_out_and_the_columns_behind_it_still_count_it() -> None:
    document = parse_yaml("a: x\u200by\nb\u00ad: {c: \u202e[d\n", "f")
    assert [(d.location.line, d.location.column, d.code) for d in document.diagnostics] == [
        (1, 5, "invisible-character"),
        (2, 2, "invisible-character"),
        (2, 9, "bidirectional-override"),
        (2, 10, "unclosed-bracket"),
    ]
    assert parse_yaml("a: x\u200by\n", "f").data == {"a": "xy"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", (1, 1, "binary-file")),
        ("a: b\n".encode("utf-16"), (1, 1, "not-utf-8")),
        (b"a: b\nc: caf\xe9\n", (2, 7, "not-utf-8")),
        (b"a" * 5_000_001, (1, 1, "file-too-large")),
        ("\u202ex" * 300, (1, 1, "binary-file")),
    ],
    ids=["binary", "utf-16", "latin-1", "large", "hidden"],
)
def test_what_is_not_a_text_is_told_once(content: str | bytes, expected: tuple[int, int, str]) -> None:
    assert found(content) == [expected]


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "too-many-values"),
        ("[" + "a, " * 1_000_000 + "]", "too-many-values"),
        ("[" * 100_000, "nested-too-deep"),
        ("{a: " * 100_000, "nested-too-deep"),
        ("- " * 100_000, "nested-too-deep"),
        ("? " * 100_000, "nested-too-deep"),
        ("%TAG !a! b\n" * 400_000, "directive"),
        ("'" * 4_000_001, "unclosed-quote"),
    ],
    ids=["aliases", "list", "brackets", "braces", "dashes", "questions", "directives", "quotes"],
)
def test_a_file_that_would_exhaust_the_machine_is_told_and_left(text: str, code: str) -> None:
    assert [d.code for d in parse_yaml(text, "f").diagnostics] == [code]


def test_the_limits_themselves_are_allowed() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    many = "[" + "a," * (MAX_NODES - 1) + "]"
    assert found(deep) == []
    assert found(many) == []
    assert [code for *_, code in found(f"[{deep}]")] == ["nested-too-deep"]
    assert [code for *_, code in found(f"[a,{many[1:]}")] == ["too-many-values"]


def test_aliases_count_in_full() -> None:
    fits = "- &x [" + "a," * 999 + "]\n" + "- *x\n" * 198
    assert found(fits) == []
    assert [code for *_, code in found(fits + "- *x\n" * 2)] == ["too-many-values"]


class TestQuotationMarks:
    """A slip with quotation marks is told where it was made, with the way out."""

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ('a: b\nc: "open\nd: e\nf: "shut"\n', (2, 4)),
            ("a: b\nc: 'open\nd: it's\n", (2, 4)),
            ('a: "open\nb: "c: d"\n', (1, 4)),
            ('- a: "open\n  b: c\n- a: "shut"\n', (1, 6)),
            ('- "open\n- "shut"\n', (1, 3)),
        ],
    )
    def test_one_that_swallowed_fields_is_told_where_it_was_opened(self, text: str, place: tuple[int, int]) -> None:
        (diagnostic,) = parse_yaml(text, "f").diagnostics
        assert (diagnostic.location.line, diagnostic.location.column) == place
        assert diagnostic.message == "the text that was opened with a quotation mark here is not closed"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('a: "It is\n  good" and\n', (2, 9, "text-after-quote")),
            ('a: He - "hm\nb: c: d\n', (2, 5, "colon-in-text")),
            ('a: "b"\nc: d\ne: f: g\n', (3, 5, "colon-in-text")),
        ],
    )
    def test_a_later_slip_is_not_laid_to_one_that_swallowed_nothing(
        self, text: str, expected: tuple[int, int, str]
    ) -> None:
        assert found(text) == [expected]

    @pytest.mark.parametrize(
        ("typed", "said", "mended"),
        [
            ('"Our garden" feeds the town', "begins with a quotation mark", """'"Our garden" feeds the town'"""),
            ("'Our garden' feeds the town", "begins with a quotation mark", "\"'Our garden' feeds the town\""),
            ('"Our garden" feeds Ann\'s town', "begins with a quotation mark", """'"Our garden" feeds Ann''s town'"""),
            ('"She said "no" to it"', "holds the quotation mark", """'She said "no" to it'"""),
        ],
    )
    def test_the_way_out_is_shown_and_can_be_read(self, typed: str, said: str, mended: str) -> None:
        (diagnostic,) = parse_yaml(f"title: {typed}\n", "f").diagnostics
        assert said in diagnostic.message
        assert diagnostic.help.endswith(f": `{mended}`")
        assert parse_yaml(f"title: {mended}\n", "f").diagnostics == ()

    def test_an_apostrophe_has_its_own_help(self) -> None:
        (diagnostic,) = parse_yaml("a: 'It's fine'\n", "f").diagnostics
        assert "apostrophe" in diagnostic.help


class TestHash:
    """A `#` that cuts a text short is told of, an ordinary comment is not."""

    @pytest.mark.parametrize(
        ("text", "expected", "data"),
        [
            ("a: In 2023 class #4 gave\n", (1, 18), {"a": "In 2023 class"}),
            ("a: two\n  lines #b\n", (2, 9), {"a": "two lines"}),
            ("a: [b, c #d\n  ]\n", (1, 10), {"a": ["b", "c"]}),
            ("a: #4 gave\n", (1, 4), {"a": None}),
            ("a: \u200bb #c\n", (1, 7), {"a": "b"}),
        ],
    )
    def test_a_text_that_is_cut_is_warned_of_at_the_sign(self, text: str, expected: tuple[int, int], data: Any) -> None:
        document = parse_yaml(text, "f")
        told = [d for d in document.diagnostics if d.code != "invisible-character"]
        assert [(d.location.line, d.location.column, d.code) for d in told] == [(*expected, "text-after-hash")]
        assert {d.severity for d in told} == {Severity.WARNING}
        assert document.data == data

    def test_a_hidden_character_between_two_signs_of_line_break_leaves_two_breaks(self) -> None:
        assert [at[:2] for at in found("a: b\r\x1f\nc: d\nc: e\n")] == [(2, 1), (4, 1)]

    def test_a_slip_that_follows_from_it_is_told_too(self) -> None:
        assert [at[::2] for at in found("a: class #4\n  gave\nb: c\n")] == [
            (1, "text-after-hash"),
            (2, "uneven-indent"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "a: b # comment\n",
            "a: b#c\n",
            "a: b #: c\n",
            "#comment\na: b\n  #comment\nc: d\n",
            "a: 'b #c'\n",
            'a: "b #c\n  d #e"\n',
            "a: |\n  b #c\nd: >\n  e #f\n",
            "a: 'b' #c\n",
            "a: [] #c\n",
            "a: b # see #4\n",
        ],
    )
    def test_comments_and_texts_in_quotation_marks_or_blocks_are_let_pass(self, text: str) -> None:
        assert found(text) == []


class TestSourceMap:
    """Places are found by path."""

    TEXT = "claims:\n  - id: a\n    evidence: [{finding: x}, {finding: y, odd: z}]\n  - id: b\nlast:\n"

    def at(self, *path: str | int, key: bool = False) -> tuple[int, int]:
        place = parse_yaml(self.TEXT, "f.yaml").source.locate(path, key=key)
        assert place.file == "f.yaml"
        return place.line, place.column

    def test_a_value_is_found_where_it_begins(self) -> None:
        assert self.at("claims", 0, "evidence", 1, "finding") == (3, 40)

    def test_a_key_is_found_where_its_name_begins(self) -> None:
        assert self.at("claims", 0, "evidence", 1, "odd", key=True) == (3, 43)

    def test_a_missing_field_is_placed_at_the_fields_around_it(self) -> None:
        assert self.at("claims", 1, "verdict") == (4, 5)
        assert self.at("claims", 1, "verdict", key=True) == (4, 5)

    def test_a_part_that_is_not_in_the_file_ends_the_path(self) -> None:
        assert self.at("claims", 0, "choice", "evidence", 1) == (2, 5)
        assert self.at("claims", 9) == (2, 3)
        assert self.at("claims", 0, "id", "x", 3) == (2, 9)

    def test_an_empty_value_is_placed_behind_its_name(self) -> None:
        assert self.at("last") == (5, 6)

    def test_a_value_behind_an_alias_is_placed_where_it_is_written(self) -> None:
        source = parse_yaml("a: &x\n  b: c\nd: *x\n", "f").source
        assert source.locate(("d", "b")) == Location("f", 2, 6)

    def test_a_file_that_could_not_be_read_has_its_first_place(self) -> None:
        assert parse_yaml("[", "f").source.locate(("a", 1)) == Location("f", 1, 1)


def test_each_file_that_cannot_be_read_is_one_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes(b"a: b\n")
    cases = {
        tmp_path: "directory",
        tmp_path / "missing.yaml": "missing-file",
        tmp_path / "file.yaml" / "below": "unreadable-file",
        tmp_path / ("x" * 300): "unreadable-file",
        Path("/dev/null"): "not-a-file",
        Path("a\0b"): "unreadable-file",
    }
    assert {p: [d.code for d in read_yaml(p).diagnostics] for p in cases} == {p: [code] for p, code in cases.items()}
    assert read_yaml(tmp_path / "file.yaml").data == {"a": "b"}


def test_a_file_that_may_not_be_read_is_one_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    file = tmp_path / "file.yaml"
    file.write_text("a: b\n", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    assert [d.code for d in read_yaml(file).diagnostics] == ["unreadable-file"]


yaml_like = st.lists(
    st.sampled_from(
        [
            "a",
            "- ",
            "  ",
            "\n",
            ": ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "&x ",
            "*x ",
            "#",
            "|",
            ">",
            "? ",
            "!",
            "\t",
            "\\",
            "\r",
            "%",
            "---\n",
            "\u2028",
            "\u202e",
            "é",
            "~",
        ]
    )
).map("".join)


def lines_of(text: str) -> list[str]:
    """Return the lines as an editor counts them."""
    return re.split("\r\n|\r|\n", text)


@given(st.text() | yaml_like)
@example("a: [\n\n")
@example("'\r\n\r")
def test_no_text_makes_it_raise_and_every_place_exists(text: str) -> None:
    document = parse_yaml(text, "f")
    lines = lines_of(text)
    for diagnostic in document.diagnostics:
        assert 1 <= diagnostic.location.line <= len(lines)
        assert 1 <= diagnostic.location.column <= len(lines[diagnostic.location.line - 1]) + 1
    assert document.data is not None or document.diagnostics


@given(st.binary())
def test_no_bytes_make_it_raise(content: bytes) -> None:
    document = parse_yaml(content, "f")
    assert document.data is not None or document.diagnostics


plain_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=HIDDEN) | st.sampled_from("\n\t")
)


@given(
    st.recursive(
        plain_texts,
        lambda inner: st.lists(inner) | st.dictionaries(plain_texts.filter(lambda k: k != "<<"), inner),
        max_leaves=20,
    )
)
def test_what_is_written_is_read_again(data: Any) -> None:
    document = parse_yaml(to_yaml([data]), "f")
    assert document.diagnostics == ()
    assert document.data == [data]


class TestWithoutSomeEntries:
    TEXT = "a: [x, y, z]\nb:\n  - c: 1  # one\n  # two\n  - c: 2\n  - c: 3  # three\n"
    WHOLE = parse_yaml(TEXT, "f.yaml")

    def test_data_and_places_are_those_of_the_entries_that_stay(self) -> None:
        rest = self.WHOLE.without({"b": {1}, "a": {0, 2}})

        assert rest.data == {"a": ["y"], "b": [{"c": "1"}, {"c": "3"}]}
        assert rest.source.locate(("b", 1, "c")) == Location("f.yaml", 6, 8)
        assert rest.source.locate(("a", 0)) == Location("f.yaml", 1, 8)
        assert self.WHOLE.source.locate(("b", 1, "c")) == Location("f.yaml", 5, 8)

    def test_comments_lead_to_the_entries_that_stay_and_those_of_others_go(self) -> None:
        rest = self.WHOLE.without({"b": {1}})

        assert [(c.found[0], c.path) for c in rest.source.comments(re.compile("# [a-z]+"))] == [
            ("# one", ("b", 0)),
            ("# three", ("b", 1)),
        ]

    @pytest.mark.parametrize(
        ("path", "value"),
        [((), {"a": ["x"]}), (("a",), ["x"]), (("a", 0), "x"), (("a", 1), None), (("a", -1), None), (("a", "0"), None)],
    )
    def test_a_value_is_given_by_its_path_and_none_where_nothing_stands(
        self, path: tuple[str | int, ...], value: object
    ) -> None:
        source = parse_yaml("a: [x]\n", "f.yaml").source

        assert source.value(path) == value
        assert source.value((*path, "b", 0)) is None
