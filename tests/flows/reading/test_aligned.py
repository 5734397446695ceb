"""Tables of plain text whose columns are parted by tabs or by gaps that stand below one another."""

from __future__ import annotations

import pytest

from flows.extract import extract


def tables(text: str) -> list[list[list[str]]]:
    """The cells of each table, row by row; a cell that a row lacks is empty."""
    extraction = extract(text.encode(), media_type="text/plain")
    found = []
    for table in extraction.source_tables:
        grid = [[""] * table.column_count for _ in range(table.header_rows + table.row_count)]
        for cell in extraction.cells:
            if cell.table_no == table.table_no:
                grid[cell.row_no][cell.column_no] = cell.quote
        found.append(grid)
    return found


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Port\tCranes\tShips (2023)\nArdel\t14\t2,310\nBrisk Bay\t9\t1,204\nTraffic rose last year.",
            [["Port", "Cranes", "Ships (2023)"], ["Ardel", "14", "2,310"], ["Brisk Bay", "9", "1,204"]],
            id="tabs",
        ),
        pytest.param(
            "\t2022\t2023\nIncome\t5\t6\nCosts\t4\t4.5",
            [["", "2022", "2023"], ["Income", "5", "6"], ["Costs", "4", "4.5"]],
            id="tabs, with an empty corner",
        ),
        pytest.param(
            "          2019    2020\nIncome     120     140\nProfit      12      14\nMargin     10%     10%\n",
            [["", "2019", "2020"], ["Income", "120", "140"], ["Profit", "12", "14"], ["Margin", "10%", "10%"]],
            id="gaps",
        ),
        pytest.param(
            "Lake     Depth  Note\n-------  -----  ---------\nOrm      12 m   shallow\nSelby    80 m   a reservoir\n",
            [["Lake", "Depth", "Note"], ["Orm", "12 m", "shallow"], ["Selby", "80 m", "a reservoir"]],
            id="a rule below the header",
        ),
        pytest.param(
            "Lake     Depth  Fish\nOrm      12 m   pike\nSelby           carp\nTarn     4 m    trout\n",
            [["Lake", "Depth", "Fish"], ["Orm", "12 m", "pike"], ["Selby", "", "carp"], ["Tarn", "4 m", "trout"]],
            id="a cell that a row lacks",
        ),
    ],
)
def test_columns_make_a_table(text: str, rows: list[list[str]]) -> None:
    assert tables(text) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "He left.  It was 7.\nShe stayed on.  It was 9.\nThey met later.  It was 12.",
        "1.\tBuy 5 eggs\n2.\tBoil them for 6 minutes\n3.\tServe 2 each",
        "\tFares rose by 5% last year.\n\tThey had been 3 euros.",
        "Name:\tAnn Lee",
        "A line  with a gap and 5 of it.\n\nAnother  one, and 6.\n\nA third  one, and 7.",
    ],
    ids=["two spaces after stops", "a list", "indented paragraphs", "one line", "lines apart"],
)
def test_prose_makes_none(text: str) -> None:
    assert tables(text) == []


def test_the_cells_are_claims_under_their_headers() -> None:
    source = b"Port\tCranes\tShips (2023)\nArdel\t14\t2,310\nBrisk Bay\t9\t1,204\n"
    extraction = extract(source, media_type="text/plain")
    assert [(claim.subject, claim.predicate, claim.value, claim.period_edtf) for claim in extraction.claims] == [
        ("Ardel", "Cranes", 14.0, None),
        ("Ardel", "Ships (2023)", 2310.0, "2023"),
        ("Brisk Bay", "Cranes", 9.0, None),
        ("Brisk Bay", "Ships (2023)", 1204.0, "2023"),
    ]
