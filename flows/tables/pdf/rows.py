"""Which lines of a table are one row: wrapped labels and cells, stacked headers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from flows.tables.pdf.figures import has_digit, is_figure, is_year
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


class Labels(NamedTuple):
    """The label column: a line that reaches `full` had no room for another word; `em` in points."""

    full: float
    em: float


def body_breaks(rows: Sequence[Strip], em: float) -> list[int]:
    """The lines at which a row of the body starts, the first left out; linear in the lines."""
    labels = _labels(rows, em)
    found: list[int] = []
    figures: set[int] = set()
    for at, (above, strip) in enumerate(pairwise(rows), 1):
        figures |= above.figures
        after = rows[at + 1] if at + 1 < len(rows) else None
        if not _continues(above, strip, after, figures, labels):
            found.append(at)
            figures = set()
    return found


def _labels(rows: Sequence[Strip], em: float) -> Labels:
    boxes = [strip.label.line.edges for strip in rows if strip.label]
    left, right = min((box.left for box in boxes), default=0.0), max((box.right for box in boxes), default=0.0)
    return Labels(right - SPACE * em if right - left >= WIDE * em else float("inf"), em)


def _continues(above: Strip, strip: Strip, after: Strip | None, figures: set[int], labels: Labels) -> bool:
    """Whether a line goes on with the row above it, which has figures in some columns so far."""
    if _gap(above, strip) > CLOSE * labels.em or (figures and strip.figures):
        return False
    if _is_beside(above, strip):
        return True
    if strip.label is None:
        return bool(strip.values) and not strip.figures and not figures & strip.columns
    if above.label is None or above.label.bold != strip.label.bold:
        return False
    if _goes_on(above.label, strip.label, labels.em):
        return True
    return bool(figures) and not strip.values and _is_last_of_label(above.label, strip, after, labels)


def _goes_on(above: Part, label: Part, em: float) -> bool:
    """Whether the words say that a label goes on with the one above it."""
    if above.text.endswith(":") or label.left < above.left - OUTDENT * em:
        return False
    return label.text[0].islower() or _OPEN_END.search(above.text) is not None


def _is_last_of_label(above: Part, strip: Strip, after: Strip | None, labels: Labels) -> bool:
    """Whether a label alone is the rest of a full one above it, and no start or heading of what comes after."""
    label = strip.label
    if label is None or above.line.edges.right + label.line.words[0].edges.width <= labels.full:
        return False
    if after is None:
        return True
    heads = after.label is not None and (
        after.label.left > label.left + OUTDENT * labels.em or _goes_on(label, after.label, labels.em)
    )
    return not heads and not _is_beside(strip, after)


def header_breaks(rows: Sequence[Strip], em: float) -> list[int]:
    """The lines of a header at which a row starts: where text over several columns meets text of those columns."""
    found: list[int] = []
    row: set[tuple[int, int]] = set()
    for at, strip in enumerate(rows):
        spans = {(part.first, part.last) for part in strip.parts}
        if at and (_meet(row, spans) or _meet(spans, row) or _gap(rows[at - 1], strip) > CLOSE * em):
            found.append(at)
            row = set()
        row |= spans
    return found


def _meet(wide: set[tuple[int, int]], others: set[tuple[int, int]]) -> bool:
    """Whether one of the spans stands over several of the others."""
    return any(
        len({start for start, _ in others if first <= start <= last}) > 1 for first, last in wide if first < last
    )


def _is_beside(above: Strip, below: Strip) -> bool:
    """Whether two lines overlap in height, in different columns: texts of a row whose middles are level."""
    return _gap(above, below) < 0 and not above.columns & below.columns


def _gap(above: Strip, below: Strip) -> float:
    return below.edges.top - above.edges.bottom
