"""Rules across fields: each has what breaks it, and a near miss that does not."""

from __future__ import annotations

import pytest

from quizgen.bank.model import LABEL_OF, Bank
from quizgen.bank.verbatim import as_printed, occurrences
from quizgen.diagnostics import Severity
from tests.bank.checking import CLAIM, PASSAGE, check_clean, check_finds, load, more

ISSUE = "issues: [{type: bandwagon, span: Everybody says, why: Numbers prove nothing.%s}]"

A = "{text: a, right: true, why: x}"
B = "{prompt: a, answer: b, why: x}"


def issue(extra: str = "", *, span: str = "span: Everybody says") -> str:
    """Return a passage with one issue on line 4; its span begins in column 38, what is added in column 81."""
    return more(PASSAGE, (ISSUE % extra).replace("span: Everybody says", span))


def clean(extra: str) -> str:
    """Return a clean passage; what is added begins on line 5."""
    return more(PASSAGE, f"why_clean: It is sound.\n{extra}")


def written(fields: str) -> str:
    """Return a handwritten item; the name of its interaction begins on line 2 in column 43."""
    return f"items:\n  - {{id: x, stem: Q, why: R, interaction: {fields}}}\n"


def blueprint(fields: str) -> str:
    """Return a blueprint; its fields stand on line 1 from column 22 on."""
    return f"blueprints: {{short: {{{fields}}}}}\n"


class TestEvidence:
    def test_a_source_must_be_there(self) -> None:
        check_finds(CLAIM.replace("source: daily", "source: dayly"), (8, 25, "unknown-source"))

    def test_a_source_must_have_been_reached(self) -> None:
        check_finds(CLAIM.replace("source: daily", "source: closed"), (8, 25, "source-not-reached"))

    def test_a_source_must_have_an_address(self) -> None:
        check_finds(CLAIM.replace("source: daily", "source: paper"), (8, 25, "source-without-url"))

    def test_sources_that_are_only_named_need_neither(self) -> None:
        check_clean(more(CLAIM, "originals_to_open: [closed]\nweaker_sources: [{source: paper, fails: copy, why: x}]"))

    def test_sources_that_are_only_named_must_be_there(self) -> None:
        check_finds(more(CLAIM, "originals_to_open: [daily, close]"), (9, 32, "unknown-source"))
        check_finds(more(CLAIM, "weaker_sources: [{source: paper2, fails: copy, why: x}]"), (9, 31, "unknown-source"))

    def test_a_source_is_not_the_record_and_a_weaker_one(self) -> None:
        part = more(CLAIM, "originals_to_open: [daily]\nweaker_sources: [{source: daily, fails: copy, why: x}]")
        check_finds(part, (10, 31, "contradicting-sources"))

    def test_as_many_findings_as_must_be_shown_are_there(self) -> None:
        check_clean(more(CLAIM, "min_pack: 1"))
        check_finds(more(CLAIM, "min_pack: 2"), (9, 15, "too-few-findings"))


class TestQuotes:
    @pytest.mark.parametrize("context", ["Last year the library lent 4000 books and 4000 films.", "It is old."])
    def test_the_context_holds_the_quote_or_stands_beside_it(self, context: str) -> None:
        check_clean(more(CLAIM, f"context: {context}"))

    @pytest.mark.parametrize(
        "context", ["The library lent 4000 books and 4000 films.", "the library lent 4000\u00a0books and 4000 films"]
    )
    def test_a_context_that_prints_the_quote_otherwise_is_told(self, context: str) -> None:
        check_finds(more(CLAIM, f"context: {context}"), (3, 12, "quote-differs-from-context"))

    def test_words_of_an_issue_may_stand_in_the_quote_or_in_its_context(self) -> None:
        part = "context: At last it is open.\nissues: [{type: bandwagon, spans: [lent, At last], why: x}]"
        check_clean(more(CLAIM, part))
        check_finds(more(CLAIM, part.replace("At last]", "at last]")), (10, 46, "words-not-in-text"))

    def test_words_of_the_parts_stand_in_the_quote_or_in_its_context(self) -> None:
        check_clean(more(CLAIM, "parts: {fails: [4000], holds: [books], open: [films]}"))
        check_finds(more(CLAIM, "parts: {fails: [4000], holds: [book shops]}"), (9, 36, "words-not-in-text"))

    def test_somebodys_words_need_a_speaker_where_the_kind_is_clear(self) -> None:
        said = CLAIM.replace("kind: fact", "kind: attribution")
        check_clean(said)
        check_clean(more(said, "kind_clear: true\nspeaker: the mayor"))
        check_finds(more(said, "kind_clear: true"), (2, 5, "missing-speaker"))


