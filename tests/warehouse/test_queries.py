from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.reader import open_reader, run, saved_queries, saved_query

LINE_3 = "According to the Harbour Board, ridership grew by 42% last year."
LINE_4 = "Night services lost 7% of their passengers."
BUS_3 = "According to Transit Watch, delays fell by 12% in the city."

EXPECTED: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "figures_by_topic_and_year": (
        "topic, year, value, source, article, line",
        [
            ("share", 2023, 12.0, "Transit Watch", "buses.txt", 3),
            ("share", 2024, 42.0, "the Harbour Board", "ferries.txt", 3),
            ("share", 2024, 7.0, None, "ferries.txt", 4),
        ],
    ),
    "claims_without_source": ("article, line, value, quote", [("ferries.txt", 4, 7.0, LINE_4)]),
    "who_says_what": (
        "source, source_kind, claims, articles, example",
        [("Transit Watch", "organisation", 1, 1, BUS_3), ("the Harbour Board", "organisation", 1, 1, LINE_3)],
    ),
    "tables_as_long_data": (
        "row_label, column_label, cell, cell_type, value, line, source_line",
        [
            ("", "Line", "East", "text", None, 7, "| East | 30% |"),
            ("East", "Share", "30%", "percent", 30.0, 7, "| East | 30% |"),
            ("", "Line", "West", "text", None, 8, "| West | |"),
            ("West", "Share", "", "empty", None, 8, "| West | |"),
        ],
    ),
    "open_numerals": ("article, line, numeral, source_line", [("ferries.txt", 7, "30%", "| East | 30% |")]),
    "findings_by_document": (
        "article, code, severity, line, quote",
        [("buses.txt", "unsourced_figure", "info", 4, "3%"), ("ferries.txt", "unsourced_figure", "info", 4, "7%")],
    ),
    "coverage_by_document": (
        'article, lines, "tables", numerals, "values", unresolved, claims, claims_with_source, findings, quarantined',
        [("buses.txt", 5, 0, 1, 1, 0, 1, 1, 1, 3), ("ferries.txt", 9, 1, 3, 2, 1, 2, 1, 1, 0)],
    ),
    "growth_figures": (
        "direction, value, value_kind, source, line",
        [
            ("down", 12.0, "relative_change", "Transit Watch", 3),
            ("up", 42.0, "relative_change", "the Harbour Board", 3),
        ],
    ),
    "quarantine_overview": (
        "stage, table_name, code, column_name, rows, documents, example",
        [
            ("validate", "claim_parts", "parent_rejected", "claim_no", 1, 1, "3%"),
            ("validate", "claims", "parent_rejected", "quantity_no", 1, 1, "Fares rose by 3%."),
            ("validate", "quantities", "unknown_term", "role", 1, 1, "3%"),
        ],
    ),
    "forecasts": ("modality, value, article, line", [("forecast", 7.0, "ferries.txt", 4)]),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Two articles with a rise, a fall, a forecast, an unresolved numeral and a rejected quantity."""
    ferries = made_by_hand(FERRIES, published=date(2024, 5, 17))
    ferries = with_row(ferries, "claims", 0, value_kind="relative_change", direction="up")
    ferries = with_row(ferries, "claims", 1, modality="forecast")
    ferries = with_row(ferries, "quantities", 2, role="unresolved")
    year = {"period_text": "2023", "period_start": date(2023, 1, 1), "period_end": date(2024, 1, 1)}
    buses = with_row(made_by_hand(BUSES), "claims", 0, value_kind="relative_change", direction="down", **year)
    buses = with_row(buses, "quantities", 1, role="price")
    published = tmp_path_factory.mktemp("queries") / "w.duckdb"
    run_once(published, {"ferries.txt": FERRIES, "buses.txt": BUSES}, batches=[[ferries, buses]])
    with open_reader(published) as connection:
        yield connection


@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_a_saved_query_gives_what_is_expected_of_it(reader: duckdb.DuckDBPyConnection, name: str) -> None:
    columns, rows = EXPECTED[name]
    sql = saved_query(name).sql.rstrip().removesuffix(";")
    assert run(reader, f"SELECT {columns} FROM ({sql}\n)").rows == rows


@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_a_saved_query_keeps_to_what_the_landing_zone_says_now(tmp_path: Path, name: str) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"a.txt": FERRIES})
    run_once(published, {})
    with open_reader(published) as connection:
        assert run(connection, saved_query(name).sql).rows == []
