"""What the frame of the checks promises: places, order, ignores, and silence where nothing was looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.bank import load_bank, load_bank_text
from quizgen.bank.dump import revision
from quizgen.checks import check_bank, check_form
from quizgen.diagnostics import Severity
from quizgen.errors import BankNotUsableError
from quizgen.forms import build_form
from quizgen.generators import generate, outcomes
from tests.bank.checking import CLAIM, check_clean, more, whole
from tests.checks.checking import check_silent, check_tells, found, lines_of, load

BANKS = Path(__file__).parents[2] / "question_banks"
SHIPPED = sorted([*BANKS.glob("*.yaml"), *(BANKS.parent / "docs" / "examples").glob("*.yaml")])
JUDGES = CLAIM.replace("record: It lent 4000 books.", "record: It lent 4000 books, and who doubts it is gullible.")
LINE = next(n for n, line in enumerate(JUDGES.split("\n"), 1) if "gullible" in line)


def ignored(comment: str, above: str) -> str:
    """Return the claim with a comment right above a line that begins like this."""
    return "".join(
        f"{line[: len(line) - len(line.lstrip())]}{comment}\n{line}\n"
        if line.lstrip().startswith(above)
        else f"{line}\n"
        for line in JUDGES.rstrip("\n").split("\n")
    )


def test_a_fault_has_place_entry_words_remedy_and_severity() -> None:
    (diagnostic,) = found(JUDGES)

    assert str(diagnostic).startswith(
        f"bank.yaml:{LINE}:13: error: `gullible` takes a side in claim `lent` [judging-words]"
    )
    assert diagnostic.help
    assert diagnostic.severity is Severity.ERROR


def test_what_is_found_comes_in_the_order_of_the_file() -> None:
    diagnostics = found(more(JUDGES, "holds: Its propaganda went out.") + "    # quizgen: ignore nothing\n")

    assert [d.code for d in diagnostics] == ["judging-words", "judging-words", "unknown-check"]
    assert diagnostics == sorted(diagnostics)


@pytest.mark.parametrize("above", ["- id:", "record:"])
def test_a_comment_above_an_entry_or_a_field_silences_a_check(above: str) -> None:
    assert found(ignored("# quizgen: ignore judging-words – it is the title of a song", above)) == []


def test_a_comment_beside_a_field_silences_a_check() -> None:
    beside = JUDGES.replace("gullible.", "gullible.  # quizgen: ignore judging-words, judging-words – a song")

    assert found(beside) == []


def test_a_comment_silences_nothing_but_what_it_stands_on() -> None:
    part = ignored("# quizgen: ignore judging-words – it is the title of a song", "says:")

    assert [d.code for d in found(part)] == ["unused-ignore", "judging-words"]


def test_a_comment_silences_no_other_check() -> None:
    part = ignored("# quizgen: ignore longest-key – the key is a name", "- id:")

    assert {d.code for d in found(part)} == {"unused-ignore", "judging-words"}


@pytest.mark.parametrize("reason", ["– a song", "— a song", "- a song", ": a song"])
def test_a_reason_may_stand_behind_any_dash(reason: str) -> None:
    assert found(ignored(f"#quizgen:ignore judging-words {reason}", "- id:")) == []


def test_what_looks_like_a_comment_inside_a_text_is_text() -> None:
    part = JUDGES.replace("    record: ", "    record: >-\n      # quizgen: ignore judging-words – no comment\n      ")

    assert [d.code for d in found(part)] == ["judging-words"]


@pytest.mark.parametrize(
    ("above_the_draft", "above_the_entry", "codes"),
    [
        ("# quizgen: ignore judging-words – a song", "# nothing", ["judging-words"]),
        ("# nothing", "# quizgen: ignore judging-words – a song", []),
    ],
)
def test_a_comment_above_a_draft_is_no_matter_of_the_entry_behind_it(
    above_the_draft: str, above_the_entry: str, codes: list[str]
) -> None:
    draft = f"claims:\n  {above_the_draft}\n  - {{id: later, draft: true}}\n  {above_the_entry}\n"

    assert [d.code for d in found(draft + JUDGES.removeprefix("claims:\n"))] == codes


def test_the_bank_itself_can_ignore_a_check_and_its_revision_stays() -> None:
    silenced = "ignore: [{code: judging-words, why: It is the title of a song.}]\n" + JUDGES

    assert found(silenced) == []
    assert revision(load(silenced).usable()) == revision(load(JUDGES).usable())


@pytest.mark.parametrize(
    ("comment", "said", "help_"),
    [
        ("ignore judging-word – a song", "there is no check `judging-word`", "did you mean `judging-words`?"),
        ("ignore", "no check is named to be ignored", "name a check"),
        ("ignore unknown-field – so what", "`unknown-field` is told when the file is read", "mend it"),
    ],
)
def test_an_ignore_that_names_no_check_is_an_error(comment: str, said: str, help_: str) -> None:
    (wrong,) = (d for d in found(f"# quizgen: {comment}\n" + CLAIM) if d.code == "unknown-check")

    assert said in wrong.message
    assert help_ in wrong.help
    assert wrong.location.line == 1
    assert wrong.severity is Severity.ERROR


def test_an_ignore_in_the_field_of_the_bank_is_told_at_its_code() -> None:
    check_tells("unused-ignore", "ignore:\n  - code: judging-words  # told\n    why: A song.\n" + CLAIM)


def test_an_ignore_of_a_check_that_did_not_run_is_not_called_unused() -> None:
    loaded = load("# quizgen: ignore longest-key – the key is a name\n" + CLAIM)

    yielded = list(outcomes(loaded.usable()))
    assert "unused-ignore" not in {d.code for d in check_bank(loaded)}
    assert "unused-ignore" in {d.code for d in check_bank(loaded, yielded)}


def test_a_bank_with_errors_is_left_to_its_reader() -> None:
    broken = load_bank_text("format: 1\n")

    assert check_bank(broken) == []


def test_a_form_is_checked_at_the_places_of_its_bank() -> None:
    """A quiz that asks about false claims only is told of at its blueprint."""
    loaded = load_bank(BANKS / "kim-putin-summit.yaml")
    items = generate(loaded.usable(), templates=["verdict"])
    lopsided = build_form(loaded, items=[i for i in items if i.judgement and i.judgement.sound is False])

    (diagnostic,) = [d for d in check_form(lopsided, loaded) if d.code == "truth-balance"]

    assert diagnostic.location == loaded.source.locate(("blueprints", "default"), key=True)
    assert diagnostic.message.startswith("0 of ")


def test_a_balanced_form_is_sound() -> None:
    loaded = load_bank(BANKS / "kim-putin-summit.yaml")

    assert check_form(build_form(loaded, seed=5), loaded) == []


def test_a_form_of_a_bank_with_errors_is_refused() -> None:
    form = build_form(load_bank(BANKS / "kim-putin-summit.yaml"))

    with pytest.raises(BankNotUsableError):
        check_form(form, load_bank_text("format: 1\n"))


def test_the_place_of_a_field_of_an_entry_is_found_by_its_name() -> None:
    loaded = load_bank_text(whole(CLAIM), "bank.yaml")

    assert str(loaded.place("claim:lent", "says")) == "bank.yaml:4:11"
    assert loaded.place("claim:lent", "evidence", 0, "finding").line == 8
    assert loaded.place("claim:lent", "holds") == loaded.place("claim:lent")
    with pytest.raises(KeyError):
        loaded.place("claim:sold")


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_the_shipped_banks_and_the_examples_are_clean(file: Path) -> None:
    loaded = load_bank(file)

    assert [str(d) for d in loaded.diagnostics] == []
    assert [str(d) for d in check_bank(loaded, list(outcomes(loaded.usable())))] == []


def test_the_helpers_of_these_tests_can_fail() -> None:
    check_clean(CLAIM)
    assert lines_of("judging-words", JUDGES) == [LINE]
    with pytest.raises(AssertionError):
        check_silent("judging-words", JUDGES)
    with pytest.raises(AssertionError):
        check_tells("judging-words", JUDGES)
