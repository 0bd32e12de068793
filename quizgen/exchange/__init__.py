"""Forms for other programs and for reading: Markdown, and later learning systems."""

from quizgen.exchange.markdown import Audience, form_markdown
from quizgen.exchange.writing import write_whole

__all__ = ["Audience", "form_markdown", "write_whole"]
