"""Whether what a bank quotes stands in its article: the verbatim check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.articles.article import Article
from quizgen.articles.matching import Matcher, Near
from quizgen.articles.reading import read_article
from quizgen.bank import LoadedBank
from quizgen.bank.todos import is_todo
from quizgen.diagnostics import Diagnostic, Location, Severity
from quizgen.errors import ArticleNotReadableError
from quizgen.source_text import shown

FIELDS = {"claims": ("quote", "context"), "passages": ("text", "show_with")}
"""The fields of an entry whose words are the article's."""

_NAMED_AT = ("article", "text")
_SEVERAL = 5
_MOST_DIFFERENCES = 3
_SHOWN = 160


class Excerpt(NamedTuple):
    """Words that a bank quotes: of which entry and field, and where they stand in the bank's file.

    `entry` is empty if its author has not named it.
    """

    section: str
    entry: str
    field: str
    text: str
    location: Location
    is_draft: bool

    @property
    def name(self) -> str:
        """What it is called in a message, such as "`quote` of claim `oldest`"."""
        kind = self.section[:-1]
        entry = f"{kind} `{shown(self.entry)}`" if self.entry else f"a {kind} without `id`"
        return f"`{self.field}` of {'draft ' if self.is_draft and self.entry else ''}{entry}"


def excerpts(loaded: LoadedBank) -> list[Excerpt]:
    """Return what a bank quotes in the order of its file, drafts and entries with errors included."""
    return sorted((*_of_finished(loaded), *_of_drafts(loaded)), key=lambda excerpt: excerpt.location)


def _of_finished(loaded: LoadedBank) -> Iterator[Excerpt]:
    for section in FIELDS:
        entries = loaded.source.value((section,))
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            for field, text in _texts(section, entry):
                yield Excerpt(section, _id(entry), field, text, loaded.source.locate((section, i, field)), False)


def _of_drafts(loaded: LoadedBank) -> Iterator[Excerpt]:
    for draft in loaded.drafts:
        for field, text in _texts(draft.section, draft.fields):
            yield Excerpt(draft.section, _id(draft.fields), field, text, draft.locate(field), True)


def _texts(section: str, entry: Any) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry that quote; what is misshapen or still to be written is told of elsewhere."""
    for field in FIELDS[section] if isinstance(entry, Mapping) else ():
        text = entry.get(field)
        if isinstance(text, str) and text.strip() and not is_todo(text):
            yield field, text


def _id(entry: Mapping[str, Any]) -> str:
    name = entry.get("id")
    return name if isinstance(name, str) else ""


def not_in_article(loaded: LoadedBank, article: Article) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each excerpt that does not stand in the article; of a draft it is only a warning.

    Where none of several stands in it, it is not their article, and one diagnostic says so.
    """
    matcher = Matcher(article)
    quoted = excerpts(loaded)
    missing = [excerpt for excerpt in quoted if not matcher.stands(excerpt.text)]
    if len(missing) == len(quoted) >= _SEVERAL:
        message = f"none of the {len(quoted)} excerpts of this bank stands in {shown(Path(article.file).name)}"
        help_ = "name the file of its own article"
        yield Diagnostic(loaded.source.locate(_NAMED_AT), "not-in-article", message, help_)
        return
    for excerpt in missing:
        message = f"the {excerpt.name} does not stand in the article"
        severity = Severity.WARNING if excerpt.is_draft else Severity.ERROR
        help_ = _remedy(excerpt.text, matcher)
        yield Diagnostic(excerpt.location, "not-in-article", message, help_, severity)


def _remedy(words: str, matcher: Matcher) -> str:
    missing = matcher.missing_piece(words)
    if missing is None:
        return "its parts stand there in another order; quote them in that of the article"
    near = matcher.nearest(missing)
    if near is None:
        file = Path(matcher.article.file).name
        return f"nothing like it is found in {file}; copy the words from there, or delete the entry"
    return f"copy it again: the nearest words are `{shown(near.text, _SHOWN)}`{_told(near)}"


def _told(near: Near) -> str:
    told = [_difference(theirs, ours) for theirs, ours in near.differences[:_MOST_DIFFERENCES]]
    more = " and more" if len(near.differences) > _MOST_DIFFERENCES else ""
    return f"; {', '.join(told)}{more}" if told else "; letters are joined or divided otherwise"


def _difference(theirs: str, ours: str) -> str:
    if theirs and ours:
        return f"`{shown(theirs)}` where the bank has `{shown(ours)}`"
    return f"with `{shown(theirs)}`, which the bank leaves out" if theirs else f"without `{shown(ours)}`"


def article_path(loaded: LoadedBank) -> Path | None:
    """Return the file that a bank names as `article.text`, if it names one as it should and is a file itself."""
    named = loaded.source.value(_NAMED_AT)
    place = loaded.source.locate(_NAMED_AT)
    if loaded.folder is None or not isinstance(named, str) or any(d.location == place for d in loaded.diagnostics):
        return None
    return loaded.folder / named


def article_of_bank(loaded: LoadedBank) -> Article | Diagnostic | None:
    """Return the article that a bank names as `article.text`; a diagnostic if it cannot be read; None if it has none.

    The file must lie in the bank's folder or below it, links followed: a bank must not make others read any other file.
    """
    path = article_path(loaded)
    if path is None or loaded.folder is None:
        return None
    location = loaded.source.locate(_NAMED_AT)
    named = shown(str(loaded.source.value(_NAMED_AT)))
    if not path.resolve().is_relative_to(loaded.folder.resolve()):
        message = f"the article's text `{named}` leads out of the bank's folder"
        return Diagnostic(location, "article-not-readable", message, "put the file itself beside the bank")
    try:
        return read_article(path)
    except ArticleNotReadableError as error:
        message = f"the article's text `{named}` {error.problem}"
        return Diagnostic(location, "article-not-readable", message, error.help)
