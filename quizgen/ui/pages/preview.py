"""The page that shows the questions of a bank while another program writes it."""

from quizgen.ui.author import preview

preview.draw()
