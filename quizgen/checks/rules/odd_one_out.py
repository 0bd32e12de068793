"""odd-one-out: one option differs from all others in its looks.

An option that alone has a figure, a quotation or an address, or is more than twice as long as the middle one, is seen
before any is read. If it is right, the looks give it away; if it is wrong, they take it out of the choice (options are
to be homogeneous: Haladyna, Downing and Rodriguez 2002). This is an error if it is the right option, else a warning.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books, right: true, why: So says the Daily.}
          - {text: 400 books, why: These are the books of 2021.}
          - {text: 40 films, why: Films are lent since 2023.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Who was lent the books of the library?
        options:
          - {text: schools of the town, right: true, why: So says the Daily.}
          - {text: shops, why: Schools had them.}
          - {text: farms on the hill, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: What did the library lend in 2022?
        options:
          - {text: 4000 books, right: true, why: So says the Daily.}  # told
          - {text: many films, why: Films are lent since 2023.}
          - {text: some maps, why: Maps are not lent.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Who was lent the books of the library?
        options:
          - {text: the schools, right: true, why: So says the Daily.}
          - {text: "shops and farms, and whoever lives outside the town", why: Schools had them.}  # told
          - {text: the farms, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from statistics import median

from quizgen.checks.question import Offered, Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "odd-one-out"
LEAST_OPTIONS = 3
MUCH_LONGER = 2
LONG = 30
"""An option of fewer characters is short, whatever the others are."""
LOOKS: dict[str, Callable[[str], object]] = {
    "a figure": re.compile(r"\d").search,
    "a quotation": re.compile(r"[“”\"«»]|(?<!\w)[‘']\w").search,
    "an address of the web": re.compile(r"https?://|www\.").search,
}


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the option that stands out."""
    options = question.options
    if len(options) < LEAST_OPTIONS or question.only_key is None:
        return
    for name, has in LOOKS.items():
        # As read, every option may have a figure, such as the date of a source; then none stands out.
        looks = [bool(has(option.own)) for option in options]
        if looks.count(True) in (1, len(options) - 1) and looks == [bool(has(option.text)) for option in options]:
            alone = looks.count(True) == 1
            odd = options[looks.index(alone)]
            yield _fault(odd, f"only this option {'has' if alone else 'lacks'} {name}")
    middle = median(len(option.text) for option in options)
    longer = [o for o in options if len(o.text) > max(MUCH_LONGER * middle, LONG)]
    if len(longer) == 1:
        yield _fault(longer[0], "this option is more than twice as long as the middle one")


def _fault(option: Offered, message: str) -> Fault:
    severity = Severity.ERROR if option.right else Severity.WARNING
    return Fault(option.place, message, "write the options alike, or let a second one share it", severity)
