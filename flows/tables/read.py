"""The tables of a document, and their rows."""

from __future__ import annotations

from dataclasses import replace

from flows.reading.document import Document
from flows.tables.captions import caption_of
from flows.tables.grid import Table
from flows.tables.pipes import read_grid
from flows.tables.titles import with_titles
from schemas.rows import SourceTable, columns


def tables_of(document: Document) -> tuple[Table, ...]:
    """The tables of a document in reading order."""
    blocks = [block for block in document.blocks if block.kind == "table"]
    grids = (with_titles(block.grid or read_grid(document, block)) for block in blocks)
    return tuple(Table(number, block, grid) for number, (block, grid) in enumerate(zip(blocks, grids, strict=True)))


def table_row(document: Document, table: Table) -> SourceTable:
    """The row of a table. Its caption is the one right before or after it; it starts at the line of its tag, if any."""
    grid, block = table.grid, table.block
    span = document.span(block, 0, len(block.passage.text), block.rule_id)
    if grid.start is not None:
        span = replace(span, line_start=document.lines.line(grid.start))
    return SourceTable(
        table_no=table.table_no,
        caption=caption_of(document, block),
        header=tuple(" / ".join(grid.column_path(column)) for column in range(grid.column_count)),
        header_rows=grid.header_rows,
        row_count=grid.row_count - grid.header_rows,
        column_count=grid.column_count,
        **columns(span),
    )
