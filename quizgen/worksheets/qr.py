"""QR codes as paths of an SVG, in millimetres."""

from __future__ import annotations

from itertools import groupby

import segno

QUIET = 4
"""Modules of white around a code, as the standard asks for."""


def qr_path(content: str, *, x: float, y: float, side: float) -> str:
    """Return the path of a code of this side, its white border included; error level M."""
    rows = segno.make_qr(content, error="m", boost_error=False).matrix
    module = side / (len(rows) + 2 * QUIET)
    strokes: list[str] = []
    for row, line in enumerate(rows):
        column = 0
        for dark, run in groupby(line):
            length = len(list(run))
            if dark:
                left, top = x + (column + QUIET) * module, y + (row + QUIET) * module
                strokes.append(f"M{left:.3f} {top:.3f}h{length * module:.3f}v{module:.3f}h-{length * module:.3f}z")
            column += length
    return f'<path d="{"".join(strokes)}" shape-rendering="crispEdges"/>'


def qr_svg(content: str, side: float) -> str:
    """Return a code as an SVG of its own, `side` millimetres wide and high."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side:g}mm" height="{side:g}mm" '
        f'viewBox="0 0 {side:g} {side:g}"><rect width="{side:g}" height="{side:g}" fill="#fff"/>'
        f"{qr_path(content, x=0, y=0, side=side)}</svg>"
    )
