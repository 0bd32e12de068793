"""Attempts and responses in a database: what a reader has answered survives a refresh, a crash and a restart."""

from quizgen.records.attempt import Answer, Attempt, Mode
from quizgen.records.store import Store

__all__ = ["Answer", "Attempt", "Mode", "Store"]
