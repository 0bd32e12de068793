"""ignore-without-reason: a comment silences a check and does not say why.

Whoever works on the bank next cannot tell a decision from an accident. This is a warning.

Pass:

    # quizgen: ignore judging-words – Propaganda is the name of the film that the article is about
    description: What critics said of Propaganda.

Fail:

    description: What critics said of Propaganda.  # quizgen: ignore judging-words
"""

from __future__ import annotations

CODE = "ignore-without-reason"
