"""The issue types a quiz teaches, the questions a reader asks, and the reader's moves."""

from quizgen.taxonomy.model import Family, IssueType, Move, Step, Taxonomy, load_taxonomy

__all__ = ["Family", "IssueType", "Move", "Step", "Taxonomy", "load_taxonomy"]
