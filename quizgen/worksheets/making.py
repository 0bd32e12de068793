"""Make the student's sheet and the teacher's key of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.dates import parts
from quizgen.forms import Form
from quizgen.forms.form import Citation
from quizgen.items import ShownChoice, ShownItem, ShownMultipleResponse
from quizgen.taxonomy import load_taxonomy
from quizgen.wording import Wording, load_wording
from quizgen.worksheets.answers import answer, crossing, strip
from quizgen.worksheets.bubbles import BubblePage, bubble_pages
from quizgen.worksheets.look import Look
from quizgen.worksheets.marking import guide
from quizgen.worksheets.qr import qr_svg
from quizgen.worksheets.questions import question
from quizgen.worksheets.sheet import Entry, Footer, Glossary, Head, Key, Listed, Picture, Sheet
from quizgen.worksheets.sources import Keys
from quizgen.worksheets.text import Text, plain

QR_SIDE = 28.0
"""Millimetres; with its white border a code of this side can be read from a copy of a copy."""


def student_sheet(form: Form, look: Look) -> Sheet:
    """Return the student's sheet of a form; nothing in it is made from a key.

    Raises:
        UnknownLanguageError: if there is no wording for the form's language.
        BaseUrlError: if the address of the app in `look` is no web address.
    """
    w = load_wording(form.language)
    keys = Keys(form)
    items = [entry.shown() for entry in form.items]
    language = other_language(form)
    questions = tuple(
        question(w, item, tuple(keys.of_finding(entry, f) for f in item.stimulus.findings), language)
        for entry, item in zip(form.items, items, strict=True)
    )
    version = w.text("sheet.version", version=form.version)
    return Sheet(
        language=form.language,
        title=f"{form.title} – {version}",
        look=look,
        date=document_date(form),
        head=Head(
            title=form.title,
            article=_citation(w, form.article, language),
            version=version,
            fields=tuple(w.text(f"sheet.field.{name}") for name in ("name", "class", "date")),
            score=w.text("sheet.score", of=len(items)),
            instructions=tuple(_instructions(w, form)),
            qr=_qr(w, form, look),
            qr_words=w.text("sheet.qr") if look.base_url else None,
        ),
        questions=questions,
        sources=Listed(title=w.text("sheet.sources"), rows=keys.shown(w)),
        glossary=Glossary(title=w.text("sheet.glossary"), entries=tuple(_glossary(items)) if look.glossary else ()),
        bubbles=bubbles(form) if look.bubbles else (),
        footer=_footer(w, form),
    )


def teacher_key(form: Form, forms: Sequence[Form], look: Look) -> Key:
    """Return the key to a form; `forms` are all versions that are handed out with it, this one among them."""
    w = load_wording(form.language)
    keys = Keys(form)
    version = w.text("sheet.version", version=form.version)
    title = w.text("sheet.key-title", title=form.title)
    return Key(
        language=form.language,
        title=f"{title} – {version}",
        look=look,
        date=document_date(form),
        head=Head(title=title, article=_citation(w, form.article, other_language(form)), version=version),
        strip_title=w.text("sheet.strip"),
        strip=strip(w, form),
        crossing=crossing(w, form, forms),
        guide_title=w.text("sheet.guide-title"),
        guide=tuple(guide(w, (entry.item for entry in form.items))),
        answers_title=w.text("sheet.answers"),
        answers=tuple(answer(w, entry, keys) for entry in form.items),
        sources=Listed(title=w.text("sheet.sources"), rows=keys.told(w)),
        footer=_footer(w, form),
    )


def bubbles(form: Form) -> tuple[BubblePage, ...]:
    """Return the pages of the bubble sheet of a form."""
    w = load_wording(form.language)
    return bubble_pages(
        [entry.shown() for entry in form.items],
        words=w.text("sheet.bubbles-words", version=form.version),
        title=w.text("sheet.bubbles"),
        number_remark=w.text("sheet.bubbles-number"),
        code=f"{form.id} {form.version}",
    )


def document_date(form: Form) -> tuple[int, int, int]:
    """Return the day in a file's properties: that of the judgements, so that the same form is always the same file."""
    year, month, day = parts(form.as_of) or (1980, 1, 1)
    return year, month or 1, day or 1


def other_language(form: Form) -> str | None:
    """Return the language of the article's own words, where it is not that of the sheet."""
    language = form.article.language
    return language if language != form.language else None


def _citation(w: Wording, article: Citation, language: str | None) -> Text:
    by = f"{article.author}, " if article.author else ""
    after = f", {article.publisher}, {w.date(article.published)}"
    return (*plain(f"{by}“"), *plain(article.title, language=language), *plain("”"), *plain(after))


def _instructions(w: Wording, form: Form) -> Iterator[Text]:
    if any(entry.item.stimulus.findings for entry in form.items):
        yield plain(w.text("sheet.instructions.sources", as_of=form.as_of))
    yield plain(w.text("sheet.instructions.agree"))


def _qr(w: Wording, form: Form, look: Look) -> Picture | None:
    address = look.quiz_address(form.bank)
    if address is None:
        return None
    words = w.text("sheet.qr-words", address=address)
    return Picture(svg=qr_svg(address, QR_SIDE), words=words, width=QR_SIDE, height=QR_SIDE)


def _glossary(items: Sequence[ShownItem]) -> Iterator[Entry]:
    """Yield the issue types that the sheet names, by their names."""
    named = {item.stimulus.term for item in items}
    for item in items:
        if isinstance(item.body, ShownChoice | ShownMultipleResponse):
            named |= {option.text for option in item.body.options}
    for kind in sorted(load_taxonomy().types.values(), key=lambda t: t.name):
        if kind.name in named:
            yield Entry(word=kind.name, meaning=plain(kind.definition))


def _footer(w: Wording, form: Form) -> Footer:
    words = w.text(
        "sheet.footer",
        title=form.title,
        version=form.version,
        sheet=form.id,
        seed=form.seed,
        revision=form.bank_revision,
    )
    return Footer(words=words, before_page=w.text("sheet.page"), between=w.text("sheet.page-of"))