class TestSpans:
    def test_words_that_stand_there_once_are_found(self) -> None:
        check_clean(issue())

    def test_words_that_do_not_stand_there_are_told_with_what_was_meant(self) -> None:
        loaded = check_finds(issue(span="span: everybody says"), (4, 38, "words-not-in-text"))
        assert loaded.diagnostics[0].help == "did you mean `Everybody says`?"

    def test_words_that_stand_there_twice_need_their_occurrence(self) -> None:
        check_finds(issue(span="span: the best"), (4, 38, "ambiguous-words"))
        check_clean(issue(", occurrence: 2", span="span: the best"))
        check_clean(issue(span="span: the best library"))
        check_finds(issue(", occurrence: 3", span="span: the best"), (4, 38, "no-such-occurrence"))

    def test_an_occurrence_of_words_that_stand_there_once_is_told(self) -> None:
        check_finds(issue(", occurrence: 2"), (4, 95, "no-such-occurrence"))
        check_clean(issue(", occurrence: 1"))

    def test_of_several_words_each_is_looked_for(self) -> None:
        check_clean(issue(", occurrence: 2", span="spans: [Everybody says, the best]"))
        check_finds(issue(span="spans: [Everybody says, the worst, all]"), (4, 56, "words-not-in-text"))

    def test_either_one_span_or_several(self) -> None:
        check_finds(issue(span="span: Everybody says, spans: [all]"), (4, 38, "span-and-spans"))
        check_finds(issue(span="spans: []"), (4, 14, "missing-words"))

    def test_something_that_is_missing_cannot_be_pointed_at(self) -> None:
        check_clean(issue(span="spans: []").replace("bandwagon", "missing-context"))

    def test_words_near_an_issue_stand_there_once(self) -> None:
        check_clean(issue(", near: [that it is]"))
        check_finds(issue(", near: [that it was]"), (4, 90, "words-not-in-text"))
        check_finds(issue(", near: [the best]"), (4, 90, "ambiguous-words"))

    def test_tempting_words_stand_there_once(self) -> None:
        check_clean(clean("tempting: [{type: no-source, span: Everybody, why_not: x}, {type: bandwagon, why_not: x}]"))
        check_finds(clean("tempting: [{type: no-source, span: the best, why_not: x}]"), (5, 40, "ambiguous-words"))
        check_finds(clean("tempting: [{type: no-source, span: Nobody, why_not: x}]"), (5, 40, "words-not-in-text"))

    def test_occurrences_overlap(self) -> None:
        assert occurrences("an a", "an an an a") == 3
        assert occurrences("ana", "banana") == 2
        assert occurrences("x", "banana") == 0

    def test_the_printed_stretch_is_cut_where_it_stands(self) -> None:
        assert as_printed("it's “Old”", 'They say: IT’S\u00a0"old".') == 'IT’S\u00a0"old"'
        assert as_printed("new", "old") is None
        assert as_printed("I", "İi") == "i"


