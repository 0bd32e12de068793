"""Forms to print: the bundled bank's, and one that is as hard to lay out as can be."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quizgen.bank import load_bank
from quizgen.forms import Form, build_versions
from quizgen.forms.form import Citation, FormItem
from quizgen.items import (
    Choice,
    Finding,
    Highlight,
    Interaction,
    Item,
    Mark,
    Match,
    MatchChoice,
    MultipleResponse,
    Number,
    Option,
    OtherValue,
    Phrase,
    Prompt,
    Provenance,
    Rationale,
    ShownClaim,
    ShownPassage,
    SourceNote,
    Stimulus,
    letter,
)

BANK = Path(__file__).parents[2] / "question_banks" / "kim-putin-summit.yaml"
LONG_WORD = "Donau" * 24
"""A word of 120 letters."""
SCRIPTS = {
    "korean": "대한민국의 학생들은 신문 기사를 읽고 출처를 확인한다.",
    "greek": "Οι μαθητές ελέγχουν τις πηγές πριν πιστέψουν.",
    "cyrillic": "Читатели проверяют источники прежде чем верить.",
    "accents": "Őszi fény: çağ, łąka, sørgelig, žluťoučký kůň – naïve “façade”.",
}
ARABIC = "يتحقق القراء من المصادر"
HOSTILE = "<script>alert(1)</script> #import $x$ \\input{a} {{ 7*7 }} [x](javascript:alert(1)) *b* _c_ `d` @e </style>"
SECRET = "zebra"  # noqa: S105  (no password)
"""Stands in every text that only a teacher may see."""


@lru_cache
def bundled(count: int = 1, length: int = 20, seed: int = 7) -> tuple[Form, ...]:
    """Return versions of a form of the bundled bank."""
    return tuple(build_versions(load_bank(BANK), count, seed=seed, length=length))


def item(name: str, body: Interaction, stimulus: Stimulus | None = None, stem: str = "") -> Item:
    """Return an item around an interaction; everything that is told after the answer names the secret."""
    return Item(
        id=f"bank/{name}/{SECRET}",
        template="verdict",
        stem=stem or f"What of {name}?",
        stimulus=stimulus or Stimulus(),
        body=body,
        rationale=Rationale(
            record=f"The *{SECRET}* shows it.", rewrite=f"A {SECRET} [holds](https://example.org/{SECRET})."
        ),
        sources=(
            SourceNote(
                title=f"The {SECRET} report",
                publisher="The Mirror",
                date="2023-05-01",
                url=f"https://example.org/{SECRET}?a=1&b=2",
                finding=f"A {SECRET} was seen.",
                stance="supports",
            ),
            SourceNote(title=f"No {SECRET}", publisher="The Mirror", date="2023", url="javascript:alert(1)"),
        ),
        provenance=Provenance(bank="bank", entries=(f"claim:{name}",)),
        family="evidence",
        move="check-the-source",
        difficulty=2,
    )


def choice(*texts: str, key: int = 0) -> Choice:
    """Return a choice of these texts."""
    return Choice(options=options(texts), key=(letter(key),), fixed=True)


def options(texts: tuple[str, ...]) -> tuple[Option, ...]:
    """Return options of these texts, whose reasons name the secret."""
    return tuple(Option(id=letter(n), text=t, note=f"note on {t}", why=f"{SECRET} {n}") for n, t in enumerate(texts))


def form_of(*items: Item, title: str = "A quiz", language: str | None = None, version: str = "A") -> Form:
    """Return a form of these items."""
    return Form(
        id=f"FORM{version}",
        bank="bank",
        bank_revision="0123456789abcdef",
        title=title,
        language="en",
        level="adult",
        article=Citation(title="An article", publisher="A paper", published="2023-05", language=language),
        as_of="2023-10-20",
        blueprint="default",
        seed=3,
        version=version,
        items=tuple(FormItem(id=f"F-{n:02}", number=n, revision="r", item=i) for n, i in enumerate(items, 1)),
    )


def phrases(*texts: str, key: tuple[int, ...] = (), neutral: tuple[int, ...] = ()) -> Highlight:
    """Return a passage of these phrases, counted from 1."""
    return Highlight(
        phrases=tuple(
            Phrase(
                id=str(n),
                gap=" " if n > 1 else "",
                text=text,
                role="key" if n in key else "neutral" if n in neutral else "plain",
                why=f"{SECRET} of {n}" if n in key else f"{SECRET} plain",
            )
            for n, text in enumerate(texts, 1)
        )
    )


def match(count: int, *, reuse: bool = False) -> Match:
    """Return a match of so many prompts, each with the choice of its own number."""
    return Match(
        prompts=tuple(
            Prompt(id=str(n), text=f"The {n}th claim to be matched", key=letter(n - 1), why=SECRET)
            for n in range(1, count + 1)
        ),
        choices=tuple(MatchChoice(id=letter(n - 1), text=f"Record number {n}") for n in range(1, count + 1)),
        reuse=reuse,
    )


def number() -> Number:
    """Return a number with a tolerance and another that stands in the findings."""
    return Number(
        value=24.3, tolerance=0.2, unit="% of it", whole=False, other=(OtherValue(value=18, what=SECRET),), why=SECRET
    )


def findings() -> tuple[Finding, ...]:
    """Return findings of two sources of one publisher."""
    return (
        Finding(publisher="The Mirror", date="2023-05", who="daily", text="A first finding.", rests_on="a count"),
        Finding(publisher="The Mirror", date="2022", text="A second finding."),
    )


def every_interaction() -> Form:
    """Return a form with each interaction once, and everything that can be shown with one."""
    claim = ShownClaim(says="The claim says.", quote="quoted words", context="The quoted words.", speaker="A speaker")
    passage = ShownPassage(text="Two words are marked here.", marks=(Mark(start=0, end=3), Mark(start=10, end=13)))
    note = ShownPassage(text="What a reader wrote.", marks=(Mark(start=7, end=13),))
    return form_of(
        item(
            "claim", choice("First", "Second", "Third"), Stimulus(as_of="2023-10-20", claim=claim, findings=findings())
        ),
        item("several", MultipleResponse(options=options(("One", "Two", "Three", "Four")), key=("a", "c"))),
        item(
            "passage",
            choice("Left", "Right"),
            Stimulus(passage=passage, notes=(note,), term="A term", definition="Meaning."),
        ),
        item(
            "phrases",
            phrases("One part of it", "another part", "a third part", "the rest", key=(2, 3), neutral=(4,)),
            Stimulus(passage=ShownPassage(text="x", show_with="Shown with it.")),
        ),
        item("pairs", match(3)),
        item("sorting", match(3, reuse=True)),
        item("figure", number()),
    )


def hard() -> Form:
    """Return a form that is hard to lay out: long, wide, foreign and hostile."""
    sentence = "This is sentence number {} of a passage that goes on over three pages."
    long = [sentence.format(n) for n in range(1, 241)]
    claim = ShownClaim(says=HOSTILE, quote=LONG_WORD, context=f"{LONG_WORD} {SCRIPTS['korean']}")
    return form_of(
        item("wide", choice(LONG_WORD, "Short", f"https://example.org/{LONG_WORD}"), Stimulus(claim=claim)),
        item("long", phrases(*long, key=(3,))),
        item("told", choice("Yes", "No"), Stimulus(passage=ShownPassage(text=" ".join(long)))),
        item("many", match(60)),
        item("foreign", choice(*SCRIPTS.values()), stem=" ".join(SCRIPTS.values())),
        item("arabic", choice(ARABIC, "Other"), stem=f"What is {ARABIC} here?"),
        item("hostile", choice(HOSTILE, "Plain"), stem=HOSTILE),
        item("options", choice(*(f"Option number {n} of many, to be read with care" for n in range(1, 91)))),
        title=HOSTILE,
        language="ko",
    )
