"""Typed cells: what kind of thing each cell states, its value and period, and the headers that it stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from flows.reading.document import Document
from flows.tables.captions import caption_of
from flows.tables.figures import is_nothing, is_year, plain_number, read_figure
from flows.tables.grid import Grid, GridCell, Table
from flows.tables.headers import HeaderUnit, ReadValue, header_period, header_unit, marked_unit
from flows.tables.items import items_of, lists_items
from flows.tables.row_headers import row_header_columns, row_paths
from flows.tables.scales import rank_of, scale_of
from schemas.rows import Cell, CellType, Period, Span, UnitKind, Value, columns

TYPE_OF_UNIT: dict[UnitKind | None, CellType] = {
    None: "number",
    "none": "number",
    "percent": "percent",
    "percentage_point": "percent",
    "currency": "currency",
    "count": "quantity",
    "duration": "quantity",
    "physical": "quantity",
    "ratio": "quantity",
    "rank": "quantity",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell states. `items` are set for lists, `scale_rank` for ordinal scales."""

    cell_type: CellType
    value: Value = field(default_factory=Value)
    period: Period = field(default_factory=Period)
    items: tuple[str, ...] | None = None
    scale_rank: int | None = None


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column share."""

    unit: HeaderUnit | None
    period: Period | None
    scale: dict[str, int] | None
    lists: bool
    numbers: bool

    def within(self, row: _Row) -> _Column:
        """What the cell of a row in this column shares with others: the column tells first."""
        return replace(self, unit=self.unit or row.unit, period=self.period or row.period)


def read_cells(document: Document, table: Table, read_value: ReadValue) -> tuple[Cell, ...]:
    """The cells of a table in the order of its grid. `read_value` reads the numerals of a folded text.

    A figure is a cell's value when it is all that the cell states, notes aside. Unit and scale of a plain number, and
    the period, come from the header where the cell names none: the column's first, else the row's, else the caption's.
    """
    grid = table.grid
    shared = [_column(grid, column, read_value) for column in range(grid.column_count)]
    labels = row_header_columns(grid, [column.numbers for column in shared])
    paths = row_paths(grid, labels)
    around = _around(document, table, paths, read_value, units=not any(column.unit for column in shared))
    rows = []
    for cell in grid.cells:
        context = shared[cell.column].within(around[cell.row])
        typed = _type(cell, context, read_value)
        heads = cell.is_header or cell.column in labels
        if not heads and typed.cell_type not in ("empty", "period") and not typed.period.period_text:
            typed = replace(typed, period=context.period or Period())
        row = _cell(document, table, cell, typed)
        rows.append(replace(row, is_header=heads and bool(cell.text), row_path=() if heads else paths[cell.row]))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """What row header and caption say about the cells of a row."""

    unit: HeaderUnit | None
    period: Period | None


def _around(
    document: Document, table: Table, paths: Sequence[tuple[str, ...]], read_value: ReadValue, *, units: bool
) -> list[_Row]:
    """What stands around each row; its unit only in a table whose columns name none."""
    caption = caption_of(document, table.block) or ""
    unit = marked_unit(caption, read_value) if units else None
    period = header_period((caption,), read_value)
    return [
        _Row(
            (marked_unit(path[-1], read_value) if units and path else None) or unit,
            header_period(path[-1:], read_value) or period,
        )
        for path in paths
    ]


def _column(grid: Grid, column: int, read_value: ReadValue) -> _Column:
    path = grid.column_path(column)
    cells = [cell for cell in grid.body_column(column) if not is_nothing(cell.passage.folded)]
    texts = [cell.passage.folded for cell in cells]
    return _Column(
        unit=header_unit(path, read_value),
        period=header_period(path, read_value),
        scale=scale_of(texts),
        lists=lists_items([items_of(cell.text) for cell in cells]),
        numbers=_are_numbers(texts, read_value),
    )


def _are_numbers(texts: Sequence[str], read_value: ReadValue) -> bool:
    """Whether most cells of a column are figures; four digits count as one if another cell is more than a year."""
    figures = [text for text in texts if is_year(text) or _states_value(text, read_value)]
    return len(figures) > len(texts) / 2 and not all(map(is_year, figures))


def _states_value(text: str, read_value: ReadValue) -> bool:
    figure = read_figure(text, read_value)
    return figure is not None and not figure.is_period


def _type(cell: GridCell, column: _Column, read_value: ReadValue) -> Typed:
    text = cell.passage.folded
    if is_nothing(text):
        return Typed("empty")
    if cell.is_header:
        return Typed("text")
    return _figure(text, column, read_value) or _words(cell, column)


def _figure(text: str, column: _Column, read_value: ReadValue) -> Typed | None:
    """The figure or the period that a cell states, in the unit of its column."""
    figure = read_figure(text, read_value)
    if figure is None:
        return None
    value = figure.value
    if value is None:
        if not is_year(text) or not (column.numbers or column.unit):
            return Typed("period", period=figure.period)
        value = plain_number(text)
    if column.unit and value.unit_kind in (None, "none"):
        value = column.unit.of(value)
    period = figure.period if figure.value else Period()
    if value.value is None and value.value_low is not None and value.value_high is not None:
        return Typed("range", value, period)
    return Typed(TYPE_OF_UNIT[value.unit_kind], value, period)


def _words(cell: GridCell, column: _Column) -> Typed:
    if column.scale is not None:
        return Typed("ordinal_scale", scale_rank=rank_of(cell.passage.folded, column.scale))
    items = items_of(cell.text) if column.lists else None
    return Typed("list", items=items) if items else Typed("text")


def _cell(document: Document, table: Table, cell: GridCell, typed: Typed) -> Cell:
    return Cell(
        table_no=table.table_no,
        row_no=cell.row,
        column_no=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        is_header=cell.is_header,
        row_path=(),
        column_path=() if cell.row < table.grid.header_rows else table.grid.column_path(cell.column),
        cell_type=typed.cell_type,
        items=typed.items,
        scale_rank=typed.scale_rank,
        **typed.value._asdict(),
        **typed.period._asdict(),
        **columns(_span(document, table, cell)),
    )


def _span(document: Document, table: Table, cell: GridCell) -> Span:
    """The provenance of a cell; an empty one has a place and no pieces."""
    rule_id = f"{table.block.rule_id}.cell"
    if cell.text:
        return document.span(table.block_of(cell), 0, len(cell.text), rule_id)
    return document.place(table.block.block_no, cell.place, rule_id)
