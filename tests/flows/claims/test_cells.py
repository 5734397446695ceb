"""Claims of tables: each figure in a cell is a claim in the same shape as those of prose."""

from __future__ import annotations

from datetime import date

from flows.extract import extract
from schemas.rows import Extraction

TABLE = """\
Ferries by line

| Line | Passengers (million) | Expected growth (2025) | Ticket | Rating |
|---|---|---|---|---|
| East | 1.2 | 5% | HK$7.50 | High |
| West | 0.8 | 3-4% | HK$6 | Low |
| North | n/a | about 2% | | Medium |
"""


def read_table() -> Extraction:
    return extract(TABLE.encode(), media_type="text/markdown", reference_date=date(2024, 5, 17))


def test_the_row_header_is_the_subject_and_the_column_header_the_predicate() -> None:
    claims = read_table().claims
    assert [(claim.kind, claim.subject, claim.predicate, claim.quote) for claim in claims][:4] == [
        ("cell", "East", "Passengers (million)", "1.2"),
        ("cell", "East", "Expected growth (2025)", "5%"),
        ("cell", "East", "Ticket", "HK$7.50"),
        ("cell", "West", "Passengers (million)", "0.8"),
    ]
    assert len(claims) == 7, "words and empty cells make no claims"


def test_a_claim_has_the_value_and_the_period_of_its_cell() -> None:
    passengers, growth, ticket = read_table().claims[:3]
    assert (passengers.value, passengers.unit_kind) == (1_200_000, "none")
    assert (growth.value, growth.unit, growth.period_edtf, growth.period_basis) == (5, "percent", "2025", "header")
    assert (ticket.value, ticket.unit, ticket.value_kind) == (7.5, "HKD", "level")


def test_a_range_in_a_cell_has_bounds() -> None:
    (growth,) = [claim for claim in read_table().claims if claim.quote == "3-4%"]
    assert (growth.value, growth.value_low, growth.value_high, growth.comparator) == (None, 3, 4, "between")


def test_what_a_header_expects_is_a_forecast() -> None:
    assert {claim.modality for claim in read_table().claims if claim.predicate == "Expected growth (2025)"} == {
        "forecast"
    }


def test_claims_cells_and_ledger_name_each_other() -> None:
    rows = read_table()
    for claim in rows.claims:
        assert claim.quantity_no is not None
        figure = rows.quantities[claim.quantity_no]
        assert (figure.table_no, figure.row_no, figure.column_no) == (claim.table_no, claim.row_no, claim.column_no)
        assert (figure.value, figure.unit, figure.period_edtf) == (claim.value, claim.unit, claim.period_edtf)


def test_the_parts_show_the_headers_they_were_read_from() -> None:
    rows = read_table()
    growth = rows.claims[1]
    parts = {part.part: (part.quote, part.origin) for part in rows.claim_parts if part.claim_id == growth.claim_id}
    assert parts == {
        "value": ("5%", "stated"),
        "subject": ("East", "header"),
        "predicate": ("Expected growth (2025)", "header"),
        "period": ("Expected growth (2025)", "header"),
    }


def test_numerals_of_headers_stand_in_the_ledger_and_make_no_claims() -> None:
    rows = read_table()
    headers = [row for row in rows.quantities if row.row_no == 0]
    assert [(row.quote, row.role) for row in headers][-1] == ("2025", "period")
    assert not {row.quantity_no for row in headers} & {claim.quantity_no for claim in rows.claims}
