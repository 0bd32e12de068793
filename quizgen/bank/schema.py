"""The JSON Schema of the bank file, for editors: it is written from the models, with the description of every field.

An editor's YAML reader turns plain scalars into numbers and booleans where the loader keeps them as typed, so that each
field takes both. The schema accepts what the loader accepts, and more: rules across fields are the loader's alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from quizgen.bank.fields import Day, FileBeside, Id, Language, Url, When
from quizgen.bank.messages import pattern_of, told_of_pattern
from quizgen.bank.model import Bank
from quizgen.bank.values import TRUE

DIALECT = "http://json-schema.org/draft-07/schema#"
_WHOLE = r"^[-+]?[0-9]{1,30}$"
_NUMBER = r"^[-+]?(\.[0-9]{1,30}|[0-9]{1,30}(\.[0-9]{0,30})?)([eE][-+]?[0-9]{1,3})?$"
_WITH_DRAFTS = {"claims": "Claim", "passages": "Passage"}
_FLAG = "^(true|True|TRUE|false|False|FALSE)$"
_NOTHING = {"not": {"type": ["object", "array", "string", "number", "boolean"]}}
"""An empty field; put like this, editors do not offer to write `null`."""
_DESCRIPTIONS = ("description", "markdownDescription")
_TEXT_TYPES = ["string", "number", "boolean"]
_TYPES_OF_PATTERN: dict[str, dict[str, Any]] = {
    pattern_of(Id): {"type": _TEXT_TYPES},
    pattern_of(When): {"type": ["string", "integer"], "minimum": 0, "maximum": 9999},
    pattern_of(Day): {"type": "string"},
    pattern_of(Url): {"type": "string"},
    pattern_of(Language): {"type": "string"},
    pattern_of(FileBeside): {"type": "string"},
}
"""What a plain scalar that fits the pattern can be to an editor: `2021` is a date to us and a number to it."""


def schema_text() -> str:
    """Return the JSON Schema as it is kept in a file."""
    return json.dumps(bank_schema(), ensure_ascii=False, indent=2) + "\n"


def bank_schema() -> dict[str, Any]:
    """Return the JSON Schema of the bank file, in draft 7, which YAML editors know best."""
    made = Bank.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_AsTyped)
    definitions = {name: _tidy(part) for name, part in made.pop("$defs").items()}
    for name in ("Article", "Figure", "Parts"):  # each stands in one field only, whose description must be shown
        del definitions[name]["description"]
    whole = _tidy(made)
    for section, name in _WITH_DRAFTS.items():
        whole["properties"][section]["items"] = _or_draft(name, definitions)
    return {"$schema": DIALECT, "title": "quizgen question bank", **whole, "definitions": definitions}


def _or_draft(name: str, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry may be: finished, or a draft, of which an editor knows the fields and takes anything."""
    finished = definitions[name]
    mark = {"enum": [True, *sorted(TRUE)], "enumDescriptions": ["still being written"] * (1 + len(TRUE))}
    is_draft = {"draft": {**finished["properties"]["draft"], **mark}}
    return {
        "if": {"type": "object", "properties": is_draft, "required": ["draft"]},
        "then": _loose(f"#/definitions/{name}", finished, definitions),
        "else": {"$ref": f"#/definitions/{name}"},
    }


def _loose(place: str, node: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return what tells the same as the part of the schema that stands at a place, and takes anything."""
    told = {key: node[key] for key in _DESCRIPTIONS if key in node}
    for part in (node, *node.get("allOf", ())):
        if "$ref" in part:
            return {**_loose(part["$ref"], definitions[part["$ref"].rpartition("/")[2]], definitions), **told}
    if "properties" in node:
        parts = {n: _loose(f"{place}/properties/{n}", part, definitions) for n, part in node["properties"].items()}
        return {"properties": parts, **told}
    if isinstance(node.get("items"), Mapping):
        return {"items": _loose(f"{place}/items", node["items"], definitions), **told}
    return {"anyOf": [{"$ref": place}, {}], **told}


class _AsTyped(GenerateJsonSchema):
    """Pydantic's generator, with the types that an editor sees for what an author types."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Return that no field gets a title: an editor would show it above the description."""
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return a text, or a number or boolean that is one as typed; space around it does not count."""
        pattern = schema.get("pattern")
        if schema.get("strip_whitespace"):
            inner = r"[^\r\n]" if pattern else r"[\s\S]"
            told = {"patternErrorMessage": told_of_pattern(str(pattern))} if pattern else {}
            rest = f"({inner}{{0,{schema['max_length'] - 2}}}\\S)?"
            return {"type": _TEXT_TYPES, "pattern": rf"^\s*\S{rest}\s*$", **told}
        known = str(pattern)
        length = {"maxLength": schema["max_length"]} if "max_length" in schema else {}
        found = {"pattern": known.replace('\\"', '"'), "patternErrorMessage": told_of_pattern(known)}
        return {**_TYPES_OF_PATTERN[known], **found, **length}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Return a whole number, in quotation marks or not."""
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": _WHOLE}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        """Return a number, in quotation marks or not."""
        return {**super().float_schema(schema), "type": ["number", "string"], "pattern": _NUMBER}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        """Return true or false, in quotation marks or not."""
        return {"type": ["boolean", "string"], "pattern": _FLAG}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Return the values; a number may stand in quotation marks."""
        numbers = [value for value in schema["expected"] if isinstance(value, int)]
        if not numbers:
            return super().literal_schema(schema)
        written = "|".join(map(str, numbers))
        return {"anyOf": [{"enum": numbers}, {"type": "string", "pattern": rf"^\+?0*({written})$"}]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return what may also be left empty."""
        inner = self.generate_inner(schema["schema"])
        if "type" not in inner:
            return {"anyOf": [inner, _NOTHING]}
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return {**inner, "type": [*types, "null"]}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Return a list of fixed length, as draft 7 writes it."""
        parts = [self.generate_inner(part) for part in schema["items_schema"]]
        size = len(parts)
        return {"type": "array", "items": parts, "additionalItems": False, "minItems": size, "maxItems": size}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return entries under names of the author's own, or under names that are listed with what they mean."""
        name, value = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        if "enum" not in name:
            return {"type": "object", "propertyNames": {**name, "type": "string"}, "additionalProperties": value}
        told = zip(name["enum"], name["enumDescriptions"], strict=True)
        listed = {key: {**value, "description": meaning} for key, meaning in told}
        return {"type": "object", "properties": listed, "additionalProperties": False}


def _tidy(node: Any) -> Any:
    """Return a part of the schema with its descriptions on one line and no words that say nothing to an author."""
    if isinstance(node, list):
        return [_tidy(part) for part in node]
    if not isinstance(node, Mapping):
        return node
    tidied = {
        name: " ".join(part.split()) if name == "description" and isinstance(part, str) else _tidy(part)
        for name, part in node.items()
        if not (name == "title" and isinstance(part, str)) and not (name == "default" and part in (None, [], {}))
    }
    told = tidied.get("description")
    if isinstance(told, str) and "`" in told:
        tidied["markdownDescription"] = told
    if "$ref" in tidied and len(tidied) > 1:  # draft 7 reads nothing beside a reference
        return {"allOf": [{"$ref": tidied.pop("$ref")}], **tidied}
    return tidied
