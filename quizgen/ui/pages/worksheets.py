"""The page on which teachers print a quiz."""

from quizgen.ui import worksheets

worksheets.draw()
