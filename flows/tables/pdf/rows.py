"""Which lines of a table are one row: wrapped labels and cells, stacked headers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from flows.tables.pdf.cells import has_digit, is_figure, is_year
from flows.tables.pdf.strips import Part, Strip

# All in ems. A cell's wrapped line follows closely; a wider gap than this starts another row.
CLOSE = 1.0
# Only in a label column as wide as this do labels wrap for want of room; then room for the next word and a space.
WIDE, SPACE = 12.0, 0.5
# A line that starts so far left of the one above it does not go on with it.
OUTDENT = 0.3

# What a label's line does not end with, unless it goes on.
_OPEN_END = regex.compile(
    r"(?:[,(–-]|\b(?:and|or|of|the|for|to|in|by|with|from|on|at|a|an|per|other|than))\Z", regex.IGNORECASE
)


def body_start(rows: Sequence[Strip]) -> int | None:
    """The first line of the body: figures in half of its columns that are no headings of years; None without one.

    Labels alone right above it, a section's heading or the start of a wrapped label, belong to the body.
    """
    for at, strip in enumerate(rows):
        if _has_figures(strip, rows[at + 1 :]):
            while at and not rows[at - 1].values and rows[at - 1].label and any(row.values for row in rows[: at - 1]):
                at -= 1
            return at
    return None


def _has_figures(strip: Strip, below: Sequence[Strip]) -> bool:
    figures = [part for part in strip.values if is_figure(part.text)]
    if not figures or 2 * len(figures) < len(strip.values):
        return False
    if not all(is_year(part.text) or not has_digit(part.text) for part in figures):
        return True
    return strip.label is not None and any(is_year(part.text) for later in below for part in later.values)


def body_breaks(rows: Sequence[Strip], em: float) -> list[int]:
    """The lines at which a row of the body starts, the first left out; linear in the lines."""
    limit = max((strip.label.line.edges.right for strip in rows if strip.label), default=0.0)
    left = min((strip.label.line.edges.left for strip in rows if strip.label), default=0.0)
    room = limit - SPACE * em if limit - left >= WIDE * em else float("inf")
    found: list[int] = []
    figures: set[int] = set()
    for at, (above, strip) in enumerate(pairwise(rows), 1):
        figures |= above.figures
        after = rows[at + 1] if at + 1 < len(rows) else None
        if not _continues(above, strip, after, figures, room, em):
            found.append(at)
            figures = set()
    return found


def _continues(above: Strip, strip: Strip, after: Strip | None, figures: set[int], room: float, em: float) -> bool:
    """Whether a line goes on with the row above it, which has figures in some columns so far."""
    if strip.edges.top - above.edges.bottom > CLOSE * em or (figures and strip.figures):
        return False
    if strip.label is None:
        return not strip.figures and not figures & strip.columns if strip.values else False
    if above.label is None or above.label.bold != strip.label.bold:
        return False
    if _goes_on(above.label, strip.label, em):
        return True
    if strip.values or not figures or (after and after.label and _goes_on(strip.label, after.label, em)):
        return False
    return _is_full(above.label, strip.label, room) and not (
        after and after.label and after.label.left > strip.label.left + em / 2
    )


def _goes_on(above: Part, label: Part, em: float) -> bool:
    """Whether the words say that a label goes on with the one above it."""
    if above.text.endswith(":") or label.left < above.left - OUTDENT * em:
        return False
    return label.text[0].islower() or _OPEN_END.search(above.text) is not None


def _is_full(above: Part, label: Part, room: float) -> bool:
    """Whether the line above had no room for a label's first word."""
    return above.line.edges.right + label.line.words[0].edges.width > room


def header_breaks(rows: Sequence[Strip], em: float) -> list[int]:
    """The lines of a header at which a row starts: where text over several columns meets text of those columns."""
    return [
        at
        for at, (above, strip) in enumerate(pairwise(rows), 1)
        if _spans(above, strip) or _spans(strip, above) or strip.edges.top - above.edges.bottom > CLOSE * em
    ]


def _spans(wide: Strip, other: Strip) -> bool:
    return any(sum(part.first <= below.first <= part.last for below in other.parts) > 1 for part in wide.parts)
