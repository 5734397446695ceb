from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from schemas.dtypes import TABLES, schema_of
from schemas.errors import SourcelineError
from schemas.models import MODELS
from schemas.quarantine import Quarantine
from schemas.rejection_frames import QUARANTINE
from warehouse.migrate import migrate
from warehouse.statements import Statement, statements

OF_THE_WAREHOUSE = {"extractions": ["load_id"], "quarantine": ["load_id", "status"]}
SQL_TYPES = {
    "String": "VARCHAR",
    "Int64": "BIGINT",
    "Float64": "DOUBLE",
    "Boolean": "BOOLEAN",
    "Date": "DATE",
    "List(String)": "VARCHAR[]",
    "List(Struct({'start': Int64, 'end': Int64}))": 'STRUCT("start" BIGINT, "end" BIGINT)[]',
}


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def described(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, tuple[str, bool]]:
    rows = connection.execute(f"SELECT column_name, column_type, \"null\" = 'YES' FROM (DESCRIBE {table})").fetchall()
    return {name: (type_, nullable) for name, type_, nullable in rows if name not in OF_THE_WAREHOUSE.get(table, [])}


@pytest.mark.parametrize("table", [*TABLES, "quarantine"])
def test_tables_agree_with_the_contracts(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    migrate(connection, "here")
    schema = QUARANTINE if table == "quarantine" else schema_of(table)
    contract = (Quarantine if table == "quarantine" else MODELS[table]).to_schema().columns
    stored = described(connection, table)
    assert list(stored) == list(schema)
    for name, dtype in schema.items():
        sql_type, nullable = stored[name]
        assert nullable == contract[name].nullable, name
        if name != "boxes":
            assert sql_type == SQL_TYPES[str(dtype)], name


def test_boxes_are_stored_as_rectangles(connection: duckdb.DuckDBPyConnection) -> None:
    migrate(connection, "here")
    rectangle = 'STRUCT(page BIGINT, "left" DOUBLE, top DOUBLE, "right" DOUBLE, bottom DOUBLE)[]'
    assert described(connection, "claims")["boxes"] == (rectangle, True)


def test_migrations_and_views_are_recorded_and_not_repeated(connection: duckdb.DuckDBPyConnection) -> None:
    migrate(connection, "here")
    before = connection.execute("SELECT * FROM migrations ORDER BY name").fetchall()
    assert [name for name, *_ in before] == [*(step.name for step in statements("migrations")), "views"]
    migrate(connection, "here")
    assert connection.execute("SELECT * FROM migrations ORDER BY name").fetchall() == before


def test_a_changed_view_is_made_anew(connection: duckdb.DuckDBPyConnection) -> None:
    migrate(connection, "here")
    connection.execute("CREATE OR REPLACE VIEW facts AS SELECT 1 AS old")
    connection.execute("UPDATE migrations SET checksum = 'old' WHERE name = 'views'")
    migrate(connection, "here")
    assert "claim_id" in described(connection, "facts")


@pytest.mark.parametrize(
    ("tampered", "code"),
    [
        ("INSERT INTO migrations VALUES ('9999_of_tomorrow', 'x', NULL)", "warehouse_newer"),
        ("UPDATE migrations SET checksum = 'x' WHERE name = '0001_ledger'", "warehouse_changed"),
    ],
)
def test_another_history_is_refused(connection: duckdb.DuckDBPyConnection, tampered: str, code: str) -> None:
    migrate(connection, "here")
    connection.execute(tampered)
    with pytest.raises(SourcelineError) as refused:
        migrate(connection, "here")
    assert refused.value.code == code
    assert "here, migration " in refused.value.place


def test_a_migration_that_fails_half_way_leaves_nothing(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (Statement("0001_broken", "", "CREATE TABLE half (a INTEGER); CREATE TABLE half (a INTEGER);"),)
    monkeypatch.setattr("warehouse.migrate.statements", lambda folder: broken)
    with pytest.raises(duckdb.CatalogException):
        migrate(connection, "here")
    tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    assert tables == [("migrations",)]
