"""What all sessions share: the banks on disk, what can be made of them, and the store of attempts."""

from __future__ import annotations

import gc
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from quizgen.bank import Bank, LoadedBank, load_bank
from quizgen.diagnostics import has_errors
from quizgen.errors import NothingToAskError
from quizgen.forms import Form, build_form, minutes
from quizgen.generators import generate
from quizgen.records import Store
from quizgen.ui import offered

BANKS_VARIABLE = "QUIZGEN_BANKS"
DATABASE_VARIABLE = "QUIZGEN_DATABASE_URL"
LENGTHS = (6, 12, 20)
_ABOUT_HALF = (0.4, 0.65)


@dataclass(frozen=True)
class Offer:
    """A quiz that a bank can make: how many questions it has and about how many minutes it takes."""

    length: int
    minutes: int


@dataclass(frozen=True)
class Shelved:
    """A bank on the shelf, with the quizzes that it can make.

    There are none where it has errors, yields no question, or has the id of an earlier file.
    """

    path: Path
    loaded: LoadedBank
    offers: tuple[Offer, ...]
    about_half: bool
    """Whether about half of the claims in its quizzes hold."""
    namesake: str | None = None
    """The name of an earlier file whose bank has the same id; an address then leads to that one."""

    @property
    def bank(self) -> Bank | None:
        """The bank, if it has no errors."""
        return None if self.errors else self.loaded.bank

    @property
    def errors(self) -> int:
        """How many errors keep it from being used."""
        return sum(has_errors([d]) for d in self.loaded.diagnostics)


def folder() -> Path:
    """Return the folder of question banks: `QUIZGEN_BANKS`, else `question_banks` here, else beside the package."""
    if given := os.environ.get(BANKS_VARIABLE):
        return Path(given)
    here = Path("question_banks")
    return here if here.is_dir() else Path(__file__).parents[2] / "question_banks"


def shelf() -> Iterator[Shelved]:
    """Yield every bank of the folder, by file name; in a preview that bank alone.

    Files whose name begins with `_` are not for readers.
    """
    first: dict[str, str] = {}
    watched = offered.preview()
    for path in sorted(folder().glob("*.y*ml")) if watched is None else [watched]:
        if path.is_file() and path.suffix in (".yaml", ".yml") and not path.name.startswith("_"):
            shelved = _shelved(path)
            if shelved.bank and first.setdefault(shelved.bank.id, path.name) != path.name:
                shelved = replace(shelved, offers=(), namesake=first[shelved.bank.id])
            yield shelved


def find(bank_id: str) -> Shelved | None:
    """Return the bank with this id, if it is on the shelf and can be used."""
    return next((s for s in shelf() if s.bank and s.bank.id == bank_id and s.offers), None)


def _shelved(path: Path) -> Shelved:
    stamp = path.stat()
    return _load(str(path), stamp.st_mtime_ns, stamp.st_size)


@st.cache_resource(show_spinner=False, max_entries=256)
def _load(path: str, changed: int, size: int) -> Shelved:
    """Load a bank once for all sessions, until the file changes."""
    loaded = load_bank(Path(path))
    shelved = Shelved(Path(path), loaded, (), about_half=False)
    if shelved.bank:
        shelved = _with_offers(shelved, shelved.bank)
    # A bank stays, so the collector that Streamlit runs after every rerun need not look through it again.
    gc.collect()
    gc.freeze()
    return shelved


def _with_offers(shelved: Shelved, bank: Bank) -> Shelved:
    items = generate(bank)
    forms: list[Form] = []
    for length in LENGTHS:
        try:
            forms.append(build_form(shelved.loaded, length=length, items=items))
        except NothingToAskError:
            return shelved
    whole = [form for form, length in zip(forms, LENGTHS, strict=True) if len(form.items) == length] or forms[:1]
    offers = tuple(Offer(len(form.items), minutes(form)) for form in whole)
    return Shelved(shelved.path, shelved.loaded, offers, about_half=about_half(whole))


def about_half(forms: Iterable[Form]) -> bool:
    """Return whether about half of the claims hold, of those in all these quizzes that the evidence settles."""
    judgements = [entry.item.judgement for form in forms for entry in form.items]
    settled = [j.sound for j in judgements if j and j.of == "claim" and j.sound is not None]
    least, most = _ABOUT_HALF
    return bool(settled) and least <= sum(settled) / len(settled) <= most


def new_form(shelved: Shelved, length: int) -> Form:
    """Return a new quiz of a bank, drawn by chance."""
    return build_form(shelved.loaded, length=length, seed=new_seed())


def new_seed() -> int:
    """Return a seed; it is kept in the form, so that the same quiz can be made again."""
    return secrets.randbelow(2**31)


def store() -> Store:
    """Return the store of attempts; raises a `RecordsError` where the database cannot be used."""
    return _store(os.environ.get(DATABASE_VARIABLE))


@st.cache_resource(show_spinner=False)
def _store(url: str | None) -> Store:
    return Store.open(url)


def warm_up() -> None:
    """Load every bank and open the store before the first reader comes; raises a `RecordsError`."""
    for _ in shelf():
        pass
    store()


def lengths(offers: Sequence[Offer]) -> dict[int, int]:
    """Return the minutes by length."""
    return {offer.length: offer.minutes for offer in offers}
