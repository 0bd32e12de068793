"""Is a bank well made? Rules on what authors write, on the questions that it yields, and on quizzes made of them.

A check is one module in `quizgen.checks.rules` and its line in the table there. `check_bank` runs all of them.
"""

from quizgen.checks.explaining import Explanation, explain
from quizgen.checks.rules import RULES
from quizgen.checks.running import check_bank, check_form

__all__ = ["RULES", "Explanation", "check_bank", "check_form", "explain"]
