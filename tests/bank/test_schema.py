"""The JSON Schema accepts what the loader accepts, tells of what it can, and is kept up to date."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from quizgen.bank import Bank
from quizgen.bank.choices import TEMPLATE_IDS
from quizgen.bank.dump import dump_bank
from quizgen.bank.schema import bank_schema, schema_text
from quizgen.diagnostics import Severity
from quizgen.taxonomy import load_taxonomy
from quizgen.yaml_source import parse_yaml
from tests.bank.checking import CLAIM, PASSAGE, load, more, whole
from tests.strategies import banks

ROOT = Path(__file__).parents[2]
SCHEMA = bank_schema()
VALIDATOR = Draft7Validator(SCHEMA)
SHIPPED = sorted((ROOT / "question_banks").glob("*.yaml"))


def as_an_editor_reads(text: str) -> Any:
    """Return the data with numbers and booleans, as a reader of YAML 1.2 makes them of plain scalars."""
    return _without_days(YAML(typ="safe", pure=True).load(io.StringIO(text)))


def _without_days(node: Any) -> Any:
    """Undo what only this reader does: in YAML 1.2 a day is text."""
    if isinstance(node, dict):
        return {str(key): _without_days(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_without_days(value) for value in node]
    return str(node) if isinstance(node, datetime.date) else node


def complaints(data: Any) -> list[str]:
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}"[:200] for e in VALIDATOR.iter_errors(data)]


def fields(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every property of the schema with its path."""
    if isinstance(node, dict):
        for name, part in node.get("properties", {}).items():
            yield f"{path}/{name}", part
        for name, part in node.items():
            yield from fields(part, f"{path}/{name}")


def test_the_committed_schema_is_that_of_the_models() -> None:
    committed = (ROOT / "schema" / "bank.schema.json").read_text(encoding="utf-8")

    assert committed == schema_text(), "write it anew: quizgen schema -o schema/bank.schema.json"


def test_it_is_sound_by_the_draft_that_it_names() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_field_has_a_description_of_its_own() -> None:
    found = dict(fields(SCHEMA))

    assert len(found) > 120
    assert [path for path, part in found.items() if not part.get("description")] == []


def test_every_value_to_choose_has_its_meaning() -> None:
    found = [part for _, part in fields(SCHEMA)] + [part.get("items", {}) for _, part in fields(SCHEMA)]
    listed = [part for part in found if "enum" in part]

    assert len(listed) > 15
    for part in listed:
        assert len(part["enum"]) == len(part["enumDescriptions"])
        assert all(part["enumDescriptions"])