class TestTypes:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("Bandwagon", "bandwagon"),
            ("Outdated figure", "outdated-figure"),
            ("name_calling", "name-calling"),
            ("Slippery  Slop", "slippery-slope"),
            ("exageration", "exaggeration"),
        ],
    )
    def test_the_type_that_was_meant_is_named(self, typed: str, meant: str) -> None:
        for part in (
            issue().replace("bandwagon", typed),
            issue(f", also_accept: [{typed}]"),
            issue(f", not: [{{type: {typed}, why: x}}]"),
            clean(f"tempting: [{{type: {typed}, why_not: x}}]"),
        ):
            assert f"did you mean `{meant}`?" in [d.help for d in load(part).diagnostics]

    @pytest.mark.parametrize("typed", ["clickbait", "Click bait!"])
    def test_for_one_that_is_near_none_the_list_is_named(self, typed: str) -> None:
        (diagnostic,) = load(issue().replace("bandwagon", typed)).diagnostics
        assert "quizgen/taxonomy/issues.yaml" in diagnostic.help
        assert "`numbers`" in diagnostic.help

    def test_types_are_those_of_the_taxonomy(self) -> None:
        check_finds(issue().replace("bandwagon", "bandwaggon"), (4, 21, "unknown-issue-type"))
        check_finds(issue(", also_accept: [no-sorce]"), (4, 97, "unknown-issue-type"))
        check_finds(issue(", not: [{type: no-sorce, why: x}]"), (4, 96, "unknown-issue-type"))
        check_finds(clean("tempting: [{type: no-sorce, why_not: x}]"), (5, 23, "unknown-issue-type"))

    def test_a_type_is_not_right_and_wrong_at_once(self) -> None:
        check_clean(issue(", also_accept: [no-source], not: [{type: vague-wording, why: x}]"))
        check_finds(issue(", not: [{type: bandwagon, why: x}]"), (4, 96, "contradicting-types"))
        check_finds(
            issue(", also_accept: [no-source], not: [{type: no-source, why: x}]"), (4, 122, "contradicting-types")
        )
        check_finds(issue(", also_accept: [bandwagon]"), (4, 97, "contradicting-types"))
        check_finds(
            issue(", not: [{type: no-source, why: x}, {type: no-source, why: y}]"), (4, 123, "contradicting-types")
        )


class TestRewrites:
    RIGHT = (
        ", rewrite: Some say, rewrites_wrong: "
        "[{text: A, shift: who, why_wrong: x}, {text: B, shift: date, why_wrong: x}%s]"
    )

    def test_two_changes_and_if_wished_both(self) -> None:
        check_clean(issue(self.RIGHT % ""))
        check_clean(issue(self.RIGHT % ", {text: C, shift: both, why_wrong: x}"))

    @pytest.mark.parametrize(
        "third",
        [
            ", {text: C, shift: sense, why_wrong: x}",
            ", {text: C, shift: both, why_wrong: x}, {text: D, shift: both, why_wrong: x}",
        ],
    )
    def test_more_than_that_is_told(self, third: str) -> None:
        check_finds(issue(self.RIGHT % third), (4, 118, "rewrites-not-two-by-two"))

    def test_a_single_change_is_told(self) -> None:
        check_finds(issue((self.RIGHT % "").replace("shift: date", "shift: both")), (4, 118, "rewrites-not-two-by-two"))

    def test_a_right_rewrite_is_needed(self) -> None:
        check_finds(issue((self.RIGHT % "").replace("rewrite: Some say, ", "")), (4, 99, "rewrites-without-rewrite"))

    def test_wordings_differ(self) -> None:
        check_finds(issue((self.RIGHT % "").replace("text: B", "text: A")), (4, 163, "same-wording"))
        check_finds(issue((self.RIGHT % "").replace("text: B", "text: Some say")), (4, 163, "same-wording"))


class TestFigures:
    FIGURE = "figure: {question: q, unit: u, value: 100, tolerance: %s, other: [{value: 90, what: w}]}"

    def test_a_tolerance_leaves_other_numbers_wrong(self) -> None:
        check_clean(more(CLAIM, self.FIGURE % "9.9"))
        check_finds(more(CLAIM, self.FIGURE % "10"), (9, 79, "other-number-is-right"))

    def test_a_tolerance_is_smaller_than_the_number(self) -> None:
        check_finds(more(CLAIM, (self.FIGURE % "100").replace("90", "900")), (9, 59, "tolerance-too-wide"))

    def test_a_tolerance_may_be_left_out(self) -> None:
        check_clean(more(CLAIM, (self.FIGURE % "1").replace(" tolerance: 1,", "")))


