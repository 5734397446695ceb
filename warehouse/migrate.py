"""Bring a database to the shape that this program knows: numbered migrations once, views whenever they changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import duckdb

from schemas.errors import SourcelineError
from warehouse.statements import Statement, statements
from warehouse.transactions import transaction

_VIEWS = "views"
"""The name under which the views, which may change without a migration, are recorded as one."""

_RECORD = """
CREATE TABLE IF NOT EXISTS migrations (name VARCHAR PRIMARY KEY, checksum VARCHAR NOT NULL, applied_at TIMESTAMP)
"""

_APPLIED = "INSERT OR REPLACE INTO migrations VALUES (?, ?, now() AT TIME ZONE 'UTC')"


def migrate(connection: duckdb.DuckDBPyConnection, place: str) -> None:
    """Apply what is missing, each step and its record in one transaction; raises as `refuse_other_history` does."""
    connection.execute(_RECORD)
    applied = refuse_other_history(connection, place)
    for step in statements("migrations"):
        if step.name not in applied:
            _apply(connection, step.name, [step])
    if applied.get(_VIEWS) != _checksum(statements("views")):
        _apply(connection, _VIEWS, statements("views"))


def refuse_other_history(connection: duckdb.DuckDBPyConnection, place: str) -> dict[str, str]:
    """The checksums of what was applied, by name.

    Raises SourcelineError "warehouse_newer" when the database knows migrations that this program does not, and
    "warehouse_changed" when one that it applied had another text; `place` names the database in both.
    """
    applied: dict[str, str] = dict(connection.execute("SELECT name, checksum FROM migrations").fetchall())
    known = {step.name: _checksum([step]) for step in statements("migrations")}
    for name in applied.keys() - {_VIEWS}:
        if name not in known:
            raise SourcelineError("warehouse_newer", f"{place}, migration {name}")
        if known[name] != applied[name]:
            raise SourcelineError("warehouse_changed", f"{place}, migration {name}")
    return applied


def _apply(connection: duckdb.DuckDBPyConnection, name: str, steps: Iterable[Statement]) -> None:
    steps = tuple(steps)
    with transaction(connection):
        for step in steps:
            connection.execute(step.sql)
        connection.execute(_APPLIED, [name, _checksum(steps)])


def _checksum(steps: Iterable[Statement]) -> str:
    return hashlib.sha256("\n".join(step.sql for step in steps).encode()).hexdigest()
