from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.check import run_checks
from warehouse.statements import statements
from warehouse.store import Store, open_store

BREAKING = {
    "broken_line_index": [
        "DELETE FROM source_lines WHERE line_no = 2",
        "UPDATE source_lines SET char_start = 0 WHERE line_no = 3",
        "UPDATE extractions SET lines = lines + 1",
    ],
    "duplicate_rows": ["INSERT INTO claims FROM claims LIMIT 1", "INSERT INTO extractions FROM extractions LIMIT 1"],
    "figures_not_finite": ["UPDATE claims SET value_high = 'infinity'", "UPDATE cells SET value = 'nan'"],
    "ledger_gaps": [
        "DELETE FROM runs",
        "INSERT INTO source_files BY NAME SELECT * REPLACE ('later' AS first_run) FROM source_files LIMIT 1",
        "UPDATE source_files SET document_id = 'never read' WHERE path = 'a.txt'",
    ],
    "orphan_rows": [
        "DELETE FROM extractions",
        "DELETE FROM blocks WHERE block_no = 1",
        "DELETE FROM source_tables",
        "DELETE FROM cells WHERE row_no = 1",
        "DELETE FROM quantities WHERE quantity_no = 0",
        "DELETE FROM attributions",
        "DELETE FROM claims WHERE claim_no = 0",
        "UPDATE blocks SET parent = 99 WHERE block_no = 1",
        "DELETE FROM loads",
    ],
    "overlapping_blocks": ["UPDATE blocks SET pieces = [{'start': 0, 'end': 40}] WHERE block_no = 0"],
    "unaccounted_rows": [
        "DELETE FROM claims WHERE claim_no = 0",
        "DELETE FROM quarantine",
        "INSERT INTO mentions BY NAME SELECT extraction_id, 0 AS mention_no, 'place' AS kind, 'x' AS name, "
        "0 AS block_no, 1 AS line_start, 1 AS line_end, 0 AS char_start, 1 AS char_end, [] AS pieces, "
        "'x' AS quote, 'x' AS rule_id "
        "FROM extractions LIMIT 1",
    ],
    "ungrounded_quotes": ["UPDATE claims SET quote = quote || '!'", "UPDATE cells SET quote = 'x' WHERE column_no = 1"],
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    rejected = with_row(made_by_hand(BUSES), "findings", 0, severity="grave")
    run_once(tmp_path / "w.duckdb", {"a.txt": FERRIES, "b.txt": BUSES}, batches=[[made_by_hand(FERRIES), rejected]])
    with open_store(tmp_path / "w.duckdb") as store:
        yield store


def test_a_sound_warehouse_passes(store: Store) -> None:
    assert run_checks(store.connection) == []


def test_every_check_is_described_and_tried_here() -> None:
    checks = statements("checks")
    assert {check.name for check in checks} == set(BREAKING)
    assert all(check.description.endswith(".") for check in checks)


@pytest.mark.parametrize(("check", "sql"), [(check, sql) for check, broken in BREAKING.items() for sql in broken])
def test_a_broken_warehouse_is_caught(store: Store, check: str, sql: str) -> None:
    store.connection.execute(sql)
    broken = {found.check.name: found.offending for found in run_checks(store.connection)}
    assert check in broken
    assert broken[check].rows
