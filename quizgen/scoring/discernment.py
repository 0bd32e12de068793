"""Does a reader tell sound claims from unsound ones: signal detection, and the scores of related tests.

Signal is a claim that the evidence supports, and "yes" is to accept it. So H is the share of sound claims accepted, F
the share of unsound ones accepted, and a criterion c above 0 means more doubt than the evidence asks for.

Formulas: Stanislaw & Todorov (1999); log-linear correction: Hautus (1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist, fmean
from typing import NamedTuple

_Z = NormalDist().inv_cdf


class Rates(NamedTuple):
    """The share of sound claims accepted (H) and of unsound ones accepted (F)."""

    hits: float
    false_alarms: float


class Mist(NamedTuple):
    """The five scores of a misinformation susceptibility test, in answers (Maertens et al. 2023)."""

    veracity: int
    real: int
    fake: int
    distrust: int
    naivety: int


def raw_rates(hits: int, sound: int, false_alarms: int, unsound: int) -> Rates:
    """Return H and F as counted, from at least one claim of either kind."""
    return Rates(hits / sound, false_alarms / unsound)


def log_linear_rates(hits: int, sound: int, false_alarms: int, unsound: int) -> Rates:
    """Return H and F kept away from 0 and 1, for every reader alike: (n + 1/2) / (N + 1)."""
    return Rates((hits + 0.5) / (sound + 1), (false_alarms + 0.5) / (unsound + 1))


def discernment(rates: Rates) -> float:
    """Return H - F, from -1 to 1; 0 is what chance gives, and accepting or doubting everything."""
    return rates.hits - rates.false_alarms


def d_prime(rates: Rates) -> float:
    """Return z(H) - z(F), in standard deviations; both rates lie strictly between 0 and 1."""
    return _Z(rates.hits) - _Z(rates.false_alarms)


def criterion(rates: Rates) -> float:
    """Return c = -(z(H) + z(F)) / 2: above 0 for more doubt than the evidence asks for, below 0 for more trust."""
    return -(_Z(rates.hits) + _Z(rates.false_alarms)) / 2


def log_beta(rates: Rates) -> float:
    """Return ln β = (z(F)² - z(H)²) / 2, which is c · d′."""
    return (_Z(rates.false_alarms) ** 2 - _Z(rates.hits) ** 2) / 2


def auc(sound: Sequence[float], unsound: Sequence[float]) -> float:
    """Return how often a sound claim was rated above an unsound one, over all pairs; ties count one half."""
    return fmean(1.0 if s > u else 0.5 if s == u else 0.0 for s in sound for u in unsound)


def mist(real_right: int, fake_right: int, each: int) -> Mist:
    """Return the scores of a test with `each` real and `each` fake items, of which so many were judged rightly."""
    called_fake = fake_right + each - real_right
    surplus = called_fake - each
    return Mist(real_right + fake_right, real_right, fake_right, max(0, surplus), max(0, -surplus))
