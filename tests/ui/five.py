"""A bank of six handwritten questions, one of each interaction and a second choice, with texts that try to be markup.

Every text that may not be seen before the answer begins with SECRET.
"""

from __future__ import annotations

from pathlib import Path

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} **b** [x](javascript:alert(1)) :material/home: https://evil.example/x"
SECRET = "SECRET"  # noqa: S105  (a mark, not a password)
TEXT = f"""\
format: 1
id: five
title: "Five ways <b>to answer</b>"
language: en
level: adult
license: CC0-1.0
article: {{title: A text, publisher: A paper, published: 2023-10-20, genre: news, as_of: 2023-10-20}}
sources:
  count:
    title: Yearbook
    publisher: Statistics Office
    published: 2022-03
    url: https://example.org/yearbook?a=1&b=2
    kind: primary
    stake: independent
    about: The yearly count.
items:
  - id: one-of-three
    interaction: choice
    stem: "Which of these may be said? {HOSTILE}"
    text: "The town has 4,000 people. {HOSTILE}"
    keep_order: true
    options:
      - {{text: "All of it {HOSTILE}", why: "{SECRET} nothing carries all of it."}}
      - {{text: "Half of it, as counted", right: true, why: "{SECRET} the yearbook says half."}}
      - {{text: "None of it at all", why: "{SECRET} half of it stands."}}
    why: "{SECRET} The yearbook counts *half* of it."
    sources: [count]
  - id: several
    interaction: multiple-response
    stem: Which words go beyond the count?
    keep_order: true
    options:
      - {{text: everybody, right: true, why: "{SECRET} not counted."}}
      - {{text: in the yearbook, why: "{SECRET} that is where it stands."}}
      - {{text: for ever, right: true, why: "{SECRET} nobody counted that."}}
    why: "{SECRET} Two go beyond it."
  - id: phrases
    interaction: highlight
    stem: "Which words exaggerate?"
    phrases:
      - {{text: "The town"}}
      - {{text: "is utterly ruined", right: true, why: "{SECRET} a slump is no ruin."}}
      - {{text: "since the mill closed"}}
      - {{text: "in March."}}
    why: "{SECRET} The mill closed; the town did not."
  - id: pairs
    interaction: match
    stem: Which record could check each statement?
    keep_order: true
    pairs:
      - {{prompt: "The town has 4,000 people.", answer: a census, why: "{SECRET} people are counted there."}}
      - {{prompt: "The council voted no.", answer: a roll call, why: "{SECRET} votes are noted there."}}
    surplus: [a survey]
    why: "{SECRET} Each is written down somewhere."
  - id: figure
    interaction: number
    stem: How many people were counted in 2022?
    text: In 2022 the office counted 4,021 people; in 2012 it had counted 4,408.
    value: 4021
    unit: people
    why: "{SECRET} The later count."
  - id: second
    interaction: choice
    stem: What would settle this?
    keep_order: true
    options:
      - {{text: "A count of the town", right: true, why: "{SECRET} it can be counted."}}
      - {{text: "A feeling of the town", why: "{SECRET} a feeling counts nothing."}}
    why: "{SECRET} A count would."
"""


def write(folder: Path) -> Path:
    """Write the bank into a folder and return its path."""
    path = folder / "five.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path
