"""A table as a sheet of figures: which rows and columns hold them, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from schemas.rows import Cell

_FIGURES = frozenset({"percent", "currency", "number", "quantity"})
_UNIT_KINDS = frozenset({"percent", "currency", "count", "physical", "duration", "none", None})
_WIDEST = 60
"""Tables with more columns are layout, or hostile."""


@dataclass(frozen=True)
class Sheet:
    """The body of a table. `rows` and `columns` are the numbers of those that hold a figure, in order."""

    figures: dict[tuple[int, int], Cell]
    labels: dict[int, tuple[str, ...]]
    headers: dict[int, str]
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Sheet:
        body = [cell for cell in cells if not cell.is_header]
        figures = {(cell.row_no, cell.column_no): cell for cell in body if _is_figure(cell)}
        return cls(
            figures,
            {cell.row_no: cell.row_path for cell in body},
            {cell.column_no: cell.column_path[-1] if cell.column_path else "" for cell in body},
            sorted({row for row, _ in figures}),
            sorted({column for _, column in figures}),
        )

    def column(self, column: int, rows: Sequence[int]) -> list[Cell] | None:
        """The figures of a column in some rows, all in one unit; None where one is missing."""
        return _of_one_unit([self.figures.get((row, column)) for row in rows])

    def row(self, row: int, columns: Sequence[int]) -> list[Cell] | None:
        """The figures of a row in some columns, all in one unit; None where one is missing."""
        return _of_one_unit([self.figures.get((row, column)) for column in columns])

    def label(self, row: int) -> str:
        """The last part of a row's path."""
        return self.labels[row][-1] if self.labels[row] else ""


def sheets_of(cells: Sequence[Cell]) -> Iterator[Sheet]:
    """The tables that hold figures in two rows at least."""
    for _, table in groupby(cells, key=lambda cell: cell.table_no):
        sheet = Sheet.of(table)
        if len(sheet.rows) > 1 and len(sheet.headers) <= _WIDEST:
            yield sheet


def _is_figure(cell: Cell) -> bool:
    return cell.cell_type in _FIGURES and cell.value is not None and cell.unit_kind in _UNIT_KINDS


def _of_one_unit(cells: Sequence[Cell | None]) -> list[Cell] | None:
    found = [cell for cell in cells if cell is not None]
    same = len({(cell.unit_kind or "none", cell.unit) for cell in found}) == 1
    return found if same and len(found) == len(cells) else None
