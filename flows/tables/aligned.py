"""Aligned tables of plain text to grids."""

from __future__ import annotations

from collections.abc import Iterator

from flows.reading.aligned import AlignedTable
from flows.reading.passage import Passage
from flows.tables.grid import Grid, GridCell


def aligned_grid(passage: Passage, table: AlignedTable) -> Grid:
    """The grid of a table whose rows were found in the text of its block."""
    columns = max(cell.column for row in table.rows for cell in row) + 1
    return Grid(tuple(_cells(passage, table)), table.header_rows, len(table.rows), columns)


def _cells(passage: Passage, table: AlignedTable) -> Iterator[GridCell]:
    for number, row in enumerate(table.rows):
        for column, start, end in row:
            shown = passage.between(start, end).stripped()
            yield GridCell(shown, number, column, start, is_header=number < table.header_rows)