class TestVerdict:
    def judged(self, verdict: str, *stances: str) -> str:
        """Return a claim with this verdict, and a finding of each stance."""
        findings = ", ".join(
            f"{{source: daily, stance: {s}, finding: It lent {i} books.}}" for i, s in enumerate(stances)
        )
        head = CLAIM[: CLAIM.index("    evidence:")].replace("verdict: supported", f"verdict: {verdict}")
        return f"{head}    evidence: [{findings}]\n"

    @pytest.mark.parametrize(
        ("verdict", "stances"),
        [
            ("contradicted", ["supports"]),
            ("misleading", ["context", "supports"]),
            ("supported", ["refutes", "context"]),
        ],
    )
    def test_one_that_the_findings_go_against_is_warned_of(self, verdict: str, stances: list[str]) -> None:
        loaded = check_finds(self.judged(verdict, *stances), (6, 14, "verdict-against-findings"))
        assert loaded.diagnostics[0].severity is Severity.WARNING
        assert f"`{verdict}`" in loaded.diagnostics[0].message

    @pytest.mark.parametrize(
        ("verdict", "stances"),
        [
            ("contradicted", ["supports", "refutes"]),
            ("contradicted", ["context"]),
            ("misleading", ["refutes"]),
            ("supported", ["supports", "refutes"]),
            ("supported", ["context"]),
            ("not-enough-evidence", ["supports"]),
            ("not-checkable", ["refutes"]),
        ],
    )
    def test_one_that_a_finding_bears_out_or_none_decides_is_sound(self, verdict: str, stances: list[str]) -> None:
        check_clean(self.judged(verdict, *stances))


@pytest.mark.parametrize(("verdict", "label"), LABEL_OF.items())
def test_the_label_of_the_verdict_is_not_accepted_again(verdict: str, label: str) -> None:
    part = CLAIM.replace("verdict: supported", f"verdict: {verdict}").replace("stance: supports", "stance: context")
    part = more(part, f"accept: [{label}]")
    check_finds(part, (9, 14, "accepted-twice"))


def test_other_labels_are_accepted_once() -> None:
    check_clean(more(CLAIM, "accept: [unsettled]"))
    check_finds(more(CLAIM, "accept: [unsettled, unsettled]"), (9, 25, "accepted-twice"))


def test_templates_that_are_declined_are_there() -> None:
    check_clean(more(CLAIM, "not_as: [{template: pass-on, reason: x}]"))
    check_finds(more(CLAIM, "not_as: [{template: passon, reason: x}]"), (9, 25, "unknown-template"))
    check_finds(clean("not_as: [{template: passon, reason: x}]"), (5, 25, "unknown-template"))
    check_finds(issue(", not_as: [{template: passon, reason: x}]"), (4, 103, "unknown-template"))


def test_ids_are_unique_over_claims_passages_and_items() -> None:
    check_finds(CLAIM + clean("").replace("id: best", "id: lent").rstrip() + "\n", (10, 9, "duplicate-id"))
    second = CLAIM.removeprefix("claims:\n")
    check_finds(CLAIM + second, (9, 9, "duplicate-id"))


class TestPassages:
    def test_a_clean_passage_says_why(self) -> None:
        check_clean(clean("topic: praise"))
        check_finds(PASSAGE, (2, 5, "clean-without-why"))

    def test_what_is_for_clean_passages_does_not_stand_beside_issues(self) -> None:
        check_finds(issue() + "    tempting: [{type: no-source, why_not: x}]\n", (5, 15, "tempting-with-issues"))
        check_finds(issue() + "    why_clean: x\n", (5, 16, "clean-with-issues"))

    def test_phrases_make_up_the_text_white_space_aside(self) -> None:
        check_clean(clean('phrases: [Everybody, says that it is, "the best  library,", "the best of all."]'))
        check_finds(clean("phrases: [Everybody says, that it is the best]"), (5, 14, "phrases-differ-from-text"))

    def test_a_record_names_claims_of_the_bank(self) -> None:
        check_clean(CLAIM + clean("record: [lent]"))
        check_finds(clean("record: [lent]"), (5, 14, "unknown-claim"))


