"""Tables that ruling lines frame, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.reading.pdf.page import Page, TableLayout, Word
from flows.tables.pdf.cells import by_region, words_inside
from flows.tables.pdf.lattice import lattice_of
from flows.tables.pdf.layout import layout
from flows.tables.pdf.lines import Scale
from flows.tables.pdf.split import split
from flows.tables.pdf.strokes import Frame

# Ruling lines this close are one, in ems: a double line, or a line drawn in pieces that do not quite meet.
SAME_LINE = 0.3
# What lies between two lines closer than this is no row or column: no letter has room there.
LEAST = 0.6
# Regions with text, of all: charts have next to none.
FILLED = 0.25


def ruled_tables(page: Page, framed: Sequence[Frame], scale: Scale) -> Iterator[TableLayout]:
    """The tables that frames of ruling lines stand around."""
    for frame in framed:
        words = words_inside(page.words, frame.edges)
        found = _table(page.number, frame, words, scale)
        if found:
            yield found


def _table(page: int, frame: Frame, words: Sequence[Word], scale: Scale) -> TableLayout | None:
    drawn = lattice_of(frame, LEAST * scale.em)
    if drawn is None or not words:
        return None
    inside = by_region(drawn, words)
    if sum(map(bool, inside.values())) < FILLED * len(inside):
        return None
    found = layout(page, split(drawn, words, frame.horizontals, scale, framed=True), words, ruled=True)
    return found if _is_table(found) else None


def _is_table(found: TableLayout) -> bool:
    """Two rows and two columns with text, which a box around prose has not."""
    filled = [cell for cell in found.cells if cell.words]
    return len({cell.row for cell in filled}) > 1 and len({cell.column for cell in filled}) > 1
