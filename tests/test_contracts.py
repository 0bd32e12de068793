"""The import contracts hold, and each of them bites when a bad import is planted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PLANTS = {
    "each part imports only what stands below it": ("items/item.py", "import quizgen.forms"),
    "question templates do not know each other": ("generators/verdict.py", "import quizgen.generators.bearing"),
    "interactions do not know each other": ("items/choice.py", "import quizgen.items.number"),
    "what presents, prints or scores knows no question template": (
        "scoring/grading.py",
        "import quizgen.generators.verdict",
    ),
    "yaml has two doors: what a file says, and how it is laid out": ("bank/loading.py", "import yaml"),
    "streamlit has one door": ("scoring/report.py", "import streamlit"),
    "the database has one door": ("forms/form.py", "import sqlalchemy"),
    "jinja2 has one door for words and one for pages": ("exchange/markdown.py", "import jinja2"),
    "each library of print has one door": ("exchange/markdown.py", "import typst"),
    "trafilatura has one door": ("articles/markdown.py", "import trafilatura"),
    "pypdf has one door": ("articles/reading.py", "import pypdf"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sysconfig.get_path("scripts")) / "lint-imports"
    return subprocess.run(
        [sys.executable, str(command), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "quizgen", tmp_path / "quizgen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold_and_were_held_against_every_module() -> None:
    told = lint_imports(ROOT)

    analysed = re.search(r"Analyzed (\d+) files", told.stdout)
    assert told.returncode == 0, told.stdout
    assert analysed is not None
    assert int(analysed[1]) >= len(list((ROOT / "quizgen").rglob("*.py")))


def test_every_contract_has_a_plant() -> None:
    kept = re.findall(r"^(.+?) KEPT", lint_imports(ROOT).stdout, re.MULTILINE)

    assert sorted(kept) == sorted(PLANTS)


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_bad_import_breaks_its_contract(contract: str, copy: Path) -> None:
    module, line = PLANTS[contract]
    file = copy / "quizgen" / module
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")

    told = lint_imports(copy)

    assert told.returncode != 0
    assert f"{contract} BROKEN" in told.stdout
