"""long-sentence: a sentence of more than 25 words.

What cannot be read at once measures reading and not judgement, and it does so in every question that shows the text.
Quotes and passages are left alone, words in quotation marks do not count, and a semicolon ends a sentence, too. This is
a warning.

Pass:

    description: >-
      This quiz asks what the law of 1990 says on libraries. It has nine parts, was amended in 1994, 1999 and 2003,
      and was repealed in 2020 by an act that has none.

Fail:

    description: >-  # told
      This quiz asks what a law of nine parts, passed in 1990, amended in 1994, 1999 and 2003, and repealed in
      2020, has to say on libraries, books and readers.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject
from quizgen.checks.texts import clauses, words

CODE = "long-sentence"
MOST = 25


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the texts with a sentence that is too long."""
    for text in bank.texts:
        if text.value.count(" ") < MOST:  # no sentence of it can be longer
            continue
        longest = max(len(words(clause)) for clause in clauses(text.value))
        if longest > MOST:
            message = f"`{text.field}` has a sentence of {longest} words"
            yield Fault(text.path, message, f"divide it, so that no sentence has more than {MOST} words")
