"""The short keys of sources: one number a source over a whole form, the shown ones first."""

from __future__ import annotations

from quizgen.forms import Form, FormItem
from quizgen.items import Finding, SourceNote
from quizgen.wording import Wording
from quizgen.worksheets.sheet import Reference
from quizgen.worksheets.text import Text, one_line, plain

Identity = tuple[str, ...]


def source_line(w: Wording, publisher: str, date: str, who: str | None) -> Text:
    """Return who found something, when, and who they are."""
    about = f" ({one_line(who)})" if who else ""
    return (*plain(publisher, strong=True), *plain(f", {w.date(date)}{about}"))


class Keys:
    """Gives each source its short key.

    The student's sheet shows of a source who found something and when; the teacher's key has its title and address,
    too. A shown finding belongs to the source that its question tells after the answer with the same finding.
    """

    def __init__(self, form: Form) -> None:
        self._keys: dict[Identity, str] = {}
        self._shown: dict[str, Finding] = {}
        self._told: dict[str, SourceNote] = {}
        for entry in form.items:
            for finding in entry.item.stimulus.findings:
                self._shown.setdefault(self.of_finding(entry, finding), finding)
        for entry in form.items:
            for note in entry.item.sources:
                self._told.setdefault(self.of_note(note), note)

    def of_finding(self, entry: FormItem, finding: Finding) -> str:
        """Return the key of the source of a finding that a question shows."""
        for note in entry.item.sources:
            if (note.publisher, note.finding) == (finding.publisher, finding.text):
                return self.of_note(note)
        return self._number(("shown", finding.publisher, finding.date, finding.who or ""))

    def of_note(self, note: SourceNote) -> str:
        """Return the key of a source as told after the answer."""
        return self._number((note.publisher, note.title, note.date, note.url or ""))

    def _number(self, identity: Identity) -> str:
        return self._keys.setdefault(identity, str(len(self._keys) + 1))

    def shown(self, w: Wording) -> tuple[Reference, ...]:
        """Return the list for the student's sheet: the sources of its findings, as they are shown with them."""
        return tuple(
            Reference(key=key, text=source_line(w, finding.publisher, finding.date, finding.who))
            for key, finding in self._shown.items()
        )

    def told(self, w: Wording) -> tuple[Reference, ...]:
        """Return the list for the teacher's key, with titles and addresses."""
        references: list[Reference] = []
        for key in sorted({*self._shown, *self._told}, key=int):
            note, finding = self._told.get(key), self._shown.get(key)
            if note is not None:
                text = (*source_line(w, note.publisher, note.date, note.who), *plain(f": {note.title}"))
                references.append(Reference(key=key, text=text, url=note.url))
            elif finding is not None:
                line = source_line(w, finding.publisher, finding.date, finding.who)
                references.append(Reference(key=key, text=line))
        return tuple(references)
