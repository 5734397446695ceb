"""A table as a grid of cells, whatever it was written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, takewhile

from flows.reading.document import Block
from flows.reading.passage import Passage


@dataclass(frozen=True)
class GridCell:
    """A cell of the grid; rows and columns count from 0, the header included. `place` is where an empty one stands."""

    passage: Passage
    row: int
    column: int
    place: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True)
class Grid:
    """The cells of a table in reading order; the first rows may be the header. Cells that a row lacks are not there.

    `start` is where the table starts in the source when that is a mark without text, such as its tag. `above` is the
    grid that this one goes on with, on the page before; without a header of its own it stands under that one's.
    """

    cells: tuple[GridCell, ...]
    header_rows: int
    row_count: int
    column_count: int
    start: int | None = None
    above: Grid | None = None

    @cached_property
    def _columns(self) -> dict[int, list[GridCell]]:
        """The cells of each column; a header stands in every column that it spans."""
        columns: dict[int, list[GridCell]] = {}
        for cell in self.cells:
            spanned = cell.column_span if cell.row < self.header_rows else 1
            for column in range(cell.column, cell.column + spanned):
                columns.setdefault(column, []).append(cell)
        return columns

    def rows(self) -> Iterator[tuple[GridCell, ...]]:
        """The cells of each row, from the top."""
        for _, row in groupby(self.cells, key=lambda cell: cell.row):
            yield tuple(row)

    def body_column(self, column: int) -> list[GridCell]:
        """The cells of a column below the header."""
        return [cell for cell in self._columns.get(column, ()) if cell.row >= self.header_rows]

    def column_path(self, column: int) -> tuple[str, ...]:
        """The texts of the header above a column, from the top; a text that spans two rows stands once."""
        if self.above and not self.header_rows:
            return self.above.column_path(column)
        above = takewhile(lambda cell: cell.row < self.header_rows, self._columns.get(column, ()))
        return tuple(dict.fromkeys(cell.passage.folded for cell in above if cell.text))

    def with_header(self, rows: int) -> Grid:
        """The grid with its first `rows` rows as the header."""
        return replace(
            self,
            header_rows=rows,
            cells=tuple(replace(cell, is_header=cell.is_header or cell.row < rows) for cell in self.cells),
        )


@dataclass(frozen=True)
class Table:
    """A table of a document; `table_no` counts from 0 in reading order."""

    table_no: int
    block: Block
    grid: Grid

    def block_of(self, cell: GridCell) -> Block:
        """A cell as a block, to read its text and to make spans of it."""
        return self.block._replace(passage=cell.passage, content_start=0)
