"""The bubble sheet: every answer has its bubble, none touch, and a picture of the page has them where the JSON says."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations

import pymupdf

from quizgen.worksheets import Look, files
from quizgen.worksheets.bubbles import CORNER, HEIGHT, RADIUS, WIDTH
from quizgen.worksheets.fonts import fonts_for
from quizgen.worksheets.making import bubbles
from quizgen.worksheets.pdf import picture
from tests.worksheets.forms import bundled, every_interaction, form_of, item, match


def test_every_answer_has_a_bubble() -> None:
    (page,) = bubbles(every_interaction())
    found: Counter[str] = Counter(f"{b.question}{f'.{b.row}' if b.row else ''} {b.answer}" for b in page.bubbles)
    wanted = ["1 A", "1 B", "1 C", "2 A", "2 B", "2 C", "2 D", "3 A", "3 B", "4 1", "4 2", "4 3", "4 4", "4 0"]
    wanted += [f"{question}.{row} {answer}" for question in (5, 6) for row in "123" for answer in "ABC"]

    assert found == Counter(wanted)


def test_bubbles_stand_apart_and_clear_of_the_corners() -> None:
    for form in (bundled()[0], form_of(*(item(f"m{n}", match(12)) for n in range(6)))):
        pages = bubbles(form)
        for page in pages:
            for one, other in combinations(page.bubbles, 2):
                assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (2 * RADIUS + 1) ** 2
            for b in page.bubbles:
                assert RADIUS < b.x < WIDTH - RADIUS
                assert CORNER + RADIUS < b.y < HEIGHT - CORNER - RADIUS


def test_a_long_sheet_goes_on_over_the_page_without_losing_a_row() -> None:
    pages = bubbles(form_of(*(item(f"m{n}", match(12)) for n in range(6))))

    assert [page.place for page in pages] == ["1/3", "2/3", "3/3"]
    assert sum(len(page.bubbles) for page in pages) == 6 * 12 * 12


def test_the_drawing_has_the_bubbles_and_corners_where_the_coordinates_say() -> None:
    (file,) = [f for f in files([bundled()[0]], Look(bubbles=True), ("html",), key=False) if f.name.endswith("json")]
    told = json.loads(file.content)
    (page,) = bubbles(bundled()[0])
    dpi = 254
    drawn = pymupdf.Pixmap(picture(page.svg, WIDTH, HEIGHT, fonts_for(Look()), dpi=dpi))

    def dark(x: float, y: float) -> bool:
        at = [round(v * dpi / 25.4) for v in (x, y)]
        return any(sum(drawn.pixel(at[0] + dx, at[1] + dy)[:3]) < 600 for dx in (-1, 0, 1) for dy in (-1, 0, 1))

    assert file.name == f"kim-putin-summit-A-{told['form']}-bubbles.json"
    assert told["pages"][0]["bubbles"]
    for b in told["pages"][0]["bubbles"]:
        for dx, dy in ((RADIUS, 0), (-RADIUS, 0), (0, RADIUS), (0, -RADIUS)):
            assert dark(b["x"] + dx, b["y"] + dy), b
        assert not dark(b["x"] + RADIUS * 0.7, b["y"])
    for corner in told["corners"]:
        middle = corner["side"] / 2
        assert dark(corner["x"] + middle, corner["y"] + middle)
    assert len({corner["side"] for corner in told["corners"]}) == 2  # so that a page upside down is told
