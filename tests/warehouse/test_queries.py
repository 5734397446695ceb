from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.errors import SourcelineError
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.parameters import bind
from warehouse.publish import publish
from warehouse.reader import open_reader, run, saved_queries, saved_query
from warehouse.statements import Statement
from warehouse.store import open_store
from warehouse.waive import waive

LINE_3 = "According to the Harbour Board, ridership grew by 42% last year."
LINE_4 = "Night services lost 7% of their passengers."
RIVAL = "Rivals\n\nDelays fell by 30% in the city.\n"
FAR = date(2999, 1, 1)
BUS_3 = "According to Transit Watch, delays fell by 12% in the city."

EXPECTED: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "figures_by_topic_and_year": (
        "topic, year, value, source, article, line",
        [
            ("share", 2023, 12.0, "Transit Watch", "buses.txt", 3),
            ("share", 2023, 30.0, None, "rival.txt", 3),
            ("share", 2024, 42.0, "the Harbour Board", "ferries.txt", 3),
            ("share", 2024, 7.0, None, "ferries.txt", 4),
        ],
    ),
    "claims_without_source": (
        "article, line, value, quote",
        [("ferries.txt", 4, 7.0, LINE_4), ("rival.txt", 3, 30.0, "Delays fell by 30% in the city.")],
    ),
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
    "conflicts": (
        "low_figure, low_source, low_line, high_figure, high_line, period_start, period_end, same_copy",
        [
            (
                "12 percent",
                "Transit Watch",
                f"buses.txt:3: {BUS_3}",
                "30 percent",
                "rival.txt:3: Delays fell by 30% in the city.",
                date(2023, 6, 1),
                date(2024, 1, 1),
                False,
            )
        ],
    ),
    "claims_of_entity": (
        "since, said, figure, source, article, line",
        [
            (date(2023, 1, 1), "by it", "12 percent", "Transit Watch", "buses.txt", 3),
            (date(2023, 6, 1), "about it", "30 percent", None, "rival.txt", 3),
        ],
    ),
    "claims_before_year": (
        "period_end, value, article, line",
        [(date(2024, 1, 1), 12.0, "buses.txt", 3), (date(2024, 6, 1), 30.0, "rival.txt", 3)],
    ),
    "measure_across_articles": (
        "measure, period_start, figure, source, article, line",
        [
            ("share", date(2023, 1, 1), "12 percent", "Transit Watch", "buses.txt", 3),
            ("share", None, "42 percent", "the Harbour Board", "ferries.txt", 3),
            ("share", None, "7 percent", None, "ferries.txt", 4),
            ("share", date(2023, 6, 1), "30 percent", None, "rival.txt", 3),
        ],
    ),
    "quarantine_rows": (
        "code, status, article, line, table_name, column_name, shown",
        [
            ("parent_rejected", "open", "buses.txt", 4, "claims", "quantity_no", "Fares rose by 3%."),
            ("parent_rejected", "open", "buses.txt", 4, "claim_parts", "claim_no", "3%"),
            ("unknown_term", "open", "buses.txt", 4, "quantities", "role", "3%"),
        ],
    ),
    "waived": ("code, article, reason, until, holds", [("unsourced_figure", "rival.txt", "seen", FAR, True)]),
    "what_changed": (
        "what, change, article",
        [
            ("article", "added", "rival.txt"),
            ("claim", "added", "rival.txt"),
            ("finding", "added", "rival.txt"),
        ],
    ),
    "coverage_by_document": (
        'article, lines, "tables", numerals, "values", unresolved, claims, claims_with_source, findings, quarantined',
        [
            ("buses.txt", 5, 0, 1, 1, 0, 1, 1, 1, 3),
            ("ferries.txt", 9, 1, 3, 2, 1, 2, 1, 1, 0),
            ("rival.txt", 4, 0, 1, 1, 0, 1, 0, 1, 0),
        ],
    ),
    "growth_figures": (
        "direction, value, value_kind, source, line",
        [
            ("down", 12.0, "relative_change", "Transit Watch", 3),
            ("up", 42.0, "relative_change", "the Harbour Board", 3),
            ("down", 30.0, "relative_change", None, 3),
        ],
    ),
    "quarantine_overview": (
        "stage, table_name, code, column_name, rows, waived, documents, example",
        [
            ("validate", "claim_parts", "parent_rejected", "claim_no", 1, 0, 1, "3%"),
            ("validate", "claims", "parent_rejected", "quantity_no", 1, 0, 1, "Fares rose by 3%."),
            ("validate", "quantities", "unknown_term", "role", 1, 0, 1, "3%"),
        ],
    ),
    "forecasts": ("modality, value, article, line", [("forecast", 7.0, "ferries.txt", 4)]),
}

GIVEN = {"claims_of_entity": {"entity": "transit watch"}, "claims_before_year": {"year": "2025"}}

HISTORY = {"what_changed", "waived", "unusual_metrics"}
"""Queries that look back."""

