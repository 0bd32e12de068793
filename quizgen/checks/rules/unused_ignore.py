"""unused-ignore: a check is ignored that finds nothing there.

What it was written for has been mended, or it stands in another place than it should. Left alone, it would silence the
next fault, which nobody has weighed. This is a warning.

Pass:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: contradicted
        # quizgen: ignore judging-words – the word is the name of the leaflet that is meant
        record: The propaganda leaflet of 2022 gives 400 books.
        evidence: [{source: daily, stance: refutes, finding: Elm Library lent 400 books in 2022.}]

Fail:

    claims:
      - id: lent
        quote: the library lent 4000 books
        says: Elm Library lent 4000 books.
        kind: fact
        verdict: supported
        record: It lent 4000 books.  # quizgen: ignore judging-words – told: nothing is wrong with these words
        evidence: [{source: daily, stance: supports, finding: Elm Library lent 4000 books in 2022.}]
"""

from __future__ import annotations

CODE = "unused-ignore"
