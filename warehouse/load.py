"""Load a staged batch: its rows and its ledger row in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas.dtypes import TABLES
from warehouse.staging import Staged
from warehouse.store import Store
from warehouse.transactions import transaction

_ORDER = (*TABLES, "quarantine", "extraction_rows")
"""The counts come last: until they are in, they tell which extractions are new."""

_WITH_LOAD_ID = {"extractions", "quarantine", "extraction_rows"}
_NEW_EXTRACTION = "ANTI JOIN extraction_rows AS known USING (extraction_id)"
_NEW_REJECTION = "ANTI JOIN quarantine AS known USING (quarantine_id)"

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
    added = {table: _insert(connection, staged, table) for table in _ORDER}
    rows = {table: count for table, count in added.items() if count}
    if rows:
        connection.execute("INSERT INTO loads VALUES (?, ?, now() AT TIME ZONE 'UTC')", [staged.batch_id, run_id])
    rows.pop("extraction_rows", None)
    return Loaded(staged.batch_id, rows)


def _known(connection: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    return connection.execute("SELECT 1 FROM loads WHERE load_id = ?", [batch_id]).fetchone() is not None


def _insert(connection: duckdb.DuckDBPyConnection, staged: Staged, table: str) -> int:
    file = staged.file(table)
    if not file:
        return 0
    load_id = ", $load AS load_id" if table in _WITH_LOAD_ID else ""
    new = _NEW_REJECTION if table == "quarantine" else _NEW_EXTRACTION
    sql = f"INSERT INTO {table} BY NAME SELECT *{load_id} FROM read_parquet($file) {new}"
    values = {"file": str(file)} | ({"load": staged.batch_id} if load_id else {})
    return int((connection.execute(sql, values).fetchone() or (0,))[0])
