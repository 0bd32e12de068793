"""The app: `streamlit run app.py`, or `quizgen serve`."""

from quizgen.ui import shell

shell.run()
