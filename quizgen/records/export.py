"""All that is kept on an attempt as plain data, for the reader to take away."""

from __future__ import annotations

from datetime import datetime

from pydantic import JsonValue

from quizgen.records.attempt import Answer, Attempt

FORMAT = 1


def exported(attempt: Attempt) -> dict[str, JsonValue]:
    """Return the attempt as plain data for JSON; times are ISO 8601 in UTC.

    Before it is handed in, `form` is the learner's view, which holds no key, and the points of answers that can still
    change are left out.
    """
    form = attempt.form if attempt.handed_in else attempt.form.shown()
    return {
        "format": FORMAT,
        "mode": attempt.mode,
        "ask_confidence": attempt.ask_confidence,
        "nickname": attempt.nickname,
        "created_at": _moment(attempt.created_at),
        "updated_at": _moment(attempt.updated_at),
        "handed_in_at": _moment(attempt.handed_in_at),
        "position": attempt.position,
        "flags": [entry.id for entry in attempt.form.items if entry.id in attempt.flags],
        "answers": {item: _answer(answer, attempt.handed_in) for item, answer in attempt.answers.items()},
        "form": form.model_dump(mode="json", exclude_none=True),
    }


def _answer(answer: Answer, handed_in: bool) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {
        "response": answer.response,
        "confidence": answer.confidence,
        "answered_at": _moment(answer.answered_at),
        "revision": answer.revision,
        "final": answer.final,
    }
    return {**told, "points": answer.points} if handed_in or answer.final else told


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%MZ")
