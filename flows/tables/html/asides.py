"""Rows of an HTML table beside its data: a title on top and notes at the foot, each one cell over all columns."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from flows.reading.html.tree import Element
from flows.tables.html.forming import Formed, Slot, rows_of

FEWEST_ROWS = 2
"""Rows that a table keeps."""


class Asides(NamedTuple):
    """A table without its asides, the cell of its title and those of its notes."""

    table: Formed
    titles: frozenset[Element]
    notes: frozenset[Element]


def set_asides_apart(formed: Formed) -> Asides:
    """The title and the notes of a table, and what is left of it. Such rows further inside head sections."""
    rows = list(rows_of(formed))
    if formed.column_count < 2 or not rows:
        return Asides(formed, frozenset(), frozenset())
    notes = list(takewhile(lambda row: _is_across(row, formed), reversed(rows[FEWEST_ROWS:])))
    body = rows[: len(rows) - len(notes)]
    titles = body[:1] if _is_title(body, formed) else []
    body = body[len(titles) :]
    top = titles[0][0].row + 1 if titles else 0
    foot = notes[-1][0].row if notes else formed.row_count
    table = Formed(
        slots=tuple(slot._replace(row=slot.row - top) for row in body for slot in row),
        row_count=foot - top,
        column_count=formed.column_count,
        head_rows=max(0, min(formed.head_rows, foot) - top),
    )
    return Asides(table, _cells(titles), _cells(notes))


def _is_across(row: list[Slot], formed: Formed) -> bool:
    """Whether a row is one cell over all columns."""
    return row[0].column_span == formed.column_count and row[0].row_span == 1


def _is_title(body: list[list[Slot]], formed: Formed) -> bool:
    """Whether the first row heads the table, and not the first of its sections."""
    across = [_is_across(row, formed) for row in body]
    return len(body) > FEWEST_ROWS and across[0] and not any(across[1:])


def _cells(rows: list[list[Slot]]) -> frozenset[Element]:
    return frozenset(slot.cell for row in rows for slot in row)
