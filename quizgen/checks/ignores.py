"""What an author wants a check to be silent about: comments in the file, and the bank's own field `ignore`.

A comment `# quizgen: ignore CODE, CODE – reason` covers the entry or field that it stands beside or right above; an
entry of `ignore` covers the bank. Each has to name a check that there is, to give its reason, and to be of use.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.bank import Bank, LoadedBank
from quizgen.bank.drafts import Draft
from quizgen.bank.findings import Path, nearest
from quizgen.checks.rules import ignore_without_reason, unknown_check, unused_ignore
from quizgen.diagnostics import Diagnostic, Location, Severity
from quizgen.source_text import shown

_MARK = "quizgen:"
_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*quizgen:\s*ignore\b[ \t]*(?P<codes>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?[ \t]*"
    r"(?:[–—:-]+[ \t]*(?P<why>\S.*))?"
)


@dataclass(eq=False)
class _Ignore:
    """One check that is to be silent below a path, where that is said, and whether it came to use."""

    code: str
    below: Path
    location: Location
    has_reason: bool
    used: bool = field(default=False)


class Ignores:
    """Every ignore of a bank."""

    def __init__(self, loaded: LoadedBank, bank: Bank) -> None:
        self._ignores = [*_of_comments(loaded), *_of_bank(loaded, bank)]

    def covers(self, code: str, path: Path) -> bool:
        """Whether a check is to be silent at a path."""
        fitting = [i for i in self._ignores if i.code == code and path[: len(i.below)] == i.below]
        for ignore in fitting:
            ignore.used = True
        return bool(fitting)

    def diagnostics(self, known: Collection[str], ran: Collection[str], reading: Mapping[str, str]) -> list[Diagnostic]:
        """Return what is wrong with the ignores themselves.

        Args:
            known: The codes of all checks.
            ran: The codes of the checks that were run; of others nobody knows whether they would speak.
            reading: The codes of what is told when a file is read, with their meanings.
        """
        return [found for ignore in self._ignores for found in _wrong(ignore, known, ran, reading)]


def _of_comments(loaded: LoadedBank) -> Iterator[_Ignore]:
    if _MARK not in loaded.source.text.text:  # as in most files; it is found sooner than a pattern
        return
    # The places of a bank leave its drafts out, and a comment may stand above or in one.
    source = loaded.drafts[0].source if loaded.drafts else loaded.source
    for found, location, path in source.comments(_COMMENT):
        below = _without_drafts(path, loaded.drafts)
        for code in re.split(r"[ \t]*,[ \t]*", found["codes"] or "") if below is not None else ():
            yield _Ignore(code, below or (), location, found["why"] is not None)


def _without_drafts(path: Path, drafts: Sequence[Draft]) -> Path | None:
    """Return the path in the bank for one in the file, or None if it leads into a draft."""
    if len(path) < 2 or not isinstance(path[1], int):
        return path
    before = [draft.place for draft in drafts if draft.section == path[0] and draft.place <= path[1]]
    return None if path[1] in before else (path[0], path[1] - len(before), *path[2:])


def _of_bank(loaded: LoadedBank, bank: Bank) -> Iterator[_Ignore]:
    for i, ignored in enumerate(bank.ignore):
        yield _Ignore(ignored.code, (), loaded.source.locate(("ignore", i, "code")), has_reason=True)


def _wrong(
    ignore: _Ignore, known: Collection[str], ran: Collection[str], reading: Mapping[str, str]
) -> Iterator[Diagnostic]:
    place, code = ignore.location, shown(ignore.code)
    if ignore.code not in known:
        help_ = "name a check; `quizgen explain` lists them"
        message = f"there is no check `{code}`" if code else "no check is named to be ignored"
        if ignore.code in reading:
            message = f"`{code}` is told when the file is read and cannot be ignored"
            help_ = f"mend it, and delete this; `quizgen explain {code}` tells what it means"
        elif near := nearest(ignore.code, known):
            help_ = f"did you mean `{near}`?"
        yield Diagnostic(place, unknown_check.CODE, message, help_)
        return
    if not ignore.has_reason:
        help_ = f"write it behind a dash: `# quizgen: ignore {code} – …`"
        message = f"no reason is given for ignoring `{code}`"
        yield Diagnostic(place, ignore_without_reason.CODE, message, help_, Severity.WARNING)
    if not ignore.used and ignore.code in ran:
        message = f"`{code}` finds nothing to ignore here"
        yield Diagnostic(place, unused_ignore.CODE, message, "delete this", Severity.WARNING)
