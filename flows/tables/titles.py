"""Whether the first row of a table is its header where no mark tells: labels, or times, over figures."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flows.tables.grid import Grid, GridCell

_DIGIT = regex.compile(r"\d")
_FIGURE = regex.compile(r"[^\p{N}]{0,4}\p{N}[\p{N}.,' \u00a0]*[ \u00a0]?[%\w\u00b0/]{0,8}")
_TIME = regex.compile(
    r"(?:(?:FY|[QH][1-4]) ?)?(?:'|19|20)\d\d(?:[-/\u2013]\d{2,4})?[*a-z]?|[QH][1-4]|(?:\p{L}{3,9}\.? )?(?:19|20)\d\d",
    regex.IGNORECASE,
)


def with_titles(grid: Grid) -> Grid:
    """The grid with its first row as the header, if that reads like one; a header that is marked stays.

    Where the first cell of the row is marked as its header, labels beside it are what the row says, but times are none.
    """
    if grid.header_rows or grid.above or grid.row_count < 2:
        return grid
    first = next(grid.rows(), ())
    corner_lost = grid.column_count > 1 and len(first) == grid.column_count - 1 and first[0].column == 1
    rest = [cell for cell in first if cell.column]
    if not (len(first) == grid.column_count or corner_lost) or any(cell.is_header for cell in rest):
        return grid
    if first and first[0].is_header:
        titles = all(_is_time(cell) for cell in rest)
    else:
        titles = all(_is_title(cell) for cell in first if cell.column or cell.text)
    return grid.with_header(1) if titles and any(_heads_figures(grid, cell) for cell in first) else grid


def _is_title(cell: GridCell) -> bool:
    return bool(cell.text) and (_is_time(cell) or not _FIGURE.fullmatch(cell.text))


def _is_time(cell: GridCell) -> bool:
    return _TIME.fullmatch(cell.text) is not None


def _heads_figures(grid: Grid, title: GridCell) -> bool:
    """Do figures stand below a title? Below one that holds a figure itself, that must be plain."""
    body: Sequence[GridCell] = [cell for cell in grid.body_column(title.column) if cell.row and cell.text]
    if not _DIGIT.search(title.text):
        return any(_DIGIT.search(cell.text) for cell in body)
    figures = sum(_FIGURE.fullmatch(cell.text) is not None for cell in body)
    times = sum(map(_is_time, body)) if _is_time(title) else 0
    return 2 * figures > len(body) > 2 * times
