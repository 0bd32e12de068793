"""Loading tells everything that is wrong at once, at its place, in plain words, and raises for nothing in a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.bank import load_bank, load_bank_text
from quizgen.bank.loading import MAX_DIAGNOSTICS
from quizgen.diagnostics import Severity
from quizgen.errors import BankNotUsableError
from tests.bank.checking import CLAIM, PASSAGE, check_clean, check_finds, load, more, whole
from tests.strategies import HOSTILE


def only(part: str) -> tuple[str, str]:
    """Return message and help of the one thing that is wrong."""
    (diagnostic,) = load(part).diagnostics
    return diagnostic.message, diagnostic.help


def test_a_sound_bank_has_no_diagnostics_and_a_revision() -> None:
    loaded = load(CLAIM)
    assert loaded.diagnostics == ()
    assert loaded.usable().claims[0].id == "lent"
    assert re.fullmatch("[0-9a-f]{16}", loaded.revision)


def test_scalars_mean_the_text_that_was_typed() -> None:
    source = "{title: 2023, publisher: no, published: 2021-03, kind: primary, stake: party, about: 12:30, who: on}"
    bank = check_clean(f"sources:\n  daily: {source}\n")
    daily = bank.sources["daily"]
    assert (daily.title, daily.publisher, daily.published, daily.about, daily.who) == (
        "2023",
        "no",
        "2021-03",
        "12:30",
        "on",
    )


def test_true_and_false_and_numbers_are_read_from_their_text_quoted_or_not() -> None:
    bank = check_clean(
        more(CLAIM, "kind_clear: True\nmin_pack: '1'\nfigure: {question: q, value: 1e3, unit: u, tolerance: .5}")
    )
    claim = bank.claims[0]
    assert claim.kind_clear is True
    assert claim.min_pack == 1
    assert claim.figure is not None
    assert (claim.figure.value, claim.figure.tolerance) == (1000, 0.5)


@pytest.mark.parametrize("typed", ["yes", "1", "on", "'true '", "tRUE"])
def test_nothing_else_is_true_or_false(typed: str) -> None:
    check_finds(more(CLAIM, f"kind_clear: {typed}"), (9, 17, "not-true-or-false"))


@pytest.mark.parametrize(
    "typed", ["'1,000'", "1.000.000", "1_000", ".inf", "nan", "1e999", "0x1F", "four", "'4 '", "٤"]
)
def test_nothing_else_is_a_number(typed: str) -> None:
    check_finds(more(CLAIM, f"figure: {{question: q, unit: u, value: {typed}}}"), (9, 43, "not-a-number"))


@pytest.mark.parametrize("typed", ["two", "1.5", "1e0", "9" * 40])
def test_nothing_else_is_a_whole_number(typed: str) -> None:
    check_finds(more(CLAIM, f"min_pack: {typed}"), (9, 15, "not-a-whole-number"))


# The golden cases of the hinge between YAML and the model, in its order.


def test_the_models_have_no_unions_whose_tags_could_be_taken_for_fields() -> None:
    """A tag in pydantic's path would be looked for in the file; only `or None` is allowed, which leaves no tag."""
    from tests.bank.test_messages import schemas

    assert {s["type"] for s in schemas()} & {"union", "tagged-union"} == set()


def test_a_missing_field_is_told_at_the_entry_that_lacks_it() -> None:
    check_finds(CLAIM.replace("    kind: fact\n", ""), (2, 5, "missing-field"))
    message, help_ = only(CLAIM.replace("    kind: fact\n", ""))
    assert message == "there is no `kind` in claim `lent`"
    assert help_ == "add `kind:` (`fact`, `opinion`, `prediction`, `attribution`)"


def test_an_unknown_field_is_told_at_its_name() -> None:
    check_finds(more(CLAIM, "verdit: supported"), (9, 5, "unknown-field"))
    assert only(more(CLAIM, "verdit: supported")) == (
        "unknown field `verdit` in claim `lent`",
        "did you mean `verdict`?",
    )


def test_a_misspelt_field_is_not_told_of_as_missing_too() -> None:
    check_finds(CLAIM.replace("verdict", "verdit"), (6, 5, "unknown-field"))


