"""Worksheets: a form on paper with its key, as PDF, HTML and Word."""

from quizgen.worksheets.look import Look
from quizgen.worksheets.pdf import pictures
from quizgen.worksheets.printing import FORMATS, Document, File, bubble_file, count_of_files, documents, files

__all__ = ["FORMATS", "Document", "File", "Look", "bubble_file", "count_of_files", "documents", "files", "pictures"]
