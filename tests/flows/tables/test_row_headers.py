from __future__ import annotations

import pytest

from flows.extract import extract

SPANNED = """<table><thead><tr><th rowspan=2>Region<th rowspan=2>Country<th colspan=2>Share
<tr><th>2022<th>2023<tbody><tr><td rowspan=2>Europe<td>France<td>12%<td>14%<tr><td>Spain<td>8%<td>9%
<tr><td>Asia<td>Japan<td>5%<td>6%</table>"""


def paths(source: str) -> dict[str, tuple[str, str]]:
    """Row and column path of each cell that states a figure."""
    cells = extract(source.encode(), media_type="text/html").cells
    return {
        cell.quote: (" / ".join(cell.row_path), " / ".join(cell.column_path))
        for cell in cells
        if cell.value is not None and not cell.is_header
    }


def test_labels_and_headers_reach_every_row_and_column_that_they_span() -> None:
    assert paths(SPANNED) == {
        "12%": ("Europe / France", "Share / 2022"),
        "14%": ("Europe / France", "Share / 2023"),
        "8%": ("Europe / Spain", "Share / 2022"),
        "9%": ("Europe / Spain", "Share / 2023"),
        "5%": ("Asia / Japan", "Share / 2022"),
        "6%": ("Asia / Japan", "Share / 2023"),
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # header cells head their rows, years and figures among them
        (
            "<table><tr><th>Year<th>Riders<tr><th>2022<td>12%<tr><th>2023<td>14%</table>",
            {"12%": ("2022", "Riders"), "14%": ("2023", "Riders")},
        ),
        # a table of properties has no header row
        (
            "<table><tr><th>Share<td>12%<tr><th>Rise<td>3%<tr><th>Line<td>North</table>",
            {"12%": ("Share", ""), "3%": ("Rise", "")},
        ),
        # a row over all columns heads a section, in narrow tables too
        (
            "<table><tr><th>Line<th>Share<tr><td>All<td>50%<tr><td colspan=2>Coast<tr><td>North<td>12%"
            "<tr><td>South<td>8%</table>",
            {"50%": ("All", "Share"), "12%": ("Coast / North", "Share"), "8%": ("Coast / South", "Share")},
        ),
        # rows without a cell of their own do not shift the others
        (
            "<table><tr><th>Line<th>Share<tr><td rowspan=2>North<td rowspan=2>12%<tr><tr><td>South<td>8%</table>",
            {"12%": ("North", "Share"), "8%": ("South", "Share")},
        ),
    ],
)
def test_a_row_is_named_by_its_headers(source: str, expected: dict[str, tuple[str, str]]) -> None:
    assert paths(source) == expected


def test_the_evidence_of_a_claim_is_the_header_that_spans_its_cell() -> None:
    rows = extract(SPANNED.encode(), media_type="text/html")
    claim = next(claim for claim in rows.claims if claim.quote == "9%")
    parts = {part.part: part.quote for part in rows.claim_parts if part.claim_id == claim.claim_id}
    assert (claim.subject, claim.predicate) == ("Europe / Spain", "Share / 2023")
    assert (parts["subject"], parts["predicate"]) == ("Spain", "2023")
