from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.rejections import Rejection
from schemas.rows import CONTENT_TABLES
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import load_batch, rejections, run_once, source_file
from warehouse.ledger import SourceFile, record_files, start_run
from warehouse.reader import open_reader, run
from warehouse.store import open_store


def rows(published: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_reader(published) as connection:
        return run(connection, sql).rows


def test_facts_hold_each_current_claim_once_with_what_belongs_to_it(reader: duckdb.DuckDBPyConnection) -> None:
    first = run(
        reader,
        "SELECT article, title, line, subject, value, unit, comparator, source, source_kind, modality, section "
        "FROM facts ORDER BY article, line",
    ).rows
    assert len(first) == 4
    assert first[0] == (
        "ferries.txt",
        "Ferries carry more people again",
        3,
        "According to the Harbour Board, ridership grew by",
        42.0,
        "percent",
        "eq",
        "the Harbour Board",
        "organisation",
        "asserted",
        "Ferries carry more people again",
    )


@pytest.mark.parametrize("table", ["claims", "quantities", "attributions", "cells", "findings"])
def test_rows_stand_beside_their_source_lines(reader: duckdb.DuckDBPyConnection, table: str) -> None:
    found = run(reader, f"SELECT quote, line_text FROM {table}_in_source").rows
    assert found
    assert all(quote in line for quote, line in found)


def test_a_claim_over_two_lines_stands_beside_both(tmp_path: Path) -> None:
    article = made_by_hand(BUSES)
    claim = replace(article.claims[0], line_end=article.claims[0].line_start + 1)
    article = replace(article, claims=(claim, *article.claims[1:]))
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES}, batches=[[article]])
    sql = "SELECT line_no FROM claims_in_source WHERE claim_no = 0 ORDER BY line_no"
    assert rows(tmp_path / "w.duckdb", sql) == [(3,), (4,)]


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_current_views_show_what_lies_in_the_landing_zone_now(tmp_path: Path, table: str) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"a.txt": FERRIES})
    run_once(published, {"a.txt": BUSES})
    now, ever = made_by_hand(BUSES), made_by_hand(FERRIES)
    assert rows(published, f"SELECT count(*) FROM current_{table}") == [(len(getattr(now, table)),)]
    every = len(getattr(now, table)) + len(getattr(ever, table))
    assert rows(published, f"SELECT count(*) FROM {table}") == [(every,)]


def test_a_document_at_two_paths_is_current_once_under_the_first(tmp_path: Path) -> None:
    run_once(tmp_path / "w.duckdb", {"b.txt": BUSES, "a.txt": BUSES})
    assert rows(tmp_path / "w.duckdb", "SELECT path FROM current_extractions") == [("a.txt",)]


def test_quarantine_is_current_while_its_document_or_path_is_there(tmp_path: Path) -> None:
    binary = Rejection(code="wrong_shape", message="A picture.", document_id="ab" * 32, media_type="text/plain")
    denied = Rejection(code="wrong_shape", message="Denied.", path="denied.txt")
    gone = Rejection(code="wrong_shape", message="Denied.", path="gone.txt")
    seen = [
        source_file("a.txt", BUSES),
        SourceFile("picture.txt", "ab" * 32, "text/plain", 1, 1),
        SourceFile("denied.txt", None, None, None, None),
    ]
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        load_batch(store, run_id, rejections(binary, denied, gone), "b1")
        record_files(store, run_id, seen)
        found = store.connection.execute("SELECT message FROM current_quarantine ORDER BY message").fetchall()
        assert found == [("A picture.",), ("Denied.",)]


def test_loads_tell_how_many_rows_they_brought(reader: duckdb.DuckDBPyConnection) -> None:
    counts = dict(run(reader, "SELECT table_name, extracted FROM load_rows").rows)
    assert (counts["extractions"], counts["claims"]) == (2, 4)
