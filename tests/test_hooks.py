"""The hooks for pre-commit: the files that they take, and their commands run on them as pre-commit would."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from quizgen.yaml_source import parse_yaml

ROOT = Path(__file__).parents[1]
HOOKS: list[dict[str, Any]] = parse_yaml((ROOT / ".pre-commit-hooks.yaml").read_bytes(), "hooks").data
BANK = Path("question_banks") / "my-article.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / BANK.parent).mkdir()
    shutil.copy(ROOT / "question_banks" / "_template.yaml", tmp_path / BANK)
    return tmp_path


def spoil(repository: Path, old: str, new: str) -> None:
    text = (repository / BANK).read_text(encoding="utf-8")
    assert old in text
    (repository / BANK).write_text(text.replace(old, new, 1), encoding="utf-8")


def run(name: str, repository: Path) -> tuple[bool, str]:
    """Run a hook on the bank; pre-commit lets a commit pass if the command is content and changed no file."""
    (hook,) = [hook for hook in HOOKS if hook["id"] == name]
    command, *arguments = shlex.split(hook["entry"])
    before = (repository / BANK).read_bytes()
    told = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / command, *arguments, BANK],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode in (0, 1)
    passed = told.returncode == 0 and (repository / BANK).read_bytes() == before
    return passed, told.stdout + told.stderr


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_banks_and_no_other_file(hook: dict[str, Any]) -> None:
    taken = re.compile(hook["files"]).search
    shipped = [file.relative_to(ROOT).as_posix() for file in (ROOT / "question_banks").glob("*.yaml")]
    assert shipped
    assert all(map(taken, [*shipped, "lessons/question_banks/a.yml"]))
    others = ["question_banks/articles/a.txt", "question_banks/a.yaml.orig", "my_question_banks/a.yaml", "mkdocs.yaml"]
    assert not any(map(taken, [*others, "quizgen/wording/en.yaml", ".pre-commit-config.yaml"]))
    assert hook["types"] == ["yaml"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_sound_bank_passes(hook: dict[str, Any], repository: Path) -> None:
    assert run(hook["id"], repository)[0]


def test_a_bank_with_an_error_does_not_pass_and_its_place_is_told(repository: Path) -> None:
    spoil(repository, "\n    verdict:", "\n    verdit:")

    passed, told = run("quizgen-check", repository)

    assert not passed
    assert "unknown field `verdit`" in told


def test_a_bank_laid_out_otherwise_does_not_pass_until_it_is_added_again(repository: Path) -> None:
    spoil(repository, "  title: Our garden", "  title:   Our garden")

    passed, told = run("quizgen-fmt", repository)

    assert not passed
    assert told == f"laid out {BANK}\n"
    assert run("quizgen-fmt", repository)[0]
