"""Responses to a form, as a JSON file that maps item ids to responses."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import JsonValue

from quizgen.errors import FileShapeError

MOST_BYTES = 5_000_000


def read_responses(path: Path) -> dict[str, JsonValue]:
    """Return the responses in a file by item id; null means that the item was skipped.

    Raises:
        FileShapeError: if the file cannot be read, or holds anything but a JSON object.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileShapeError(str(path), "this is too large for a file of responses")
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileShapeError(str(path), f"cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise FileShapeError(str(path), "this is not JSON; it should map item ids to responses") from None
    if not isinstance(data, dict):
        raise FileShapeError(str(path), 'it should map item ids to responses, such as {"7Q4M2AB-01": "b"}')
    return data
