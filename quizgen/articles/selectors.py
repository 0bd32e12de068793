"""Where a bank's excerpts stand in its article, as text-quote selectors of the W3C's Web Annotation Data Model."""

from __future__ import annotations

from typing import Any

from quizgen.articles.article import Article
from quizgen.articles.excerpts import excerpts
from quizgen.articles.matching import Matcher, Span
from quizgen.bank import LoadedBank

_AROUND = 32  # characters before and after an excerpt, and so many more until they make it unique


def annotation_page(loaded: LoadedBank, article: Article) -> dict[str, Any]:
    """Return a page of annotations, one for each excerpt of the finished entries.

    An excerpt that does not stand in the article is left out. Of several places, that of a quote within its context is
    taken, else the first.

    Raises:
        BankNotUsableError: if the bank has errors.
    """
    bank = loaded.usable()
    matcher = Matcher(article)
    quoted = [excerpt for excerpt in excerpts(loaded) if not excerpt.is_draft]
    contexts = {e.entry: e.text for e in quoted if e.field == "context"}
    items = []
    for excerpt in quoted:
        spans = matcher.find(excerpt.text)
        if not spans:
            continue
        context = contexts.get(excerpt.entry) if excerpt.field == "quote" else None
        span = _within(spans, matcher.find(context)) if context is not None else spans[0]
        items.append(
            {
                "id": f"#{excerpt.section[:-1]}-{excerpt.entry}-{excerpt.field}",
                "type": "Annotation",
                "motivation": "identifying",
                "target": {"source": bank.article.url or article.file, "selector": selector(article.text, span)},
            }
        )
    context_of_terms = "http://www.w3.org/ns/anno.jsonld"
    return {"@context": context_of_terms, "id": f"#{bank.id}", "type": "AnnotationPage", "items": items}


def _within(spans: tuple[Span, ...], around: tuple[Span, ...]) -> Span:
    inside = (s for s in spans if any(outer.start <= s.start and s.end <= outer.end for outer in around))
    return next(inside, spans[0])


def selector(text: str, span: Span) -> dict[str, str]:
    """Return the text-quote selector of a stretch: its words, with as much before and after as makes it unique."""
    around = _AROUND
    while True:
        before, after = max(0, span.start - around), min(len(text), span.end + around)
        wanted = text[before:after]
        if (text.find(wanted) == before and text.find(wanted, before + 1) < 0) or len(wanted) == len(text):
            return {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[before : span.start],
                "suffix": text[span.end : after],
            }
        around += _AROUND
