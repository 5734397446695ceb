"""What ruling lines leave open, cut by the text itself: columns at gutters, rows at lines that start anew."""

from __future__ import annotations

from collections.abc import Sequence

from flows.reading.pdf.page import Word
from flows.tables.pdf.cells import by_region
from flows.tables.pdf.figures import is_figure
from flows.tables.pdf.gutters import gutters
from flows.tables.pdf.lattice import Lattice, Region
from flows.tables.pdf.lines import Line, Scale, lines_of
from flows.tables.pdf.rows import body_breaks, body_start, header_breaks
from flows.tables.pdf.strips import Strip, strips
from flows.tables.pdf.strokes import Stroke


def split(lattice: Lattice, words: Sequence[Word], strokes: Sequence[Stroke], scale: Scale, *, framed: bool) -> Lattice:
    """The lattice with what the text adds; in a frame of lines in both directions, only figures can split a cell."""
    columns = _with_columns(lattice, words, scale, framed=framed)
    added = {edge for edge, x in enumerate(columns.xs) if x not in lattice.xs}
    inside = by_region(columns, words)
    bands = [_band(columns, row, inside, strokes, scale) for row in range(columns.rows)]
    rows = _with_rows(columns, bands, scale.em, framed=framed)
    return rows.opened(
        {
            (edge, rows.slot(0, strip.edges.centre[1])[0])
            for band in bands
            for strip in band
            for part in strip.parts
            for edge in range(part.first + 1, part.last + 1)
            if edge in added
        }
    )


def _with_columns(lattice: Lattice, words: Sequence[Word], scale: Scale, *, framed: bool) -> Lattice:
    """Cut where the regions of the same columns have common gutters."""
    groups: dict[tuple[int, int], list[Region]] = {}
    inside = by_region(lattice, words)
    for region in lattice.regions:
        groups.setdefault((region.column, region.column_span), []).append(region)
    cut: dict[float, set[int]] = {}
    for (column, span), regions in groups.items():
        lines = [line for region in regions for line in lines_of(inside[region])]
        edges = lattice.xs[column + 1 : column + span]
        rows = {row for region in regions for row in range(region.row, region.row + region.row_span)}
        for left, right in gutters(lines, scale):
            drawn = next((x for x in edges if left - scale.em <= x <= right + scale.em), None)
            if drawn is not None or not framed or _leads_to_figures(lines, right):
                cut.setdefault((left + right) / 2 if drawn is None else drawn, set()).update(rows)
    added = lattice.with_columns([x for x in cut if x not in lattice.xs], lambda edge, row: False)
    down = {(added.xs.index(x), row) for x, rows in cut.items() for row in rows}
    return Lattice(added.xs, added.ys, added.down | down, added.across)


def _leads_to_figures(lines: Sequence[Line], x: float) -> bool:
    """Whether most lines go on with a figure behind `x`."""
    behind = [next((word for word in line.words if word.edges.left >= x - 1), None) for line in lines]
    found = [is_figure(word.text) for word in behind if word]
    return 2 * sum(found) > len(found)


def _band(
    lattice: Lattice, row: int, inside: dict[Region, list[Word]], strokes: Sequence[Stroke], scale: Scale
) -> list[Strip]:
    """The text of one row of the lattice, without what reaches into other rows."""
    regions = [region for region in lattice.regions if (region.row, region.row_span) == (row, 1)]
    return strips(lines_of(word for region in regions for word in inside[region]), lattice.xs, strokes, scale)


def _with_rows(lattice: Lattice, bands: Sequence[Sequence[Strip]], em: float, *, framed: bool) -> Lattice:
    """Cut the rows that hold several rows of text."""
    cuts: dict[float, int] = {}
    for row, found in enumerate(bands):
        breaks = _framed_breaks(found, em) if framed else _breaks(found, em, first=row == 0, last=row == len(bands) - 1)
        cuts.update({(found[at - 1].edges.bottom + found[at].edges.top) / 2: row for at in breaks})
    tall = {
        (row, column)
        for region in lattice.regions
        if region.row_span > 1
        for row in range(region.row, region.row + region.row_span)
        for column in range(region.column, region.column + region.column_span)
    }
    ys = sorted({*lattice.ys, *cuts})
    return lattice.with_rows(list(cuts), lambda edge, column: (cuts[ys[edge]], column) not in tall)


def _framed_breaks(found: Sequence[Strip], em: float) -> list[int]:
    """The lines of a framed row at which another starts: only figures under figures tell."""
    return body_breaks(found, em) if sum(bool(strip.figures) for strip in found) > 1 else []


def _breaks(found: Sequence[Strip], em: float, *, first: bool, last: bool) -> list[int]:
    """The lines between two lines across the table at which a row starts; the first band has the header."""
    start = body_start(found) if first else 0
    if start is None:
        start = 0 if last else len(found)
    body = [start + at for at in body_breaks(found[start:], em)]
    return [*header_breaks(found[:start], em), *([start] if 0 < start < len(found) else []), *body]