APART = {"near_duplicates": "test_near_duplicates.py", "unusual_metrics": "test_metrics.py"}
"""Queries that have tests of their own."""


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
    buses = with_row(buses, "claims", 0, comparable_key="share|delays")
    rival = made_by_hand(RIVAL)
    overlapping = {"period_text": "mid-year", "period_start": date(2023, 6, 1), "period_end": date(2024, 6, 1)}
    rival = with_row(
        rival,
        "claims",
        0,
        value_kind="relative_change",
        direction="down",
        subject="Transit Watch delays",
        comparable_key="share|delays",
        **overlapping,
    )
    published = tmp_path_factory.mktemp("queries") / "w.duckdb"
    files = {"ferries.txt": FERRIES, "buses.txt": BUSES}
    run_once(published, files, batches=[[ferries, buses]])
    run_once(published, files | {"rival.txt": RIVAL}, batches=[[rival]])
    with open_store(published) as store:
        finding = run(store.connection, "SELECT finding_id FROM current_findings ORDER BY quote LIMIT 1 OFFSET 1").rows
        waive(store.connection, finding[0][0], "seen", FAR)
        publish(store)
    with open_reader(published) as connection:
        yield connection


def answer(reader: duckdb.DuckDBPyConnection, name: str, columns: str = "*", **given: str) -> list[tuple[Any, ...]]:
    query = saved_query(name)
    sql = query.sql.rstrip().removesuffix(";")
    return run(reader, f"SELECT {columns} FROM ({sql}\n)", bind(query, given)).rows


@pytest.mark.parametrize("name", [query.name for query in saved_queries() if query.name not in APART])
def test_a_saved_query_gives_what_is_expected_of_it(reader: duckdb.DuckDBPyConnection, name: str) -> None:
    columns, rows = EXPECTED[name]
    assert answer(reader, name, columns, **GIVEN.get(name, {})) == rows


@pytest.mark.parametrize("name", [query.name for query in saved_queries() if query.name not in HISTORY])
def test_a_saved_query_keeps_to_what_the_landing_zone_says_now(tmp_path: Path, name: str) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"a.txt": FERRIES})
    run_once(published, {})
    with open_reader(published) as connection:
        assert answer(connection, name, **GIVEN.get(name, {})) == []


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_a_saved_query_names_each_of_its_parameters_and_says_what_holds_without_it(query: Statement) -> None:
    used = set(re.findall(r"\$(\w+)", "\n".join(line for line in query.sql.splitlines() if not line.startswith("--"))))
    assert {parameter.name for parameter in query.parameters} == used
    assert all(re.search("by default|without it", parameter.description) for parameter in query.parameters)


@pytest.mark.parametrize(
    ("name", "given", "rows"),
    [
        ("figures_by_topic_and_year", {"topic": "SHARE", "year": "2023"}, 2),
        ("figures_by_topic_and_year", {"year": "2024"}, 2),
        ("figures_by_topic_and_year", {"topic": "nothing"}, 0),
        ("claims_before_year", {"year": "2023"}, 0),
        ("claims_before_year", {"year": "2024"}, 1),
        ("claims_of_entity", {"entity": "Watch"}, 2),
        ("claims_of_entity", {"entity": "Wat"}, 0),
        ("claims_of_entity", {}, 0),
        ("measure_across_articles", {"measure": "Sha"}, 4),
        ("measure_across_articles", {"measure": "fare"}, 0),
        ("quarantine_rows", {"code": "unknown_term"}, 1),
        ("quarantine_rows", {"all": "true"}, 3),
        ("what_changed", {"since": "2000-01-01"}, 10),
    ],
)
def test_parameters_narrow_the_answer(
    reader: duckdb.DuckDBPyConnection, name: str, given: dict[str, str], rows: int
) -> None:
    assert len(answer(reader, name, **given)) == rows


@pytest.mark.parametrize("value", ["'; DROP TABLE claims; --", "x' OR '1'='1", "$year", "\\", "\0", "%"])
def test_a_value_is_never_read_as_sql(reader: duckdb.DuckDBPyConnection, value: str) -> None:
    assert answer(reader, "claims_of_entity", entity=value) == []


def test_a_value_of_another_type_is_told(reader: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SourcelineError) as refused:
        answer(reader, "claims_before_year", year="soon")
    assert refused.value.code == "query_failed"


def test_a_parameter_that_a_query_does_not_take_is_told(reader: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SourcelineError) as refused:
        answer(reader, "conflicts", year="2020")
    assert refused.value.code == "unknown_parameter"


def test_a_claim_says_where_it_stands(reader: duckdb.DuckDBPyConnection) -> None:
    rows = run(reader, "SELECT source_of(claim_id) FROM facts WHERE article = 'buses.txt'").rows
    assert rows == [(f"buses.txt:3: {BUS_3}",)]
    assert run(reader, "SELECT source_of('nothing')").rows == [(None,)]
