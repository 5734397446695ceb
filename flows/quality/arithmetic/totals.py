"""Totals of a table against their addends: a row "Total" under its columns, a column "Total" beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from flows.quality.arithmetic.checks import Check, supported
from flows.quality.arithmetic.sheets import Sheet
from flows.quality.arithmetic.tallies import tally
from flows.quality.arithmetic.wording import amount
from schemas.rows import Cell

_TOTAL = regex.compile(
    r"(?:(?:grand|overall) )?totals?\b *(?:\([^()]*\)|[:*,%\u2020\u2021]|\[\w+\])*|sum|in all|altogether",
    regex.IGNORECASE,
)
_PART_OF_ROW = regex.compile(r"(?:of which|of whom|including|incl\.?|thereof|[-\u2013\u2022>])[: ]", regex.IGNORECASE)
"""How a row begins that splits the one above it, and so is counted there already."""
_NEAR = 0.25
"""A lone total further than this from the sum is the total of more than the rows shown."""


def find(sheet: Sheet) -> Iterator[Check]:
    """The totals of a table that are not the sums of their rows or columns."""
    rows = [row for row in sheet.rows if is_total(sheet.label(row))]
    if len(rows) == 1:
        yield from _under_columns(sheet, rows[0])
    for column in sheet.columns:
        if is_total(sheet.headers[column]):
            yield from _beside_columns(sheet, column)


def is_total(label: str) -> bool:
    """Whether a row or a column of that name sums up the others."""
    return _TOTAL.fullmatch(label.strip()) is not None


def _under_columns(sheet: Sheet, total: int) -> Iterator[Check]:
    above = [row for row in sheet.rows if row < total]
    rows = [row for row in above or sheet.rows if row != total]
    paths = {sheet.labels[row][:-1] for row in (*rows, total)}
    if len(rows) < 2 or len(paths) > 1 or any(_PART_OF_ROW.match(sheet.label(row)) for row in rows):
        return
    checks = [
        _sum(figures[:-1], figures[-1])
        for column in sheet.columns
        if (figures := sheet.column(column, [*rows, total])) and not _is_mean(figures[:-1], figures[-1])
    ]
    failed = [check for check in checks if check.fails]
    if len(checks) == 1:
        yield from (check for check in failed if _is_near(check))
    elif len(failed) <= len(checks) - len(failed):
        yield from failed


def _beside_columns(sheet: Sheet, total: int) -> Iterator[Check]:
    """The column's misfits under the reading of its addends that most rows bear out."""
    at = sheet.columns.index(total)
    left, right = sheet.columns[:at], sheet.columns[at + 1 :]
    choices = [left[-count:] for count in range(2, len(left) + 1)] or [
        right[:count] for count in range(2, len(right) + 1)
    ]
    yield from supported([_sums(sheet, columns, total) for columns in choices])


def _sums(sheet: Sheet, columns: Sequence[int], total: int) -> list[Check]:
    rows = (sheet.row(row, [*columns, total]) for row in sheet.rows)
    return [_sum(figures[:-1], figures[-1]) for figures in rows if figures]


def _sum(addends: Sequence[Cell], total: Cell) -> Check:
    *parts, stated = tally([*addends, total])
    implied = sum(parts[1:], parts[0])
    exact = sum(cell.value or 0.0 for cell in addends)
    return Check(total, implied, stated, f"{amount(total, exact)} (the sum of {len(addends)} figures)")


def _is_mean(addends: Sequence[Cell], total: Cell) -> bool:
    """Whether the total lies among its addends, as an average or an overall rate does."""
    values = [cell.value or 0.0 for cell in addends]
    return min(values) <= (total.value or 0.0) <= max(values)


def _is_near(check: Check) -> bool:
    value = check.cell.value or 0.0
    return not check.implied.widened(_NEAR * abs(value)).contradicts(check.stated)
