"""The report's own questions, and the saved ones, answered as rows of a type that names their columns."""

from __future__ import annotations

from typing import Any, TypeVar

import duckdb

from warehouse.reader import saved_query
from warehouse.statements import statements

Row = TypeVar("Row")
"""A NamedTuple whose fields have the names of the columns."""


def ask(connection: duckdb.DuckDBPyConnection, name: str, row: type[Row], **values: Any) -> list[Row]:
    """All rows of the answer to `queries/<name>.sql`."""
    sql = next(question.sql for question in statements("report/queries") if question.name == name)
    return _rows(connection.execute(sql, values or None), row, None)


def ask_saved(connection: duckdb.DuckDBPyConnection, name: str, row: type[Row], first: int) -> list[Row]:
    """The first rows of the answer to a saved query of the warehouse."""
    return _rows(connection.execute(saved_query(name).sql), row, first)


def _rows(result: duckdb.DuckDBPyConnection, row: type[Row], first: int | None) -> list[Row]:
    columns = [column[0] for column in result.description or ()]
    answers = result.fetchall() if first is None else result.fetchmany(first)
    return [row(**dict(zip(columns, answer, strict=True))) for answer in answers]
