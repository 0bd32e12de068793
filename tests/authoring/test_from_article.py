"""A bank of an article: laid out, with notes; and made apart, so that no file can hang or burst what asked for it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import zlib
from datetime import date
from pathlib import Path

import pytest

from quizgen.articles import Article, Paragraph, Record, read_article
from quizgen.authoring import apart
from quizgen.authoring.apart import AT_ONCE, MOST_MEGABYTES, draft_apart
from quizgen.authoring.formatting import format_bank
from quizgen.authoring.from_article import FromArticle, bank_of
from quizgen.bank import load_bank_text
from quizgen.errors import ArticleNotReadableError
from quizgen.yaml_source import parse_yaml

BATHS = Path(__file__).parents[2] / "docs" / "examples" / "articles" / "town-baths.txt"
DAY = date(2024, 5, 2)


def made(content: bytes = BATHS.read_bytes(), file: str | None = "town-baths.txt") -> FromArticle:
    return draft_apart(content, file, today=DAY)


def test_a_draft_is_in_the_layout_of_banks_and_made_apart_it_is_the_same() -> None:
    here = bank_of(read_article(BATHS), bank_id="town-baths", today=DAY)

    assert format_bank(parse_yaml(here.text, "f")).after == here.text
    assert here.notes == ()
    assert made() == here


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (Article("a.txt", (Paragraph("The club lost 41 per cent."),), Record(language="en")), []),
        (Article("a.txt", (Paragraph("The club lost 41 per cent."),), Record(language="de")), ["language is `de`"]),
        (Article("a.txt", (Paragraph("Ein Verein."),)), ["no cue is found"]),
        (Article("a.txt", (Paragraph("The club lost 41 per cent."),), notes=("a note",)), ["a note"]),
    ],
)
def test_what_an_author_should_know_of_the_reading_is_told(article: Article, told: list[str]) -> None:
    notes = bank_of(article, bank_id="a", today=DAY).notes

    assert len(notes) == len(told)
    assert all(words in note for words, note in zip(told, notes, strict=True))


def test_a_bank_is_named_by_its_file_else_by_its_title_else_as_any() -> None:
    names = [
        load_bank_text(made(content, file).text).usable().id
        for content, file in (
            (BATHS.read_bytes(), "Our Bäths (2).txt"),
            (BATHS.read_bytes(), "浴場.txt"),
            (BATHS.read_bytes(), None),
            (b"The club lost 41 per cent of its members.", None),
        )
    ]

    assert names == ["our-baths-2", "my-article", "town-baths-to-open-again-in-june-a-year-late", "my-article"]


def test_a_pasted_text_names_no_file() -> None:
    assert made(file=None).text.startswith("# Drafted by `quizgen draft` from a text that was pasted.\n")
    assert "--article" not in made(file=None).text
    assert "pasted.txt" not in made(file=None).text


def bomb() -> bytes:
    """Return a small PDF of three hundred long pages, which would take minutes."""
    page = zlib.compress(b"BT /F 1 Tf (The club lost 41 per cent) Tj ET\n" * 20_000, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 300/Kids[%s]>>" % (b"3 0 R " * 300),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return out + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_a_file_that_takes_too_long_is_refused_and_its_process_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Popen(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Popen)
    before = time.monotonic()
    with pytest.raises(ArticleNotReadableError, match="takes too long to read"):
        draft_apart(bomb(), "a.pdf", today=DAY, seconds=3)

    assert time.monotonic() - before < 10
    assert [process.poll() is not None for process in started] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    with pytest.raises(ArticleNotReadableError, match="too much memory; copy the text"):
        made(b"<p " + b"a=1 " * 2_400_000 + b">", "a.html")


def test_what_ends_the_reader_is_told_of_and_stands_in_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ArticleNotReadableError, match="makes the program stop that reads it"):
        draft_apart(BATHS.read_bytes(), "a.txt", today=DAY, memory=2**80)

    assert "Traceback" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("content", "file", "said"),
    [
        (b"", "a.txt", "holds no text"),
        (b" \n", None, "holds no text"),
        (b"PK", "a.xlsx", "is of a kind that cannot be read"),
        (b"a" * (MOST_MEGABYTES * 1024 * 1024 + 1), "a.txt", "is larger than 10 MB"),
        (b"a b " * 100_000, None, "is longer than 300,000 characters"),
    ],
)
def test_what_is_no_article_is_refused_as_by_the_command(content: bytes, file: str | None, said: str) -> None:
    with pytest.raises(ArticleNotReadableError, match=said):
        made(content, file)


def test_only_a_few_are_read_at_once_and_others_wait_for_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = threading.Semaphore(0)
    go = threading.Event()

    def slow(*_: object) -> dict[str, object]:
        reading.release()
        go.wait(20)
        return FromArticle("", 0, 0)._asdict()

    monkeypatch.setattr(apart, "_answer", slow)
    threads = [threading.Thread(target=made) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
        assert reading.acquire(timeout=20)
    with pytest.raises(ArticleNotReadableError, match="has to wait: other articles are being read"):
        draft_apart(b"a", "a.txt", today=DAY, seconds=0.1)
    go.set()
    for thread in threads:
        thread.join()

    assert made().text == ""


def test_a_file_beside_the_server_that_has_the_name_of_a_module_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert made().claims