def test_every_group_of_fields_is_closed_as_the_loader_has_it() -> None:
    groups = [SCHEMA, *SCHEMA["definitions"].values()]

    assert [g for g in groups if g.get("additionalProperties") is not False] == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_bank_fits(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert complaints(parse_yaml(text, file.name).data) == []
    assert complaints(as_an_editor_reads(text)) == []


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(banks())
def test_every_bank_that_the_loader_takes_fits(bank: Bank) -> None:
    text = dump_bank(bank)

    assert complaints(parse_yaml(text, "f").data) == []
    assert complaints(as_an_editor_reads(text)) == []


@pytest.mark.parametrize(
    "part",
    [
        "title: 1984\n",
        "title: true\n",
        "title: 12.50\n",
        "title: >\n  A title\n  on two lines\n",
        "title: |\n\n  A title\n\n\n",
        "description:\n",
        "format: '1'\n",
        "format: +01\n",
        "id: 2023\n",
        "id: 1e3\n",
        "id: true\n",
        "language: no\n",
        "article: {title: T, publisher: P, published: 2023, genre: news, as_of: 2023-06-30}\n",
        "article: {title: T, publisher: P, published: '2023', genre: news, as_of: '2023-06-30'}\n",
        "article: {title: T, publisher: P, published: 0987, genre: news, as_of: 2023-06-30, author: ~}\n",
        "article: {title: T, publisher: P, published: c. 2020, genre: news, as_of: 2023-06-30}\n",
        more(CLAIM, "kind_clear: TRUE"),
        more(CLAIM, "kind_clear: 'false'"),
        more(CLAIM, "record_kind:"),
        more(CLAIM, "figure:"),
        more(CLAIM, "topic: 2022"),
        more(CLAIM, "min_pack: '1'"),
        more(CLAIM, "figure: {question: 'how many?', value: '4.0e3', unit: books, tolerance: .5}"),
        more(CLAIM, "figure: {question: 'how many?', value: -4000, unit: books, tolerance: 1.}"),
        (
            "blueprints:\n  a: {difficulty: {1: {min: 1}}, supported: ['0.1', 0.9], clean: '.3', "
            "topics: {2022: {max: 3}}}\n"
        ),
        more(PASSAGE, "issues: []\nkind: opinion\nwhy_clean: It is sound."),
    ],
)
def test_what_the_loader_takes_as_typed_fits(part: str) -> None:
    codes = {d.code for d in load(part).diagnostics if d.severity is Severity.ERROR}
    assert codes <= {"unknown-topic", "unknown-language"}, "the loader must take it"

    assert complaints(parse_yaml(whole(part), "f").data) == []
    assert complaints(as_an_editor_reads(whole(part))) == []


@pytest.mark.parametrize(
    "part",
    [
        "titel: x\n",
        "title:\n",
        "title: [a]\n",
        "title: '  '\n",
        'title: "a\\nb"\n',
        f"title: {'x' * 601}\n",
        "format: 2\n",
        "id: My bank\n",
        "language: english\n",
        "level: adults\n",
        "article: {title: T, publisher: P, published: 20231, genre: news, as_of: 2023-06-30}\n",
        "article: {title: T, publisher: P, published: 2023-13, genre: news, as_of: 2023-06-30}\n",
        "article: {title: T, publisher: P, published: 2023, genre: gossip, as_of: 2023-06-30}\n",
        "article: {title: T, publisher: P, published: 2023, genre: news, as_of: 2023-06}\n",
        "article: {title: T, publisher: P, published: 2023, genre: news, as_of: 2023-06-30, url: www.example.org}\n",
        "claims: []\nsources: {Big Daily: {}}\n",
        more(CLAIM, "kind_clear: yes"),
        more(CLAIM, "verdit: supported"),
        more(CLAIM, "record_kind: vote"),
        more(CLAIM, "min_pack: 5"),
        more(CLAIM, "issues: [{type: bandwaggon, span: lent, why: x}]"),
        more(CLAIM, "not_as: [{template: verdit, reason: x}]"),
        CLAIM.replace("    kind: fact\n", ""),
        CLAIM.replace("finding:", "findings:"),
        "blueprints:\n  a: {templates: {verdit: {min: 1}}}\n",
        "blueprints:\n  a: {difficulty: {4: {min: 1}}}\n",
        "blueprints:\n  a: {supported: [0.1, 0.5, 0.9]}\n",
        "blueprints:\n  a: {items: many}\n",
    ],
)
def test_what_the_loader_refuses_by_its_shape_does_not_fit(part: str) -> None:
    assert load(part).bank is None

    assert complaints(as_an_editor_reads(whole(part)))


def test_lists_of_names_are_those_of_the_bank_and_the_taxonomy() -> None:
    definitions = SCHEMA["definitions"]
    taxonomy = load_taxonomy()

    assert definitions["NotAs"]["properties"]["template"]["enum"] == list(TEMPLATE_IDS)
    assert list(definitions["Blueprint"]["properties"]["templates"]["properties"]) == list(TEMPLATE_IDS)
    assert definitions["Issue"]["properties"]["type"]["enum"] == list(taxonomy.types)
    assert definitions["WrittenItem"]["properties"]["family"]["enum"] == [f.id for f in taxonomy.families]
    assert definitions["WrittenItem"]["properties"]["move"]["enum"] == [m.id for m in taxonomy.moves]
