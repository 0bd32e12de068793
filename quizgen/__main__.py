"""Run the command line by `python -m quizgen`."""

from quizgen.cli import main

main()
