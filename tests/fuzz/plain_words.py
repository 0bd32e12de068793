"""Words of programmers that must not reach an author, but in what the author wrote."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"`[^`]*`|“[^”]*”")
_JARGON = re.compile(
    r"""(?x)
    \b(?i: nonetype | str | dict | int | float | bool | tuple | boolean | integer | string | substring | literal
        | mapping s? | mapping [ ] values | sequence | scalar | token s? | node s? | null | nan | parser? | parsing
        | traceback | exception | pydantic | validat (or|ion) ( [ ] error )? | regex | regexp | codec | unicode | ascii
        | iterable | callable | instance | object | argument s? | argv | stdin | libyaml | json | schema
        | input | indicator | simple [ ] key | document [ ] (start|end|indicator) | stream | anchor s? | alias (es)?
        | unhashable | hashable | key ?error | index | attribute | byte s? | newline | whitespace | enum | loc
        | escape [ ] (character|sequence) | directive s? | flow | block | utf-?16-?(le|be) ) \b
    | (?<! [.] ) \b (?i: yaml ) \b | \b None \b | \b (True|False) \b
    | \w+Error \b | \w+Exception \b | <class | <function | \b 0x[0-9a-f]{4} | \[type=
    | \{' | \{" | \\u[0-9a-f]{4} | \\x[0-9a-f]{2} | U\+FFFD | should [ ] (be|have) [ ] (a [ ] valid|at [ ] (least|most))
    """
)


def jargon(text: str) -> list[str]:
    """Return the programmers' words in a message; what stands in marks of quotation is somebody else's text."""
    return [found[0] for found in _JARGON.finditer(_QUOTED.sub("``", text))]
