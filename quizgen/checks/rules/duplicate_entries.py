"""duplicate-entries: two claims, passages or questions of a bank say the same.

A quiz that draws both asks one thing twice, and the feedback on the first answers the second. Statements that differ in
a number, a name or a word that turns the sense are two statements. This is an error where two are the same but for
small words, and a warning where four fifths of their words are. Passages are verbatim: one may hold another, as long as
they are not the same.

Pass:

    items:
      - {id: a, interaction: number, stem: How many books were lent in 2021?, value: 3, why: "Three., sources: [daily]"}
      - {id: b, interaction: number, stem: How many books were lent in 2022?, value: 4, why: "Four., sources: [daily]"}
      - {id: c, interaction: number, stem: How many films were lent in 2022?, value: 5, why: "Five., sources: [daily]"}

Fail:

    items:
      - {id: a, interaction: number, stem: How many books were lent in 2021?, value: 3, why: "Three., sources: [daily]"}
      - id: b
        interaction: number
        stem: How many books were lent in the year 2021?  # told
        value: 3
        why: Three.
        sources: [daily]
      - id: c
        interaction: number
        stem: "In 2021, how many books were lent?"  # told
        value: 3
        why: Three.
        sources: [daily]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from quizgen.bank.findings import Path
from quizgen.checks.likeness import near, same, told_words
from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.diagnostics import Severity

CODE = "duplicate-entries"


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the later of two entries that say the same."""
    yield from _twice([((*p, "says"), claim.says, claim.id) for p, claim in numbered("claims", bank.bank.claims)])
    yield from _twice([((*p, "stem"), item.stem, item.id) for p, item in numbered("items", bank.bank.items)])
    first: dict[str, str] = {}
    for path, passage in numbered("passages", bank.bank.passages):
        earlier = first.setdefault(passage.text, passage.id)
        if earlier != passage.id:
            help_ = "keep one passage, with the issues of both"
            yield Fault((*path, "text"), f"this is the text of `{earlier}`", help_, Severity.ERROR)


def _twice(entries: Sequence[tuple[Path, str, str]]) -> Iterator[Fault]:
    """Yield what stands there twice; only texts that share one of their rarest words are compared."""
    words = [told_words(text) for _, text, _ in entries]
    often = Counter(word for these in words for word in these)
    by_rare: defaultdict[str, list[int]] = defaultdict(list)
    for i, (path, text, _) in enumerate(entries):
        rare = sorted(words[i], key=lambda word: (often[word], word))[: len(words[i]) // 5 + 1]
        others = dict.fromkeys(j for word in rare for j in by_rare[word])
        for j in others:
            earlier = entries[j]
            if same(text, earlier[1]):
                message, severity = f"this says the same as `{earlier[2]}`", Severity.ERROR
            elif near(text, earlier[1]):
                message, severity = f"this says nearly the same as `{earlier[2]}`", Severity.WARNING
            else:
                continue
            yield Fault(path, message, "delete one of the two, or say what sets them apart", severity)
            break
        for word in rare:
            by_rare[word].append(i)
