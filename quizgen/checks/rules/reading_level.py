"""reading-level: what a claim shows is harder to read than its readers read.

The Flesch-Kincaid grade is counted over `says`, `holds` and the findings, once these have sixty words or more: .39 ×
words a sentence + 11.8 × syllables a word − 15.59; syllables are counted in words of small letters, since names and
figures are given by the matter. Told of is what lies more than two grades above 7 for lower secondary, 10 for upper
secondary and 13 for adults. Syllables are estimated by their vowels, and on so short texts the grade is a hint, no
measure. This is a warning.

Pass:

    level: lower-secondary
    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books in the year 2022.
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence:
          - source: daily
            stance: supports
            finding: >-
              In the year 2022 the library lent 4000 books to people who live in the town. Half of the books were for
              children. Most of them went out in the three months of winter, when the days are short. In the summer of
              that year it lent fewer books, and it was shut for two weeks in August while new shelves were put up.

Fail:

    level: lower-secondary
    claims:
      - id: lent
        quote: the library lent 4000 books
        holds: Circulation of monographic publications amounted to approximately 4000 in 2022 altogether.
        says: Institutional circulation amounted to approximately 4000 monographic publications annually.  # told
        kind: fact
        verdict: supported
        record: It lent 4000 books.
        evidence:
          - source: daily
            stance: supports
            finding: >-
              Documentation concerning institutional circulation indicates approximately 4000 monographic publications
              distributed annually among registered inhabitants. Juvenile literature constituted approximately one half
              of circulation. Seasonal variability was considerable, with predominantly hibernal utilisation.
              Substantial infrastructural refurbishment necessitated temporary discontinuation of all activities.
              Administrative responsibilities were transferred to neighbouring municipalities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgen.checks.rule import Fault
from quizgen.checks.subject import Subject, numbered
from quizgen.checks.texts import clauses

CODE = "reading-level"
GRADES = {"lower-secondary": 7, "upper-secondary": 10, "adult": 13}
BEYOND = 2
LEAST_WORDS = 60
_SIGNS = ".,;:!?…()[]“”‘’\"'"
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòùâêîôû]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:(?<![lst])e|(?<![td])ed|(?<=l)e(?<![^aeiouy]le)|(?<=[^sxzcg])(?<!ch|sh)es)$")


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, less an ending that is not said."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word))))


def grade(texts: Sequence[str]) -> float | None:
    """Return the Flesch-Kincaid grade of texts, or None if they are too short to tell."""
    counted = [word.strip(_SIGNS) for text in texts for word in text.replace("-", " ").split()]
    common = [word for word in counted if word.islower() and word.isalpha()]
    if len(counted) < LEAST_WORDS or not common:
        return None
    sentences = sum(len(clauses(text)) for text in texts)
    return 0.39 * len(counted) / sentences + 11.8 * sum(map(syllables, common)) / len(common) - 15.59


def of_bank(bank: Subject) -> Iterator[Fault]:
    """Yield the claims whose shown texts are too hard, at what they say."""
    wanted = GRADES[bank.bank.level]
    for path, _ in numbered("claims", bank.bank.claims):
        shown = [t.value for t in bank.texts_of(path) if t.field in ("says", "finding", "holds")]
        found = grade(shown)
        if found is not None and found > wanted + BEYOND:
            message = f"what is shown reads like grade {found:.0f}, for readers of about grade {wanted}"
            yield Fault((*path, "says"), message, "use shorter sentences and commoner words in `says` and the findings")
