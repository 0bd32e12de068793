"""The page on which a bank is written."""

from quizgen.ui.author import page

page.draw()
