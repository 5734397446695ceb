"""Row headers: the column that says what a row is about, and the rows that head a section of the table."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flows.tables.grid import Grid, GridCell

_INDEX = regex.compile(r"\(?#?\d{1,3}[.)]?|[ivx]{1,5}[.)]?", regex.IGNORECASE)


def row_header_column(grid: Grid, numbers: Sequence[bool]) -> int | None:
    """The first column, unless it only counts the rows or holds figures; then the next one that holds words.

    None for a table of one column, or of nothing but figures.
    """
    if grid.column_count < 2:
        return None
    for column in range(grid.column_count - 1):
        texts = [cell.text for cell in grid.body_column(column) if cell.text]
        if texts and not numbers[column] and not _counts_rows(texts):
            return column
    return None


def row_paths(grid: Grid, label: int | None) -> list[tuple[str, ...]]:
    """The row path of each row: the section that it stands in, if any, and its label."""
    paths: list[tuple[str, ...]] = []
    section: tuple[str, ...] = ()
    for row in grid.rows():
        if label is None or row[0].row < grid.header_rows:
            paths.append(())
            continue
        own = tuple(cell.passage.folded for cell in row if cell.column == label and cell.text)
        if _heads_section(row, grid):
            section = (row[0].passage.folded,)
            own = ()
        paths.append((*section, *own))
    return paths


def _counts_rows(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and all(_INDEX.fullmatch(text) for text in texts)


def _heads_section(row: Sequence[GridCell], grid: Grid) -> bool:
    """Whether only the first cell of a row says something, in a table wide enough to tell, with a row below it."""
    filled = [cell.column for cell in row if cell.text]
    return grid.column_count >= 3 and filled == [0] and row[0].row + 1 < grid.row_count
