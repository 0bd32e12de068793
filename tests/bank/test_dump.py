"""The canonical form: what is written is read again, and equal contents have one revision."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from quizgen.bank import Bank, load_bank_text
from quizgen.bank.dump import dump_bank, revision
from tests.bank.checking import CLAIM, check_clean, load, more, whole
from tests.strategies import banks


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(banks())
def test_a_bank_that_is_written_is_read_again(bank: Bank) -> None:
    loaded = load_bank_text(dump_bank(bank), "f")
    assert {d.code for d in loaded.diagnostics} <= {"verdict-against-findings"}
    assert loaded.usable() == bank
    assert loaded.revision == revision(bank)


def test_a_dump_is_as_an_author_would_write_it() -> None:
    bank = check_clean(more(CLAIM, "figure: {question: how many?, unit: books, value: 4e3, tolerance: 0.5}"))
    written = dump_bank(bank)
    assert written.startswith("format: 1\nid: elm-library\ntitle: How Elm Library is doing\nlevel: adult\n")
    assert "    value: 4000\n" in written
    assert "    tolerance: 0.5\n" in written
    assert "misconceptions" not in written
    assert "as_of: '2023-06-30'" in written


def test_layout_comments_and_the_order_of_fields_leave_the_revision_alone() -> None:
    loose = "# by hand\n" + whole(CLAIM).replace("record: ", "record:\n        ")
    turned = CLAIM.replace("    kind: fact\n    verdict: supported\n", "    verdict: 'supported'\n    kind: fact\n")
    assert load_bank_text(loose).revision == load(CLAIM).revision
    assert load(turned).revision == load(CLAIM).revision


def test_the_order_of_sources_leaves_the_revision_alone() -> None:
    bank = check_clean(CLAIM)
    turned = bank.model_copy(update={"sources": dict(reversed(bank.sources.items()))})
    assert turned == bank
    assert revision(turned) == revision(bank)


def test_what_is_written_at_its_default_leaves_the_revision_alone() -> None:
    assert load(more(CLAIM, "min_pack: 1\nissues: []")).revision == load(CLAIM).revision


def test_every_change_of_content_changes_the_revision() -> None:
    parts = (
        CLAIM,
        CLAIM.replace("4000 films", "4001 films"),
        more(CLAIM, "holds: It lent books."),
        "language: en-GB\n" + CLAIM,
    )
    assert len({load(part).revision for part in parts}) == len(parts)
