"""The cells of an HTML table with their texts as a `Grid`: its header rows, the headers of its rows, its passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from flows.reading.html.tree import Element
from flows.reading.passage import Passage, PassageBuilder
from flows.tables.grid import Grid, GridCell
from flows.tables.html.forming import Formed, Slot, rows_of

MOST_HEADER_ROWS = 4
"""As far as cells that span header rows draw rows below into the header."""
MOST_HEADER_COLUMNS = 4


def joined(source: str, passages: Iterable[Passage]) -> Passage:
    """Passages one after the other, a line for each."""
    builder = PassageBuilder(source)
    for passage in passages:
        builder.separate("\n", passage.runs[0].source_start)
        builder.add(passage)
    return builder.build()


def grid_of(table: Element, formed: Formed, texts: Mapping[Element, Passage]) -> Grid:
    """The grid of a table; `texts` are those of its cells that have any."""
    header_rows = _header_rows(formed, texts)
    header_columns = _header_columns(formed, header_rows)
    empty = Passage("", ())
    cells = tuple(
        GridCell(
            passage=texts.get(slot.cell, empty),
            row=slot.row,
            column=slot.column,
            place=slot.cell.inside,
            row_span=slot.row_span,
            column_span=slot.column_span,
            is_header=slot.row < header_rows or (slot.cell.tag == "th" and slot.column < header_columns),
        )
        for slot in formed.slots
    )
    return Grid(cells, header_rows, formed.row_count, formed.column_count, start=table.start)


def passage_of(source: str, grid: Grid) -> Passage:
    """What a table reads: its cells in the order of the source, a line for each row."""
    builder = PassageBuilder(source)
    row = 0
    for cell in sorted(grid.cells, key=lambda cell: cell.place):
        if cell.text:
            builder.separate("\n" if cell.row != row else "\t", cell.place)
            builder.add(cell.passage)
            row = cell.row
    return builder.build()


def _header_rows(formed: Formed, texts: Mapping[Element, Passage]) -> int:
    """The rows of the head, else those at the top that hold header cells alone, with the rows that these span."""
    if 0 < formed.head_rows < formed.row_count:
        return formed.head_rows
    heads = list(takewhile(lambda row: _is_header(row, texts), rows_of(formed)))
    if not heads:
        return 0
    count = heads[-1][0].row + 1
    if count >= formed.row_count:
        return 1
    spanned = max(slot.row + slot.row_span for row in heads for slot in row)
    return spanned if spanned < min(formed.row_count, MOST_HEADER_ROWS + 1) else count


def _is_header(row: Sequence[Slot], texts: Mapping[Element, Passage]) -> bool:
    filled = [slot.cell.tag for slot in row if slot.cell in texts]
    return bool(filled) and all(tag == "th" for tag in filled)


def _header_columns(formed: Formed, header_rows: int) -> int:
    """How many columns at the left hold header cells for the most part, below the header; none when all columns do."""
    total: Counter[int] = Counter()
    marked: Counter[int] = Counter()
    for slot in formed.slots:
        if slot.row >= header_rows:
            total[slot.column] += 1
            marked[slot.column] += slot.cell.tag == "th"
    columns = takewhile(lambda column: 2 * marked[column] > total[column], range(formed.column_count))
    count = sum(1 for _ in columns)
    return min(count, MOST_HEADER_COLUMNS) if count < formed.column_count else 0
