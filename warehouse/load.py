"""Load a staged batch: its rows and its ledger row in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas.dtypes import TABLES
from warehouse.staging import Staged
from warehouse.store import Store
from warehouse.transactions import transaction

_FILLED = (*TABLES, "quarantine", "extraction_rows")

_WITH_LOAD_ID = {"extractions", "quarantine", "extraction_rows"}
_NEW_EXTRACTION = "WHERE NOT list_contains($known, extraction_id)"
_NEW_REJECTION = "ANTI JOIN quarantine AS known USING (quarantine_id)"

_LOADED_BEFORE = """
SELECT DISTINCT extraction_id FROM read_parquet($file) SEMI JOIN extraction_rows USING (extraction_id)
"""
"""The extractions of a batch that came with another one; nearly always there are none, and no row need be asked."""

_REOPEN = """
UPDATE quarantine SET status = 'open'
WHERE status = 'fixed' AND quarantine_id IN (SELECT quarantine_id FROM read_parquet($file))
"""
"""What fails again in the same way has the same identifier: it is not entered twice, it is open again."""

_SUPERSEDE = """
UPDATE quarantine SET status = 'fixed'
FROM read_parquet($file) AS latest
WHERE quarantine.status = 'open'
  AND quarantine.path = latest.path
  AND quarantine.quarantine_id <> latest.quarantine_id
"""
"""A path that fails in another way than before no longer fails in the old one."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load added: rows per table that has any, quarantine included. A batch of old acquaintance adds none."""

    load_id: str
    rows: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.rows.values())


def load(store: Store, staged: Staged, run_id: str) -> Loaded:
    """Add a staged batch to the store, all or nothing. The batch's id becomes the load's.

    A batch that the ledger already holds is left alone, and so are extractions and quarantine entries that came with
    another batch, except that entries which were fixed are open again; a load that would add nothing leaves no trace.
    """
    with transaction(store.connection):
        return add(store.connection, staged, run_id)


def add(connection: duckdb.DuckDBPyConnection, staged: Staged, run_id: str) -> Loaded:
    """As `load`, as a part of a larger transaction."""
    if rejections := staged.file("quarantine"):
        for settle in (_REOPEN, _SUPERSEDE):
            connection.execute(settle, {"file": str(rejections)})
    if _known(connection, staged.batch_id):
        return Loaded(staged.batch_id, {})
    before = _loaded_before(connection, staged)
    added = {table: _insert(connection, staged, table, before) for table in _FILLED}
    rows = {table: count for table, count in added.items() if count}
    if rows:
        connection.execute("INSERT INTO loads VALUES (?, ?, now() AT TIME ZONE 'UTC')", [staged.batch_id, run_id])
    rows.pop("extraction_rows", None)
    return Loaded(staged.batch_id, rows)


def _known(connection: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    return connection.execute("SELECT 1 FROM loads WHERE load_id = ?", [batch_id]).fetchone() is not None


def _loaded_before(connection: duckdb.DuckDBPyConnection, staged: Staged) -> list[str]:
    file = staged.file("extraction_rows")
    return [key for (key,) in connection.execute(_LOADED_BEFORE, {"file": str(file)}).fetchall()] if file else []


def _insert(connection: duckdb.DuckDBPyConnection, staged: Staged, table: str, before: list[str]) -> int:
    file = staged.file(table)
    if not file:
        return 0
    values: dict[str, object] = {"file": str(file)}
    load_id = new = ""
    if table in _WITH_LOAD_ID:
        load_id, values["load"] = ", $load AS load_id", staged.batch_id
    if table == "quarantine":
        new = _NEW_REJECTION
    elif before:
        new, values["known"] = _NEW_EXTRACTION, before
    sql = f"INSERT INTO {table} BY NAME SELECT *{load_id} FROM read_parquet($file) {new}"
    return int((connection.execute(sql, values).fetchone() or (0,))[0])
