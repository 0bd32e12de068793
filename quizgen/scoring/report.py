"""The report of an attempt: points, pictures by family and move, discernment by counts, and calibration.

Claims and passages are told apart throughout, since to doubt a claim and to flag a passage are different acts. What is
asked of a single finding (does it bear on the claim?) is graded but is no judgement of a claim, so it is in neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Literal

from pydantic import JsonValue

from quizgen.forms.form import Form
from quizgen.items import Item
from quizgen.model import Frozen
from quizgen.scoring.calibration import LEVELS, Confidence, Forecast, murphy, probability
from quizgen.scoring.discernment import criterion, d_prime, discernment, log_linear_rates, raw_rates
from quizgen.scoring.grading import Score, grade
from quizgen.taxonomy.model import load_taxonomy

Tendency = Literal["more-doubtful", "more-trusting", "even", "too-few"]
Sureness = Literal["surer-than-right", "less-sure-than-right", "even", "too-few"]
Advice = Literal[
    "accept-what-is-backed",
    "decide-what-is-decided",
    "question-what-goes-beyond",
    "leave-sound-wording",
    "read-the-wording",
    "compare-word-by-word",
    "keep-going",
    "more-questions",
]
TELLING_DIFFERENCE = 2
"""How many answers two counts must lie apart before a report makes anything of it."""
MODEL_FROM = 10
"""How many claims of either kind d′ and c need; with fewer, their error is as large as they are."""
CALIBRATION_FROM = 5
"""How many answers with a certainty it takes to compare certainty and answers."""


class Answer(Frozen):
    """A response with how sure the reader was; a response of None is a skipped item."""

    response: JsonValue | None = None
    confidence: Confidence | None = None


class ItemReport(Frozen):
    """What became of one item. `id` is its opaque id in the form, `item` the stable one."""

    id: str
    number: int
    item: str
    response: JsonValue | None
    confidence: Confidence | None
    score: Score


class Tally(Frozen):
    """How many items of a kind were right, partly right, wrong and skipped, `of` so many; `points` is their sum."""

    id: str
    name: str
    right: int
    partly: int
    wrong: int
    skipped: int
    of: int
    points: float


class Judged(Frozen):
    """How a reader judged claims (or passages): counts of what was answered; skipped items are in none of them.

    A passage is accepted by leaving it alone and questioned by flagging it, so that all figures have one direction for
    claims and passages. To abstain is to answer that the sources do not settle it. `discernment` is H - F, from -1 to
    1, where both kinds were judged; `d_prime` and `criterion` (above 0: more doubtful than the evidence), log-linear,
    stand only from ten of either kind on.
    """

    sound: int
    accepted_sound: int
    abstained_sound: int
    unsound: int
    questioned_unsound: int
    abstained_unsound: int
    unsettled: int
    abstained_unsettled: int
    tendency: Tendency
    discernment: float | None = None
    d_prime: float | None = None
    criterion: float | None = None

    @property
    def turned_down(self) -> int:
        """How many sound ones were not accepted: questioned, or left open."""
        return self.sound - self.accepted_sound

    @property
    def let_pass(self) -> int:
        """How many unsound ones were accepted."""
        return self.unsound - self.questioned_unsound - self.abstained_unsound


class Level(Frozen):
    """The answers given with one word of certainty: how many, how many right, and the mean probability meant."""

    level: Confidence
    right: int
    of: int
    probability: float


class Calibration(Frozen):
    """Certainty against answers: each level used, and the Brier score with its parts; partly right is not right.

    `expected` is the number of right answers that the certainties add up to.
    """

    levels: tuple[Level, ...]
    right: int
    of: int
    expected: float
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    overconfidence: float
    sureness: Sureness


class Report(Frozen):
    """What an attempt at a form came to."""

    form: str
    title: str
    version: str
    points: float
    of: int
    right: int
    partly: int
    wrong: int
    skipped: int
    items: tuple[ItemReport, ...]
    families: tuple[Tally, ...]
    moves: tuple[Tally, ...]
    claims: Judged
    passages: Judged
    calibration: Calibration | None
    advice: Advice


_Graded = tuple[Item, ItemReport]


def make_report(form: Form, answers: Mapping[str, Answer]) -> Report:
    """Return the report of the answers, by opaque item id; an item without an answer is a skipped one.

    Raises:
        UnknownItemError: An answer names an item that the form does not hold.
        ResponseShapeError: A response does not fit its item.
    """
    for item_id in answers:
        form.entry(item_id)
    graded: list[_Graded] = []
    for entry in form.items:
        answer = answers.get(entry.id, Answer())
        score = grade(entry.item, answer.response, name=entry.id)
        told = ItemReport(
            id=entry.id,
            number=entry.number,
            item=entry.item.id,
            response=answer.response,
            confidence=answer.confidence,
            score=score,
        )
        graded.append((entry.item, told))
    return _report(form, graded)


def _report(form: Form, graded: Sequence[_Graded]) -> Report:
    taxonomy = load_taxonomy()
    scores = [told.score for _, told in graded]
    whole = _tally("all", form.title, scores)
    claims, passages = _judged(graded, "claim"), _judged(graded, "passage")
    return Report(
        form=form.id,
        title=form.title,
        version=form.version,
        points=whole.points,
        of=whole.of,
        right=whole.right,
        partly=whole.partly,
        wrong=whole.wrong,
        skipped=whole.skipped,
        items=tuple(told for _, told in graded),
        families=_tallies({f.id: f.question for f in taxonomy.families}, ((i.family, t.score) for i, t in graded)),
        moves=_tallies({m.id: m.name for m in taxonomy.moves}, ((i.move, t.score) for i, t in graded)),
        claims=claims,
        passages=passages,
        calibration=_calibration(graded),
        advice=_advice(claims, passages),
    )


def _tallies(names: Mapping[str, str], scores: Iterable[tuple[str, Score]]) -> tuple[Tally, ...]:
    """Return a tally for each kind that occurs, in the order of `names`.

    A stored form may be older than the taxonomy: what the taxonomy has dropped comes last, under its id.
    """
    by_kind: dict[str, list[Score]] = {kind: [] for kind in names}
    for kind, score in scores:
        by_kind.setdefault(kind, []).append(score)
    return tuple(_tally(kind, names.get(kind, kind), some) for kind, some in by_kind.items() if some)


def _tally(kind: str, name: str, scores: Sequence[Score]) -> Tally:
    outcomes = Counter(s.outcome for s in scores)
    return Tally(
        id=kind,
        name=name,
        right=outcomes["right"],
        partly=outcomes["partly"],
        wrong=outcomes["wrong"],
        skipped=outcomes["skipped"],
        of=len(scores),
        points=fsum(s.points for s in scores),
    )


def _judged(graded: Sequence[_Graded], of: Literal["claim", "passage"]) -> Judged:
    counts = Counter(
        (item.judgement.sound, told.score.lean)
        for item, told in graded
        if item.judgement and item.judgement.of == of and told.score.lean
    )
    sound, unsound, unsettled = (
        sum(n for (is_sound, _), n in counts.items() if is_sound is kind) for kind in (True, False, None)
    )
    accepted, let_pass = counts[True, "accept"], counts[False, "accept"]
    both = sound > 0 and unsound > 0
    rates = log_linear_rates(accepted, sound, let_pass, unsound) if min(sound, unsound) >= MODEL_FROM else None
    return Judged(
        sound=sound,
        accepted_sound=accepted,
        abstained_sound=counts[True, "abstain"],
        unsound=unsound,
        questioned_unsound=counts[False, "doubt"],
        abstained_unsound=counts[False, "abstain"],
        unsettled=unsettled,
        abstained_unsettled=counts[None, "abstain"],
        tendency=_tendency(sound, sound - accepted, unsound, let_pass),
        discernment=discernment(raw_rates(accepted, sound, let_pass, unsound)) if both else None,
        d_prime=d_prime(rates) if rates else None,
        criterion=criterion(rates) if rates else None,
    )


def _tendency(sound: int, turned_down: int, unsound: int, let_pass: int) -> Tendency:
    if min(sound, unsound) < TELLING_DIFFERENCE:  # a reader could then lean one way only
        return "too-few"
    if turned_down - let_pass >= TELLING_DIFFERENCE:
        return "more-doubtful"
    return "more-trusting" if let_pass - turned_down >= TELLING_DIFFERENCE else "even"


def _calibration(graded: Sequence[_Graded]) -> Calibration | None:
    said: list[tuple[Confidence, Forecast]] = [
        (told.confidence, Forecast(probability(told.confidence, item), told.score.outcome == "right"))
        for item, told in graded
        if told.confidence and told.score.outcome != "skipped"
    ]
    if not said:
        return None
    forecasts = [forecast for _, forecast in said]
    expected, right = fsum(f.probability for f in forecasts), sum(f.right for f in forecasts)
    by_level = {level: [f for word, f in said if word == level] for level in LEVELS}
    return Calibration(
        levels=tuple(_level(level, some) for level, some in by_level.items() if some),
        right=right,
        of=len(forecasts),
        expected=expected,
        sureness=_sureness(expected, right, len(forecasts)),
        **murphy(forecasts)._asdict(),
    )


def _level(level: Confidence, forecasts: Sequence[Forecast]) -> Level:
    of = len(forecasts)
    mean = fsum(f.probability for f in forecasts) / of
    return Level(level=level, right=sum(f.right for f in forecasts), of=of, probability=mean)


def _sureness(expected: float, right: int, of: int) -> Sureness:
    if of < CALIBRATION_FROM:
        return "too-few"
    if expected - right >= TELLING_DIFFERENCE:
        return "surer-than-right"
    return "less-sure-than-right" if right - expected >= TELLING_DIFFERENCE else "even"


def _advice(claims: Judged, passages: Judged) -> Advice:
    """Return the one piece of advice that helps most: on claims if they lean, else on passages if they do."""
    left_open = claims.abstained_sound * 2 > claims.turned_down
    by_tendency: list[tuple[Tendency, Tendency, Advice]] = [
        (claims.tendency, "more-doubtful", "decide-what-is-decided" if left_open else "accept-what-is-backed"),
        (claims.tendency, "more-trusting", "question-what-goes-beyond"),
        (passages.tendency, "more-doubtful", "leave-sound-wording"),
        (passages.tendency, "more-trusting", "read-the-wording"),
    ]
    for tendency, wanted, advice in by_tendency:
        if tendency == wanted:
            return advice
    if claims.tendency == passages.tendency == "too-few":
        return "more-questions"
    slips = claims.turned_down + claims.let_pass + passages.turned_down + passages.let_pass
    return "compare-word-by-word" if slips >= TELLING_DIFFERENCE else "keep-going"
