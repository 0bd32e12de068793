"""Fonts for the tests of worksheets: a Korean one, which the shipped ones do not have."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def _folder() -> Path:
    spec = find_spec("manimgx_fonts_cjk")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("manimgx_fonts_cjk")
    return Path(spec.origin).parent


CJK = _folder()
