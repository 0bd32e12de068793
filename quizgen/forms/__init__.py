"""Forms: what a quiz must contain, and one assembled, ordered quiz."""

from quizgen.forms.assembly import (
    assemble,
    blueprint_of,
    build_form,
    build_versions,
    everything,
    minutes,
    practice_form,
)
from quizgen.forms.form import Citation, Form, FormItem, ShownForm
from quizgen.forms.responses import read_responses

__all__ = [
    "Citation",
    "Form",
    "FormItem",
    "ShownForm",
    "assemble",
    "blueprint_of",
    "build_form",
    "build_versions",
    "everything",
    "minutes",
    "practice_form",
    "read_responses",
]
