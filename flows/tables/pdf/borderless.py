"""Tables that nothing frames: found by columns that go down through several lines; lines across them help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.reading.pdf.page import Edges, TableLayout
from flows.tables.pdf.blocks import is_caption, is_tabular, runs
from flows.tables.pdf.cells import PlacedWords
from flows.tables.pdf.evidence import is_table
from flows.tables.pdf.figures import is_figure
from flows.tables.pdf.gutters import gutters
from flows.tables.pdf.lattice import Lattice
from flows.tables.pdf.layout import layout
from flows.tables.pdf.lines import Line, Scale, around
from flows.tables.pdf.split import split
from flows.tables.pdf.strokes import Stroke

# A line across a table covers at least this part of its width.
ACROSS = 0.8
# Ems between the lines of a header, and between the lines of a cell.
HEADER_GAP, CELL_GAP = 1.0, 0.6
# A line of so many words over the first columns is no row of a table.
PROSE = 5
# Lines that may be a header alone.
HEADER_LINES = 3
# Lines of a caption.
CAPTION_LINES = 4

Gutters = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Rest:
    """What the ruled tables leave of a page: its words, one stream of lines, and ruling lines that cross no other."""

    page: int
    words: PlacedWords
    lines: Sequence[Line]
    strokes: Sequence[Stroke]
    scale: Scale


def borderless_tables(rest: Rest) -> Iterator[TableLayout]:
    """The tables that stand in columns only, from the top."""
    floor = 0
    for first, end in runs(rest.lines, rest.scale.em):
        for start, stop in _pieces(rest, first, end):
            if cuts := gutters(rest.lines[start:stop], rest.scale):
                stop = _last_figures(rest, start, stop, cuts)
                start, stop = _with_header(rest, start, floor, cuts), _with_last_lines(rest, stop, cuts)
                if found := _table(rest, start, stop):
                    yield found
                    floor = stop


def _pieces(rest: Rest, first: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at lines of prose, unless what stands above such a line has the columns of all of the run."""
    cuts = gutters(rest.lines[first:end], rest.scale)
    start = above = first
    for at in range(first, end):
        if not _is_prose(rest.lines[at], cuts, rest.scale):
            continue
        if start == at:
            start = at + 1
        elif above < at and not _same_columns(rest.lines[above:at], cuts, rest.scale):
            yield start, at
            start = at + 1
        above = at + 1
    if start < end:
        yield start, end


def _last_figures(rest: Rest, start: int, stop: int, cuts: Gutters) -> int:
    """The end of the last line with a figure behind the first gutter, if most lines have one: notes have none."""
    has_figures = [
        any(segment.edges.left >= cuts[0][0] and is_figure(segment.text) for segment in line.segments(rest.scale.gap))
        for line in rest.lines[start:stop]
    ]
    if 2 * sum(has_figures) < len(has_figures):
        return stop
    return max(at for at, has in enumerate(has_figures, start + 1) if has)


def _is_prose(line: Line, cuts: Gutters, scale: Scale) -> bool:
    """Whether a line starts in the first column and runs over half of the gutters."""
    if not cuts:
        return False
    _, right = cuts[(len(cuts) - 1) // 2]
    first = line.segments(scale.gap)[0]
    return first.edges.left < cuts[0][0] and first.edges.right > right and len(first.words) >= PROSE


def _same_columns(lines: Sequence[Line], others: Gutters, scale: Scale) -> bool:
    """Whether some lines of a run have the columns of all of it; a line or two without gutters of their own may."""
    some = gutters(lines, scale)
    if not some and len(lines) <= HEADER_LINES:
        return True
    return len(some) == len(others) and all(
        left < end and start < right for (left, right), (start, end) in zip(some, others, strict=True)
    )


def _with_header(rest: Rest, first: int, floor: int, cuts: Gutters) -> int:
    """The first line of the header that stands above a run: text over its columns, the first column left free."""
    em = rest.scale.em
    while first > floor:
        above, below = rest.lines[first - 1], rest.lines[first]
        if below.edges.top - above.edges.bottom > HEADER_GAP * em or _is_of_caption(rest, first - 1):
            break
        if above.edges.left < cuts[0][1] and not is_tabular(above, em):
            break
        if _across(rest, around((above.edges, below.edges)), above.edges.centre[1], below.edges.centre[1]):
            break
        first -= 1
    return first


def _is_of_caption(rest: Rest, at: int) -> bool:
    """Whether a line is a caption or goes on with one."""
    for line in range(at, max(-1, at - CAPTION_LINES), -1):
        if is_caption(rest.lines[line]):
            return True
        gap = rest.lines[line].edges.top - rest.lines[line - 1].edges.bottom if line else 0.0
        if gap > CELL_GAP * rest.scale.em or is_tabular(rest.lines[line], rest.scale.em):
            return False
    return False


def _with_last_lines(rest: Rest, end: int, cuts: Gutters) -> int:
    """The end of the cells of the last row: lines that follow closely inside one column."""
    while end < len(rest.lines):
        above, line = rest.lines[end - 1], rest.lines[end]
        left, _, right, _ = line.edges
        is_label = right <= cuts[0][1] and line.text[0].islower()
        is_value = left >= cuts[0][0] and not any(left < start and end_ < right for start, end_ in cuts)
        if line.edges.top - above.edges.bottom > CELL_GAP * rest.scale.em or not (is_label or is_value):
            break
        if _across(rest, around((above.edges, line.edges)), above.edges.centre[1], line.edges.centre[1]):
            break
        end += 1
    return end


def _across(rest: Rest, edges: Edges, top: float, bottom: float) -> list[float]:
    """Where lines run across some edges between two heights."""
    return [
        stroke.position
        for stroke in rest.strokes
        if top < stroke.position < bottom
        and min(edges.right, stroke.end) - max(edges.left, stroke.start) >= ACROSS * edges.width
    ]


def _table(rest: Rest, first: int, end: int) -> TableLayout | None:
    edges = around(line.edges for line in rest.lines[first:end])
    half = rest.scale.em / 2
    inner = _across(rest, edges, edges.top + half, edges.bottom - half)
    ys = tuple(sorted({edges.top, *inner, edges.bottom}))
    across = frozenset((edge, 0) for edge in range(len(ys)))
    drawn = Lattice((edges.left, edges.right), ys, frozenset(), across)
    words = rest.words.inside(edges)
    found = layout(rest.page, split(drawn, words, rest.strokes, rest.scale, framed=False), words, ruled=False)
    return found if is_table(found, len(inner)) else None
