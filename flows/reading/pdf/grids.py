"""Tables that were found on pages and written to the source text, as drafts with grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows.reading.outline import Draft
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.pdf.printed import WrittenTable
from flows.reading.wrapping import glue
from flows.tables.grid import Grid, GridCell
from schemas.rows import Piece


def table_drafts(source: str, tables: Iterable[WrittenTable]) -> Iterator[Draft]:
    """The drafts of the tables that have text. A table that goes on over pages has one for each page."""
    above: Grid | None = None
    for table in tables:
        if table.start == table.end:
            continue
        above = replace(_grid(source, table), above=above if table.goes_on else None)
        rule_id = "pdf.table_ruled" if table.layout.ruled else "pdf.table_borderless"
        yield Draft("table", Passage.verbatim(source, table.start, table.end), rule_id, grid=above)


def _grid(source: str, table: WrittenTable) -> Grid:
    cells, place, row = [], table.start, 0
    for cell, pieces in zip(table.layout.cells, table.cells, strict=True):
        place = pieces[0].start if pieces else place
        cells.append(
            GridCell(
                _passage(source, pieces),
                cell.row,
                cell.column,
                place,
                cell.row_span,
                cell.column_span,
                cell.row < table.layout.header_rows,
            )
        )
        place, row = pieces[-1].end if pieces else place, max(row, cell.row + cell.row_span)
    columns = max((cell.column + cell.column_span for cell in table.layout.cells), default=0)
    return Grid(tuple(cells), table.layout.header_rows, row, columns)


def _passage(source: str, pieces: Sequence[Piece]) -> Passage:
    """The words of a cell, parted by spaces; nothing parts the halves of a word that a line's end cuts."""
    builder = PassageBuilder(source)
    last: Piece | None = None
    for piece in pieces:
        if last:
            on_one_line = "\n" not in source[last.end : piece.start]
            joint = " " if on_one_line else glue(source[slice(*last)], source[slice(*piece)])
            builder.line_break(last.end, piece.start, joint)
        builder.take(*piece)
        last = piece
    return builder.build()
