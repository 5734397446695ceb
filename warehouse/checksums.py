"""One checksum per content table, the same for any order of rows, files and batches."""

from __future__ import annotations

import duckdb

from schemas.dtypes import TABLES

NOT_CONTENT = {"load_id", "status"}
"""Columns that tell how a row came here, not what it says."""


def checksums(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """For each content table, quarantine included: its number of rows and the sum of their hashes, as text."""
    return {table: _checksum(connection, table) for table in (*TABLES, "quarantine")}


def _checksum(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    names = [row[0] for row in connection.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
    columns = ", ".join(f'"{name}"' for name in sorted(names) if name not in NOT_CONTENT)
    sql = f"SELECT count(*), coalesce(sum(md5_number_lower(to_json(row({columns}))::VARCHAR)::HUGEINT), 0) FROM {table}"
    rows, total = connection.execute(sql).fetchone() or (0, 0)
    return f"{rows}:{total:x}"
