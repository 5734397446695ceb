"""Reading a published warehouse: SQL that can neither write nor reach outside it, and the saved queries by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from schemas.errors import SourcelineError
from warehouse.migrate import refuse_other_history
from warehouse.statements import Statement, statements

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}
"""No file, no network, no variable of the calling program; and no SET that could open them again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def open_reader(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only, closed connection to a published warehouse.

    Raises SourcelineError "warehouse_missing", "warehouse_damaged", "warehouse_newer" or "warehouse_changed".
    """
    if not published.is_file():
        raise SourcelineError("warehouse_missing", str(published))
    with _connect(published) as connection:
        yield connection


def _connect(published: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(published, read_only=True, config=_CLOSED)
        refuse_other_history(connection, str(published))
    except duckdb.Error as error:
        raise SourcelineError("warehouse_damaged", str(published)) from error
    return connection


def run(connection: duckdb.DuckDBPyConnection, sql: str) -> Answer:
    """Answer SQL. Raises SourcelineError "query_failed" with DuckDB's own words."""
    try:
        result = connection.execute(sql)
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns, result.fetchall())
    except duckdb.Error as error:
        raise SourcelineError("query_failed", str(error)) from error


def saved_queries() -> tuple[Statement, ...]:
    """The saved queries, by name, each with its description."""
    return statements("queries")


def saved_query(name: str) -> Statement:
    """A saved query. Raises SourcelineError "unknown_query"."""
    for query in saved_queries():
        if query.name == name:
            return query
    raise SourcelineError("unknown_query", name)
