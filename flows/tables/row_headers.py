"""Row headers: the columns that say what a row is about, and the rows that head a section of the table."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flows.tables.grid import Grid, GridCell

_INDEX = regex.compile(r"\(?#?\d{1,3}[.)]?|[ivx]{1,5}[.)]?", regex.IGNORECASE)


def row_header_columns(grid: Grid, numbers: Sequence[bool]) -> tuple[int, ...]:
    """The columns whose cells name a row, from the left; `numbers` tells which columns hold figures.

    They are those that the table marks; else the first one that holds words and does not only count the rows, with the
    next one where its cells span rows ("Europe" over "France" and "Spain"). None in a table of one column, or of
    nothing but figures.
    """
    if marked := _marked(grid):
        return marked
    found: list[int] = []
    for column in range(grid.column_count - 1):
        cells = [cell for cell in grid.body_column(column) if cell.text]
        if not cells or numbers[column] or _counts_rows(cells):
            if found:
                break
            continue
        found.append(column)
        if all(cell.row_span == 1 for cell in cells):
            break
    return tuple(found)


def row_paths(grid: Grid, labels: Sequence[int]) -> list[tuple[str, ...]]:
    """The row path of each row: the section that it stands in, if any, and the labels that stand in it or reach it."""
    paths: list[tuple[str, ...]] = [()] * grid.row_count
    if not labels:
        return paths
    heads = _section_heads(grid)
    section: tuple[str, ...] = ()
    for row in range(grid.header_rows, grid.row_count):
        if row in heads:
            section = (heads[row],)
        paths[row] = section
    for column in labels:
        for cell in grid.body_column(column):
            if cell.text and cell.row not in heads:
                for row in range(cell.row, min(cell.row + cell.row_span, grid.row_count)):
                    paths[row] += (cell.passage.folded,)
    return paths


def _marked(grid: Grid) -> tuple[int, ...]:
    """The columns at the left that the table marks as headers of its rows."""
    found = []
    for column in range(grid.column_count - 1):
        if not any(cell.is_header for cell in grid.body_column(column)):
            break
        found.append(column)
    return tuple(found)


def _counts_rows(cells: Sequence[GridCell]) -> bool:
    return len(cells) > 1 and all(_INDEX.fullmatch(cell.text) for cell in cells)


def _section_heads(grid: Grid) -> dict[int, str]:
    """The rows that head a section, and what they say."""
    return {
        row[0].row: row[0].passage.folded
        for row in grid.rows()
        if row[0].row >= grid.header_rows and _heads_section(row, grid)
    }


def _heads_section(row: Sequence[GridCell], grid: Grid) -> bool:
    """Whether only the first cell of a row says something, in a table wide enough to tell, with a row below it."""
    filled = [cell.column for cell in row if cell.text]
    wide = grid.column_count >= 3 or row[0].column_span == grid.column_count >= 2
    return wide and filled == [0] and row[0].row + row[0].row_span < grid.row_count
