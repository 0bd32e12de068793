"""The page on which a quiz is chosen and taken."""

from quizgen.ui import quiz

quiz.draw()
