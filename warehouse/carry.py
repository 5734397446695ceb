"""Carry over from an old store to a fresh one what cannot be read anew: the ledger, and readings of lost bytes.

Tables are carried one by one: what a damaged store cannot give costs that table alone, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb

from schemas.dtypes import TABLES
from schemas.versions import PARSER_VERSION
from warehouse.statements import literal
from warehouse.transactions import transaction

_LEDGER = ("decisions", "runs", "source_files")
"""Before anything is read anew: it says what is forgotten, and since when each document lies where it does."""

_MISSING = "extraction_id NOT IN (SELECT extraction_id FROM fresh_extractions)"

_READINGS = {
    **dict.fromkeys(TABLES, _MISSING),
    "extraction_rows": _MISSING,
    "quarantine": f"""
        quarantine_id NOT IN (SELECT quarantine_id FROM quarantine)
        AND (status = 'fixed' OR coalesce({_MISSING}, parser_version <> '{PARSER_VERSION}'))
    """,
    "loads": "load_id NOT IN (SELECT load_id FROM loads)",
}
"""Rows of readings that the fresh store does not hold, and what was rejected by other versions or is fixed."""


class Carried(NamedTuple):
    """How many readings were carried over, and which tables could not be, or not to the last row."""

    readings: int
    lost: tuple[str, ...]


def carry_ledger(connection: duckdb.DuckDBPyConnection, sources: Sequence[Path]) -> tuple[str, ...]:
    """Copy the ledger from the first of the sources that gives each table; the tables that none of them gave."""
    missing = list(_LEDGER)
    for source in sources:
        with _attached(connection, source) as tables:
            for table in [table for table in missing if table in tables]:
                if _copied(connection, table, "true"):
                    missing.remove(table)
    return tuple(missing)


def carry_readings(connection: duckdb.DuckDBPyConnection, source: Path) -> Carried:
    """Copy the readings that the fresh store does not hold, with their loads and what was rejected of them."""
    connection.execute("CREATE TEMP TABLE fresh_extractions AS SELECT extraction_id FROM extractions")
    with _attached(connection, source) as tables:
        lost = [table for table in _READINGS if table in tables and not _copied(connection, table, _READINGS[table])]
        if not tables:
            lost = list(_READINGS)
    return Carried(_count(connection, f"extractions WHERE {_MISSING}"), tuple(lost))


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, source: Path) -> Iterator[set[str]]:
    """Attach a database as `old`; its tables, none where it cannot be opened."""
    try:
        connection.execute(f"ATTACH {literal(source)} AS old (READ_ONLY)")
    except duckdb.Error:
        yield set()
        return
    try:
        rows = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'old'").fetchall()
        yield {name for (name,) in rows}
    finally:
        connection.execute("DETACH old")


def _copied(connection: duckdb.DuckDBPyConnection, table: str, rows: str) -> bool:
    try:
        with transaction(connection):
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM old.{table} WHERE {rows}")
    except duckdb.Error:
        return False
    return True


def _count(connection: duckdb.DuckDBPyConnection, rows: str) -> int:
    return int((connection.execute(f"SELECT count(*) FROM {rows}").fetchone() or (0,))[0])
