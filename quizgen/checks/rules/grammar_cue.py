"""grammar-cue: the right option alone fits the form of the question, or has another form than the rest.

A question that ends with “an” takes an option that begins with a vowel, whatever is asked; an option that alone ends
with a full stop, or alone begins with a capital, was written with more care than the others (Haladyna, Downing and
Rodriguez 2002: grammatical clues). This is an error for the article, and a warning for capitals and full stops.

Pass:

    items:
      - id: lending
        interaction: choice
        stem: "In 2022 the library lent its books by way of a"
        options:
          - {text: van, right: true, why: So says the Daily.}
          - {text: letter, why: None was sent.}
          - {text: university, why: It has its own.}
        why: It lent 4000 books.
        sources: [daily]

Pass:

    items:
      - id: lending
        interaction: choice
        stem: Who was lent books?
        options:
          - {text: Every school of the town., right: true, why: So says the Daily.}
          - {text: The shops of the town., why: Schools had them.}
          - {text: Farms., why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: "In 2022 the library lent its books by way of an"
        options:
          - {text: office, right: true, why: So says the Daily.}  # told
          - {text: van, why: It came in 2023.}
          - {text: letter, why: None was sent.}
        why: It lent 4000 books.
        sources: [daily]

Fail:

    items:
      - id: lending
        interaction: choice
        stem: Who was lent books?
        options:
          - {text: The schools of the town., right: true, why: So says the Daily.}  # told
          - {text: The shops of the town, why: Schools had them.}
          - {text: The farms of the town, why: Schools had them.}
        why: It lent 4000 books.
        sources: [daily]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.question import Offered, Question
from quizgen.checks.rule import Fault
from quizgen.diagnostics import Severity

CODE = "grammar-cue"
_ARTICLE = re.compile(r"\b(a|an)\b[\s_.…:]*$", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"(?i:[aeiou]|hours?\b|hono|hones|heir)|[FHLMNRSX][A-Z]")
_NO_VOWEL_SOUND = re.compile(r"(?i:uni(?!n|m)|us[ue]|eu|ew|one\b|once\b|ubi|uti)|U[A-Z]")


def of_item(question: Question) -> Iterator[Fault]:
    """Yield the key, if its form gives it away."""
    key = question.only_key
    if key is None:
        return
    article = _ARTICLE.search(question.stem)
    if article and question.written is not None:
        wanted = article[1].lower() == "an"
        if _fits(key, wanted) and not all(_fits(option, wanted) for option in question.distractors):
            help_ = f"end the question before `{article[1]}`, and begin each option with its own article"
            yield Fault(key.place, f"not every option goes with `{article[1]}`", help_, Severity.ERROR)
    for differs, name in ((_ends_a_sentence, "a full stop"), (_begins_with_capital, "a capital")):
        forms = [differs(option) for option in question.distractors]
        if len(forms) > 1 and len(set(forms)) == 1 and differs(key) is not forms[0]:
            alone = f"only the right option has {name}" if differs(key) else f"only the right option lacks {name}"
            yield Fault(key.place, alone, "write all options in the same form")


def _fits(option: Offered, vowel: bool) -> bool:
    """Whether an option goes with `an` (vowel) or with `a`."""
    text = option.own.lstrip("“\"‘'(")
    sounds = bool(_VOWEL_SOUND.match(text)) and not _NO_VOWEL_SOUND.match(text)
    return sounds is vowel


def _ends_a_sentence(option: Offered) -> bool:
    return option.own.rstrip("”\"’')").endswith((".", "!", "?"))


def _begins_with_capital(option: Offered) -> bool:
    return option.own.lstrip("“\"‘'(")[:1].isupper()
