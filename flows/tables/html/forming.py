"""The grid of an HTML table: which slots each cell covers, by the WHATWG algorithm (HTML, 4.9.12.1).

It departs in one point: columns at the right end in which no cell starts, a model error by the standard, are left out,
so that `colspan="100"` over five columns covers five.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from flows.reading.html.elements import CELLS, SECTIONS
from flows.reading.html.tree import Element

MOST_COLUMNS = 1000
MOST_ROWS = 65534
"""What the standard lets a cell span."""

WORK = 50_000
WORK_PER_CELL = 20
"""Slots that a table's spans may cover, in all and per cell; beyond that they count as 1 (a table may be a bomb)."""

_NUMBER = regex.compile(r"[\t\n\f\r ]*+\+?([0-9]{1,9})")


class Slot(NamedTuple):
    """A cell, where it starts, and how many rows and columns it covers."""

    cell: Element
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Formed:
    """A table's cells from the top, each row from the left; its rows and columns, and how many rows a `thead` holds."""

    slots: tuple[Slot, ...]
    row_count: int
    column_count: int
    head_rows: int


def form(table: Element, is_hidden: Callable[[Element], bool]) -> Formed:
    """The grid of a `table` element, without hidden rows and cells. Takes time in proportion to its cells."""
    groups = _groups(table, is_hidden)
    former = _Former(sum(len(cells) for _, group in groups for cells in group))
    head_rows = 0
    for tag, group in groups:
        former.group(group)
        if tag == "thead" and head_rows == former.row - len(group):
            head_rows = former.row
    width = max((slot.column + 1 for slot in former.slots), default=0)
    slots = (
        slot._replace(column_span=min(slot.column_span, width - slot.column)) if slot.column_span > 1 else slot
        for slot in former.slots
    )
    return Formed(tuple(slots), former.row, width, head_rows)


Cells = Sequence[Element]


def _groups(table: Element, is_hidden: Callable[[Element], bool]) -> list[tuple[str, list[Cells]]]:
    """The row groups, those of the head first and of the foot last; rows without a group make groups of their own."""
    groups: list[tuple[str, list[Cells]]] = []

    def cells(row: Element) -> Cells:
        return [cell for cell in row.elements() if cell.tag in CELLS and not is_hidden(cell)]

    for child in table.elements():
        if is_hidden(child):
            continue
        if child.tag in SECTIONS:
            rows = (row for row in child.elements() if row.tag == "tr" and not is_hidden(row))
            groups.append((child.tag, [cells(row) for row in rows]))
        elif child.tag == "tr":
            if not groups or groups[-1][0] != "tr":
                groups.append(("tr", []))
            groups[-1][1].append(cells(child))
    return sorted(groups, key=lambda group: group[0] == "tfoot")


class _Former:
    """Places cells row by row; knows for each column down to which row it is taken."""

    def __init__(self, cells: int) -> None:
        self.slots: list[Slot] = []
        self.row = 0
        self._taken: dict[int, int] = {}
        self._work = WORK + WORK_PER_CELL * cells

    def group(self, rows: Sequence[Cells]) -> None:
        """Place the rows of a group; no cell reaches out of it."""
        end = self.row + len(rows)
        for cells in rows:
            column = 0
            for cell in cells:
                column = self._place(cell, column, end)
            self.row += 1
        self._taken.clear()

    def _place(self, cell: Element, column: int, end: int) -> int:
        """Place a cell in the first free slots from `column` on; gives the column behind it."""
        while self._taken.get(column, 0) > self.row:
            column += 1
            self._work -= 1
        columns = min(max(1, _span(cell, "colspan")), MOST_COLUMNS)
        rows = min(_span(cell, "rowspan") or MOST_ROWS, MOST_ROWS, end - self.row)
        self._work -= columns * rows - 1
        if self._work < 0:
            columns = rows = 1
            self._taken.clear()
        if rows > 1:
            self._taken |= dict.fromkeys(range(column, column + columns), self.row + rows)
        self.slots.append(Slot(cell, self.row, column, rows, columns))
        return column + columns


def _span(cell: Element, name: str) -> int:
    """The number that an attribute gives; 1 when it gives none."""
    found = _NUMBER.match(cell.get(name))
    return int(found[1]) if found else 1


def rows_of(formed: Formed) -> Iterator[list[Slot]]:
    """The slots of each row in which a cell starts, from the top."""
    row: list[Slot] = []
    for slot in formed.slots:
        if row and slot.row != row[0].row:
            yield row
            row = []
        row.append(slot)
    if row:
        yield row
