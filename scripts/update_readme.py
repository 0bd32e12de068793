"""Write the real output of every command that the README shows: `python scripts/update_readme.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SLIP = ("verdict:", "verdit:")
"""What the README's second bank has wrong, below the heading `When it is wrong`."""
_BANK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"(\$ (quizgen [^\n]*bakery\.yaml[^\n]*)\n)(.*?)(?=\n```|\n\$ )", re.DOTALL)


def bank_of(readme: str) -> str:
    """Return the bank that the README shows."""
    found = _BANK.search(readme)
    if found is None:
        raise ValueError("the README shows no bank")
    return found[1]


def fresh(readme: str) -> str:
    """Return the README with the output of its commands as it is now."""
    sound, slipped = readme.split("## When it is wrong", 1)
    bank = bank_of(readme)
    return _filled(sound, bank) + "## When it is wrong" + _filled(slipped, bank.replace(*SLIP))


def _filled(text: str, bank: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bakery.yaml").write_text(bank, encoding="utf-8")
        return _COMMAND.sub(lambda found: found[1] + _output(found[2], Path(folder)), text)


def _output(command: str, folder: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return told.stdout.strip()


if __name__ == "__main__":
    README.write_text(fresh(README.read_text(encoding="utf-8")), encoding="utf-8")
