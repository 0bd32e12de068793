"""The checks, one module each, and the table that lists them.

To add one: a module with a docstring, a `CODE` and a function `of_bank`, `of_item`, `of_items` or `of_form`; its line
below; and `quizgen explain --markdown -o docs/checks.md`. The examples in its docstring are run by a test.
"""

from __future__ import annotations

from quizgen.checks.rule import Rule, table
from quizgen.checks.rules import (
    absolute_terms,
    accepted_distractor,
    all_or_none,
    blueprint_gives_way,
    claimed_intent,
    clean_share,
    convergence,
    duplicate_entries,
    duplicate_options,
    empty_reason,
    false_claim_first,
    grammar_cue,
    ignore_without_reason,
    item_hinge,
    judging_words,
    key_position,
    long_sentence,
    long_who,
    longest_key,
    mixed_number_style,
    needless_speaker,
    negative_stem,
    odd_one_out,
    opposite_options,
    option_count,
    overlapping_ranges,
    reading_level,
    several_sentences,
    test_wise_strategy,
    truth_balance,
    undated_evidence,
    unknown_check,
    unordered_numbers,
    unsearched_claim,
    unsourced_item,
    unused_ignore,
    unused_source,
    vague_terms,
    word_clang,
)

RULES: dict[str, Rule] = table(
    (
        # wording
        judging_words,
        claimed_intent,
        negative_stem,
        several_sentences,
        long_sentence,
        reading_level,
        needless_speaker,
        long_who,
        # evidence and feedback
        undated_evidence,
        unsourced_item,
        unsearched_claim,
        unused_source,
        false_claim_first,
        empty_reason,
        accepted_distractor,
        duplicate_entries,
        # options
        option_count,
        longest_key,
        odd_one_out,
        word_clang,
        convergence,
        grammar_cue,
        all_or_none,
        absolute_terms,
        vague_terms,
        duplicate_options,
        opposite_options,
        mixed_number_style,
        unordered_numbers,
        overlapping_ranges,
        test_wise_strategy,
        # a whole quiz
        truth_balance,
        clean_share,
        key_position,
        item_hinge,
        blueprint_gives_way,
        # ignoring
        unknown_check,
        unused_ignore,
        ignore_without_reason,
    )
)
"""Every check by its code, in the order in which docs/checks.md names them."""
