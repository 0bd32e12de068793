"""The command line: what it prints, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli import app
from quizgen.errors import PortInUseError
from quizgen.forms import Form

ROOT = Path(__file__).parents[1]
BANK = "kim-putin-summit"
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


def quizgen(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_an_example_that_names_it(command: str) -> None:
    told = quizgen(command, "--help")

    assert told.returncode == 0
    assert f"Example: quizgen {command}" in told.stdout


def test_the_shipped_banks_are_clean_and_what_was_checked_is_said() -> None:
    shipped = len(list((ROOT / "question_banks").glob("*.yaml")))

    told = quizgen("check", "question_banks")

    assert told.returncode == 0
    assert told.stdout.startswith(f"{shipped} banks, ")
    assert told.stdout.splitlines()[0].endswith(": no problems")
    assert told.stderr == ""


def test_a_bank_with_an_error_exits_1_and_points_at_it(tmp_path: Path) -> None:
    template = (ROOT / "question_banks" / "_template.yaml").read_text(encoding="utf-8")
    bank = tmp_path / "_slip.yaml"
    bank.write_text(template.replace("\n    verdict:", "\n    verdit:", 1), encoding="utf-8")
    line = next(n for n, text in enumerate(bank.read_text(encoding="utf-8").splitlines(), 1) if "verdit:" in text)

    told = quizgen("check", bank)

    assert told.returncode == 1
    assert f"{bank}:{line}:5: error: unknown field `verdit`" in told.stdout
    assert "did you mean `verdict`?" in told.stdout


def test_an_entry_that_yields_no_question_is_told_with_the_reason(tmp_path: Path) -> None:
    """A finding that leans on another one cannot be shown, so that nothing can be asked of its claim."""
    bank = tmp_path / "_leaning.yaml"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    twelve_lines = readme.split("```yaml\n")[1].split("```")[0]
    bank.write_text(twelve_lines.replace("Mill Bakery was opened in 1931 and", "In the same year"), encoding="utf-8")

    told = quizgen("check", bank)

    assert told.returncode == 0
    assert "bakery: claim `oldest` yields no question yet; verdict says: " in told.stdout


def test_problems_can_be_told_to_github_and_to_programs(tmp_path: Path) -> None:
    bank = tmp_path / "empty.yaml"
    bank.write_text("", encoding="utf-8")

    github, as_json = quizgen("check", bank, "--format", "github"), quizgen("check", bank, "--format", "json")

    assert github.stdout.startswith("::error file=")
    assert [row["severity"] for row in json.loads(as_json.stdout)] == ["error"]
    assert github.returncode == as_json.returncode == 1


def test_a_clean_check_as_json_is_an_empty_list() -> None:
    assert json.loads(quizgen("check", "question_banks", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "nowhere"],
        ["check", "--format", "xml"],
        ["generate"],
        ["generate", "no-such-bank"],
        ["generate", BANK, "--template", "verdit"],
        ["generate", BANK, "--blueprint", "longest"],
        ["generate", BANK, "--versions", "7"],
        ["generate", BANK, "--items", "0"],
        ["generate", BANK, "--all", "--items", "12"],
        ["generate", BANK, "--all", "--versions", "1"],
        ["generate", BANK, "--all", "--blueprint", "default"],
        ["generate", BANK, "-o", "question_banks"],
        ["serve", "--banks", "nowhere"],
        ["serve", "--port", "99999"],
        ["frobnicate"],
    ],
)
def test_wrong_usage_exits_2_with_a_sentence_and_no_traceback(arguments: list[str]) -> None:
    told = quizgen(*arguments)

    assert told.returncode == 2
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr


def test_a_near_name_is_suggested() -> None:
    assert "did you mean `verdict`?" in quizgen("generate", BANK, "--template", "verdit").stderr


def test_what_all_leaves_no_room_for_is_named() -> None:
    told = quizgen("generate", BANK, "--all", "--versions", "2").stderr

    assert "--all takes every question once, so --versions cannot be met" in " ".join(told.split())


@pytest.mark.parametrize(("port", "other"), [(8501, 8502), (65535, 65534)])
def test_the_port_that_is_suggested_is_one(port: int, other: int) -> None:
    assert str(PortInUseError(port)).endswith(f"--port {other}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["check"], ["generate", BANK], ["--help"]])
def test_a_full_disk_behind_the_output_is_one_line_and_exit_code_1(arguments: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            [sys.executable, "-m", "quizgen", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
        )

    assert told.returncode == 1
    assert told.stderr == "quizgen: the output cannot be written: No space left on device\n"


def test_banks_that_share_an_id_are_an_error(tmp_path: Path) -> None:
    bank = (ROOT / "question_banks" / f"{BANK}.yaml").read_text(encoding="utf-8")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(bank, encoding="utf-8")

    told = quizgen("check", tmp_path)

    assert told.returncode == 1
    assert "[duplicate-bank-id]" in told.stdout
    assert told.stdout.count("error: ") == 1


def test_a_file_named_twice_is_checked_once() -> None:
    told = quizgen("check", f"question_banks/{BANK}.yaml", ROOT / "question_banks" / f"{BANK}.yaml")

    assert told.returncode == 0
    assert told.stdout.startswith("1 bank, ")


def test_a_folder_without_banks_is_wrong_usage(tmp_path: Path) -> None:
    told = quizgen("check", tmp_path)

    assert told.returncode == 2
    assert "holds no bank" in " ".join(told.stderr.split())


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        assert quizgen("generate", BANK, "--seed", "3", "-o", tmp_path / name).returncode == 0

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_form_is_graded_to_full_marks_by_its_key(tmp_path: Path) -> None:
    quizgen("generate", BANK, "--seed", "3", "--items", "20", "-o", tmp_path / "form.json")
    form = Form.read(tmp_path / "form.json")
    key = {entry.id: entry.item.body.key_response() for entry in form.items}
    (tmp_path / "key.json").write_text(json.dumps(key), encoding="utf-8")

    told = quizgen("grade", tmp_path / "form.json", tmp_path / "key.json")

    report = json.loads(told.stdout)
    assert (report["points"], report["of"]) == (20, 20)


def test_responses_that_do_not_fit_are_refused_by_name(tmp_path: Path) -> None:
    quizgen("generate", BANK, "--template", "verdict", "--items", "6", "-o", tmp_path / "form.json")
    form = Form.read(tmp_path / "form.json")
    for responses, said in (
        ({form.items[0].id: "z"}, "should be one of a, b, c, d"),
        ({"NOBODY-01": "a"}, "there is no item in this form called `NOBODY-01`"),
        (["a"], "should map item ids to responses"),
        ({form.items[1].id: "z"}, f"the response to `{form.items[1].id}` does not fit"),
    ):
        (tmp_path / "responses.json").write_text(json.dumps(responses), encoding="utf-8")

        told = quizgen("grade", tmp_path / "form.json", tmp_path / "responses.json")

        assert told.returncode == 1
        assert said in told.stderr
        assert "Traceback" not in told.stderr


def test_versions_are_written_to_files_of_their_own(tmp_path: Path) -> None:
    quizgen("generate", BANK, "--versions", "3", "-o", tmp_path / "form.json")

    assert [Form.read(tmp_path / f"form-{v}.json").version for v in "ABC"] == ["A", "B", "C"]


def test_a_learners_form_holds_no_key() -> None:
    told = quizgen("generate", BANK, "--for", "learner", "--all")

    assert told.returncode == 0
    items = json.loads(told.stdout)["items"]
    assert len(items) > 200
    assert {field for item in items for field in item} == {"id", "number", "stem", "stimulus", "body"}


def test_every_question_in_markdown_for_both_readers() -> None:
    teacher = quizgen("generate", BANK, "--all", "--format", "markdown").stdout
    learner = quizgen("generate", BANK, "--all", "--format", "markdown", "--for", "learner").stdout

    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("## ")]

    assert headings(teacher) == headings(learner)
    assert teacher.count("\n**Key:** ") == len(headings(teacher))
    assert "**Key:**" not in learner


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    told = quizgen("generate", BANK, "-o", tmp_path / "no" / "folder" / "form.json")

    assert told.returncode == 1
    assert "cannot be written" in told.stderr


def test_a_bank_with_errors_makes_no_form(tmp_path: Path) -> None:
    bank = tmp_path / "broken.yaml"
    bank.write_text("format: 1\nid: broken\n", encoding="utf-8")

    told = quizgen("generate", bank)

    assert told.returncode == 1
    assert "error: " in told.stdout
    assert "Traceback" not in told.stderr


def test_a_hostile_bank_is_printed_as_text(tmp_path: Path) -> None:
    """Markup of Markdown, HTML and Jinja2 in a bank's text comes out as text."""
    bank = tmp_path / "hostile.yaml"
    shutil.copy(ROOT / "question_banks" / "_template.yaml", bank)
    text = bank.read_text(encoding="utf-8").replace("id: my-bank", "id: hostile")
    bank.write_text(
        text.replace("\ntitle: ", "\ntitle: '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(1)) # '\n# ", 1),
        encoding="utf-8",
    )

    told = quizgen("generate", bank, "--all", "--format", "markdown", "--for", "learner")

    assert told.returncode == 0, told.stdout + told.stderr
    heading = told.stdout.splitlines()[0]
    assert "{{ 7\\*7 }}" in heading
    assert "<script>" not in heading.replace("\\<", "")
    assert "](" not in heading.replace("\\]", "")


def test_many_banks_are_checked_in_several_processes_and_told_in_their_order(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    for n in range(30):
        slip = readme.replace("verdict:", "verdit:") if n % 10 == 3 else readme
        (tmp_path / f"b{n:02}.yaml").write_text(slip.replace("id: bakery", f"id: b{n:02}"), encoding="utf-8")

    together = quizgen("check", tmp_path)
    alone = [quizgen("check", tmp_path / f"b{n:02}.yaml") for n in (3, 13, 23)]

    assert together.returncode == 1
    assert together.stdout.startswith("".join(told.stdout.rpartition("1 bank: ")[0] for told in alone))
    assert together.stdout.splitlines()[-1].startswith("30 banks, 27 claims, 0 passages, 54 questions: 3 errors")


def test_questions_can_be_left_out_and_are_then_not_counted() -> None:
    told = quizgen("check", f"question_banks/{BANK}.yaml", "--skip-questions")

    assert told.returncode == 0
    assert told.stdout == "1 bank, 68 claims, 58 passages: no problems\n"
    assert quizgen("check", "--skip-questions", "--coverage").returncode == 2
