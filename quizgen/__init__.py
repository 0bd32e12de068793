"""quizgen: media-literacy quizzes from curated claims and the sources that check them."""
