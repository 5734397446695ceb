"""Reading a published warehouse: SQL that can neither write nor reach outside it, and the saved queries by name.

Three locks stand between a query and the files of the machine: the warehouse is opened read-only, DuckDB may open
nothing but the warehouse and its parts, and only questions are passed on to it (a folder that DuckDB may read from it
may also write to).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from duckdb import StatementType

from schemas.errors import SourcelineError
from warehouse.disk import is_unreadable, telling_faults
from warehouse.migrate import refuse_other_history
from warehouse.parts import parts_folder, search_path
from warehouse.statements import Statement, literal, statements

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}
"""No extension from anywhere, and no variable of the calling program."""

_LOCKED = "SET enable_external_access = false; SET lock_configuration = true"
"""No file, no network; and no SET that could open them again."""

_QUESTIONS = {StatementType.SELECT, StatementType.EXPLAIN, StatementType.MULTI}
"""MULTI is a PIVOT whose columns are to be found first."""

_DEEDS = re.compile(r"\b(?:copy|export|attach|create|insert)\b", re.IGNORECASE)
"""What EXPLAIN ANALYZE would carry out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def open_reader(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only, closed connection to a published warehouse.

    Raises SourcelineError "warehouse_missing", "warehouse_damaged", "warehouse_newer", "warehouse_changed", or
    "warehouse_older" where it lacks a view that is asked while it is open (see `run` for questions of others).
    """
    if not published.is_file():
        raise SourcelineError("warehouse_missing", str(published))
    beside = published.resolve()  # its parts lie beside what a link names
    with telling_faults(published), _connect(beside) as connection:
        try:
            yield connection
        except duckdb.CatalogException as error:
            raise SourcelineError("warehouse_older", str(published)) from error


def _connect(published: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(published, read_only=True, config={**_CLOSED, **search_path(published)})
        _lock(connection, published)
        refuse_other_history(connection, str(published))
    except duckdb.Error as error:
        raise SourcelineError("warehouse_damaged", str(published)) from error
    return connection


def _lock(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    if connection.execute("SELECT current_setting('lock_configuration')").fetchone() == (True,):
        return  # this process has the same file open already
    parts = parts_folder(published)  # there or not: they may come between this line and the first question
    connection.execute(f"SET allowed_directories = [{literal(parts.name)}, {literal(parts.absolute())}]")
    connection.execute(_LOCKED)


def run(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any] | Mapping[str, Any] | None = None
) -> Answer:
    """Answer SQL, with values for its parameters. Raises SourcelineError "query_failed" with DuckDB's own words."""
    try:
        _refuse_deeds(connection, sql)
        result = connection.execute(sql, values)
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns, result.fetchall())
    except duckdb.Error as error:
        if is_unreadable(error):
            raise  # no fault of the question: see `telling_faults`
        raise SourcelineError("query_failed", str(error)) from error


def _refuse_deeds(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    for statement in connection.extract_statements(sql):
        explains = statement.type == StatementType.EXPLAIN
        if statement.type not in _QUESTIONS or (explains and _DEEDS.search(statement.query)):
            raise SourcelineError("query_failed", f"{statement.type.name} is no question")


def saved_queries() -> tuple[Statement, ...]:
    """The saved queries, by name, each with its description."""
    return statements("queries")


def saved_query(name: str) -> Statement:
    """A saved query. Raises SourcelineError "unknown_query"."""
    for query in saved_queries():
        if query.name == name:
            return query
    raise SourcelineError("unknown_query", name)
