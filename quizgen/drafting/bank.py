"""Proposals as a bank file: every entry a draft, its gaps marked TODO, its reasons in its note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from quizgen.articles import Article
from quizgen.bank.short_names import LONGEST, as_id
from quizgen.bank.todos import TODO
from quizgen.drafting.proposals import ClaimProposal, IssueProposal, PassageProposal, Reason
from quizgen.material.words import content_words
from quizgen.source_text import shown
from quizgen.yaml_source import to_yaml

_QUOTES = '“”"'
_ID_WORDS = 5
_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b")


class Draft(NamedTuple):
    """A drafted bank: its text, and how many claims and passages it proposes."""

    text: str
    claims: int
    passages: int


def write_bank(
    article: Article,
    claims: Iterable[ClaimProposal],
    passages: Iterable[PassageProposal],
    *,
    bank_id: str,
    today: date,
    text: str | None = None,
) -> Draft:
    """Return the bank: its entries in the order of the article, since that is how its author will read it."""
    ids = _Ids()
    by_place = sorted(claims, key=lambda claim: claim.order)
    claim_entries = [_claim_entry(claim, ids, len(by_place)) for claim in by_place]
    also_by_place = sorted(passages, key=lambda passage: passage.order)
    passage_entries = [_passage_entry(passage, ids, len(also_by_place)) for passage in also_by_place]
    parts = [
        _steps(article, bank_id, beside=text is not None),
        *_head(article, bank_id, today, text),
        _SOURCES,
        _CLAIMS,
        to_yaml({"claims": claim_entries}),
        _PASSAGES,
        to_yaml({"passages": passage_entries}),
    ]
    return Draft("\n".join(parts), len(claim_entries), len(passage_entries))


def _steps(article: Article, bank_id: str, *, beside: bool) -> str:
    file = shown(article.file.replace("\\", "/").rpartition("/")[2])
    check = f"quizgen check {bank_id}.yaml" + (f" --article {file}" if file and not beside else "")
    return f"""\
# Drafted by `quizgen draft` from {file or "a text that was pasted"}.
# Nothing in it is checked: cues in the wording proposed each entry, and its note tells which. What is true, and what is
# at fault, is for you to find out.
#
# 1. Mend what stands at the top: a line below a note that begins with "# ?" is a guess, or missing.
# 2. Go through the claims. Delete what is not worth a question; shorten a quote to one thing that can be checked.
# 3. Open sources, put them under `sources`, and write in each claim what is TODO. Then delete its `draft: true`.
# 4. Do the same with the passages: keep an issue only if you would defend it before a colleague.
# 5. Run `{check}` as often as you like: it tells what is left.{"" if beside else _BESIDE}
#
# No question is made of an entry while it says `draft: true`. question_banks/_template.yaml explains every field.
"""


_BESIDE = """
#    Each quote is held against the article wherever the bank is opened, once the article's file lies beside it and
#    `text` under `article` names it."""
_GUESSED = "taken from the first lines of the text"
_SOURCES = """\
# What you opened to check the article, each under a short name of its own:
#   town-register:
#     {title: …, publisher: …, published: 2024-01, url: "https://…", kind: primary, stake: independent, about: …}
sources: {}
"""
_CLAIMS = """\
# What the article says, in its own order; the notes tell the rank by points. One entry should hold one proposition:
# copy an entry that holds several, give each copy an id of its own, and shorten the quotes.
"""
_PASSAGES = """\
# Sentences whose wording may be at fault, and some that look sound, so that readers learn to leave good wording alone.
"""


def _head(article: Article, bank_id: str, today: date, text: str | None) -> Iterator[str]:
    title = article.record.title or TODO
    yield to_yaml({"format": 1, "id": bank_id})
    yield "# ? what learners see as the quiz's title\n" + to_yaml({"title": title})
    yield to_yaml({"language": "en"})
    yield "# ? lower-secondary, upper-secondary or adult\n" + to_yaml({"level": "adult"})
    yield "# ? how others may use your bank, such as CC-BY-4.0\n" + to_yaml({"license": TODO})
    lines = ["article:"]
    for name, value, unsure in (*_told(article), *_supposed(article, today), ("text", text, "")):
        if value is not None:
            lines += [f"  # ? {unsure}"] if unsure else []
            lines += [f"  {line}" for line in to_yaml({name: value}).splitlines()]
    yield "\n".join(lines) + "\n"


