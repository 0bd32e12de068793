"""word-clang: a telling word of the question stands in the right option and in no wrong one.

Readers who know nothing choose the option that sounds like the question (Haladyna, Downing and Rodriguez 2002 name such
clang associations among the clues to be avoided). Words of four letters and more count, whatever their ending; words of
the passage that is shown, and words in quotation marks, do not. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which towns have a library?
        options:
          - {text: Elm and Oak, right: true, why: The Daily names them.}
          - {text: Ash and Oak, why: Ash has none.}
          - {text: Elm and Ash, why: Ash has none.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which of the towns have a library?
        options:
          - {text: The library stands in towns on the river, right: true, why: So says the Daily.}
          - {text: The library stands in towns on the hill, why: None stands there.}
          - {text: No town has one, why: Two have.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Which town has a library that lends films?
        options:
          - {text: "Elm, whose library began in 2022", right: true, why: The Daily says so.}  # told
          - {text: "Ash, where the school has a shelf", why: It has books only.}
          - {text: "Oak, where a van stops", why: It brings books.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.checks.texts import sentences, stems, unquoted
from quizgen.diagnostics import Severity

CODE = "word-clang"
LEAST_LETTERS = 4


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the key, if it alone echoes the question."""
    key = question.only_key
    if key is None or question.written is None:
        return
    asked = next((s for s in reversed(sentences(question.stem)) if "?" in s), question.stem)
    echoed = stems(unquoted(asked)) & stems(unquoted(key.text)) - stems(question.written.text or "")
    echoed -= frozenset().union(*(stems(option.text) for option in question.distractors))
    telling = sorted(word for word in echoed if len(word) >= LEAST_LETTERS and word.isalpha())
    if telling:
        message = f"only the right option has a word of the question, `{telling[0]}`"
        yield Fault(key.place, message, "use the word in a wrong option as well, or another one here", Severity.ERROR)
