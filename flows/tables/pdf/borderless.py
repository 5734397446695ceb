"""Tables that nothing frames: found by columns that go down through several lines; lines across them help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.reading.pdf.page import Edges, TableLayout, Word
from flows.tables.pdf.blocks import is_caption, is_tabular, runs
from flows.tables.pdf.cells import words_inside
from flows.tables.pdf.evidence import is_table
from flows.tables.pdf.gutters import gutters
from flows.tables.pdf.lattice import Lattice
from flows.tables.pdf.layout import layout
from flows.tables.pdf.lines import Line, Scale, around
from flows.tables.pdf.split import split
from flows.tables.pdf.strokes import Stroke

# A line across a table covers at least this part of its width.
ACROSS = 0.8
# Ems between the lines of a header.
HEADER_GAP = 1.0


@dataclass(frozen=True)
class Rest:
    """What the ruled tables leave of a page: its words, those that run rightward as lines, and lines across it."""

    page: int
    words: Sequence[Word]
    lines: Sequence[Line]
    strokes: Sequence[Stroke]
    scale: Scale


def borderless_tables(rest: Rest) -> Iterator[TableLayout]:
    """The tables that stand in columns only, from the top."""
    for first, end in runs(rest.lines, rest.scale.em):
        yield from _tables(rest, first, end)


def _tables(rest: Rest, first: int, end: int) -> Iterator[TableLayout]:
    cuts = gutters(rest.lines[first:end], rest.scale)
    if not cuts:
        return
    lines = rest.lines[_with_header(rest, first, cuts) : end]
    found = _table(rest, around(line.edges for line in lines))
    if found:
        yield found


def _with_header(rest: Rest, first: int, cuts: Sequence[tuple[float, float]]) -> int:
    """The first line of the header that stands above a run: text over its columns, the first column left free."""
    em = rest.scale.em
    while first:
        above, below = rest.lines[first - 1], rest.lines[first]
        if below.edges.top - above.edges.bottom > HEADER_GAP * em or is_caption(above):
            break
        if above.edges.left < cuts[0][1] and not is_tabular(above, em):
            break
        if _across(rest, around((above.edges, below.edges)), above.edges.centre[1], below.edges.centre[1]):
            break
        first -= 1
    return first


def _across(rest: Rest, edges: Edges, top: float, bottom: float) -> list[float]:
    """Where lines run across some edges between two heights."""
    return [
        stroke.position
        for stroke in rest.strokes
        if top < stroke.position < bottom
        and min(edges.right, stroke.end) - max(edges.left, stroke.start) >= ACROSS * edges.width
    ]


def _table(rest: Rest, edges: Edges) -> TableLayout | None:
    half = rest.scale.em / 2
    inner = _across(rest, edges, edges.top + half, edges.bottom - half)
    ys = tuple(sorted({edges.top, *inner, edges.bottom}))
    across = frozenset((edge, 0) for edge in range(len(ys)))
    drawn = Lattice((edges.left, edges.right), ys, frozenset(), across)
    words = words_inside(rest.words, edges)
    found = layout(rest.page, split(drawn, words, rest.strokes, rest.scale, framed=False), words, ruled=False)
    return found if is_table(found, len(inner)) else None
