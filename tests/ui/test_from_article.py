"""An author starts from an article: drafts in the editor, plain words where there are none, and nothing written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quizgen.articles.reading import MAX_CHARACTERS
from quizgen.authoring.apart import MOST_MEGABYTES
from quizgen.bank import load_bank_text
from quizgen.records import Store
from quizgen.ui import offered
from tests.articles.writing import as_page, as_pdf, scanned
from tests.ui.author import Author

ROOT = Path(__file__).parents[2]
BATHS = (ROOT / "docs" / "examples" / "articles" / "town-baths.txt").read_bytes()
HOSTILE = """\
# ? {{ title }} <script>alert(1)</script>

draft: false

---
&a *b !c %TAG ! {d: e} [f] | > "g" '12 per cent of 410 members left the club in 2021', experts say # no comment

<img src=x onerror=alert(2)> The club, {{ w.text }} {% raw %}, lost `41` per cent of 410 members in 202: "draft: false".

- draft: false and 41 per cent of its 410 members, [the](javascript:alert(3)) **club** of 2021 obviously says
"""


@pytest.fixture
def author(store: Store, monkeypatch: pytest.MonkeyPatch) -> Author:
    """An author at the machine of the server."""
    monkeypatch.setattr(offered, "local", lambda: True)
    return Author()


def drafts(author: Author) -> tuple[int, int]:
    """Hold that the text is a sound bank of drafts alone, and return how many claims and passages there are."""
    loaded = load_bank_text(author.text)
    bank = loaded.usable()
    assert (bank.claims, bank.passages, bank.article.text) == ([], [], None)
    sections = [draft.section for draft in loaded.drafts]
    return sections.count("claims"), sections.count("passages")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("baths.txt", BATHS),
        ("baths.TXT", BATHS.replace(b"\n", b"\r\n")),
        ("baths.md", b"\xef\xbb\xbf" + BATHS),
        ("baths.txt", BATHS.decode().encode("utf-16")),
        ("elm.html", as_page().encode()),
        ("elm.pdf", as_pdf()),
    ],
)
def test_an_article_is_opened_as_a_new_bank_of_drafts_that_is_saved_nowhere(
    author: Author, banks: Path, name: str, content: bytes
) -> None:
    author.gives(name, content)

    claims, passages = drafts(author)
    assert claims
    assert passages
    assert "are proposed, all marked as drafts" in author.reads
    assert f"# Drafted by `quizgen draft` from {name}.\n" in author.text
    assert "\r" not in author.text
    assert "\ufeff" not in author.text
    assert "new bank · changed, not saved" in author.reads
    assert sorted(p.name for p in banks.iterdir()) == ["five.yaml"]


def test_a_pasted_text_is_an_article_too(author: Author) -> None:
    author.pastes(BATHS.decode().replace("\n", "\r\n"))
    pasted = drafts(author)
    author.presses("author-else").gives("baths.txt", BATHS)

    assert pasted == drafts(author)
    assert pasted[0] > 20


def test_a_draft_is_saved_like_any_bank(author: Author, banks: Path) -> None:
    author.gives("baths.txt", BATHS).presses("author-save")

    assert (banks / "baths.yaml").read_text(encoding="utf-8") == author.text
    assert "Saved as baths.yaml." in author.reads


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty.txt holds no text. Copy the article into it."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.txt is not a text file. Choose a file in .txt"),
        ("scan.pdf", scanned(), "scan.pdf holds no text. It is made of pictures: run text recognition on it"),
        ("cut.pdf", as_pdf()[:900], "cut.pdf is damaged, or is no PDF. Open it"),
        ("menu.html", b"<nav><a href=/>Home</a></nav>", "menu.html holds no article that could be told from its menus"),
        ("long.txt", b"word " * (MAX_CHARACTERS // 5 + 1), "long.txt is longer than 300,000 characters"),
        ("large.txt", b"a" * (MOST_MEGABYTES * 1024 * 1024 + 1), "large.txt is larger than 10 MB. Copy the text"),
        ("latin.txt", b"The caf\xe9 is open.", "latin.txt is not saved as UTF-8: line 1 holds a sign"),
        ("<b>x.txt", b"", "&lt;b&gt;x.txt holds no text"),
        ("welsh.txt", b"Mae'r llyfrgell ar agor. Croeso i bawb.", "no cue is found in it: is it an article"),
    ],
)
def test_what_gives_no_draft_is_told_in_plain_words_and_opens_nothing(
    author: Author, name: str, content: bytes, said: str
) -> None:
    author.gives(name, content)

    assert said in author.reads
    assert "author-opened" not in author.page.session_state
    assert author.gives("baths.txt", BATHS).text


def test_what_is_open_stays_when_an_article_gives_nothing(author: Author) -> None:
    author.starts().types("format: 1\n").presses("author-else")
    assert "changes that are saved nowhere" in author.reads

    author.gives("empty.txt", b"").presses("author-go-back")

    assert author.text == "format: 1\n"


def test_neither_file_nor_text_and_both_are_told_of(author: Author) -> None:
    author.starts("article")
    assert "Choose a file, or paste the text of the article." in author.reads

    author.pastes(" \n")
    assert "Choose a file, or paste the text of the article." in author.reads

    author.page.text_area(key="author-article-text").set_value("The club lost 41 per cent of its members.")
    author.gives("baths.txt", BATHS)
    assert "There is a file, and a pasted text as well." in author.reads
    assert "author-opened" not in author.page.session_state


def test_an_article_in_another_language_is_told_of_and_drafted_as_far_as_it_goes(author: Author) -> None:
    author.gives("de.md", b"---\nlang: de\n---\n" + BATHS)

    assert (
        "Of the article: it says that its language is de; the cues are English words, so few are found." in author.reads
    )
    assert drafts(author)[0]


def test_characters_that_were_lost_are_told_of(author: Author) -> None:
    author.gives("lost.txt", BATHS + "\n\nThe caf\ufffd is open.\n".encode())

    assert "1 of its characters could not be read" in author.reads


@pytest.mark.parametrize("name", ["hostile.txt", "hostile.md", "hostile.html", None])
def test_nothing_in_an_article_becomes_markup_a_field_or_a_finished_entry(author: Author, name: str | None) -> None:
    if name is None:
        author.pastes(HOSTILE)
    else:
        content = HOSTILE if not name.endswith("html") else as_page((HOSTILE,))
        author.gives(name, content.encode())

    assert drafts(author) > (0, 0)
    assert [d for d in load_bank_text(author.text).diagnostics if d.code not in ("todo-left", "draft-whole")] == []
    for view in ("problems", "questions", "coverage"):
        author.views(view)
        assert "<script" not in author.reads
        assert "<img" not in author.reads
    assert author.text.count("draft: true") >= sum(drafts(author))


def test_a_hostile_name_of_a_file_stays_in_its_comment(author: Author) -> None:
    author.gives("a\nformat: 2\u2028# `x`<script>.txt", BATHS)

    assert drafts(author)[0]
    assert author.text.splitlines()[0].startswith("# Drafted by `quizgen draft` from a")
    assert [line for line in author.text.splitlines() if line.startswith("format")] == ["format: 1"]


def test_views_of_a_bank_of_drafts_tell_what_is_left(author: Author) -> None:
    author.gives("baths.txt", BATHS)
    claims, passages = drafts(author)
    assert f"{claims} claims and {passages} passages still marked <code>draft: true</code>" in author.reads

    author.views("questions")
    assert "nothing is asked of an entry that says <code>draft: true</code>" in author.reads
    assert not author.page.toggle
    assert [box.key for box in author.page.selectbox] == []

    author.views("coverage")
    assert f"{claims + passages} drafts" in author.reads
    assert "There is no claim" not in author.reads
    assert author.reads.count("<details>") == claims + passages
    assert f"<code>says</code></th><td>claims</td><td class='count'>{claims}</td>" in author.reads
    first = load_bank_text(author.text).drafts[0]
    line = author.text.splitlines().index(f"  - id: {first.name}") + 1
    assert f'data-line="{line}"' in author.reads


def test_a_draft_in_which_nothing_is_left_is_told_to_be_whole(author: Author) -> None:
    author.starts()
    whole = author.text.replace("- id: everybody-knows\n", "- id: everybody-knows\n    draft: true\n")
    author.types(whole).views("coverage")

    assert "1 draft<" in author.reads
    assert "Nothing is left to be written: delete its <code>draft: true</code>." in author.reads

    author.types(whole.replace("    text: >-\n      Everybody", "    txt: >-\n      Everybody"))
    assert "Fields are missing, or wrong" in author.reads


def test_a_shared_server_drafts_too_and_writes_nothing(
    store: Store, banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(offered.AUTHOR_VARIABLE, "yes")
    author = Author().gives("baths.txt", BATHS)

    assert drafts(author)[0]
    assert "author-save" not in {b.key for b in author.page.button}
    assert sorted(p.name for p in banks.iterdir()) == ["five.yaml"]


def test_the_server_takes_what_the_page_says_that_it_takes() -> None:
    told = tomllib.loads((ROOT / "quizgen" / "ui" / "config.toml").read_text(encoding="utf-8"))

    assert told["server"]["maxUploadSize"] == MOST_MEGABYTES
