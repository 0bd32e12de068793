"""What is given with a question: a reader's note stands after what the article says and before the findings."""

from __future__ import annotations

import re

from quizgen.items import Finding, Mark, ShownClaim, ShownItem, ShownNumber, ShownPassage, Stimulus
from quizgen.ui import stimulus
from quizgen.wording import load_wording

W = load_wording("en")
NOTE = ShownPassage(text="Elm & Oak lent 4 books.", marks=(Mark(start=0, end=9), Mark(start=15, end=16)))


def _drawn(**fields: object) -> str:
    given = Stimulus.model_validate(
        {"notes": [NOTE], "findings": [Finding(publisher="The Daily", date="2023", text="Five were lent.")], **fields}
    )
    shown = ShownItem(id="x-1", number=1, stem="?", stimulus=given, body=ShownNumber(unit="books", whole=True))
    return stimulus.material(W, shown)


def test_each_marked_stretch_of_a_note_is_highlighted_and_told_to_those_who_hear_it() -> None:
    drawn = _drawn()

    seen = re.sub(r'<span class="unseen">[^<]*</span>', "", drawn)
    numbered = '<b class="nth" aria-hidden="true">{}</b>{}'
    assert re.findall(r"<mark>(.*?)</mark>", seen) == [numbered.format(1, "Elm &amp; Oak"), numbered.format(2, "4")]
    assert [W.text("ui.question.nth-marked", number=n) in drawn for n in (1, 2, 3)] == [True, True, False]


def test_a_single_marked_stretch_has_no_number() -> None:
    drawn = _drawn(notes=[], passage=ShownPassage(text="Two words here.", marks=(Mark(start=0, end=9),)))

    assert 'class="nth"' not in drawn
    assert W.text("ui.question.marked") in drawn


def test_a_note_stands_between_the_claim_or_passage_and_the_findings() -> None:
    claim = _drawn(claim=ShownClaim(says="Claimed.", quote="Quoted."))
    passage = _drawn(passage=ShownPassage(text="Written."))

    for drawn, about in ((claim, "Quoted."), (passage, "Written.")):
        places = [drawn.index(part) for part in (about, W.text("ui.question.note"), "Five were lent.")]
        assert places == sorted(places)


def test_what_is_read_with_phrases_to_mark_is_not_said_to_follow_them() -> None:
    given = Stimulus(passage=ShownPassage(text="Written.", show_with="Written, too."))

    assert stimulus.subject(W, given).index("Written.") < stimulus.subject(W, given).index("Elsewhere in the article")
    assert "To read with the passage" in stimulus.subject(W, given, with_passage=False)
    assert "Elsewhere in the article<" not in stimulus.subject(W, given, with_passage=False)
