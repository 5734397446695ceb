"""Take the rows of documents out of a store, and rewrite its file: what is deleted still stands in its free blocks."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from schemas.dtypes import TABLES
from warehouse.disk import put_in_place
from warehouse.statements import literal
from warehouse.store import SETTINGS, Store


def erase_extractions(connection: duckdb.DuckDBPyConnection, extractions: Sequence[str]) -> int:
    """Delete all content rows of some extractions, and how many there were; the quarantine is left as it is."""
    return sum(
        _delete(connection, f"{table} WHERE extraction_id IN (SELECT unnest($keys))", extractions)
        for table in (*TABLES, "extraction_rows")
    )


def erase_documents(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> int:
    """Delete every row that was read from some documents, rejected ones included; what is left is where they lay."""
    found = connection.execute(
        "SELECT DISTINCT extraction_id FROM extraction_rows JOIN extractions USING (extraction_id) "
        "WHERE document_id IN (SELECT unnest($keys))",
        {"keys": list(documents)},
    )
    extractions = [row[0] for row in found.fetchall()]
    rows = erase_extractions(connection, extractions)
    rows += _delete(connection, "quarantine WHERE document_id IN (SELECT unnest($keys))", documents)
    rows += _delete(connection, "quarantine WHERE extraction_id IN (SELECT unnest($keys))", extractions)
    connection.execute(_DROP_EMPTY_LOADS)
    return rows


_DROP_EMPTY_LOADS = """
DELETE FROM loads
WHERE load_id NOT IN (SELECT load_id FROM extraction_rows) AND load_id NOT IN (SELECT load_id FROM quarantine)
"""
"""A batch is not loaded twice; one of which nothing is left may come again."""


def rewrite(store: Store) -> None:
    """Put a copy of what the store holds in the place of its file, so that nothing of what was deleted is left there.

    Safe to break off: the copy takes the file's place whole or not at all. The connection is another one afterwards.
    """
    copy = store.path.with_name(store.path.name + ".new")
    copy.unlink(missing_ok=True)
    store.connection.execute("CHECKPOINT")
    store.connection.close()
    try:
        with duckdb.connect(config=SETTINGS) as connection:
            connection.execute(f"ATTACH {literal(store.path)} AS held (READ_ONLY)")
            connection.execute(f"ATTACH {literal(copy)} AS fresh")
            connection.execute("COPY FROM DATABASE held TO fresh")
        put_in_place(copy, store.path)
    finally:
        store.reopen()


def _delete(connection: duckdb.DuckDBPyConnection, rows: str, keys: Sequence[str]) -> int:
    deleted = connection.execute(f"DELETE FROM {rows}", {"keys": list(keys)}).fetchone()
    return int((deleted or (0,))[0])
