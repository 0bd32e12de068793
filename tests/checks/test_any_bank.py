"""Whatever a bank holds, checking it ends, and every place that is told exists."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from quizgen.bank import Bank, load_bank_text
from quizgen.bank.dump import dump_bank
from quizgen.checks import RULES, check_bank, check_form
from quizgen.errors import NothingToAskError
from quizgen.forms import build_form
from quizgen.generators import outcomes
from tests.strategies import banks


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(banks())
def test_any_bank_can_be_checked(bank: Bank) -> None:
    text = dump_bank(bank)
    loaded = load_bank_text(text, "bank.yaml")
    lines = text.count("\n") + 1

    found = [*check_bank(loaded, list(outcomes(loaded.usable()))), *check_bank(loaded)]

    assert {d.code for d in found} <= set(RULES)
    assert all(1 <= d.location.line <= lines and d.message and d.help for d in found)
    assert all("\n" not in d.message + d.help for d in found)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(banks())
def test_any_form_can_be_checked(bank: Bank) -> None:
    loaded = load_bank_text(dump_bank(bank), "bank.yaml")
    try:
        form = build_form(loaded, length=5)
    except NothingToAskError:
        return

    assert {d.code for d in check_form(form, loaded)} <= {code for code, rule in RULES.items() if rule.of_form}
