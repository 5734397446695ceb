"""Columns of a table that depend on others: shares that make a whole, changes beside the levels they lead between."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.arithmetic.bounds import Bounds, bounds_of
from flows.quality.arithmetic.checks import Check, supported
from flows.quality.arithmetic.sheets import Sheet
from flows.quality.arithmetic.tallies import tally
from flows.quality.arithmetic.wording import amount, rounded, stated
from flows.quality.vocabulary import any_of
from schemas.rows import Cell

_WHOLE_OF = rf"(?:the )?{any_of('whole_of')}"
_SHARE = regex.compile(
    rf"(?:(?:market|vote|audience|budget|seat) )?shares?|share of {_WHOLE_OF}"
    rf"|(?:%|per ?cent|percentage|proportion) of {_WHOLE_OF}",
    regex.IGNORECASE,
)
"""Headers of columns whose rows are parts of one whole: no "share of firms using it"."""
_NOTE = regex.compile(r" *[(\[][^()\[\]]*[)\]]|,? *(?:%|in per ?cent)\Z")
_OTHERS = regex.compile(rf"{any_of('rest_of')}\b", regex.IGNORECASE)
_CHANGE = regex.compile(
    r"(?:(?:%|per ?cent|percentage|net) )?(?:change|growth|increase|decrease|difference|variation)\b.*|\+/-|\u0394 ?%?",
    regex.IGNORECASE,
)
_FEWEST = 3
_NEAR = 10.0
"""Shares that miss the whole by more were never meant to make it."""
_WHOLE, _ONE = Bounds(100.0, 100.0), Bounds(1.0, 1.0)


def shares(sheet: Sheet) -> Iterator[Check]:
    """The columns of shares that exceed their whole, or with a row for the rest do not fill it; at their last cell."""
    if any(len(sheet.labels[row]) != 1 for row in sheet.rows):
        return
    complete = any(_OTHERS.match(sheet.label(row)) for row in sheet.rows)
    for column in sheet.columns:
        cells = (
            sheet.column(column, sheet.rows) if _SHARE.fullmatch(_NOTE.sub("", sheet.headers[column]).strip()) else None
        )
        if cells and len(cells) >= _FEWEST and all(cell.unit_kind == "percent" for cell in cells):
            yield from _whole(cells, complete=complete)


def _whole(cells: list[Cell], *, complete: bool) -> Iterator[Check]:
    first, *rest = tally(cells)
    total = sum(rest, first)
    over, under = total.low > _WHOLE.high, total.high < _WHOLE.low
    if (over or (under and complete)) and not total.widened(_NEAR).contradicts(_WHOLE):
        exact = sum(cell.value or 0.0 for cell in cells)
        yield Check(cells[-1], _WHOLE, total, f"100% in all; the {len(cells)} shares make {rounded(exact)}%")


def changes(sheet: Sheet) -> Iterator[Check]:
    """The changes that differ from what the two columns before them come to, where most rows show that they do."""
    for at, column in enumerate(sheet.columns):
        if at >= 2 and _CHANGE.fullmatch(sheet.headers[column].strip()):
            first, second = sheet.columns[at - 2 : at]
            readings = [_changes(sheet, *levels, column) for levels in ((first, second), (second, first))]
            yield from supported(readings)


def _changes(sheet: Sheet, origin: int, result: int, change: int) -> list[Check]:
    found: list[Check] = []
    for row in sheet.rows:
        levels, told = sheet.row(row, [origin, result]), sheet.figures.get((row, change))
        if levels and told:
            found.extend(_change(levels[0], levels[1], told))
    return found


def _change(origin: Cell, result: Cell, change: Cell) -> Iterator[Check]:
    first, second = tally([origin, result])
    told = f"(from {stated(origin)} to {stated(result)})"
    if change.unit_kind == "percent" and origin.unit_kind != "percent":
        if first.is_positive and second.is_positive:
            exact = ((result.value or 0.0) / (origin.value or 1.0) - 1) * 100
            implied = (second.over(first) - _ONE).times(100)
            yield Check(change, implied, bounds_of(change, cut=True), f"{_sign(exact)}{rounded(exact)}% {told}")
    elif (change.unit_kind or "none", change.unit) == (origin.unit_kind or "none", origin.unit):
        exact = (result.value or 0.0) - (origin.value or 0.0)
        yield Check(change, second - first, bounds_of(change), f"{_sign(exact)}{amount(change, exact)} {told}")


def _sign(value: float) -> str:
    return "+" if value > 0 else ""
