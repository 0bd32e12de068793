"""A form is self-contained JSON, and its learner's view holds nothing that names the key."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from math import ceil, floor
from pathlib import Path

import pytest

from quizgen.bank import LoadedBank, load_bank
from quizgen.errors import FileShapeError, NothingToAskError, UnknownBlueprintError, UnknownItemError
from quizgen.forms import Form, build_form, build_versions, everything, minutes, practice_form
from quizgen.forms.responses import read_responses
from quizgen.items import Choice, Highlight, Interaction, Match, MatchChoice, MultipleResponse, Option, Phrase, Prompt
from tests.item_strategies import form_of, item_of

BANK = Path(__file__).parents[2] / "question_banks" / "kim-putin-summit.yaml"


@pytest.fixture(scope="module")
def loaded() -> LoadedBank:
    return load_bank(BANK)


def test_a_form_survives_json(loaded: LoadedBank) -> None:
    form = build_form(loaded, seed=1)

    assert Form.from_json(form.to_json()) == form


def test_the_same_seed_gives_the_same_bytes_in_another_process(loaded: LoadedBank) -> None:
    code = (
        "import sys; from pathlib import Path; from quizgen import build_form, load_bank;"
        "sys.stdout.buffer.write(build_form(load_bank(Path(sys.argv[1])), seed=5).to_json().encode())"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code, str(BANK)], capture_output=True, check=True, env={"PYTHONHASHSEED": hash_seed}
        ).stdout
        for hash_seed in ("1", "2")
    ]

    assert told[0] == told[1] == build_form(loaded, seed=5).to_json().encode()


def test_another_seed_gives_another_form(loaded: LoadedBank) -> None:
    assert build_form(loaded, seed=1).id != build_form(loaded, seed=2).id


@pytest.mark.parametrize("length", [6, 12, 20])
@pytest.mark.parametrize("seed", range(5))
def test_forms_of_the_shipped_bank_meet_the_blueprint(loaded: LoadedBank, length: int, seed: int) -> None:
    form = build_form(loaded, seed=seed, length=length)

    assert form.gave_way == ()
    assert len(form.items) == length
    for of, least, most in (("claim", 0.45, 0.65), ("finding", 0.45, 0.65), ("passage", 0.3, 1.0)):
        judged = [e.item.judgement.sound for e in form.items if e.item.judgement and e.item.judgement.of == of]
        settled = [sound for sound in judged if sound is not None]
        # Where no whole number lies within the bounds, the whole numbers on both sides of them are allowed, no others.
        if len(settled) > 1:
            low, high = ceil(least * len(settled) - 1e-9), floor(most * len(settled) + 1e-9)
            assert min(low, high) <= sum(settled) <= max(low, high)


def test_no_label_of_a_scale_pays_for_a_reader_who_always_takes_it(loaded: LoadedBank) -> None:
    """The labels of each scale are the key about equally often over many forms: no more than 15 points above chance."""
    keys: dict[str, Counter[str]] = {}
    chance: dict[str, float] = {}
    for seed in range(180):
        for entry in build_form(loaded, seed=seed, length=(12, 20)[seed % 2]).items:
            body = entry.item.body
            if isinstance(body, Choice) and body.fixed:
                keys.setdefault(entry.item.template, Counter())[body.key[0]] += 1
                chance[entry.item.template] = 1 / len(body.options)

    assert len(keys) == 7
    for template, often in keys.items():
        assert max(often.values()) / sum(often.values()) <= chance[template] + 0.15, (template, often)


@pytest.mark.parametrize("seed", range(10))
def test_no_two_items_of_a_form_share_an_entry_or_a_finding(loaded: LoadedBank, seed: int) -> None:
    form = build_form(loaded, seed=seed, length=20)

    entries = [entry for item in form.items for entry in item.item.provenance.entries]
    findings = [f.text for item in form.items for f in item.item.stimulus.findings]

    assert len(entries) == len(set(entries))
    assert len(findings) == len(set(findings))


def test_reordered_versions_hold_the_same_items_in_another_order(loaded: LoadedBank) -> None:
    first, second = build_versions(loaded, 2, seed=3)

    assert {e.item.id for e in first.items} == {e.item.id for e in second.items}
    assert [e.item.id for e in first.items] != [e.item.id for e in second.items]
    assert (first.version, second.version) == ("A", "B")
    assert first.id != second.id


def test_matched_versions_hold_other_items_of_the_same_templates(loaded: LoadedBank) -> None:
    bank = loaded.usable()
    plan = bank.blueprints["default"].model_copy(update={"versions": "matched"})
    matched = LoadedBank(
        bank=bank.model_copy(update={"blueprints": {"default": plan}}),
        diagnostics=(),
        source=loaded.source,
        revision=loaded.revision,
    )

    first, second = build_versions(matched, 2, seed=3)

    def templates(form: Form) -> list[str]:
        return sorted(e.item.template for e in form.items)

    assert templates(first) == templates(second)
    assert not {e.item.id for e in first.items} & {e.item.id for e in second.items}


def test_the_learners_view_names_neither_entries_nor_keys(loaded: LoadedBank) -> None:
    form = everything(loaded)

    shown = json.loads(form.shown().model_dump_json())

    def keys(node: object) -> set[str]:
        if isinstance(node, dict):
            return set(node) | {k for value in node.values() for k in keys(value)}
        return {k for value in node for k in keys(value)} if isinstance(node, list) else set()

    assert not keys(shown["items"]) & {
        "key", "why", "rationale", "difficulty", "topic", "lean", "role", "judgement", "stance", "template",
        "provenance", "sources", "url", "value", "tolerance", "other", "family", "move", "tags", "exclusive",
    }  # fmt: skip
    text = form.shown().model_dump_json()
    assert all(entry.item.id not in text for entry in form.items)
    assert [item["id"] for item in shown["items"]] == [f"{form.id}-{n:02}" for n in range(1, len(form.items) + 1)]


def test_reasons_are_not_in_the_learners_view(loaded: LoadedBank) -> None:
    for entry in everything(loaded).items:
        view = entry.shown()
        # A record may repeat a finding, which is shown to be read; nowhere else may its words stand.
        without = view.stimulus.model_copy(update={"findings": ()})
        shown = view.model_copy(update={"stimulus": without}).model_dump_json()
        assert entry.item.rationale.record not in shown
        for option in getattr(entry.item.body, "options", ()):
            assert option.why not in shown


def test_an_unknown_blueprint_names_those_there_are(loaded: LoadedBank) -> None:
    with pytest.raises(UnknownBlueprintError, match="did you mean `default`"):
        build_form(loaded, blueprint="defualt")


def test_a_choice_of_templates_without_items_is_refused(loaded: LoadedBank) -> None:
    with pytest.raises(NothingToAskError):
        build_form(loaded, templates=["handwritten"])


def test_an_unknown_item_is_named(loaded: LoadedBank) -> None:
    with pytest.raises(UnknownItemError):
        build_form(loaded).entry("nothing")


def test_a_bank_with_too_little_makes_a_shorter_form_that_says_so(loaded: LoadedBank) -> None:
    form = build_form(loaded, length=200)

    assert 20 < len(form.items) < 200
    assert form.gave_way[0].startswith(f"questions: {len(form.items)}, though 200 are asked for")


def test_practice_asks_other_questions_of_the_same_kind(loaded: LoadedBank) -> None:
    form = build_form(loaded, seed=1)
    missed = [entry for entry in form.items if entry.item.template in ("verdict", "name-the-issue")]

    practice = practice_form(loaded, form, [entry.id for entry in missed], seed=2)

    assert sorted(e.item.template for e in practice.items) == sorted(e.item.template for e in missed)
    assert not {e.item.id for e in practice.items} & {e.item.id for e in form.items}


def test_minutes_grow_with_the_form(loaded: LoadedBank) -> None:
    assert 3 <= minutes(build_form(loaded, length=6)) < minutes(build_form(loaded, length=20)) <= 60


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not json", "this is not JSON"),
        ("{}", "`id` does not fit"),
        ('{"format": 2}', "`format` does not fit"),
        ("[]", "the top level"),
    ],
)
def test_a_file_that_is_no_form_is_refused_in_plain_words(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "form.json"
    file.write_text(text)

    with pytest.raises(FileShapeError, match=r"not a form|not JSON") as caught:
        Form.read(file)

    assert told in str(caught.value)
    assert "pydantic" not in str(caught.value)


def test_a_form_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileShapeError, match="cannot be read"):
        Form.read(tmp_path / "none.json")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[1, 2]", b"nonsense", b"[" * 100_000])
def test_a_file_that_is_no_responses_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "responses.json"
    file.write_bytes(content)

    with pytest.raises(FileShapeError, match="should map item ids to responses"):
        read_responses(file)


def test_responses_of_null_are_skipped_items(tmp_path: Path) -> None:
    file = tmp_path / "responses.json"
    file.write_text('{"F-01": "b", "F-02": null}')

    assert read_responses(file) == {"F-01": "b", "F-02": None}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"F-01": %s}' % ("1" * 6000), "too many digits"),
        ('{"F-01": "a", "F-02": "a", "F-01": "b"}', "`F-01` is answered more than once"),
        ('{"F-01": {"1": "a", "1": "b"}}', "`1` is answered more than once"),
        ('{"F-01": ' + "[" * 400 + "]" * 400 + "}", "nested too deeply"),
    ],
)
def test_responses_that_cannot_be_taken_at_their_word_are_refused(content: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "responses.json"
    file.write_text(content)

    with pytest.raises(FileShapeError, match=told) as caught:
        read_responses(file)

    assert str(file) in str(caught.value)


def test_a_form_with_a_number_of_too_many_digits_is_refused(loaded: LoadedBank) -> None:
    text = build_form(loaded, seed=1, length=6).to_json().replace('"seed": 1,', f'"seed": {"1" * 6000},')

    with pytest.raises(FileShapeError):
        Form.from_json(text)


def test_a_learners_form_is_told_as_what_it_is(loaded: LoadedBank) -> None:
    text = build_form(loaded, length=6).shown().model_dump_json()

    with pytest.raises(FileShapeError, match="this is a learner's form, which holds no key; grade needs the one made"):
        Form.from_json(text)


OPTIONS = tuple(Option(id=name, text=name, why="why") for name in "ab")
CHOICES = tuple(MatchChoice(id=name, text=name) for name in "ab")


def prompts(*keys: str) -> tuple[Prompt, ...]:
    """Return prompts with these keys."""
    return tuple(Prompt(id=str(n), text=key, key=key, why="why") for n, key in enumerate(keys, 1))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (Choice(options=OPTIONS, key=("c",)), "the key names `c`, which is no option"),
        (Choice(options=OPTIONS, key=()), "the key names no option"),
        (Choice(options=(*OPTIONS, OPTIONS[0]), key=("a",)), "two options are called `a`"),
        (MultipleResponse(options=OPTIONS, key=("a", "z")), "the key names `z`, which is no option"),
        (Match(prompts=prompts("a", "c"), choices=CHOICES), "the key names `c`, which is no choice"),
        (Match(prompts=(), choices=CHOICES), "the key names no choice"),
        (Match(prompts=prompts("a") + prompts("b"), choices=CHOICES), "two prompts are called `1`"),
        (Highlight(phrases=(Phrase(id="1", text="so", role="key", why="why"),) * 2), "two phrases are called `1`"),
    ],
)
def test_a_form_whose_key_does_not_fit_its_item_is_refused(body: Interaction, told: str) -> None:
    text = form_of([item_of(Choice(options=OPTIONS, key=("a",))), item_of(body)]).to_json()

    with pytest.raises(FileShapeError) as caught:
        Form.from_json(text)

    assert f"in the item `f-2`, {told}; " in str(caught.value)


def test_a_form_that_holds_an_item_id_twice_is_refused() -> None:
    form = form_of([item_of(Choice(options=OPTIONS, key=("a",)))])
    text = form.model_copy(update={"items": form.items * 2}).to_json()

    with pytest.raises(FileShapeError, match="the item `f-1` stands in it twice"):
        Form.from_json(text)
