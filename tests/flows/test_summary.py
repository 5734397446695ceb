"""What a run says at its end: what it passed over, what the warehouse holds, and what waits to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from flows.summary import Summary
from schemas.dtypes import TABLES
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION
from warehouse.decisions import decide
from warehouse.forget import find_documents, forget
from warehouse.reader import open_reader
from warehouse.store import open_store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Harbour news\n\nAccording to the Harbour Board, fares rose by 3%.\n", "utf-8")
    (tmp_path / "raw/b.txt").write_text("Rents fell by 2%. Dues grew by 4%.\n", "utf-8")
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "w.duckdb", workers=1)


def load_version(settings: Settings, version: str) -> None:
    """Have the warehouse hold what another parser version has read, the same, and show what it did."""
    with open_store(settings.warehouse) as store:
        decide(store.connection, "publish", f"{PARSER_VERSION}/{SCHEMA_VERSION}")
        for table in (*TABLES, "extraction_rows"):
            changed = f", '{version}' AS parser_version" if table == "extractions" else ""
            sql = f"SELECT * REPLACE ('{version}' || extraction_id AS extraction_id{changed}) FROM {table}"
            store.connection.execute(f"INSERT INTO {table} {sql}")


def test_holdings_are_what_is_current(settings: Settings) -> None:
    expected = {
        "articles": 2,
        "claims": 3,
        "figures": 3,
        "sourced_figures": 1,
        "numerals": 3,
        "unresolved_numerals": 0,
        "findings": 2,
        "quarantined": 0,
    }
    assert run_directly(settings).holdings == expected
    (settings.raw / "b.txt").unlink()
    assert run_directly(settings).holdings == expected | {
        "articles": 1,
        "claims": 1,
        "figures": 1,
        "numerals": 1,
        "findings": 0,
    }


def test_a_run_enters_its_counts_as_metrics(settings: Settings) -> None:
    summary = run_directly(settings)
    with open_reader(settings.warehouse) as connection:
        metrics = dict(connection.execute("SELECT metric, value FROM metrics").fetchall())
    assert metrics["documents"] == summary.documents
    assert metrics["rows.claims"] == summary.rows["claims"]
    assert metrics["findings.unsourced_figure"] == 2
    assert metrics["share.sourced"] == pytest.approx(1 / 3)


def test_what_is_forgotten_is_passed_over_and_not_unchanged(settings: Settings) -> None:
    first = run_directly(settings)
    with open_store(settings.warehouse) as store:
        forget(store, [known.document_id for known in find_documents(store.connection, ["b.txt"])])
    second = run_directly(settings)
    assert [(run.documents, run.unchanged, run.forgotten) for run in (first, second)] == [(2, 0, 0), (0, 1, 1)]


@pytest.mark.parametrize(("version", "waits"), [("999", "999/1"), ("0", None)])
def test_only_a_newer_version_waits_to_be_published(settings: Settings, version: str, waits: str | None) -> None:
    first: Summary = run_directly(settings)
    load_version(settings, version)
    assert (first.unpublished, run_directly(settings).unpublished) == (None, waits)