@pytest.mark.parametrize(
    ("part", "help_"),
    [
        (CLAIM.replace("supports", "agrees"), "choose one of `supports`, `refutes`, `context`"),
        (CLAIM.replace("supports", "Supports"), "did you mean `supports`?"),
        (CLAIM.replace("supports", "suports"), "did you mean `supports`?"),
        (
            CLAIM.replace("verdict: supported", "verdict: checkable"),
            "choose one of `supported`, `misleading`, `contradicted`, `not-enough-evidence`, `not-checkable`",
        ),
        (CLAIM.replace("verdict: supported", "verdict: Not enough_evidence"), "did you mean `not-enough-evidence`?"),
        (more(CLAIM, "Kind-Clear: true"), "did you mean `kind_clear`?"),
        (more(CLAIM, "not_as: [{template: Pass on, reason: x}]"), "did you mean `pass-on`?"),
    ],
)
def test_a_value_is_named_only_if_it_is_truly_near(part: str, help_: str) -> None:
    assert only(part)[1] == help_


def test_a_field_named_as_pydantic_names_keys_is_one_like_others() -> None:
    check_finds(more(CLAIM, "'[key]': x"), (9, 5, "unknown-field"))
    check_finds("sources: {'[key]': x}\n", (1, 11, "bad-id"), (1, 20, "wrong-kind"))


def test_the_rest_of_a_text_with_a_comma_is_told_as_what_it_may_be() -> None:
    (told,) = check_finds(CLAIM.replace("books in 2022.}", "books, and films}"), (8, 88, "unknown-field")).diagnostics
    assert told.help.startswith(
        "if it is the rest of a text that holds a comma, put that text in quotation marks; else"
    )


@pytest.mark.parametrize(
    ("part", "entry"),
    [
        (more(CLAIM, "says: Another."), ", in claim `lent`"),
        (more(CLAIM, "note: a\u200bb"), ", in claim `lent`"),
        (CLAIM + "    # a\u200bb\n", ""),
        ("title: !x y\n", ""),
        ("article: {title: !x y}\n", ", in `article`"),
        ("sources: {a: {title: !x y}}\n", ", in source `a`"),
        ("claims: [{id: a}, {id: b, note: c, note: d}]\n", ", in claim `b`"),
        ("claims: [{id: [x], note: c, note: d}]\n", ", in claim number 1"),
    ],
)
def test_a_slip_in_the_yaml_is_told_with_the_entry_that_it_is_in(part: str, entry: str) -> None:
    first = next(d for d in load(part).diagnostics if d.code in ("duplicate-field", "tag", "invisible-character"))
    assert first.message.partition(", in ")[1:] == entry.partition(", in ")[1:]


def test_a_field_by_its_name_in_python_is_unknown() -> None:
    check_finds(
        PASSAGE + "    issues: [{type: bandwagon, span: Everybody says, why: x, not_: []}]\n", (4, 62, "unknown-field")
    )


def test_a_bad_entry_of_a_list_does_not_also_make_the_list_too_short() -> None:
    part = CLAIM.replace("evidence: [{source: daily, ", "evidence: [{")
    check_finds(part, (8, 16, "missing-field"))


def test_a_list_is_taken_for_a_pair_of_numbers() -> None:
    bank = check_clean("blueprints: {default: {supported: [0.4, 0.6]}}\n")
    assert bank.blueprints["default"].supported == (0.4, 0.6)
    check_finds("blueprints: {default: {supported: [0.4]}}\n", (1, 35, "not-two-values"))
    check_finds("blueprints: {default: {supported: [0.4, 0.5, 0.6]}}\n", (1, 35, "not-two-values"))
    check_finds("blueprints: {default: {supported: 0.4}}\n", (1, 35, "wrong-kind"))


def test_a_duplicate_field_is_told_at_the_second() -> None:
    check_finds(more(CLAIM, "says: Another."), (9, 5, "duplicate-field"))


def test_a_colon_in_a_text_is_told_as_what_it_is() -> None:
    check_finds(CLAIM.replace("Elm Library lent 4000 books.", "Which one: A or B?"), (4, 20, "colon-in-text"))


def test_an_empty_file_is_told_at_its_beginning() -> None:
    (diagnostic,) = load_bank_text("", "f.yaml").diagnostics
    assert str(diagnostic.location) == "f.yaml:1:1"
    assert diagnostic.code == "empty-file"


def test_rules_across_fields_are_told_in_the_same_round_as_misshapen_fields() -> None:
    part = more(CLAIM.replace("source: daily", "source: dayly"), "kind_clear: false\naccept: [backed]") + (
        "  - id: [x]\n    quote: x\n"
    )
    codes = {d.code for d in load(part).diagnostics}
    assert {"unknown-source", "accepted-twice", "wrong-kind", "missing-field"} <= codes


def test_a_source_of_bad_shape_is_not_also_unknown() -> None:
    part = CLAIM + "sources: {daily: {title: Lent}}\n"
    assert {d.code for d in load(part).diagnostics} == {"missing-field"}


