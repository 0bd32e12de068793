"""What `quizgen check` writes on excerpts: where they stand in the article."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import typer

from quizgen.articles.selectors import annotation_page
from quizgen.authoring.examination import Examination
from quizgen.exchange import write_whole


def write_selectors(found: Sequence[Examination], path: Path) -> None:
    """Write where the excerpts of the one bank that was checked stand in its article."""
    usable = [e for e in found if e.loaded.bank is not None and e.article is not None]
    if len(found) != 1 or len(usable) != 1:
        raise typer.BadParameter(
            "--selectors needs one bank without errors and its article: name both, as in "
            "`quizgen check BANK --article FILE --selectors FILE`"
        )
    examined = usable[0]
    assert examined.article is not None  # noqa: S101  (as sought above)
    write_whole(
        path, json.dumps(annotation_page(examined.loaded, examined.article), ensure_ascii=False, indent=2) + "\n"
    )
    typer.echo(f"wrote {path}", err=True)
