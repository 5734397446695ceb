"""Runs of lines that may be a table which nothing frames: lines with wide gaps, close to one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import regex

from flows.reading.pdf.page import Edges
from flows.tables.pdf.gutters import Ink, ink
from flows.tables.pdf.lines import Line

# All in ems. What two stretches of text in one line of a table keep free between them, at least somewhere in it.
COLUMN_GAP = 1.0
# Empty height that ends a run.
APART = 2.0
# A run may have this many lines without a gap in a row: wrapped labels, headings inside a table.
UNBROKEN_LINES = 3
# Empty height, above the usual one, over a further header: another table's.
FURTHER = 0.5
# How far a caption's first line may stand above or below a figure.
CAPTION_ABOVE, CAPTION_BELOW = 5.0, 3.0

_CAPTION = regex.compile(
    r"(?:table|figure|fig\.|chart|graph|exhibit|box|annex|appendix)\s+[\dA-Z][\w.–-]*(?:[.:\s]|\Z)", regex.IGNORECASE
)
_FIGURE = regex.compile(r"(?:figure|fig\.|chart|graph|map|diagram)\s+[\dA-Z]", regex.IGNORECASE)
_TABLE = regex.compile(r"tables?\s+[\dA-Z]", regex.IGNORECASE)
_NOTE = regex.compile(r"(?:sources?|notes?|n\.?b\.?)\b\s*[:.–-]", regex.IGNORECASE)


def is_caption(line: Line) -> bool:
    return _CAPTION.match(line.text) is not None


def is_pictured(lines: Sequence[Line], edges: Edges, em: float) -> bool:
    """Whether the caption of what stands inside the edges calls it a figure; `lines` are those around it."""
    above = [line for line in lines if 0 <= edges.top - line.edges.centre[1] <= CAPTION_ABOVE * em]
    below = [line for line in lines if 0 <= line.edges.centre[1] - edges.bottom <= CAPTION_BELOW * em]
    if any(_TABLE.match(line.text) for line in above):
        return False
    return any(_FIGURE.match(line.text) for line in (*above, *below))


def is_note(line: Line) -> bool:
    return _NOTE.match(line.text) is not None


def is_tabular(line: Line, em: float) -> bool:
    """Whether a line has stretches of text with a column's gap between them."""
    return len(line.without_leaders.segments(COLUMN_GAP * em)) > 1


def runs(lines: Sequence[Line], em: float) -> Iterator[tuple[int, int]]:
    """The runs as (first, end): each starts and ends with a tabular line, and has one header."""
    for first, end in _close(lines, em):
        start = first
        for at in _further_headers(lines, first, end, em):
            yield start, at
            start = next(line for line in range(at, end) if is_tabular(lines[line], em))
        yield start, end


def _further_headers(lines: Sequence[Line], first: int, end: int, em: float) -> Iterator[int]:
    """Where, under figures and some empty height, lines without figures hold another header."""
    inks = [ink(line, COLUMN_GAP * em) for line in lines[first:end]]
    figures = [any(stretch.is_figure for stretch in found[1:]) for found in inks]
    gaps = [below.edges.top - above.edges.bottom for above, below in pairwise(lines[first:end])]
    usual = median(gaps) if gaps else 0.0
    start, seen = 0, 0
    for at, has_figures in enumerate(figures):
        above = figures[at - 1] if at else True
        if not has_figures:
            start = at if above else start
        elif not above and seen > 1 and gaps[start - 1] > usual + FURTHER * em and any(map(_is_header, inks[start:at])):
            yield first + start
            seen = 0
        seen += has_figures


def _is_header(stretches: Sequence[Ink]) -> bool:
    return sum(not stretch.is_figure for stretch in stretches) > 1


def _close(lines: Sequence[Line], em: float) -> Iterator[tuple[int, int]]:
    """Lines close to one another, from the first tabular one to the last."""
    first = last = None
    for at, line in enumerate(lines):
        if first is not None and last is not None and _ends(lines, last, at, em):
            yield first, last + 1
            first = last = None
        if is_tabular(line, em) and not is_caption(line) and not is_note(line):
            first = at if first is None else first
            last = at
    if first is not None and last is not None:
        yield first, last + 1


def _ends(lines: Sequence[Line], last: int, at: int, em: float) -> bool:
    return (
        at - last > UNBROKEN_LINES
        or lines[at].edges.top - lines[at - 1].edges.bottom > APART * em
        or is_caption(lines[at])
        or is_note(lines[at])
    )
