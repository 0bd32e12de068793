"""Every code that a bank can be told of, with its words as an author reads them, in golden files that were read.

Mistakes that can stand beside others are in faulty.yaml; those that end the reading stand alone here, or need a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pydantic import ValidationError

from quizgen.authoring.examination import examine
from quizgen.authoring.formatting import format_bank
from quizgen.bank import Bank, load_bank, load_bank_text
from quizgen.bank.loading import MAX_DIAGNOSTICS
from quizgen.bank.messages import findings
from quizgen.bank.same_ids import BankName, same_ids
from quizgen.checks.reading_codes import READING
from quizgen.cli.fmt import unformatted
from quizgen.diagnostics import Diagnostic, Location, as_text
from quizgen.source_text import MAX_BYTES
from quizgen.yaml_source import MAX_DEPTH, MAX_NODES, parse_yaml
from tests.bank.checking import CLAIM, whole
from tests.conftest import FOLDER, Golden
from tests.fuzz.plain_words import jargon

ALONE = {
    "colon-in-text": "title: Bread: a test\n",
    "tab-indent": "article:\n\ttitle: Bread\n",
    "uneven-indent": "article:\n  title: Bread\n   genre: news\n",
    "uneven-indent, as if it went on": "article:\n  title Bread\n  genre: news\n",
    "unclosed-quote": 'title: "Bread\nid: bread\nlevel: adult\n',
    "unclosed-bracket": "authors: [Ann, Bea\nid: bread\n",
    "missing-colon": "title: Bread\nid\nlevel: adult\n",
    "missing-space": "id: bread\ntitle:Bread\n",
    "field-without-name": ": Bread\n",
    "unknown-escape": 'title: "50 \\% of the bread"\n',
    "text-after-quote": 'title: "Bread" and butter\n',
    "text-after-quote, within": 'title: "The "best" bread"\n',
    "text-after-quote, an apostrophe": "title: 'It's bread'\n",
    "text-after-bracket": "title: [Bread] and butter\n",
    "unquoted-sign": "title: @bakery on bread\n",
    "unquoted-sign, a bracket that was not opened": "title: Bread\n}\n",
    "bad-block-sign": "title: > Bread\n  and butter\n",
    "misplaced-dash": "authors: - Ann\n",
    "broken-yaml": "title: !<3 bread\n",
    "directive": "%YAML 1.2\ntitle: Bread\n",
    "recursive-alias": "claims: &all [*all]\n",
    "several-documents": "title: Bread\n---\ntitle: Butter\n",
    "empty-file": "# nothing yet\n",
}
"""Texts that cannot be read to their end, by code and what is particular."""
LONG: dict[str, str | bytes] = {
    "too-many-values": f"authors: [{'x, ' * (MAX_NODES + 1)}]\n",
    "nested-too-deep": f"claims: {'[' * (MAX_DEPTH + 1)}\n",
    "file-too-large": "x" * (MAX_BYTES + 1),
    "too-many-problems": f"claims: [{'x, ' * (MAX_DIAGNOSTICS + 1)}]\n",
    "binary-file": b"title: \0",
    "binary-file, of many hidden signs": "\u200bx" * 300,
    "not-utf-8": "title: Brötchen\n".encode("latin-1"),
    "not-utf-8, of Windows": "title: Bread\n".encode("utf-16"),
}
"""What is too long to be printed, or no text."""


def _of_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
    """Yield what is told of files for other reasons than their content."""
    Path("a-folder").mkdir()
    for name in ("bread.yaml", "butter.yaml", "closed.yaml"):
        (folder / name).write_text(whole("id: bread\n" + CLAIM), encoding="utf-8")
    yield "missing-file", load_bank(Path("no-such.yaml")).diagnostics
    yield "directory", load_bank(Path("a-folder")).diagnostics
    yield "not-a-file", load_bank(Path("/dev/null")).diagnostics
    yield "id-is-not-file-name", load_bank(Path("butter.yaml")).diagnostics
    yield "duplicate-bank-id", same_ids(BankName.of(load_bank(Path(f"{name}.yaml"))) for name in ("bread", "butter"))
    article = (
        "article: {title: Elm, publisher: The Daily, published: 2023, genre: news, as_of: 2023-06-30, text: elm.txt}"
    )
    (folder / "elm.yaml").write_text(whole(f"id: elm\n{article}\n{CLAIM}"), encoding="utf-8")
    yield "article-not-readable", _of_article()
    (folder / "elm.txt").write_text("Yesterday the library lent 4,000 books and 4000 films.", encoding="utf-8")
    yield "not-in-article", _of_article()
    yield "still-a-draft", _of_a_draft()
    with monkeypatch.context() as denied:
        denied.setattr(Path, "open", _raising(PermissionError(13, "Permission denied")))
        yield "unreadable-file", load_bank(Path("closed.yaml")).diagnostics
    with monkeypatch.context() as broken:
        broken.setattr(Path, "open", _raising(OSError(36, "File name too long")))
        yield "unreadable-file, for another reason", load_bank(Path("closed.yaml")).diagnostics


def _of_article() -> Sequence[Diagnostic]:
    return [d for d in examine(load_bank(Path("elm.yaml"))).diagnostics if "article" in d.code]


def _of_a_draft() -> Sequence[Diagnostic]:
    """Return what is told of a draft that a program did not keep apart."""
    draft = {"claims": [{"draft": "true"}]}
    with pytest.raises(ValidationError) as caught:
        Bank.model_validate(draft, by_alias=True, by_name=False)
    told = findings(caught.value.errors(include_url=False))
    return [Diagnostic(Location("bread.yaml"), f.code, f.message, f.help) for f in told if f.code == "still-a-draft"]


def _raising(error: OSError) -> Callable[..., None]:
    def opened(*_: object, **__: object) -> None:
        raise error

    return opened


def _of_layouts(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
    """Yield what `quizgen fmt` tells."""
    other = format_bank(parse_yaml("id: bread\ntitle:   Bread\n", "other.yaml"))
    yield "unformatted", [unformatted(Path("other.yaml"), other)]
    moved = "claims:\n  - says: It is bread.\n    id: bread  # quizgen: ignore judging-words – its name\n"
    yield "comment-would-move", format_bank(parse_yaml(moved, "other.yaml")).diagnostics
    monkeypatch.setattr("quizgen.authoring.formatting.write_layout", lambda _: "title: Butter\nid: bread\n")
    yield "layout-not-safe", format_bank(parse_yaml("id: bread\ntitle: Bread\n", "other.yaml")).diagnostics


def check_plain(diagnostics: Sequence[Diagnostic]) -> None:
    for told in diagnostics:
        assert jargon(f"{told.message}\n{told.help}") == []
        assert told.help


def test_mistakes_that_stand_beside_others_are_told_as_a_novice_can_read(golden: Golden) -> None:
    loaded = load_bank_text(golden.read("diagnostics/faulty.yaml"), "faulty.yaml")
    check_plain(loaded.diagnostics)
    golden.check("diagnostics/faulty.txt", as_text(loaded.diagnostics) + "\n")


def test_mistakes_that_end_the_reading_are_told_as_a_novice_can_read(golden: Golden) -> None:
    parts = []
    for name, text in ALONE.items():
        diagnostics = load_bank_text(text, "bread.yaml").diagnostics
        assert name.partition(",")[0] in {d.code for d in diagnostics}, as_text(diagnostics)
        assert len(diagnostics) == 1
        check_plain(diagnostics)
        parts.append(f"# {name}\n\n{text}\n{as_text(diagnostics)}\n")
    golden.check("diagnostics/alone.txt", "\n\n".join(parts))


def test_mistakes_of_whole_files_are_told_as_a_novice_can_read(
    golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    contents = ((name, load_bank_text(content, "bread.yaml").diagnostics[-1:]) for name, content in LONG.items())
    told = {**dict(contents), **dict(_of_files(tmp_path, monkeypatch)), **dict(_of_layouts(monkeypatch))}
    for name, diagnostics in told.items():
        assert {d.code for d in diagnostics} == {name.partition(",")[0]}
        check_plain(diagnostics)
    golden.check("diagnostics/files.txt", "\n\n".join(f"# {name}\n\n{as_text(d)}\n" for name, d in told.items()))


def test_every_code_is_told_in_one_of_these_files() -> None:
    """The codes of the source are those that are explained, as another test holds."""
    told = "".join(file.read_text(encoding="utf-8") for file in sorted((FOLDER / "diagnostics").glob("*.txt")))
    assert set(re.findall(r"\[([a-z0-9-]+)\]$", told, re.MULTILINE)) == set(READING)
