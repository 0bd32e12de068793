"""A bank to begin with: its head as told, and every field that is to be written next marked TODO and explained."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from quizgen.bank.todos import TODO
from quizgen.yaml_source import to_yaml

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True)
class Beginning:
    """What is known of a bank before anything of it is written; what is not known is left to be written."""

    bank_id: str
    title: str = TODO
    level: str = "adult"
    license: str = "CC-BY-4.0"
    author: str = TODO
    article: str = TODO
    publisher: str = TODO
    published: str = "undated"
    url: str | None = None
    genre: str = "news"
    text: str | None = None
    """The path of a file with the article's text, from the bank's own folder."""


def starter(beginning: Beginning, *, file: str, schema: str, as_of: str) -> str:
    """Return the text of a new bank.

    Args:
        beginning: What is known of it.
        file: The path of the file that it is for, as the commands in its notes name it.
        schema: The path or address of the JSON Schema, from the bank's own folder.
        as_of: The day (YYYY-MM-DD) by which claims are judged, if the article bears no day.
    """
    known = {name: _value(value) for name, value in vars(beginning).items() if value is not None}
    is_day = len(beginning.published) == len("2000-01-01")
    told = {
        "id": known["bank_id"],
        "url": f"  url: {known['url']}\n" if "url" in known else "",
        "text": f"  text: {known['text']}   # its text, which quotes and passages are checked against\n"
        if "text" in known
        else "",
        "as_of": _value(beginning.published if is_day else as_of),
        "file": file,
        "schema": schema,
    }
    source = (files("quizgen.authoring") / "starter.yaml").read_text(encoding="utf-8")
    return Template(source).substitute(known | told)


def _value(text: str) -> str:
    """Return a text as a value of YAML that stands on one line; a date stands there as people write it."""
    if _DATE.fullmatch(text):
        return text
    written = to_yaml([text]).removeprefix("- ").removesuffix("\n")
    return json.dumps(text, ensure_ascii=False) if "\n" in written else written
