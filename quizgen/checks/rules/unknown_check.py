"""unknown-check: a check is to be ignored that does not exist.

An ignore with a slip in it silences nothing, and the warning that it was meant for comes back unexplained. What is told
when a file is read (an unknown field, a missing source) keeps the bank from being used and cannot be ignored at all.
This is an error.

Pass:

    ignore: [{code: judging-words, why: The article is about a film with the name Propaganda.}]
    description: What critics said of Propaganda.

Fail:

    ignore: [{code: judging-word, why: The article is about a film with the name Propaganda.}]  # told
"""

from __future__ import annotations

CODE = "unknown-check"