def _told(article: Article) -> Iterator[tuple[str, str | None, str]]:
    """Yield what the article tells of itself: field, value, and a note where it is guessed or has to be filled in."""
    wanted = {
        "title": (TODO, "its title, as printed"),
        "author": (None, ""),
        "publisher": (TODO, "who published it"),
        "published": ("undated", "when: 2024-05-02, 2024-05 or 2024"),
        "url": (None, ""),
    }
    for name, (otherwise, missing) in wanted.items():
        value = getattr(article.record, name)
        yield name, value or otherwise, missing if value is None else _GUESSED if name in article.guessed else ""


def _supposed(article: Article, today: date) -> Iterator[tuple[str, str, str]]:
    yield "genre", "news", "news, opinion, analysis, press-release, social, advertisement or fiction"
    day = article.record.published or ""
    is_day = len(day) == len("2000-01-01")
    yield "as_of", day if is_day else today.isoformat(), "" if is_day else "claims are judged by what was known then"


def _claim_entry(claim: ClaimProposal, ids: _Ids, of: int) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": ids.take(claim.quote), "draft": True, "quote": claim.quote}
    if claim.context is not None:
        entry["context"] = claim.context
    entry |= {
        "says": TODO,
        "kind": TODO,
        "verdict": TODO,
        "record": TODO,
        "evidence": [{"source": TODO, "stance": TODO, "finding": TODO}],
        "note": f"Rank {claim.rank} of {of}, {_points(claim.score)}: {'; '.join(map(_reason, claim.reasons))}.",
    }
    return entry


def _reason(reason: Reason) -> str:
    words = ", ".join(_quoted(word, 40) for word in reason.words)
    return f"{reason.says}{f' ({words})' if words else ''} {reason.points:+}"


def _points(score: int) -> str:
    return f"{score} {'point' if score == 1 else 'points'}"


def _passage_entry(passage: PassageProposal, ids: _Ids, of: int) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": ids.take(passage.text, "wording"), "draft": True, "text": passage.text}
    entry["issues"] = [_issue_entry(issue) for issue in passage.issues]
    if not passage.issues:
        entry |= {"why_clean": TODO, "tempting": [{"type": TODO, "span": TODO, "why_not": TODO}]}
        entry["note"] = "No cue of an issue is found in it: is it sound? What would a suspicious reader say of it?"
        return entry
    told = " ".join(map(_question, passage.issues))
    entry["note"] = f"Rank {passage.rank} of {of}, {_points(passage.score)}. {told}"
    return entry


def _issue_entry(issue: IssueProposal) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": issue.type.id}
    entry |= {"span": issue.spans[0]} if len(issue.spans) == 1 else {"spans": list(issue.spans)}
    if issue.occurrence is not None:
        entry["occurrence"] = issue.occurrence
    return entry | {"why": TODO}


def _question(issue: IssueProposal) -> str:
    others = f" (or {', '.join(other.id for other in issue.others)})" if issue.others else ""
    words = ", ".join(_quoted(span, 60) for span in issue.spans)
    return f"{words}, {issue.type.id}{others} {issue.points:+}: {issue.type.look_for}"


def _quoted(words: str, longest: int) -> str:
    """Return words of the article within quotation marks, of which they may have some already."""
    return f"“{shown(words.strip(_QUOTES), longest)}”"


class _Ids:
    """Gives out short names that tell what an entry is about, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, text: str, ending: str = "") -> str:
        """Return a name made of the first content words, and of an ending if one is given."""
        found = _WORD.findall(_POSSESSIVE.sub("", text.lower()))
        words = list(dict.fromkeys(word for word in found if content_words(word) and as_id(word)))[:_ID_WORDS]
        while len(words) > 1 and len(" ".join([*words, ending])) > LONGEST:
            words.pop()
        name = as_id(" ".join([*words, ending])) or "sentence"
        free, number = name, 1
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free
