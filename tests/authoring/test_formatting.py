"""`quizgen fmt`: one layout for every bank, with its comments and its meaning; and once is as good as twice."""

from __future__ import annotations

import io
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from quizgen.authoring.formatting import format_bank
from quizgen.bank import Bank, load_bank_text
from quizgen.yaml_source import parse_yaml
from tests.messy import Messy
from tests.strategies import banks

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "question_banks").glob("*.yaml"))
relaxed = settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a layout is drawn by its seed, which cannot be shrunk
)


def formatted(text: str) -> str:
    done = format_bank(parse_yaml(text, "bank.yaml"))
    assert done.after is not None, done.diagnostics
    return done.after


def check_formats(before: str, after: str) -> None:
    before, after = dedent(before), dedent(after)
    assert formatted(before) == after
    assert formatted(after) == after


def check_kept(text: str) -> None:
    check_formats(text, text)


def comment_lines(text: str) -> list[str]:
    """Return the comments as another reader of YAML finds them: its tokens hold them."""
    from ruamel.yaml.tokens import CommentToken

    found: list[str] = []
    for token in YAML(pure=True).scan(io.StringIO(text)):
        for held in (token, *(getattr(token, "_comment", None) or ())):
            if isinstance(held, CommentToken):
                found += [line.strip() for line in held.value.splitlines() if line.strip()]
    return sorted(found)


@st.composite
def messy_banks(draw: st.DrawFn) -> tuple[Bank, str, list[str]]:
    bank = draw(banks())
    data = bank.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    writer = Messy(draw(st.integers(0, 2**32)))
    return bank, writer.text(data), writer.comments


@relaxed
@given(messy_banks())
def test_meaning_and_comments_are_kept_and_twice_is_once(written: tuple[Bank, str, list[str]]) -> None:
    bank, text, comments = written
    loaded = load_bank_text(text, "f")
    assert loaded.bank == bank, "the messy writer must write what it is given"

    once = formatted(text)

    again = load_bank_text(once, "f")
    assert again.bank == bank
    assert again.revision == loaded.revision
    assert formatted(once) == once
    found = [line.strip() for line in once.splitlines()]
    for comment in set(comments):
        assert sum(line.endswith(comment) for line in found) >= comments.count(comment)
