"""The checks, one module each, and the table that lists them.

To add one: a module with a docstring, a `CODE` and a function `of_bank`, `of_item`, `of_items` or `of_form`; its line
below; and `quizgen explain --markdown -o docs/checks.md`. The examples in its docstring are run by a test.
"""

from __future__ import annotations

from quizgen.checks.rule import Rule, table
from quizgen.checks.rules import (
    ignore_without_reason,
    judging_words,
    longest_key,
    negative_stem,
    test_wise_strategy,
    truth_balance,
    unknown_check,
    unused_ignore,
)

RULES: dict[str, Rule] = table(
    (
        # wording
        judging_words,
        negative_stem,
        # options
        longest_key,
        test_wise_strategy,
        # a whole quiz
        truth_balance,
        # ignoring
        unknown_check,
        unused_ignore,
        ignore_without_reason,
    )
)
"""Every check by its code, in the order in which docs/checks.md names them."""
