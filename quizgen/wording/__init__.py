"""Stems, labels and feedback per language: Jinja2 strings in YAML, filled with values."""

from quizgen.wording.wording import LANGUAGES, Wording, load_wording

__all__ = ["LANGUAGES", "Wording", "load_wording"]
