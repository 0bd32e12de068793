"""Articles: read from text, Markdown, web pages and PDFs, cut into sentences, and searched for a bank's excerpts."""

from quizgen.articles.article import Article, Paragraph, Record
from quizgen.articles.reading import READERS, read_article, read_content

__all__ = ["READERS", "Article", "Paragraph", "Record", "read_article", "read_content"]
