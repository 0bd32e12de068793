"""absolute-terms: some options say always, never, all or only, and others do not.

Hardly anything is always so, and readers who know nothing else know that; they pass over such options (specific
determiners: Haladyna, Downing and Rodriguez 2002). Options that all hold such a word, or none, give no clue; words in
quotation marks do not count. This is an error if only wrong options hold one, else a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which books were lent?
        options:
          - {text: only those for schools, right: true, why: So says the Daily.}
          - {text: only those for shops, why: Schools had them.}
          - {text: only those for farms, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Which books were lent?
        options:
          - {text: those for schools, right: true, why: So says the Daily.}
          - {text: those called “Always at sea”, why: None has that name.}
          - {text: those for farms, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Which books were lent?
        options:
          - {text: books for schools, right: true, why: So says the Daily.}
          - {text: all books of the town, why: Schools had them.}  # told
          - {text: books for farms, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Which books were lent?
        options:
          - {text: only books for schools, right: true, why: So says the Daily.}  # told
          - {text: only books for shops, why: Schools had them.}
          - {text: books for farms, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.checks.strategies import ABSOLUTES
from quizgen.diagnostics import Severity

CODE = "absolute-terms"
_TELLING = ABSOLUTES - {"no", "cannot"}
"""Without those that a plain fact may need as well: “no source is named”, “it cannot be looked up”."""


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the first option with such a word, where another has none."""
    having = {option: sorted(_TELLING.intersection(option.words)) for option in question.options}
    if all(having.values()) or not any(having.values()):
        return
    only_wrong = not any(words for option, words in having.items() if option.right)
    option, words = next((option, words) for option, words in having.items() if words)
    help_ = "use such a word in all options or in none"
    severity = Severity.ERROR if only_wrong else Severity.WARNING
    which = "wrong options" if only_wrong else "some options"
    yield Fault(option.place, f"only {which} hold an absolute word such as `{words[0]}`", help_, severity)
