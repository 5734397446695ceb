"""A lattice with its words as a table layout: empty rows and columns left out, header rows told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from flows.reading.pdf.page import Edges, TableCell, TableLayout, Word
from flows.tables.pdf.cells import by_region, reading_order
from flows.tables.pdf.figures import has_digit, is_figure, is_year
from flows.tables.pdf.lattice import Lattice


def layout(page: int, lattice: Lattice, words: Sequence[Word], *, ruled: bool) -> TableLayout:
    """The table of a lattice; `words` are all words inside it."""
    inside = by_region(lattice, words)
    filled = [region for region in lattice.regions if inside[region]]
    rows = _kept(lattice.rows, [(region.row, region.row_span) for region in filled])
    columns = _kept(lattice.columns, [(region.column, region.column_span) for region in filled])
    cells = []
    for region in lattice.regions:
        row, column, row_span, column_span = region
        span = rows[row + row_span] - rows[row], columns[column + column_span] - columns[column]
        if all(span):
            cells.append(TableCell(rows[row], columns[column], *span, reading_order(inside[region])))
    edges = Edges(lattice.xs[0], lattice.ys[0], lattice.xs[-1], lattice.ys[-1])
    return TableLayout(page, edges, tuple(cells), header_rows(cells), ruled)


def _kept(count: int, filled: Sequence[tuple[int, int]]) -> list[int]:
    """For each old row or column, and the end, its new number; where a filled cell starts or ends, one is kept."""
    starts = {start for start, _ in filled}
    return [0, *accumulate(int(at in starts) for at in range(count))]


def header_rows(cells: Sequence[TableCell]) -> int:
    """The rows above the first one that holds figures under headings; 1 where nothing tells."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        if cell.column and cell.words:
            rows.setdefault(cell.row, []).append(" ".join(word.text for word in cell.words))
    for row, texts in rows.items():
        if _are_figures(texts):
            return max((above + 1 for above in rows if above < row), default=0)
    return 1 if len(rows) > 1 else 0


def _are_figures(texts: Sequence[str]) -> bool:
    """Whether at least half of the texts of a row are figures, and not of years alone."""
    figures = [text for text in texts if is_figure(text)]
    return 2 * len(figures) >= len(texts) and any(has_digit(text) and not is_year(text) for text in figures)