def test_paths_of_sound_entries_behind_misshapen_ones_are_their_own() -> None:
    second = CLAIM.removeprefix("claims:\n").replace("id: lent", "id: other").replace("source: daily", "source: dayly")
    check_finds(f"claims:\n  - text\n{second}", (2, 5, "wrong-kind"), (9, 25, "unknown-source"))


@pytest.mark.parametrize(
    ("part", "place", "message"),
    [
        ("title:\n", (1, 7, "empty-value"), "`title` is empty"),
        ("title: {a: b}\n", (1, 8, "wrong-kind"), "`title` holds named fields where a text should be"),
        ("title: [a]\n", (1, 8, "wrong-kind"), "`title` holds a list where a text should be"),
        ("title: |\n  a\n  b\n", (1, 8, "line-break"), "`title` goes over more than one line"),
        ("id: Elm Library\n", (1, 5, "bad-id"), "`Elm Library` cannot be a short name"),
        (f"id: {'a' * 65}\n", (1, 5, "too-long"), "`id` is longer than 64 characters"),
        ("level: grownups\n", (1, 8, "unknown-value"), "`level` cannot be `grownups`"),
        ("format: 2\n", (1, 9, "unknown-value"), "`format` cannot be `2`"),
        ("language: english\n", (1, 11, "bad-language"), "`english` is not a language code"),
        ("language: de\n", (1, 11, "unknown-language"), "there is no wording of questions in the language `de`"),
        ("claims: none\n", (1, 9, "wrong-kind"), "`claims` holds a text where a list should be"),
        ("claims:\n", (1, 8, "empty-value"), "`claims` is empty"),
        ("claims: [x]\n", (1, 10, "wrong-kind"), "entry 1 of `claims` holds a text where named fields should be"),
        ("items: [~]\n", (1, 9, "empty-value"), "entry 1 of `items` is empty"),
        ("blueprints: []\n", (1, 13, "wrong-kind"), "`blueprints` holds a list where named entries should be"),
        ("blueprints: {Mine: {}}\n", (1, 14, "bad-id"), "`Mine` cannot be a short name"),
        ("blueprints: {a: {items: 0}}\n", (1, 25, "number-too-small"), "`items` is less than 1 in blueprint `a`"),
        ("blueprints: {a: {clean: 2}}\n", (1, 25, "number-too-great"), "`clean` is more than 1 in blueprint `a`"),
        ("blueprints: {a: {difficulty: {4: {}}}}\n", (1, 31, "unknown-value"), "unknown name `4` in blueprint `a`"),
        (CLAIM.replace("4000 books in 2022.}]", "x}, y]"), (8, 80, "wrong-kind"), None),
        (CLAIM.replace("[{source", "[] #"), (8, 15, "empty-list"), "`evidence` has no entry in claim `lent`"),
        (CLAIM.replace("It lent", "<b>It</b>"), (7, 13, "markup-not-allowed"), "`record` holds HTML in claim `lent`"),
        (CLAIM.replace("id: lent", "ids: lent"), (2, 5, "unknown-field"), "unknown field `ids` in claim number 1"),
    ],
)  # fmt: skip
def test_a_misshapen_field_is_told_in_plain_words(part: str, place: tuple[int, int, str], message: str | None) -> None:
    (diagnostic,) = check_finds(part, place).diagnostics
    assert message is None or diagnostic.message == message
    assert diagnostic.help


@pytest.mark.parametrize("text", ["hello", "- a\n- b\n", "[]", "{}"])
def test_a_file_that_is_no_bank_is_told(text: str) -> None:
    loaded = load_bank_text(text, "f")
    assert loaded.bank is None
    assert {d.code for d in loaded.diagnostics} <= {"wrong-kind", "missing-field"}


@pytest.mark.parametrize("when", ["2023-02-30", "20.10.2023", "2023-1", "2023-13", "october", "٢٠٢٣"])
def test_a_date_that_is_none_is_told(when: str) -> None:
    part = (
        f"sources:\n  daily: {{published: '{when}', title: a, publisher: b, kind: primary, stake: party, about: c}}\n"
    )
    check_finds(part, (2, 22, "not-a-date"))


@pytest.mark.parametrize(
    ("published", "as_of", "helps"),
    [
        ("8 February 2025", "March 3rd, 2025", ["write `2025-02-08`", "write `2025-03-03`"]),
        ("May 2024", "May 2024", ["write `2024-05`", "write year, month and day, such as `2023-10-20`"]),
    ],
)
def test_a_date_that_can_be_read_is_told_as_a_bank_has_it(published: str, as_of: str, helps: list[str]) -> None:
    article = f'article: {{title: A, publisher: P, published: {published}, genre: news, as_of: "{as_of}"}}\n'

    assert [d.help for d in load_bank_text(article, "f").diagnostics if d.code == "not-a-date"] == helps


