"""quizgen: media-literacy quizzes from curated claims and the sources that check them.

The public names; docs/architecture.md tells how the parts fit together.
"""

from quizgen.bank import Bank, LoadedBank, load_bank, load_bank_text
from quizgen.diagnostics import Diagnostic, Location, Severity
from quizgen.errors import QuizgenError
from quizgen.exchange import form_markdown
from quizgen.forms import Form, build_form, build_versions, everything, practice_form
from quizgen.generators import GENERATORS, generate, outcomes
from quizgen.items import Item, ShownItem
from quizgen.material import Declined
from quizgen.scoring import Answer, Report, Score, grade, make_report
from quizgen.version import __version__

__all__ = [
    "GENERATORS",
    "Answer",
    "Bank",
    "Declined",
    "Diagnostic",
    "Form",
    "Item",
    "LoadedBank",
    "Location",
    "QuizgenError",
    "Report",
    "Score",
    "Severity",
    "ShownItem",
    "__version__",
    "build_form",
    "build_versions",
    "everything",
    "form_markdown",
    "generate",
    "grade",
    "load_bank",
    "load_bank_text",
    "make_report",
    "outcomes",
    "practice_form",
]
