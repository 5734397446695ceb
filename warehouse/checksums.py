"""One checksum per content table, the same for any order of rows, files and batches."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from schemas.dtypes import TABLES

CHECKED = (*TABLES, "quarantine")

NOT_CONTENT = {"load_id", "status"}
"""Columns that tell how a row came here, not what it says."""

_ROWS = {"quarantine": "quarantine WHERE status <> 'fixed'"}
"""What was fixed is history: the rows that took its place are content."""


def checksums(connection: duckdb.DuckDBPyConnection, extractions: Sequence[str] | None = None) -> dict[str, str]:
    """For each content table, quarantine included: its number of rows and the sum of their hashes, as text.

    With `extractions` only their rows count.
    """
    return {table: checksum(connection, table, extractions) for table in CHECKED}


def checksum(connection: duckdb.DuckDBPyConnection, table: str, extractions: Sequence[str] | None = None) -> str:
    """The checksum of one table, as `checksums`."""
    names = [row[0] for row in connection.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
    columns = ", ".join(f'"{name}"' for name in sorted(names) if name not in NOT_CONTENT)
    digest = f"md5_number_lower(to_json(row({columns}))::VARCHAR)::HUGEINT"
    sql = f"SELECT count(*), coalesce(sum({digest}), 0) FROM (FROM {_ROWS.get(table, table)})"
    values = None
    if extractions is not None:
        sql += " WHERE extraction_id IN (SELECT unnest($keys))"
        values = {"keys": list(extractions)}
    count, total = connection.execute(sql, values).fetchone() or (0, 0)
    return f"{count}:{total:x}"
