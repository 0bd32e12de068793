"""quizgen: media-literacy quizzes from curated claims and the sources that check them."""

__version__ = "0.1.0"
