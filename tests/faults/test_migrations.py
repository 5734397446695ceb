"""Migrations that are killed at any statement: the next open completes them, to the same warehouse."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.support.faults import in_process
from warehouse.migrate import migrate

SHAPE = """
SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal
UNION ALL SELECT 'migration', name, checksum, NULL FROM migrations
UNION ALL SELECT 'constraint', table_name, constraint_text, NULL FROM duckdb_constraints()
UNION ALL SELECT 'macro', function_name, macro_definition, NULL FROM duckdb_functions() WHERE NOT internal
ORDER BY ALL
"""


class ByStatement:
    """A connection that runs SQL statement by statement and is killed before one of them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, last: int) -> None:
        self.connection = connection
        self.left = last

    def execute(self, sql: str, values: Any = None) -> duckdb.DuckDBPyConnection:
        for statement in self.connection.extract_statements(sql):
            self._count()
            self.connection.execute(statement, values)
        return self.connection

    def begin(self) -> None:
        self.connection.begin()

    def commit(self) -> None:
        self._count()
        self.connection.commit()

    def rollback(self) -> None:
        self.connection.rollback()

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def migrate_until(path: Path, last: int, passed: Path) -> None:
    with duckdb.connect(path) as connection:
        by_statement = ByStatement(connection, last)
        migrate(by_statement, "here")  # type: ignore[arg-type]
        passed.write_text(str(last - by_statement.left))


def shape(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(path) as connection:
        migrate(connection, "here")
        return connection.execute(SHAPE).fetchall()


def statements(folder: Path) -> int:
    """How many statements all migrations have, commits included."""
    in_process(folder, migrate_until, folder / "counted.duckdb", 10**6, folder / "passed")
    return int((folder / "passed").read_text())


def kill_at(folder: Path, statement: int, expected: list[tuple[object, ...]]) -> None:
    path = folder / f"{statement}.duckdb"
    assert in_process(folder, migrate_until, path, statement, folder / "not_passed").code == -signal.SIGKILL
    assert shape(path) == expected


def test_migrations_killed_at_a_statement_are_completed(tmp_path: Path) -> None:
    last, expected = statements(tmp_path), shape(tmp_path / "plain.duckdb")
    for statement in (2, last // 3, last - 1):
        kill_at(tmp_path, statement, expected)


@pytest.mark.slow
def test_migrations_killed_at_every_statement_are_completed(tmp_path: Path) -> None:
    last, expected = statements(tmp_path), shape(tmp_path / "plain.duckdb")
    for statement in range(1, last + 1):
        kill_at(tmp_path, statement, expected)
