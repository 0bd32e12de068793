"""option-count: a question offers two options, or five and more.

Three are enough (Rodriguez 2005, over eighty years of studies); each wrong option that is read can be believed later
(Roediger and Marsh 2005); and questions with two did worst (Abad et al. 2001). Four are let pass, and so are yes and
no, and up to six steps of a scale that keeps its order. A multiple-response may have up to eight. This is an error.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Did the library lend films in 2022?
        options:
          - {text: 'Yes', why: Since 2023.}
          - {text: 'No', right: true, why: Since 2023.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        keep_order: true
        stem: How often does the van come?
        options:
          - {text: every day, why: Once a week.}
          - {text: each week, right: true, why: So it is.}
          - {text: each month, why: Once a week.}
          - {text: each term, why: Once a week.}
          - {text: each year, why: Once a week.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend?  # told
        options:
          - {text: books, right: true, why: So says the Daily.}
          - {text: films, why: Since 2023.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: How often does the van come?  # told
        options:
          - {text: every day, why: Once a week.}
          - {text: each week, right: true, why: So it is.}
          - {text: each month, why: Once a week.}
          - {text: each term, why: Once a week.}
          - {text: each year, why: Once a week.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.question import Question
from quizgen.checks.rule import Fault
from quizgen.checks.texts import words
from quizgen.diagnostics import Severity
from quizgen.items import Choice

CODE = "option-count"
FEWEST, MOST = 3, 4
MOST_STEPS = 6
MOST_TO_MARK = 8
YES_NO = ({"yes", "no"}, {"true", "false"}, {"right", "wrong"}, {"holds", "fails"})


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the question that offers too few or too many options."""
    written, count = question.written, len(question.options)
    if written is None:
        return
    most = MOST_TO_MARK if not isinstance(question.item.body, Choice) else MOST_STEPS if written.keep_order else MOST
    if count > most:
        yield Fault((*question.path, "stem"), f"{count} options are offered", f"offer {most} at most", Severity.ERROR)
    elif count < FEWEST and {(words(option.text) or ("",))[0] for option in question.options} not in YES_NO:
        help_ = "add a wrong one that a reader could choose"
        yield Fault((*question.path, "stem"), f"{count} options are offered", help_, Severity.ERROR)
