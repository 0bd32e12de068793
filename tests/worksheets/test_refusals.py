"""What cannot be printed is refused in a sentence that names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.errors import (
    BaseUrlError,
    FontFolderError,
    MissingGlyphError,
    TooManyQuestionsError,
    UnprintableCharacterError,
)
from quizgen.worksheets import Look, documents, files
from tests.worksheets.conftest import CJK
from tests.worksheets.forms import SCRIPTS, choice, form_of, item


def test_a_character_that_no_font_has_is_named_with_its_entry_and_the_option() -> None:
    form = form_of(item("seoul", choice("서울", "Busan")))

    with pytest.raises(MissingGlyphError) as refused:
        list(documents([form], Look()))

    told = str(refused.value)
    assert "U+" in told
    assert "hangul" in told
    assert "question 1 (`bank/seoul/" in told
    assert "--font-dir" in told


def test_a_folder_of_fonts_brings_the_character() -> None:
    form = form_of(item("seoul", choice("서울", "Busan")))

    assert len(list(files([form], Look(font_folder=CJK), ("pdf",)))) == 2


def test_the_shipped_fonts_have_greek_cyrillic_arabic_and_accents() -> None:
    told = [text for name, text in SCRIPTS.items() if name != "korean"]

    assert len(list(documents([form_of(item("x", choice(*told, "القراء")))], Look(size="readable")))) == 2


@pytest.mark.parametrize("character", ["\u0007", "\u202e", "\u2066"])
def test_characters_that_steer_a_text_are_refused(character: str) -> None:
    form = form_of(item("x", choice(f"a{character}b", "c")))

    with pytest.raises(UnprintableCharacterError, match=f"U\\+{ord(character):04X}.*question 1"):
        list(documents([form], Look()))


@pytest.mark.parametrize("character", ["\u200d", "\u00ad", "\u200f", "\u00a0", "\u202f"])
def test_characters_that_only_join_or_part_are_printed(character: str) -> None:
    form = form_of(item("x", choice(f"a{character}b", "c")))

    assert len(list(files([form], Look(), ("pdf", "docx", "html")))) == 6


def test_a_folder_without_fonts_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FontFolderError, match="holds no font"):
            list(documents([form_of(item("x", choice("a", "b")))], Look(font_folder=folder)))


@pytest.mark.parametrize("address", ["quiz.example.org", "javascript:alert(1)", "https://a b", "ftp://x"])
def test_only_a_web_address_becomes_a_code(address: str) -> None:
    with pytest.raises(BaseUrlError):
        list(documents([form_of(item("x", choice("a", "b")))], Look(base_url=address)))


def test_a_sheet_that_is_too_long_is_refused_before_it_is_made() -> None:
    form = form_of(*(item(f"n{n}", choice("a", "b")) for n in range(201)))

    with pytest.raises(TooManyQuestionsError, match="201 questions"):
        next(iter(documents([form], Look())))
