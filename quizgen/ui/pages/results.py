"""The page with the result of a quiz."""

from quizgen.ui import results

results.draw()
