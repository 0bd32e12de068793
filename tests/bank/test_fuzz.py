"""Spoilt banks by the thousand: nothing crashes or hangs, and what is wrong is told in place and in plain words.

QUIZGEN_FUZZ says how many (`make fuzz` takes ten thousand), QUIZGEN_FUZZ_SEED which ones.
"""

from __future__ import annotations

import os
import re
import secrets
import time
import traceback
from collections.abc import Callable, Iterator

import pytest

from quizgen.authoring.coverage import coverage_of
from quizgen.authoring.examination import examine
from quizgen.authoring.formatting import format_bank
from quizgen.bank import load_bank_text
from quizgen.diagnostics import FORMATS, Diagnostic, Severity, has_errors
from quizgen.yaml_source import parse_yaml
from tests.fuzz.mutants import Mutant, bases, mutant
from tests.fuzz.plain_words import jargon

COUNT = int(os.environ.get("QUIZGEN_FUZZ", "1500"))
SEED = int(os.environ.get("QUIZGEN_FUZZ_SEED", secrets.randbelow(10**6)))
PARTS = 10
LONGEST = 1.0
"""Seconds of the processor's time that one step may take."""
PER_QUESTION = 0.02
"""Seconds that a question may take besides; an entry that is repeated 300 times yields hundreds."""


def check(examined: Callable[[Mutant], Iterator[str]], numbers: range) -> None:
    """Assert that nothing is wrong with these mutants; each that fails is told with how to make it again."""
    print(f"QUIZGEN_FUZZ_SEED={SEED}")  # noqa: T201
    failed = []
    for number in numbers:
        spoilt = mutant(SEED, number)
        try:
            wrong = list(examined(spoilt))
        except Exception:  # noqa: BLE001  (that nothing at all is raised is what is tested)
            wrong = [traceback.format_exc(limit=-3)]
        if wrong:
            failed.append(f"mutant({SEED}, {number}), by {', '.join(spoilt.how)}:\n  " + "\n  ".join(wrong))
    assert not failed, f"{len(failed)} with QUIZGEN_FUZZ_SEED={SEED}, such as\n" + "\n".join(failed[:10])


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_wrong_with_a_spoilt_bank_is_told_in_place_and_in_plain_words(part: int) -> None:
    check(_loaded, range(part, COUNT, PARTS))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_spoilt_bank_is_laid_out_with_its_meaning_unless_it_cannot_be_read(part: int) -> None:
    check(_laid_out, range(part, COUNT // 3, PARTS))


def _loaded(spoilt: Mutant) -> Iterator[str]:
    start = time.process_time()
    loaded = load_bank_text(spoilt.text, "bank.yaml")
    yield from _too_long(start, "loading")
    if (loaded.bank is None) != has_errors(loaded.diagnostics):
        yield "there is a bank with errors, or none without"
    yield from _ill_told(spoilt, loaded.diagnostics)
    start = time.process_time()
    found = examine(loaded)
    yield from _too_long(start, "examining", LONGEST + PER_QUESTION * len(found.questions))
    yield from _ill_told(spoilt, found.diagnostics)
    for sentence in found.unused():
        words = sentence.partition(": ")[2]  # behind the id of the bank, which may be any
        yield from (f"jargon {word!r} in: {sentence}" for word in jargon(words))
    if loaded.bank is not None:
        coverage_of(loaded, found.outcomes)


def _laid_out(spoilt: Mutant) -> Iterator[str]:
    before = parse_yaml(spoilt.text, "bank.yaml")
    done = format_bank(before)
    if has_errors(before.diagnostics):
        return
    if done.after is None:
        if {d.code for d in done.diagnostics} != {"comment-would-move"}:
            yield f"refused: {done.diagnostics}"
        return
    after = parse_yaml(done.after, "bank.yaml")
    if after.data != before.data:
        yield "another meaning"
    if format_bank(after).after != done.after:
        yield "twice is not once"


def _too_long(start: float, what: str, longest: float = LONGEST) -> Iterator[str]:
    took = time.process_time() - start
    if took > longest:
        yield f"{what} took {took:.1f} seconds"


def _ill_told(spoilt: Mutant, diagnostics: tuple[Diagnostic, ...]) -> Iterator[str]:
    text = spoilt.text if isinstance(spoilt.text, str) else spoilt.text.decode("utf-8", "replace")
    lines = re.split("\r\n|\r|\n", text)
    for told in diagnostics:
        line, column = told.location.line, told.location.column
        if not 1 <= line <= len(lines) or not 1 <= column <= len(lines[line - 1]) + 1:
            yield f"no such place: {told}"
        if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", told.code) or not told.message.strip():
            yield f"no code or no message: {told}"
        if told.severity is Severity.ERROR and not told.help.strip():
            yield f"no help: {told}"
        yield from (f"jargon {word!r} in: {told}" for word in jargon(f"{told.message}\n{told.help}"))
    for printed in FORMATS.values():
        printed(diagnostics)


def test_most_banks_that_are_spoilt_are_sound_before() -> None:
    sound = [text for text in bases() if load_bank_text(text, "f").bank is not None]
    assert len(sound) >= len(bases()) - 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("unknown field `string quartet`, “a null result”", []),
        ("the districts are restricted, introduced and interested", []),
        ("a list begins here; write the name, a text or a number", []),
        ("expected a string", ["string"]),
        ("`title` holds a str", ["str"]),
        ("mapping values are not allowed", ["mapping"]),
        ("NoneType: KeyError <class 'dict'>", ["NoneType", "KeyError", "<class", "dict"]),
        ("Input should be a valid list [type=list_type]", ["Input", "should be a valid", "[type="]),
    ],
)  # fmt: skip
def test_words_of_programmers_are_seen_and_others_are_not(text: str, words: list[str]) -> None:
    assert jargon(text) == words