@pytest.mark.parametrize(
    "url", ["www.example.org", "javascript:alert(1)", "ftp://example.org", "https://a b", "'https://<x>'"]
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    rest = "published: 2023, title: a, publisher: b, kind: primary, stake: party, about: c"
    part = f"sources:\n  daily: {{url: {url}, {rest}}}\n"
    check_finds(part, (2, 16, "bad-url"))


def test_a_mistake_behind_an_alias_is_told_once_where_it_is_written() -> None:
    part = CLAIM.replace("evidence: [", "evidence: &e [").replace("supports", "support")
    check_finds(
        part
        + part.removeprefix("claims:\n").replace("id: lent", "id: b").split("    evidence")[0]
        + "    evidence: *e\n",
        (8, 43, "unknown-value"),
    )


def test_the_file_name_and_the_id_should_agree(tmp_path: Path) -> None:
    for name, codes in (("elm-library", []), ("other", ["id-is-not-file-name"]), ("_template", [])):
        file = tmp_path / f"{name}.yaml"
        file.write_text(whole(CLAIM), encoding="utf-8")
        loaded = load_bank(file)
        assert [d.code for d in loaded.diagnostics] == codes
        assert all(d.severity is Severity.WARNING and d.location.file == str(file) for d in loaded.diagnostics)
        assert loaded.bank is not None


@pytest.mark.parametrize("text", ["- a list\n", "a scalar\n", "title: A bank without an id\n", "id: Not An Id\n"])
def test_the_stand_in_of_an_id_is_not_held_against_the_file_name(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(text, encoding="utf-8")
    diagnostics = load_bank(file).diagnostics
    assert diagnostics
    assert all(d.severity is Severity.ERROR for d in diagnostics)


def test_a_bank_with_errors_cannot_be_used() -> None:
    loaded = load("title:\n")
    assert loaded.bank is None
    assert loaded.revision == ""
    with pytest.raises(BankNotUsableError, match="`title` is empty"):
        loaded.usable()


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    assert [d.code for d in load_bank(tmp_path).diagnostics] == ["directory"]


def test_more_problems_than_anyone_reads_are_cut() -> None:
    loaded = load("claims: [" + "x, " * 100_000 + "]\n")
    assert len(loaded.diagnostics) == MAX_DIAGNOSTICS + 1
    assert loaded.diagnostics[-1].code == "too-many-problems"


def test_many_references_that_are_nearly_right_are_told_in_time() -> None:
    names = "\n".join(f"  source-number-{i}: {{title: a}}" for i in range(20_000))
    record = ", ".join(f"surce-number-{i}" for i in range(5_000))
    loaded = load(PASSAGE + f"    issues: []\n    why_clean: x\n    record: [{record}]\nsources:\n{names}\n")
    assert len(loaded.diagnostics) == MAX_DIAGNOSTICS + 1


FIELDS = ("title", "license", "description", "authors")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_a_plain_field_is_kept_as_text(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''") + "'"
    bank = check_clean(f"title: {quoted}\ndescription: {quoted}\nlicense: {quoted}\nauthors: [{quoted}]\n")
    assert {bank.title, bank.description, bank.license, *bank.authors} == {hostile.strip()}


bank_like = st.lists(
    st.sampled_from([line + "\n" for line in whole(CLAIM + PASSAGE).split("\n")])
    | st.sampled_from(["  ", "- ", "x: y\n", "[", "{", "'", "*a", "&a ", "\u202e", "~\n"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(st.text() | bank_like)
@example(whole(CLAIM) * 2)
@example("{sources: {a: {}}, claims: [{id: {}}], blueprints: {a: }}")
def test_no_text_makes_loading_raise_and_every_place_exists(text: str) -> None:
    loaded = load_bank_text(text, "f")
    lines = re.split("\r\n|\r|\n", text)
    assert (loaded.bank is None) == any(d.severity is Severity.ERROR for d in loaded.diagnostics)
    for diagnostic in loaded.diagnostics:
        assert 1 <= diagnostic.location.line <= len(lines)
        assert 1 <= diagnostic.location.column <= len(lines[diagnostic.location.line - 1]) + 1
    assert list(loaded.diagnostics) == sorted(loaded.diagnostics)


@given(st.binary())
def test_no_bytes_make_loading_raise(content: bytes) -> None:
    assert load_bank_text(content, "f").bank is None
