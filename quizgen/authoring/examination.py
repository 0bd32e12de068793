"""All that is found when a bank is examined: what is wrong with it, and what each template says of each entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.articles import Article, read_article
from quizgen.articles.excerpts import article_of_bank, article_path, not_in_article
from quizgen.bank import LoadedBank, load_bank
from quizgen.checks import check_bank
from quizgen.collector import collector_paused
from quizgen.diagnostics import Diagnostic, Location
from quizgen.errors import ArticleNotReadableError
from quizgen.generators import outcomes
from quizgen.items import Item
from quizgen.material import Declined


@dataclass(frozen=True)
class Examination:
    """A bank as loaded, what is wrong with it in the order of the file, and what the templates say of its entries.

    A bank with errors has no outcomes, nor has one of which no questions were to be made. `article` is what excerpts
    were sought in, and `article_path` the file that was to hold it, each None where there is none.
    """

    loaded: LoadedBank
    outcomes: tuple[Item | Declined, ...]
    diagnostics: tuple[Diagnostic, ...]
    article: Article | None = None
    article_path: Path | None = None
    asked: bool = True
    """Whether questions were made."""

    @property
    def questions(self) -> list[Item]:
        """Every question that the bank yields."""
        return [outcome for outcome in self.outcomes if isinstance(outcome, Item)]

    @property
    def counts(self) -> Counter[str]:
        """How many claims, passages, questions and drafts there are."""
        bank, drafts = self.loaded.bank, len(self.loaded.drafts)
        counts = Counter(drafts=drafts) if drafts else Counter[str]()
        if bank is not None:
            counts.update(claims=len(bank.claims), passages=len(bank.passages))
            if self.asked:
                counts.update(questions=len(self.questions))
        return counts

    def unused(self) -> Iterator[str]:
        """Yield a sentence on each entry that no question is made of, with what its own main template says of it."""
        bank = self.loaded.bank
        if bank is None or not self.asked:
            return
        used = {entry for question in self.questions for entry in question.provenance.entries}
        reasons = {(d.template, d.entry): d.reason for d in self.outcomes if isinstance(d, Declined)}
        main = {f"claim:{c.id}": "verdict" for c in bank.claims} | {
            f"passage:{p.id}": "name-the-issue" for p in bank.passages
        }
        for entry, template in main.items():
            if entry not in used:
                kind, name = entry.split(":")
                reason = reasons.get((template, entry), "no template can use it")
                yield f"{bank.id}: {kind} `{name}` yields no question yet; {template} says: {reason}"

    def open_drafts(self) -> Iterator[str]:
        """Yield a sentence on the drafts of the bank, if it has any, and one on those that are whole."""
        drafts = self.loaded.drafts
        if not drafts:
            return
        name = Path(self.loaded.source.file).stem
        sections = Counter(draft.section for draft in drafts)
        told = (f"{n} {section if n != 1 else section[:-1]}" for section, n in sorted(sections.items()))
        yield f"{name}: {' and '.join(told)} still marked as draft; nothing is asked of them"
        if whole := [f"`{draft.name}`" for draft in drafts if draft.is_whole]:
            yield f"{name}: whole, so that `draft: true` may go: {', '.join(whole)}"


def examine_file(path: Path, article: Path | None = None, *, questions: bool = True) -> Examination:
    """Load a bank file and examine it; its excerpts are sought in the article that is named, else in its own."""
    with collector_paused():
        return examine(load_bank(path), article, questions=questions)


def examine(loaded: LoadedBank, article: Path | None = None, *, questions: bool = True) -> Examination:
    """Examine a bank; its excerpts are sought in the article that is named, else in the one that it names itself.

    Without `questions` only what the author wrote is looked at.
    """
    with collector_paused():
        said = tuple(outcomes(loaded.bank)) if loaded.bank is not None and questions else ()
        read = article_of_bank(loaded) if article is None else _read(article)
        found = [read] if isinstance(read, Diagnostic) else [] if read is None else not_in_article(loaded, read)
        told = tuple(sorted((*loaded.diagnostics, *check_bank(loaded, said if questions else None), *found)))
        sought_in = read if isinstance(read, Article) else None
        return Examination(loaded, said, told, sought_in, article or article_path(loaded), questions)


def _read(article: Path) -> Article | Diagnostic:
    try:
        return read_article(article)
    except ArticleNotReadableError as error:
        place = Location(str(article))
        return Diagnostic(place, "article-not-readable", f"the article {error.problem}", error.help)
