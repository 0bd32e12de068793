"""The page with the list of quizzes."""

from quizgen.ui import quizzes

quizzes.draw()
