"""Tables of plain text without a drawn line: columns parted by tabs, or by gaps that stand below one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

import regex

from flows.reading.lines import TextLine

_GAP = regex.compile(r"(?:[ \u00a0]{2,}|\t)[ \u00a0\t]*")
_RULE = regex.compile(r"[-=_+ \t\u2500\u2550]*[-=_\u2500\u2550]{3}[-=_+ \t\u2500\u2550]*")
_ITEM = regex.compile(r"\(?\w{1,3}[.)]|[-*+\u2022\u00b7\u2013]")
_FIGURE = regex.compile(r"\d")
FEWEST_LINES = 3
"""Lines from which on columns are no accident: two of them, or gaps of spaces, also stand in prose."""


class AlignedCell(NamedTuple):
    """The cell source[start:end] of a column; columns count from 0."""

    column: int
    start: int
    end: int


class AlignedTable(NamedTuple):
    """The rows of a table over `lines` lines, of which the first `header_rows` stand above a rule."""

    rows: tuple[tuple[AlignedCell, ...], ...]
    header_rows: int
    lines: int


class _Line(NamedTuple):
    line: TextLine
    cells: list[AlignedCell]


def is_aligned(text: str) -> bool:
    """May the line be a row of such a table?"""
    return "\t" in text or "  " in text


def aligned_stretch(lines: Sequence[TextLine], at: int) -> Sequence[TextLine]:
    """The lines from one on that may be rows, with the rules between them."""
    end = at
    while end < len(lines) and (is_aligned(lines[end].text) or _RULE.fullmatch(lines[end].text)):
        end += 1
    return lines[at:end]


def read_aligned(stretch: Sequence[TextLine]) -> AlignedTable | None:
    """The table that a stretch of lines is; None if it is prose."""
    rows = [line for line in stretch if not _RULE.fullmatch(line.text)]
    read = _tabbed(rows) if all("\t" in line.text for line in rows) else _spaced(rows)
    if read is None:
        return None
    above = sum(1 for _ in takewhile(lambda line: not _RULE.fullmatch(line.text), stretch))
    return AlignedTable(tuple(map(tuple, read)), above if above < len(rows) else 0, len(stretch))


def _tabbed(lines: Sequence[TextLine]) -> list[list[AlignedCell]] | None:
    """Rows whose cells are parted by one tab each; a row that starts with a tab has an empty first cell."""
    rows = [list(_between(line, regex.finditer("\t", line.text))) for line in lines]
    columns = max(map(len, rows), default=0)
    full = sum(len(row) == columns for row in rows)
    fewest = FEWEST_LINES if columns == 2 else 2
    if len(rows) < fewest or 3 * full < 2 * len(rows) or _is_list(lines, rows):
        return None
    return [_shifted(row) if line.indent and len(row) < columns else row for line, row in zip(lines, rows, strict=True)]


def _shifted(row: list[AlignedCell]) -> list[AlignedCell]:
    return [cell._replace(column=cell.column + 1) for cell in row]


def _is_list(lines: Sequence[TextLine], rows: Sequence[Sequence[AlignedCell]]) -> bool:
    """Are the first cells the marks of list items?"""
    marks = (line.text[: row[0].end - row[0].start] for line, row in zip(lines, rows, strict=True))
    return 2 * sum(_ITEM.fullmatch(mark) is not None for mark in marks) > len(rows)


def _spaced(lines: Sequence[TextLine]) -> list[list[AlignedCell]] | None:
    """Rows whose cells stand below one another: a white stripe between each two columns runs through all full rows."""
    if len(lines) < FEWEST_LINES:
        return None
    rows = [_Line(line, list(_between(line, _GAP.finditer(line.text)))) for line in lines]
    columns = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    full = [row for row in rows if len(row.cells) == columns]
    if columns < 2 or 3 * len(full) < 2 * len(rows) or _is_list(lines, [row.cells for row in rows]):
        return None
    bounds = [_bounds(full, column) for column in range(columns)]
    if any(left[1] >= right[0] for left, right in pairwise(bounds)) or not _holds_figures(full, columns):
        return None
    placed = [_placed(row, bounds) for row in rows]
    return None if None in placed else [row for row in placed if row is not None]


def _holds_figures(rows: Sequence[_Line], columns: int) -> bool:
    """Does a column after the first hold figures in most rows?"""
    held = Counter(
        cell.column for line, cells in rows for cell in cells if _FIGURE.search(line.text, *_within(line, cell))
    )
    return any(2 * held[column] >= len(rows) for column in range(1, columns))


def _bounds(rows: Sequence[_Line], column: int) -> tuple[int, int]:
    """From where to where a column reaches, in characters from the start of the line."""
    edges = [_edges(row.line, row.cells[column]) for row in rows]
    return min(left for left, _ in edges), max(right for _, right in edges)


def _placed(row: _Line, bounds: Sequence[tuple[int, int]]) -> list[AlignedCell] | None:
    """The cells of a row, each in the column that it stands below; None if one stands below several or none."""
    placed = []
    for cell in row.cells:
        left, right = _edges(row.line, cell)
        columns = [column for column, (first, last) in enumerate(bounds) if left < last and first < right]
        if len(columns) != 1:
            return None
        placed.append(cell._replace(column=columns[0]))
    return placed if len({cell.column for cell in placed}) == len(placed) else None


def _edges(line: TextLine, cell: AlignedCell) -> tuple[int, int]:
    left, right = _within(line, cell)
    return line.indent + left, line.indent + right


def _within(line: TextLine, cell: AlignedCell) -> tuple[int, int]:
    return cell.start - line.start, cell.end - line.start


def _between(line: TextLine, gaps: Iterator[regex.Match[str]]) -> Iterator[AlignedCell]:
    """The stretches of a line between gaps, numbered."""
    start = column = 0
    for gap in gaps:
        yield AlignedCell(column, line.start + start, line.start + gap.start())
        start, column = gap.end(), column + 1
    yield AlignedCell(column, line.start + start, line.end)
