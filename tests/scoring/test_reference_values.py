"""Every worked value of reference_values.json, each with its source; a value without a test here fails the last one."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from quizgen.scoring.analysis import (
    alpha,
    correlation,
    item_statistics,
    kr20,
    plus_minus,
    standard_error,
    upper_lower,
    wilson,
)
from quizgen.scoring.calibration import Forecast, brier, murphy
from quizgen.scoring.discernment import (
    Rates,
    auc,
    criterion,
    d_prime,
    discernment,
    log_beta,
    log_linear_rates,
    mist,
    raw_rates,
)
from quizgen.scoring.grading import informedness
from quizgen.scoring.spans import Span, merged, span_score

VALUES: dict[str, dict[str, Any]] = {
    value["id"]: value for value in json.loads(Path(__file__).with_name("reference_values.json").read_text("utf-8"))
}


def near(value: Any, digits: int = 6) -> Any:
    """The value, give or take half a unit of its last printed digit."""
    return pytest.approx(value, abs=0.5 * 10**-digits, rel=0)


def given(name: str) -> tuple[Any, Any]:
    return VALUES[name]["in"], VALUES[name]["out"]


def test_sdt_loglinear_statpsych() -> None:
    given_, out = given("sdt-loglinear-statpsych")
    rates = log_linear_rates(given_["hits"], given_["signal"], given_["fa"], given_["noise"])
    assert rates.hits == near(out["H"])
    assert rates.false_alarms == near(out["F"])
    assert d_prime(rates) == near(out["dprime"])
    assert criterion(rates) == near(out["c"])
    assert criterion(rates) + d_prime(rates) / 2 == near(out["threshold_k"])  # -z(F)


@pytest.mark.parametrize("name", ["sdt-raw-schneider", "sdt-raw-schneider-2", "sdt-raw-schneider-3"])
def test_sdt_raw_schneider(name: str) -> None:
    given_, out = given(name)
    rates = Rates(given_["H"], given_["F"])
    assert d_prime(rates) == near(out["dprime"], 3)
    # The note prints beta, not its logarithm; 2.261 in it is 2.2607, rounded after table look-up.
    assert math.exp(log_beta(rates)) == pytest.approx(out["beta"], abs=0.0015)


def test_sdt_conditional_correction() -> None:
    """The package corrects in the log-linear way only, so the rates of the other rule are given as they are."""
    given_, out = given("sdt-conditional-correction")
    rates = Rates(1 - 1 / (2 * given_["signal"]), given_["fa"] / given_["noise"])
    assert rates == near((out["H"], out["F"]))
    assert criterion(rates) + d_prime(rates) / 2 == near(out["k"], 2)
    assert log_beta(rates) == near(out["ln_beta"], 2)


def test_sdt_trap_psycho() -> None:
    given_, out = given("sdt-trap-psycho")
    rates = log_linear_rates(
        given_["hits"], given_["hits"] + given_["misses"], given_["fa"], given_["fa"] + given_["cr"]
    )
    assert d_prime(rates) == near(out["dprime_loglinear"])
    assert d_prime(rates) != pytest.approx(out["dprime_wrong_denominator"], abs=0.1)


@pytest.mark.parametrize("name", ["sdt-always-doubt", "sdt-perfect-10-10"])
def test_sdt_extremes(name: str) -> None:
    given_, out = given(name)
    rates = log_linear_rates(given_["hits"], given_["signal"], given_["fa"], given_["noise"])
    assert d_prime(rates) == near(out["dprime"])
    assert criterion(rates) == near(out["c"])


def test_mist_19of20() -> None:
    given_, out = given("mist-19of20")
    scores = mist(given_["real_correct"], given_["fake_correct"], each=10)
    assert scores.naivety - scores.distrust == out["dn"]
    assert list(scores) == [out[name] for name in "Vrfdn"]
    assert discernment(raw_rates(9, 10, 0, 10)) == near(out["discernment_H_minus_F"])
    rates = log_linear_rates(9, 10, 0, 10)
    assert d_prime(rates) == near(out["dprime_loglinear"])
    assert criterion(rates) == near(out["c"])


def test_kr20_wuensch() -> None:
    given_, out = given("kr20-wuensch")
    matrix = [[int(cell) for cell in row] for row in given_["matrix"]]
    statistics = item_statistics(matrix)
    assert [sum(row) for row in matrix] == out["totals"]
    assert [s.facility for s in statistics] == near(out["p"])
    assert kr20(matrix) == near(out["kr20"])
    assert alpha(matrix) == near(out["alpha"])
    assert kr20(matrix) != pytest.approx(out["kr20_wrong_sample_variance"], abs=0.01)
    assert [s.item_total for s in statistics] == near(out["rpb"], 4)
    assert [s.item_rest for s in statistics] == near(out["corrected_rpb"], 4)
    assert standard_error(matrix) == near(out["sem"], 4)


def test_rpb_brown() -> None:
    given_, out = given("rpb-brown")
    assert correlation(given_["item"], given_["total"]) == near(out["rpb"], 4)


def test_upper_lower() -> None:
    given_, out = given("upper-lower")
    groups = [upper_lower(upper, lower, 10) for upper, lower in given_]
    assert [g.facility for g in groups] == near(out["facility"])
    assert [g.discrimination for g in groups] == near(out["discrimination"])


def test_span_ptc_flc() -> None:
    given_, out = given("span-ptc-flc")
    reader = [Span(start, end, label) for label, start, end in given_["reader"]]
    gold = [Span(start, end, label) for label, start, end in given_["gold"]]
    assert span_score(merged(reader), merged(gold)) == near((out["precision"], out["recall"], out["f1"]))


def test_span_highlight_everything() -> None:
    given_, out = given("span-highlight-everything")
    score = span_score([Span(*s) for s in given_["reader"]], [Span(*s) for s in given_["gold"]])
    assert score == near((out["precision"], out["recall"], out["f1"]))


def test_span_overlap_inflation() -> None:
    given_, out = given("span-overlap-inflation")
    reader, gold = [Span(*s) for s in given_["reader"]], [Span(*s) for s in given_["gold"]]
    assert span_score(reader, gold).recall == out["recall_unmerged"]
    assert span_score(merged(reader), gold).recall == out["recall_merged"]


def test_multi_plusminus_eskill() -> None:
    given_, out = given("multi-plusminus-eskill")
    keys, right, wrong = given_["keys"], given_["right_selected"], given_["wrong_selected"]
    assert plus_minus(right, wrong, keys) == out["plus_minus"]
    assert informedness(right, wrong, keys, given_["options"] - keys) == out["informedness"]


def test_multi_plusminus_nclex() -> None:
    given_, out = given("multi-plusminus-nclex")
    credit = plus_minus(given_["right_selected"], given_["wrong_selected"], given_["keys"])
    assert credit * out["of"] == out["points"]


def test_multi_select_all() -> None:
    given_, out = given("multi-select-all")
    keys, right, wrong = given_["keys"], given_["right_selected"], given_["wrong_selected"]
    assert plus_minus(right, wrong, keys) == near(out["plus_minus"], 4)
    assert informedness(right, wrong, keys, given_["distractors"]) == out["informedness"]


def test_brier_rain() -> None:
    given_, out = given("brier-rain")
    assert [brier([Forecast(p, bool(o))]) for p, o in given_] == near(out)


def test_brier_sklearn() -> None:
    given_, out = given("brier-sklearn")
    assert brier([Forecast(p, bool(y)) for y, p in zip(given_["y"], given_["p"], strict=True)]) == near(out)


def test_brier_murphy() -> None:
    given_, out = given("brier-murphy")
    parts = murphy([Forecast(p, bool(o)) for p, o in zip(given_["p"], given_["o"], strict=True)])
    assert parts == near((out["bs"], out["reliability"], out["resolution"], out["uncertainty"], out["overconfidence"]))


def test_auc_ratings() -> None:
    given_, out = given("auc-ratings")
    assert auc(given_["true"], given_["false"]) == near(out)


def test_wilson() -> None:
    given_, out = given("wilson")
    assert wilson(given_["k"], given_["n"]) == near(tuple(out), 4)


def test_every_reference_value_is_tested() -> None:
    tested = set(re.findall(r'"([a-z0-9-]+)"', Path(__file__).read_text("utf-8")))
    assert set(VALUES) <= tested
