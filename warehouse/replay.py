"""Load documents again that were rejected, whole or in part, and close the quarantine rows that this heals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from warehouse.erase import erase_extractions
from warehouse.load import Loaded, add
from warehouse.staging import Staged
from warehouse.store import Store
from warehouse.transactions import transaction


class Rejected(NamedTuple):
    """An open quarantine row: its content (both None where a path gave none), and the path of the file it came from.

    `name` is how the place is told: a member of an archive as if that were a folder.
    """

    quarantine_id: str
    document_id: str | None
    media_type: str | None
    path: str
    name: str


_OPEN = """
SELECT DISTINCT
    entry.quarantine_id,
    entry.document_id,
    entry.media_type,
    coalesce(file.path, entry.path),
    coalesce(place_name(file.path, file.member), entry.path) AS name
FROM quarantine_entries AS entry
LEFT JOIN source_files AS file ON file.gone_run IS NULL
    AND file.document_id = entry.document_id
    AND file.media_type = entry.media_type
WHERE is_current AND status IN ('open', 'waived') AND coalesce($code, code) = code
ORDER BY name, entry.quarantine_id
"""

_HEAL = """
UPDATE quarantine SET status = 'fixed'
WHERE status = 'open'
  AND (document_id, media_type) IN (SELECT (document_id, media_type) FROM read_parquet($extractions))
  AND (extraction_id IS NULL OR extraction_id IN (SELECT extraction_id FROM read_parquet($extractions)))
  AND NOT list_contains($again, quarantine_id)
"""
"""A row of an earlier version belongs to that version's extraction, which still lacks it."""


def open_rejections(connection: duckdb.DuckDBPyConnection, code: str | None = None) -> list[Rejected]:
    """What the quarantine holds of the landing zone, waived rows included, by place."""
    return [Rejected(*row) for row in connection.execute(_OPEN, {"code": code}).fetchall()]


def still_open(connection: duckdb.DuckDBPyConnection, entries: Sequence[str]) -> int:
    """How many of these quarantine rows are not fixed."""
    sql = "SELECT count(*) FROM quarantine WHERE status <> 'fixed' AND list_contains($entries, quarantine_id)"
    return int((connection.execute(sql, {"entries": list(entries)}).fetchone() or (0,))[0])


def load_again(store: Store, staged: Staged, run_id: str) -> Loaded:
    """Load a staged batch in the place of what the same version read from its documents before, all or nothing.

    A document that gave no rows this time keeps those that it has.
    """
    connection = store.connection
    extractions, rejected = staged.file("extractions"), staged.file("quarantine")
    with transaction(connection):
        if extractions:
            erase_extractions(connection, _column(connection, str(extractions), "extraction_id"))
        loaded = add(connection, staged, run_id)
        if extractions:
            again = _column(connection, str(rejected), "quarantine_id") if rejected else []
            connection.execute(_HEAL, {"extractions": str(extractions), "again": again})
    return loaded


def _column(connection: duckdb.DuckDBPyConnection, file: str, column: str) -> list[str]:
    return [
        row[0] for row in connection.execute(f"SELECT {column} FROM read_parquet($file)", {"file": file}).fetchall()
    ]
