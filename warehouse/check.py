"""The promises, checked in SQL over all rows of the warehouse: each of `checks/*.sql` returns rows that break one."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from warehouse.reader import Answer
from warehouse.statements import Statement, statements


@dataclass(frozen=True, slots=True)
class Broken:
    """A check that returned rows."""

    check: Statement
    offending: Answer


def run_checks(connection: duckdb.DuckDBPyConnection) -> list[Broken]:
    """The checks that do not hold, in the order of their names. Raises what DuckDB raises over a damaged block."""
    answers = ((check, _answer(connection, check.sql)) for check in statements("checks"))
    return [Broken(check, answer) for check, answer in answers if answer.rows]


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> Answer:
    result = connection.execute(sql)
    return Answer(tuple(column[0] for column in result.description or ()), result.fetchall())
