"""Checksums of content: the same for any order of rows, files and batches, and for any version of DuckDB.

A row's digest leaves out what is NULL, so that a column which comes with a later migration changes none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import duckdb
import polars as pl

from schemas.dtypes import KEY, TABLES

CHECKED = (*TABLES, "quarantine")

NOT_CONTENT = {"load_id", "status"}
"""Columns that tell how a row came here, not what it says."""

_ROWS = {"quarantine": "quarantine WHERE status <> 'fixed'"}
"""What was fixed is history: the rows that took its place are content."""

_OF_EACH = """
SELECT extraction_id, '{table}' AS table_name, (sum({digest}) % (1::HUGEINT << 64))::UBIGINT AS checksum
FROM {source}
GROUP BY extraction_id
"""

_CHECKSUMS = pl.Schema({KEY: pl.String, "table_name": pl.String, "checksum": pl.UInt64})

_CHANGED = f"""
WITH places AS (
    SELECT document_id, min(place_name(path, member)) AS place
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id
)
SELECT entered.table_name, coalesce(place, document_id, entered.extraction_id) AS place
FROM extraction_rows AS entered
LEFT JOIN ({_OF_EACH.format(table="{table}", digest="{digest}", source="{table}")}) AS found
    USING (extraction_id, table_name)
LEFT JOIN extractions USING (extraction_id)
LEFT JOIN places USING (document_id)
WHERE entered.table_name = '{{table}}' AND entered.checksum <> coalesce(found.checksum, 0)
ORDER BY place
"""


class Changed(NamedTuple):
    """Rows of one reading that are not what was loaded: their table, and the place of its document, or else its id."""

    table: str
    place: str


def checksums(connection: duckdb.DuckDBPyConnection, extractions: Sequence[str] | None = None) -> dict[str, str]:
    """For each content table, quarantine included: its number of rows and the sum of their digests, as text.

    With `extractions` only their rows count.
    """
    return {table: checksum(connection, table, extractions) for table in CHECKED}


def checksum(connection: duckdb.DuckDBPyConnection, table: str, extractions: Sequence[str] | None = None) -> str:
    """The checksum of one table, as `checksums`."""
    sql = f"SELECT count(*), coalesce(sum({_digest(connection, table)}), 0) FROM (FROM {_ROWS.get(table, table)})"
    values = None
    if extractions is not None:
        sql += " WHERE extraction_id IN (SELECT unnest($keys))"
        values = {"keys": list(extractions)}
    count, total = connection.execute(sql, values).fetchone() or (0, 0)
    return f"{count}:{total:x}"


def checksums_of_each(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The checksum of the rows that each extraction has in each table: `extraction_id, table_name, checksum`."""
    found: list[tuple[Any, ...]] = []
    with duckdb.connect() as connection:
        for table, frame in frames.items():
            if not frame.is_empty():
                connection.register("rows", frame)
                sql = _OF_EACH.format(table=table, digest=_digest(connection, "rows"), source="rows")
                found += connection.execute(sql).fetchall()
    return pl.DataFrame(found, schema=_CHECKSUMS, orient="row")


def changed_rows(connection: duckdb.DuckDBPyConnection) -> list[Changed]:
    """Whose rows do not add up to the checksums that the ledger entered when they were loaded, by table and place."""
    changed = []
    for table in TABLES:
        sql = _CHANGED.format(table=table, digest=_digest(connection, table))
        changed += [Changed(*row) for row in connection.execute(sql).fetchall()]
    return changed


def _digest(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """SQL for the digest of a row: 64 bits of what its columns say, by name."""
    columns = connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE {table})").fetchall()
    said = [f"'{name}=' || {_text(name, dtype)}" for name, dtype in sorted(columns) if name not in NOT_CONTENT]
    return f"md5_number_lower(concat_ws('\x1f', {', '.join(said)}))"


def _text(column: str, dtype: str) -> str:
    """A value as text; lists as JSON, which quotes what is in them."""
    return f'to_json("{column}")::VARCHAR' if dtype.endswith("[]") else f'"{column}"::VARCHAR'
