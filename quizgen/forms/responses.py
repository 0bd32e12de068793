"""Responses to a form, as a JSON file that maps item ids to responses."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from pydantic import JsonValue, TypeAdapter, ValidationError

from quizgen.errors import FileShapeError

MOST_BYTES = 5_000_000
_RESPONSES = TypeAdapter(dict[str, JsonValue])


def read_responses(path: Path) -> dict[str, JsonValue]:
    """Return the responses in a file by item id; null means that the item was skipped.

    Raises:
        FileShapeError: if the file cannot be read, holds anything but a JSON object, or gives a name twice.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileShapeError(str(path), "this is too large for a file of responses")
        data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=partial(_once_each, path))
    except OSError as error:
        raise FileShapeError(str(path), f"cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise FileShapeError(str(path), "this is not JSON; it should map item ids to responses") from None
    except ValueError:  # Python reads no whole number of more digits than sys.get_int_max_str_digits()
        raise FileShapeError(str(path), "it holds a number with too many digits to be a response") from None
    if not isinstance(data, dict):
        raise FileShapeError(str(path), 'it should map item ids to responses, such as {"7Q4M2AB-01": "b"}')
    try:
        return _RESPONSES.validate_python(data)
    except ValidationError:  # pydantic follows a value to a depth of some 250 lists
        raise FileShapeError(str(path), "it holds a response nested too deeply to be one") from None


def _once_each(path: Path, pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    """Return the pairs of a JSON object; of two equal names json.loads would silently keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FileShapeError(str(path), f"`{twice}` is answered more than once; keep one of its responses")
    return found