class TestItems:
    @pytest.mark.parametrize(
        "fields",
        [
            "choice, options: [{text: a, right: true, why: x}, {text: b, why: x}]",
            "choice, options: [{text: a, right: true, why: x}, {text: b, right: true, why: x}, {text: c, why: x}]",
            "multiple-response, options: [{text: a, right: true, why: x}, {text: b, why: x}], keep_order: true",
            "highlight, phrases: [{text: a}, {text: b}]",
            "highlight, phrases: [{text: a, right: true}, {text: b}], text: Shown beside.",
            "match, pairs: [{prompt: a, answer: b, why: x}, {prompt: c, answer: d, why: x}], surplus: [e]",
            "match, pairs: [{prompt: a, answer: b, why: x}, {prompt: c, answer: b, why: x}], surplus: [e]",
            "number, value: 4, unit: books, tolerance: 1",
            "number, value: 0, sources: [daily], family: numbers, move: check-the-figures",
        ],
    )
    def test_each_interaction_has_what_it_needs(self, fields: str) -> None:
        check_clean(written(fields))

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("choice", (2, 5, "missing-field")),
            ("choice, options: [{text: a, right: true, why: x}]", (2, 60, "too-few-entries")),
            ("choice, options: [{text: a, why: x}, {text: b, why: x}]", (2, 60, "no-right-option")),
            (f"choice, options: [{A}, {{text: b, right: true, why: x}}]", (2, 60, "no-wrong-option")),
            ("choice, options: [{text: a, right: true, why: x}, {text: a, why: x}]", (2, 100, "same-wording")),
            (f"choice, options: [{A}, {{text: b, why: x}}], unit: u", (2, 113, "field-of-other-interaction")),
            ("highlight, phrases: [{text: a}]", (2, 63, "too-few-entries")),
            (f"match, pairs: [{B}, {{prompt: c, answer: b, why: x}}]", (2, 57, "too-few-answers")),
            (f"match, pairs: [{B}, {{prompt: a, answer: c, why: x}}]", (2, 99, "same-wording")),
            (f"match, pairs: [{B}, {{prompt: c, answer: d, why: x}}], surplus: [d]", (2, 133, "same-wording")),
            ("number", (2, 5, "missing-field")),
            ("number, value: 1, sources: [dayly]", (2, 71, "unknown-source")),
            ("number, value: 1, family: numbrs", (2, 69, "unknown-family")),
            ("number, value: 1, move: check-figures", (2, 67, "unknown-move")),
        ],
    )  # fmt: skip
    def test_what_keeps_an_item_from_being_asked_is_told(self, fields: str, expected: tuple[int, int, str]) -> None:
        check_finds(written(fields), expected)


class TestBlueprints:
    @pytest.mark.parametrize(
        "fields",
        [
            "items: 4, templates: {verdict: {min: 2, max: 2}, pass-on: {min: 2}}",
            "items: 4, only: [verdict, pass-on], templates: {verdict: {max: 2}, pass-on: {max: 2}}",
            "items: 4, only: [verdict, pass-on], templates: {verdict: {max: 1}}",
            "items: 4, difficulty: {1: {max: 1}, 2: {max: 1}, 3: {max: 2}}",
            "families: {numbers: {min: 1}}, supported: [0.5, 0.5]",
        ],
    )
    def test_bounds_that_can_be_met_are_sound(self, fields: str) -> None:
        check_clean(blueprint(fields))

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("templates: {verdict: {min: 2, max: 1}}", (1, 43, "bounds-crossed")),
            ("items: 3, templates: {verdict: {min: 2}, pass-on: {min: 2}}", (1, 43, "bounds-too-great")),
            ("items: 3, difficulty: {1: {max: 1}, 2: {max: 1}, 3: {max: 0}}", (1, 44, "bounds-too-small")),
            ("items: 3, only: [verdict], templates: {verdict: {max: 2}}", (1, 60, "bounds-too-small")),
            ("only: [verdict], templates: {pass-on: {min: 1}}", (1, 60, "bounds-crossed")),
            ("only: [verdikt]", (1, 29, "unknown-template")),
            ("templates: {verdikt: {}}", (1, 34, "unknown-template")),
            ("families: {numbrs: {}}", (1, 33, "unknown-family")),
            ("topics: {films: {}}", (1, 31, "unknown-topic")),
            ("supported: [0.6, 0.4]", (1, 33, "bounds-crossed")),
        ],
    )
    def test_bounds_that_can_never_be_met_are_told(self, fields: str, expected: tuple[int, int, str]) -> None:
        check_finds(blueprint(fields), expected)

    def test_topics_are_those_of_the_entries(self) -> None:
        check_clean(blueprint("topics: {lending: {min: 1}}") + more(CLAIM, "topic: lending"))
        loaded = check_finds(
            blueprint("topics: {lendin: {min: 1}}") + more(CLAIM, "topic: lending"), (1, 31, "unknown-topic")
        )
        assert loaded.diagnostics[0].help == "did you mean `lending`?"


def test_a_sound_bank_may_be_empty() -> None:
    assert isinstance(load("claims: []\n").bank, Bank)
