"""What Streamlit runs for every page where quizgen is installed: the same as app.py."""

from quizgen.ui import shell

shell.run()
