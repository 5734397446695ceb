"""Claims that a table makes: each figure in a cell, in the same shape as those of prose.

The row header is the subject, the column header the predicate; "Expected Growth (2024)" makes a forecast for 2024.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from flows.claims.keys import comparable_key, measure_key, phrase_key
from flows.claims.ledger import Reading
from flows.claims.rows import claim_id
from flows.claims.statements.modality import modality_of
from schemas.rows import (
    Cell,
    Claim,
    ClaimPart,
    Measured,
    Origin,
    Part,
    Period,
    Quantity,
    Span,
    Value,
    columns,
    columns_of,
)

_FIGURES = frozenset({"percent", "currency", "number", "quantity", "range"})


@dataclass(frozen=True, slots=True)
class CellReading:
    """A numeral of a cell: its reading, where it stands, and the cell it stands in."""

    reading: Reading
    span: Span
    cell: Cell


def cell_quantities(readings: Sequence[CellReading], first_no: int) -> list[Quantity]:
    """The number ledger of a table. A figure that is all that its cell states takes the cell's value and period."""
    return [_quantity(found, first_no + k) for k, found in enumerate(readings)]


def _quantity(found: CellReading, number: int) -> Quantity:
    reading, cell = found.reading, found.cell
    typed = cell.cell_type in _FIGURES and reading.role in ("value", "period")
    return Quantity(
        quantity_no=number,
        role="value" if typed else reading.role,
        counted=None,
        table_no=cell.table_no,
        row_no=cell.row_no,
        column_no=cell.column_no,
        **(columns(cell, Value._fields) if typed else reading.value._asdict()),
        **(columns(cell, Period._fields) if typed else reading.period._asdict()),
        **columns(found.span),
    )


def cell_claims(
    document_id: str, cells: Sequence[Cell], quantities: Sequence[Quantity], first_no: int
) -> tuple[list[Claim], list[ClaimPart]]:
    """The claims of one table and the evidence of their parts. `quantities` are the table's rows in the ledger."""
    ledger = {(row.row_no, row.column_no): row.quantity_no for row in quantities if row.role == "value"}
    headers = _Headers(cells)
    claims: list[Claim] = []
    parts: list[ClaimPart] = []
    for cell in cells:
        if cell.cell_type not in _FIGURES or cell.is_header:
            continue
        claim = _claim(document_id, cell, first_no + len(claims), ledger.get((cell.row_no, cell.column_no)))
        claims.append(claim)
        parts += _parts(claim, cell, headers)
    return claims, parts


def _claim(document_id: str, cell: Cell, number: int, quantity_no: int | None) -> Claim:
    subject = " / ".join(cell.row_path) or None
    predicate = " / ".join(cell.column_path) or None
    measure, subject_key = phrase_key(predicate), phrase_key(subject)
    value_kind = cell.value_kind or "level"
    return Claim(
        claim_id=claim_id(document_id, "cell", cell.pieces, 0),
        claim_no=number,
        kind="cell",
        subject=subject,
        predicate=predicate,
        population=None,
        measure=measure or measure_key(predicate, None, cell.unit_kind, value_kind),
        subject_key=subject_key,
        comparable_key=comparable_key(measure, subject_key, None, None, cell.unit or cell.unit_kind, share=False),
        place=None,
        modality=modality_of(predicate or ""),
        negated=False,
        quantity_no=quantity_no,
        attribution_no=None,
        table_no=cell.table_no,
        row_no=cell.row_no,
        column_no=cell.column_no,
        **columns(cell, columns_of(Measured)) | {"value_kind": value_kind, "rule_id": "claim.cell"},
    )


def _parts(claim: Claim, cell: Cell, headers: _Headers) -> Iterator[ClaimPart]:
    yield _evidence(claim, "value", cell, "stated")
    beside, above = headers.beside(cell), headers.above(cell)
    if beside and cell.row_path:
        yield _evidence(claim, "subject", beside, "header")
    if above and cell.column_path:
        yield _evidence(claim, "predicate", above, "header")
        if cell.period_basis == "header":
            yield _evidence(claim, "period", above, "header")


class _Headers:
    """The headers of a table by the rows and columns that they span, each in the order of the grid."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._rows: defaultdict[int, list[Cell]] = defaultdict(list)
        self._columns: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in cells:
            if cell.is_header and cell.quote:
                for row in range(cell.row_no, cell.row_no + cell.row_span):
                    self._rows[row].append(cell)
                for column in range(cell.column_no, cell.column_no + cell.column_span):
                    self._columns[column].append(cell)

    def beside(self, cell: Cell) -> Cell | None:
        """The header of the cell's row that stands next to it on the left."""
        left = (header for header in self._rows[cell.row_no] if header.column_no < cell.column_no)
        return max(left, key=attrgetter("column_no"), default=None)

    def above(self, cell: Cell) -> Cell | None:
        """The last header above the cell in its column."""
        column = self._columns[cell.column_no]
        at = bisect_left(column, cell.row_no, key=attrgetter("row_no"))
        return column[at - 1] if at else None


def _evidence(claim: Claim, part: Part, cell: Cell, origin: Origin) -> ClaimPart:
    place = columns(cell) | {"rule_id": f"part.{part}"}
    return ClaimPart(claim_no=claim.claim_no, claim_id=claim.claim_id, part=part, origin=origin, **place)
