"""Turn YAML text into plain data and remember where each value stood.

Knows nothing of claims or banks. The one module that imports yaml.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml


def read_packaged(file: Traversable) -> Any:
    """Return the data of a YAML file that ships with quizgen; every scalar is the text that was typed."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  (the base loader makes text only)
