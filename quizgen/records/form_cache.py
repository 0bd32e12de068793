"""Parsed forms by their digest, the least recently used dropped first, since parsing one takes longer than a read."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from quizgen.forms.form import Form


class FormCache:
    """Up to `size` forms; threads may share it. A form never changes under its digest, so nothing here gets stale."""

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._forms: OrderedDict[str, Form] = OrderedDict()
        self._lock = Lock()

    def get(self, form_id: str) -> Form | None:
        """Return the form, or None if it is not here."""
        with self._lock:
            form = self._forms.get(form_id)
            if form is not None:
                self._forms.move_to_end(form_id)
            return form

    def put(self, form_id: str, form: Form) -> None:
        """Keep the form."""
        with self._lock:
            self._forms[form_id] = form
            self._forms.move_to_end(form_id)
            if len(self._forms) > self._size:
                self._forms.popitem(last=False)
