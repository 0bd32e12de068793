"""The preview of a bank: its questions anew at each save, and nothing but that bank."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from quizgen.records import Store
from quizgen.ui import library, offered
from quizgen.ui.author.examined import examine_file, stamp
from tests.ui import five

ROOT = Path(__file__).parents[2]
APP = ROOT / "app.py"
WRONG = five.TEXT.replace("interaction: number", "interaction: numbre")


@pytest.fixture
def preview(store: Store, banks: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app as `quizgen preview` opens it."""
    (banks / "other.yaml").write_text(five.TEXT.replace("id: five", "id: other"), encoding="utf-8")
    monkeypatch.setenv(offered.PREVIEW_VARIABLE, str(banks / "five.yaml"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception, page.exception[0]
    return page


def sees(page: AppTest) -> str:
    return " ".join(str(getattr(element, "body", "")) for element in page.get("html"))


def test_the_app_opens_on_the_questions_of_the_bank(preview: AppTest) -> None:
    assert "Five ways &lt;b&gt;to answer&lt;/b&gt;" in sees(preview)
    assert "Only this option has a figure" in sees(preview)
    assert sees(preview).count("data-question") == 6
    assert five.SECRET not in sees(preview)


def test_a_broken_save_is_told_and_the_last_good_questions_stay(preview: AppTest, banks: Path) -> None:
    (banks / "five.yaml").write_text(WRONG, encoding="utf-8")
    preview.run()
    assert "<h2>1 error</h2>" in sees(preview)
    assert "<code>numbre</code>" in sees(preview)
    assert "While there are errors" in sees(preview)
    assert sees(preview).count("data-question") == 6

    (banks / "five.yaml").unlink()
    preview.run()
    assert "There is no such file." in sees(preview)
    assert sees(preview).count("data-question") == 6

    (banks / "five.yaml").write_text(five.TEXT.replace("How many people", "How many persons"), encoding="utf-8")
    preview.run()
    assert "While there are errors" not in sees(preview)
    assert "How many persons" in sees(preview)
    assert not preview.exception


@pytest.mark.parametrize("content", [b"", b"id: \0", b"\xff\xfe", WRONG.encode()])
def test_a_bank_that_is_broken_from_the_start_is_told(
    store: Store, banks: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    (banks / "five.yaml").write_bytes(content)
    monkeypatch.setenv(offered.PREVIEW_VARIABLE, str(banks / "five.yaml"))
    page = AppTest.from_file(APP, default_timeout=60).run()

    assert not page.exception
    assert "five.yaml" in sees(page)
    assert "error</h2>" in sees(page)


def test_no_other_bank_is_offered(preview: AppTest) -> None:
    assert [one.path.name for one in library.shelf()] == ["five.yaml"]


def test_without_a_preview_its_page_leads_to_the_quizzes(store: Store) -> None:
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.switch_page("quizgen/ui/pages/preview.py").run()

    assert not page.exception
    assert "Read an article, check its claims" in sees(page)


def test_a_file_is_examined_once_until_it_changes(store: Store, banks: Path) -> None:
    path = banks / "five.yaml"
    first = examine_file(path, stamp(path))
    assert examine_file(path, stamp(path)) is first

    new = banks / "new"
    new.write_text(five.TEXT.replace("people", "persons"), encoding="utf-8")
    new.replace(path)

    assert examine_file(path, stamp(path)) is not first


@pytest.mark.parametrize(
    ("named", "said"), [("none.yaml", "there is no bank `none.yaml`"), (".", "is not a file; name one bank")]
)
def test_what_is_no_bank_is_refused(named: str, said: str, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "quizgen", "preview", named, "--no-open"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "COLUMNS": "200", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert told.returncode == 2
    assert said in told.stderr
